import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { dutyBook as rules } from '@duban/policy/processes/duty-book/duty-book';
import { runCase } from '../case/run-case';

/** the recurring duties of one territory in one cycle; begins the sheet of every period. */
export const dutyBook = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
