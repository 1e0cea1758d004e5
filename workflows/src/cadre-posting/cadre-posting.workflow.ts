import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { cadrePosting as rules } from '@duban/policy/processes/cadre-posting/cadre-posting';
import { runCase } from '../case/run-case';

/** C-2.1, C-3.7: a cadre on post, from selection check through both ladders to the end of term, or recall, replacement and handover. */
export const cadrePosting = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
