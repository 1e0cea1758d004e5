import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { workBulletin as rules } from '@duban/policy/processes/work-bulletin/work-bulletin';
import { runCase } from '../case/run-case';

/** one period's bulletin on how policies are carried out, from its candidates to the last matter solved. */
export const workBulletin = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
