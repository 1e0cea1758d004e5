import { isWithin, officeKindName, territoryOf } from '../../base/office';
import { measureTypes } from '../../base/measure-types';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import type { Actor } from '../../case/case';
import { condition, type DayBound, type Saying, type Situation } from '../../case/operation';
import { addDays, chineseDate, type CivilDate } from '../../dates/civil-date';
import { householdSteps, type HouseholdStep, type LabourCapacity, type MeasuresBody } from './household-acts';
import { longTermSpans } from './household-deadlines';
import { roundWithoutMeasures, roundWithoutPlan } from './household-rounds';
import {
  capacityOn,
  isDevelopment,
  isLongTermOn,
  needsDevelopmentMeasure,
  type Household,
  type HouseholdFacts,
} from './household-facts';

type Now = Situation<Household>;

/** Clause: the steps that follow one another; each needs the one before it, and is never dated before it. */
export const stepsInOrder = [
  'reported',
  'village-reviewed',
  'township-checked',
  'identified',
  'planned',
  'measures',
] as const satisfies HouseholdStep[];
type StepInOrder = (typeof stepsInOrder)[number];

/** Two officers did the same: the second is recorded in the ledger and told so. */
export const supplementWords = (done: { on: CivilDate; by: Actor }): string =>
  `已于 ${done.on} 由${officeKindName(done.by.office)}办结，本次登记作为补充记录。`;

/** The first day of what needs a step: that step's own. */
export const sinceStep =
  (step: HouseholdStep) =>
  ({ facts: { steps } }: Now): DayBound | undefined =>
    steps[step] && { on: steps[step].on, what: `${householdSteps[step]}之日`, code: 'TOO_EARLY' };

export const sinceReported = sinceStep('reported');

/** Clause: a step in its place: after the one before it, and not dated before that. */
export function inItsPlace(step: Exclude<StepInOrder, 'reported'>) {
  const before: StepInOrder = stepsInOrder[stepsInOrder.indexOf(step) - 1] ?? 'reported';
  return {
    when: [
      condition<Now>('WRONG_STAGE', ({ facts: { steps } }) =>
        steps[before] !== undefined
          ? undefined
          : `须先完成${householdSteps[before]}，再办理${householdSteps[step]}；目前没有${householdSteps[before]}记录。`,
      ),
    ],
    since: sinceStep(before),
  };
}

/** Clause: done once, it is not done again. */
export const onceOnly =
  (step: HouseholdStep) =>
  ({ facts: { steps } }: Now): string | undefined =>
    steps[step] && supplementWords(steps[step]);

/** [D new-risk]: a plan is made once for the identification, and once for each new risk. */
export function plannedBefore({ facts, on }: Now & { on: CivilDate }): string | undefined {
  const done = facts.steps.planned;
  return done === undefined || roundWithoutPlan(facts, on) !== undefined ? undefined : supplementWords(done);
}

/** [D new-risk]: recorded of a monitored household; the same day once. */
export const riskKnown = ({ facts, on }: Now & { on: CivilDate }): string | undefined =>
  facts.helpRounds.some(({ isNewRisk, from }) => isNewRisk && from === on)
    ? `${chineseDate(on)}的新风险已登记，本次登记作为补充记录。`
    : undefined;

/** Clause: no risk found; only before identification. */
export const notIdentified = condition<Now>('WRONG_STAGE', ({ facts: { steps } }) =>
  steps.identified === undefined
    ? undefined
    : `该户已于${chineseDate(steps.identified.on)}认定为监测对象，不能再不予纳入；风险消除须履行退出程序。`,
);

/** Clause: labour is recorded with the identification first. */
export const identified = condition<Now>('WRONG_STAGE', ({ facts: { steps } }) =>
  steps.identified === undefined ? '该户尚未认定为监测对象，劳动能力随认定一并登记。' : undefined,
);

/** Clause: the county's identification, with the household's labour. Income above the guideline is told, not refused. */
export function judgeIdentification({ body, facts: { settings } }: Saying<Household, 'identify'>) {
  const { incomePerHeadYuan = 0 } = body;
  const told = `人均收入高于监测范围指导线 ${settings.guidelineYuan} 元；指导线是基本依据，已按综合研判结果认定。`;
  return contradictoryLabour(body) ?? (incomePerHeadYuan <= settings.guidelineYuan ? admit() : admit({ told }));
}

/** Clause: a change of labour begins or lifts long-term tracking. */
export const judgeCapacityChange = ({ body }: Saying<Household, 'changeCapacity'>): Admission | FieldRefusal =>
  contradictoryLabour(body) ?? admit();

/** Clauses and B-3.2: labour with a wish to work must get a development measure; other things missing are asked for. */
export function judgeMeasures({ facts, body, on }: Saying<Household, 'measures'>): Admission | FieldRefusal {
  const capacity = capacityOn(facts, on);
  const hasDevelopment = [...facts.inPlace, ...body.measures].some((measure) => isDevelopment(facts, measure));
  if (needsDevelopmentMeasure(capacity) && !hasDevelopment) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'B-3.2',
      `该户有劳动能力且有就业意愿，至少须落实一项开发式帮扶措施（${developmentNames(facts)}）；提交的措施中没有，是否开发式以措施类型为准。`,
      'measures',
    );
  }
  const done = facts.steps.measures;
  const isAwaited = roundWithoutMeasures(facts, on) !== undefined;
  if (done !== undefined && !isAwaited && !addsToMeasures(facts, body))
    return admit({ keep: false, told: supplementWords(done) });
  const asked = askedFor(facts, body, capacity, hasDevelopment);
  return asked.length === 0 ? admit() : admit({ told: asked.join('') });
}

/** Spans with a day in them. */
const trackedSpans = (facts: HouseholdFacts) =>
  longTermSpans(facts).filter(({ from, until }) => until === undefined || from < until);

const trackedWords = '不属于长期跟踪监测的整户无劳动能力户，无须定期复核';

/** Clause: six-monthly review of a household tracked long-term, between the first day of the tracking and the last. */
export const trackedReview = {
  when: [
    condition<Now>('WRONG_STAGE', ({ facts }) =>
      trackedSpans(facts).length > 0 ? undefined : `该户${trackedWords}。`,
    ),
  ],
  since: ({ facts }: Now): DayBound | undefined => {
    const first = trackedSpans(facts)[0];
    return first && { on: first.from, what: '列入长期跟踪监测之日', code: 'WRONG_STAGE' };
  },
  until: ({ facts }: Now): DayBound | undefined => {
    const until = trackedSpans(facts).at(-1)?.until;
    return until === undefined
      ? undefined
      : { on: addDays(until, -1), what: '长期跟踪监测的最后一日', code: 'WRONG_STAGE' };
  },
  supplements: ({ facts, on }: Now & { on: CivilDate }): string | undefined =>
    facts.reviewedOn.includes(on) ? `已于 ${on} 办结复核，本次登记作为补充记录。` : undefined,
  judge: ({ facts, on }: Saying<Household, 'review'>): Admission | FieldRefusal =>
    isLongTermOn(facts, on)
      ? admit()
      : refuse('WRONG_STAGE', 'A-2.1', `该户在${chineseDate(on)}${trackedWords}。`, 'occurredOn'),
};

/** RULES 9.corrections: each office corrects its own records, and those of the offices below it. */
export const isOwnOrBelow = (recordedBy: Actor, { office }: Actor): boolean =>
  recordedBy.office === 'system' || isWithin(territoryOf(recordedBy.office), territoryOf(office));

function contradictoryLabour({ labour, wholeHouseholdWithoutLabour }: LabourCapacity): FieldRefusal | undefined {
  if (!wholeHouseholdWithoutLabour || labour === 'none') return undefined;
  return refuse(
    'INVALID_INPUT',
    'A-2.1',
    '整户无劳动能力的，劳动能力应填无劳动能力（none），两项填报不一致。',
    'labour',
  );
}

const addsToMeasures = (facts: HouseholdFacts, body: MeasuresBody): boolean =>
  (body.tagged === true && !facts.tagged) ||
  (body.developmentAttempt !== undefined && !facts.developmentAttempted) ||
  (body.measures.some((measure) => isDevelopment(facts, measure)) &&
    !facts.inPlace.some((measure) => isDevelopment(facts, measure)));

const developmentNames = ({ settings }: HouseholdFacts): string =>
  settings.developmentTypes.map((type) => measureTypes[type]).join('、');

function askedFor(
  facts: HouseholdFacts,
  body: MeasuresBody,
  capacity: LabourCapacity | undefined,
  hasDevelopment: boolean,
): string[] {
  const isHalfOrWeak = capacity?.labour === 'half' || capacity?.labour === 'weak';
  const attempted = facts.developmentAttempted || body.developmentAttempt !== undefined;
  return [
    ...(isHalfOrWeak && !hasDevelopment && !attempted
      ? ['该户有半劳动力或弱劳动力，请登记探索落实开发式帮扶措施的情况。']
      : []),
    ...(facts.tagged || body.tagged === true
      ? []
      : ['请在全国防止返贫监测和衔接推进乡村振兴信息系统中标注，并登记标注情况。']),
  ];
}
