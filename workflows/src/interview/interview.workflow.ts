import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { interview as rules } from '@duban/policy/processes/interview/interview';
import { runCase } from '../case/run-case';

/** C-3.7: an interview ordered by the ladders is held in time, with feedback to the dispatching unit, or withdrawn by a correction. */
export const interview = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
