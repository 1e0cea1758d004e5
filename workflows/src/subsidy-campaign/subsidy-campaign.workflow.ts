import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { subsidyCampaign as rules } from '@duban/policy/processes/subsidy-campaign/subsidy-campaign';
import { runCase } from '../case/run-case';

/** B-2.2.2, B-2.3.4: a township's subsidies of a year, from who is entitled to the last payment. */
export const subsidyCampaign = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
