import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { monthlyAssessment as rules } from '@duban/policy/processes/monthly-assessment/monthly-assessment';
import { runCase } from '../case/run-case';

/** C-3.5: task list by the 5th, scores by the 5th of the next month, ranking and bulletin, copied to the dispatching units. */
export const monthlyAssessment = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
