import { accountability } from '../processes/accountability/accountability';
import { areaInterview } from '../processes/area-interview/area-interview';
import { cadrePosting } from '../processes/cadre-posting/cadre-posting';
import type { ProcessRules } from '../case/process';
import type { ProcessName } from '../case/process-list';
import { contest } from '../processes/contest/contest';
import { countyListing } from '../processes/county-listing/county-listing';
import { dispatch } from '../processes/dispatch/dispatch';
import { dutyBook } from '../processes/duty-book/duty-book';
import { dutySheet } from '../processes/duty-sheet/duty-sheet';
import { householdMonitoring } from '../processes/household-monitoring/household-monitoring';
import { inspection } from '../processes/inspection/inspection';
import { interview } from '../processes/interview/interview';
import { monthlyAssessment } from '../processes/monthly-assessment/monthly-assessment';
import { workBulletin } from '../processes/work-bulletin/work-bulletin';
import { problem } from '../processes/problem/problem';
import { subsidyCampaign } from '../processes/subsidy-campaign/subsidy-campaign';
import { supervisionCycle } from '../processes/supervision-cycle/supervision-cycle';
import { townshipScores } from '../processes/township-scores/township-scores';

/** The rules of every process in the list, and of no other. */
const rules = {
  'supervision-cycle': supervisionCycle,
  'household-monitoring': householdMonitoring,
  'county-listing': countyListing,
  accountability,
  'monthly-assessment': monthlyAssessment,
  'township-scores': townshipScores,
  'cadre-posting': cadrePosting,
  interview,
  'duty-book': dutyBook,
  'duty-sheet': dutySheet,
  dispatch,
  'work-bulletin': workBulletin,
  'area-interview': areaInterview,
  problem,
  inspection,
  'subsidy-campaign': subsidyCampaign,
  contest,
} as const satisfies Record<ProcessName, { process: ProcessName }>;

/** The rules of a process, for who must judge before a case exists (its bodies are typed inside). */
export const rulesOf = (process: ProcessName): ProcessRules => rules[process] as unknown as ProcessRules;
