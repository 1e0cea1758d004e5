import { actsOf } from '../../case/act-order';
import { addMonths, type CivilDate } from '../../dates/civil-date';
import type { KeptActOf } from '../../case/case';
import type { HouseholdBodies, Measure } from './household-acts';
import type { HouseholdFacts } from './household-facts';

type HouseholdAct = KeptActOf<HouseholdBodies>;

/** Clauses and B-3.2: a help plan and its measures, for the identification or for a new risk ([D new-risk]). */
export interface HelpRound {
  /** The day of the identification, or the day the new risk was recorded for. */
  from: CivilDate;
  isNewRisk: boolean;
  plannedOn?: CivilDate;
  planned: readonly Measure[];
  measuresOn?: CivilDate;
}

/**
 * [D new-risk]: each round takes the first plan made since it began that no earlier one has taken, and then the first measures since
 * that plan: what was owed before a new risk stays owed.
 */
export function readHelpRounds(acts: readonly HouseholdAct[], identifiedOn: CivilDate | undefined): HelpRound[] {
  if (identifiedOn === undefined) return [];
  const plans = [...actsOf(acts, 'plan')];
  const measures = [...actsOf(acts, 'measures')];
  const risks = [...new Set(actsOf(acts, 'newRisk').map(({ occurredOn }) => occurredOn))];
  const beginnings = [{ from: identifiedOn, isNewRisk: false }, ...risks.map((from) => ({ from, isNewRisk: true }))];
  return beginnings.map((beginning) => {
    const plan = takeFirst(plans, beginning.from);
    const done = plan === undefined ? undefined : takeFirst(measures, plan.occurredOn);
    return {
      ...beginning,
      planned: plan?.body.measures ?? [],
      ...(plan !== undefined && { plannedOn: plan.occurredOn }),
      ...(done !== undefined && { measuresOn: done.occurredOn }),
    };
  });
}

function takeFirst<A extends HouseholdAct>(acts: A[], from: CivilDate): A | undefined {
  const place = acts.findIndex(({ occurredOn }) => occurredOn >= from);
  return place < 0 ? undefined : acts.splice(place, 1)[0];
}

/** The round that waits for its plan on a day, the earliest first. */
export const roundWithoutPlan = ({ helpRounds }: HouseholdFacts, on: CivilDate): HelpRound | undefined =>
  helpRounds.find(({ from, plannedOn }) => from <= on && plannedOn === undefined);

/** The planned round that waits for its measures on a day, the earliest first. */
export const roundWithoutMeasures = ({ helpRounds }: HouseholdFacts, on: CivilDate): HelpRound | undefined =>
  helpRounds.find(
    ({ plannedOn, measuresOn }) => plannedOn !== undefined && plannedOn <= on && measuresOn === undefined,
  );

/** [D new-risk]: the last new risk up to a day; what was signed before it carries no elimination. */
export const lastNewRiskOn = ({ helpRounds }: HouseholdFacts, on: CivilDate): CivilDate | undefined =>
  helpRounds.filter(({ isNewRisk, from }) => isNewRisk && from <= on).at(-1)?.from;

/** Clause A-2.1 [D stable-months]: the day from which the risk is steadily gone, after the measures of every round; `undefined` while some are missing. */
export function stableFrom({ helpRounds, settings }: HouseholdFacts, on: CivilDate): CivilDate | undefined {
  const days = helpRounds.filter(({ from }) => from <= on).map(({ measuresOn }) => measuresOn);
  const known = days.flatMap((day) => (day === undefined || day > on ? [] : [day])).sort();
  const last = known.at(-1);
  return last === undefined || known.length < days.length ? undefined : addMonths(last, settings.stableMonths);
}
