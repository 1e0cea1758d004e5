import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, type Saying, type Situation } from '../../case/operation';
import { earlierOf, laterOf, type CivilDate } from '../../dates/civil-date';
import { planBeganOn } from '../../settings/plan-began';
import { householdSteps, type HouseholdStep } from './household-acts';
import type { Household, HouseholdFacts, HouseholdFile } from './household-facts';
import { isOwnOrBelow, stepsInOrder } from './household-steps';

/** RULES 9.corrections: somebody's own step, or one of an office below. */
export const ofOwnOrBelow = condition<Situation<Household>>('NOT_ALLOWED', ({ facts: { steps }, by }) =>
  Object.values(steps).some((step) => isOwnOrBelow(step.by, by))
    ? undefined
    : '只能更正本单位或下级单位登记的步骤，本次监测的各步骤均由其他单位登记。',
);

/** Clause: the date of an earlier step is replaced when it stays between the steps around it; every clock is computed anew. */
export function judgeCorrection({
  file,
  facts,
  body,
  by,
  today,
}: Saying<Household, 'correct'>): Admission | FieldRefusal {
  const { step, correctedDate } = body;
  const recorded = facts.steps[step];
  if (recorded === undefined)
    return refuse('WRONG_STAGE', 'A-2.1', `尚无${householdSteps[step]}记录，无从更正。`, 'step');
  if (!isOwnOrBelow(recorded.by, by))
    return refuse(
      'NOT_ALLOWED',
      'A-2.1',
      `${householdSteps[step]}由上级或其他单位登记，应由登记单位或其上级更正。`,
      'step',
    );
  if (correctedDate > today)
    return refuse(
      'FUTURE_DATE',
      'A-2.1',
      `更正后的日期不得晚于今天 ${today}，收到的是 ${correctedDate}。`,
      'correctedDate',
    );
  if (recorded.on === correctedDate)
    return admit({ keep: false, told: `${householdSteps[step]}已登记为 ${correctedDate}，无须更正。` });
  return beforeBeginning(file, step, correctedDate) ?? outOfPlace(facts, step, correctedDate) ?? admit();
}

/** Nothing before the episode began; the lead itself not before the end of the episode before it, nor, unless it was taken over from then, before the plan was issued. */
function beforeBeginning(
  { opening, openedOn, policy }: HouseholdFile,
  step: HouseholdStep,
  date: CivilDate,
): FieldRefusal | undefined {
  const { greenChannel, previousEndedOn } = opening;
  const began = earlierOf(planBeganOn(policy), openedOn);
  const earliest = step !== 'reported' || greenChannel !== null ? openedOn : laterOf(began, previousEndedOn ?? began);
  if (date >= earliest) return undefined;
  return refuse(
    'BEFORE_BEGINNING',
    'A-2.1',
    `不得早于 ${earliest}（方案印发、本次监测开始或上一次监测终止之日），收到的是 ${date}。`,
    'correctedDate',
  );
}

function outOfPlace(facts: HouseholdFacts, step: HouseholdStep, date: CivilDate): FieldRefusal | undefined {
  const place = (stepsInOrder as readonly HouseholdStep[]).indexOf(step);
  if (place < 0) return undefined;
  const earlier = stepsInOrder.slice(0, place).findLast((other) => facts.steps[other] !== undefined);
  const later = stepsInOrder.slice(place + 1).find((other) => facts.steps[other] !== undefined);
  return notBefore(facts, earlier, date) ?? notAfter(facts, later, date) ?? notAfterCapacityChange(facts, step, date);
}

function notBefore(facts: HouseholdFacts, other: HouseholdStep | undefined, date: CivilDate): FieldRefusal | undefined {
  const on = other === undefined ? undefined : facts.steps[other]?.on;
  if (other === undefined || on === undefined || date >= on) return undefined;
  return refuse(
    'TOO_EARLY',
    'A-2.1',
    `不得早于${householdSteps[other]}之日 ${on}，收到的是 ${date}。`,
    'correctedDate',
  );
}

function notAfter(facts: HouseholdFacts, other: HouseholdStep | undefined, date: CivilDate): FieldRefusal | undefined {
  const on = other === undefined ? undefined : facts.steps[other]?.on;
  if (other === undefined || on === undefined || date <= on) return undefined;
  return refuse(
    'WRONG_STAGE',
    'A-2.1',
    `不得晚于${householdSteps[other]}之日 ${on}，收到的是 ${date}。`,
    'correctedDate',
  );
}

function notAfterCapacityChange(facts: HouseholdFacts, step: HouseholdStep, date: CivilDate): FieldRefusal | undefined {
  const change = step === 'identified' ? facts.capacities[1] : undefined;
  if (change === undefined || date <= change.on) return undefined;
  return refuse('WRONG_STAGE', 'A-2.1', `不得晚于劳动能力变化之日 ${change.on}，收到的是 ${date}。`, 'correctedDate');
}
