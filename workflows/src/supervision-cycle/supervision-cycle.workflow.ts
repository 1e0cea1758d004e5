import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { supervisionCycle as rules } from '@duban/policy/processes/supervision-cycle/supervision-cycle';
import { runCase } from '../case/run-case';

/** A-0, B-0, C-0: a campaign runs from its start to 31 December of its year and starts the month of every county in it. */
export const supervisionCycle = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
