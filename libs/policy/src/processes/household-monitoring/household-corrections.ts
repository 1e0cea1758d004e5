import type { Act } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import { householdSteps, type CorrectBody, type HouseholdStep } from './household-acts';
import type { HouseholdFacts } from './household-facts';
import { stepsInOrder } from './household-steps';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';

/** Clause: the date of an earlier step is replaced when it stays between the steps around it; every clock is computed anew. */
export function judgeCorrection(
  facts: HouseholdFacts,
  openedOn: CivilDate,
  act: Act<CorrectBody>,
  today: CivilDate,
): Verdict {
  const { step, correctedDate } = act.body;
  const recorded = facts.steps[step];
  if (recorded === undefined)
    return refuse('WRONG_STAGE', 'A-2.1', `尚无${householdSteps[step]}记录，无从更正。`, 'step');
  if (correctedDate > today)
    return refuse(
      'FUTURE_DATE',
      'A-2.1',
      `更正后的日期不得晚于今天 ${today}，收到的是 ${correctedDate}。`,
      'correctedDate',
    );
  if (recorded.on === correctedDate)
    return admit({ keep: false, told: `${householdSteps[step]}已登记为 ${correctedDate}，无须更正。` });
  return beforeBeginning(facts, openedOn, step, correctedDate) ?? outOfPlace(facts, step, correctedDate) ?? admit();
}

function beforeBeginning(
  facts: HouseholdFacts,
  openedOn: CivilDate,
  step: HouseholdStep,
  date: CivilDate,
): Refusal | undefined {
  const { greenChannel, previousEndedOn } = facts.opening;
  const earliest = step !== 'reported' || greenChannel !== null ? openedOn : previousEndedOn;
  if (earliest === null || date >= earliest) return undefined;
  return refuse(
    'BEFORE_BEGINNING',
    'A-2.1',
    `不得早于 ${earliest}（本次监测开始或上一次监测终止之日），收到的是 ${date}。`,
    'correctedDate',
  );
}

function outOfPlace(facts: HouseholdFacts, step: HouseholdStep, date: CivilDate): Refusal | undefined {
  const place = (stepsInOrder as readonly HouseholdStep[]).indexOf(step);
  if (place < 0) return undefined;
  const earlier = stepsInOrder.slice(0, place).findLast((other) => facts.steps[other] !== undefined);
  const later = stepsInOrder.slice(place + 1).find((other) => facts.steps[other] !== undefined);
  return notBefore(facts, earlier, date) ?? notAfter(facts, later, date) ?? notAfterCapacityChange(facts, step, date);
}

function notBefore(facts: HouseholdFacts, other: HouseholdStep | undefined, date: CivilDate): Refusal | undefined {
  const on = other === undefined ? undefined : facts.steps[other]?.on;
  if (other === undefined || on === undefined || date >= on) return undefined;
  return refuse(
    'TOO_EARLY',
    'A-2.1',
    `不得早于${householdSteps[other]}之日 ${on}，收到的是 ${date}。`,
    'correctedDate',
  );
}

function notAfter(facts: HouseholdFacts, other: HouseholdStep | undefined, date: CivilDate): Refusal | undefined {
  const on = other === undefined ? undefined : facts.steps[other]?.on;
  if (other === undefined || on === undefined || date <= on) return undefined;
  return refuse(
    'WRONG_STAGE',
    'A-2.1',
    `不得晚于${householdSteps[other]}之日 ${on}，收到的是 ${date}。`,
    'correctedDate',
  );
}

function notAfterCapacityChange(facts: HouseholdFacts, step: HouseholdStep, date: CivilDate): Refusal | undefined {
  const change = step === 'identified' ? facts.capacities[1] : undefined;
  if (change === undefined || date <= change.on) return undefined;
  return refuse('WRONG_STAGE', 'A-2.1', `不得晚于劳动能力变化之日 ${change.on}，收到的是 ${date}。`, 'correctedDate');
}
