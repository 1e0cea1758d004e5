import { accountability } from '../accountability/accountability';
import { areaInterview } from '../area-interview/area-interview';
import { cadrePosting } from '../posting/cadre-posting';
import type { ProcessName, ProcessRules } from './case';
import { contest } from '../contest/contest';
import { countyListing } from '../listing/county-listing';
import { dispatch } from '../dispatch/dispatch';
import { dutyBook } from '../duty/duty-book';
import { dutySheet } from '../duty/duty-sheet';
import { householdMonitoring } from '../household/household-monitoring';
import { inspection } from '../inspection/inspection';
import { interview } from '../posting/interview';
import { monthlyAssessment } from '../month/monthly-assessment';
import { workBulletin } from '../work-bulletin/work-bulletin';
import { problem } from '../problem/problem';
import { subsidyCampaign } from '../subsidy/subsidy-campaign';
import { supervisionCycle } from '../month/supervision-cycle';
import { townshipScores } from '../month/township-scores';

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
