import { accountability } from './accountability';
import { cadrePosting } from './cadre-posting';
import type { ProcessName, ProcessRules } from './case';
import { countyListing } from './county-listing';
import { householdMonitoring } from './household-monitoring';
import { interview } from './interview';
import { monthlyAssessment } from './monthly-assessment';
import { supervisionCycle } from './supervision-cycle';
import { townshipScores } from './township-scores';

const rules = {
  'supervision-cycle': supervisionCycle,
  'household-monitoring': householdMonitoring,
  'county-listing': countyListing,
  accountability,
  'monthly-assessment': monthlyAssessment,
  'township-scores': townshipScores,
  'cadre-posting': cadrePosting,
  interview,
} as const satisfies Record<ProcessName, { process: ProcessName }>;

/** The rules of a process, for who must judge before a case exists (its bodies are typed inside). */
export const rulesOf = (process: ProcessName): ProcessRules => rules[process] as unknown as ProcessRules;
