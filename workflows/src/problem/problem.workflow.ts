import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { problem as rules } from '@duban/policy/processes/problem/problem';
import { runCase } from '../case/run-case';

/** C-2.end: a problem of the ledger, from its finding to its write-off and the months it is watched after. */
export const problem = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
