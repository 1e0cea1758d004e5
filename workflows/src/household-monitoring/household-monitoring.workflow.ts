import type { CarriedCase, CaseStart } from '@duban/contracts/case-workflow';
import { householdMonitoring as rules } from '@duban/policy/processes/household-monitoring/household-monitoring';
import { runCase } from '../case/run-case';

/** B-3.2, C-2.3: a household at risk is identified within 15 days, helped by plan within 10 and by measures within 25, and watched until the risk is steadily gone. */
export const householdMonitoring = (input: CaseStart | CarriedCase): Promise<string> => runCase(rules, input);
