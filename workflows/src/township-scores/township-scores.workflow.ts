import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { townshipScores as rules } from '@duban/policy/processes/township-scores/township-scores';
import { runCase } from '../case/run-case';

/** C-3.5: by the 5th of the next month the township party committee scores every first secretary and team member of its territory. */
export const townshipScores = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
