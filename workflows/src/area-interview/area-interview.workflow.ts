import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { areaInterview as rules } from '@duban/policy/processes/area-interview/area-interview';
import { runCase } from '../case/run-case';

/** B-3.3: an interview of a city, county or department, from the decision to the last commitment kept. */
export const areaInterview = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
