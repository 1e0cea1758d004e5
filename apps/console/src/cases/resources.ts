import { parseCaseId } from '@duban/policy/case/case-id';
import type { ProcessName } from '@duban/policy/case/case';

/** Where the acts of a process are sent. */
const resources: Readonly<Record<ProcessName, string>> = {
  'supervision-cycle': 'cycles',
  'household-monitoring': 'households',
  'county-listing': 'listings',
  accountability: 'accountabilities',
  'monthly-assessment': 'assessments',
  'township-scores': 'scores',
  'cadre-posting': 'postings',
  interview: 'interviews',
  'duty-sheet': 'duties',
  'duty-book': 'duty-books',
  dispatch: 'dispatches',
  'work-bulletin': 'work-bulletins',
  'area-interview': 'area-interviews',
  problem: 'problems',
  inspection: 'inspections',
  'subsidy-campaign': 'subsidies',
  contest: 'contests',
};

export const resourceOf = (caseId: string): string => {
  const process = parseCaseId(caseId)?.process;
  return process === undefined ? 'cases' : resources[process];
};
