import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { countyListing as rules } from '@duban/policy/processes/county-listing/county-listing';
import { runCase } from '../case/run-case';

/** a listed county rectifies its problems for half a year, is accepted or listed again; two listings in a row start accountability. */
export const countyListing = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
