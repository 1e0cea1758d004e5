import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { inspection as rules } from '@duban/policy/processes/inspection/inspection';
import { runCase } from '../case/run-case';

/** C-3.4, C-2.5: an inspection, from the plan nobody sees to the bulletin everybody named in it reads. */
export const inspection = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
