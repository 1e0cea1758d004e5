import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { dispatch as rules } from '@duban/policy/processes/dispatch/dispatch';
import { runCase } from '../case/run-case';

/** A-3.3: a half month's dispatch of one territory, from the departments' returns to the report. */
export const dispatch = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
