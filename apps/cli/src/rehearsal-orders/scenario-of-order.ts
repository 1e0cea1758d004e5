import { changesOf, type RehearsalOrder } from '@duban/contracts/rehearsals';
import { demoTownships } from '@duban/contracts/demo-county';
import type { Scenario } from '../rehearsal/scenario';

/** The scenario an order stands for: all townships of the county, its ordinary work, and what the order varies. */
export function scenarioOf(order: RehearsalOrder): Scenario {
  const { county, title, start, until, months, whatIfs } = order;
  const { withDuties, withSupervision, policyChanges: _, ...routine } = whatIfs;
  return {
    title,
    start,
    until,
    settings: changesOf(order),
    holidays: {},
    demo: {
      ...routine,
      county,
      townships: demoTownships(county).length,
      months: months + 1,
      duties: withDuties,
      supervision: withSupervision,
    },
    acts: [],
    expect: [],
    never: [],
  };
}
