import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { dutySheet as rules } from '@duban/policy/processes/duty-sheet/duty-sheet';
import { runCase } from '../case/run-case';

/** C-3.1 and rules part 7: the recurring duties of one territory in one period, with everybody who owes them. */
export const dutySheet = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
