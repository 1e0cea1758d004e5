import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { contest as rules } from '@duban/policy/processes/contest/contest';
import { runCase } from '../case/run-case';

/** the province's contest of a year, from the first score to the ranking and its corrections. */
export const contest = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
