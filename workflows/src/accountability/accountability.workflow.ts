import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { accountability as rules } from '@duban/policy/processes/accountability/accountability';
import { runCase } from '../case/run-case';

/** county and liaison leaders answer for two consecutive listings; ends only by a recorded outcome. */
export const accountability = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
