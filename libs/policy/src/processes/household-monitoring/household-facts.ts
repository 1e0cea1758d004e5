import type { Act, Actor, CaseFile, KeptAct } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type {
  CorrectBody,
  EliminationFindings,
  EndBody,
  ExtendBody,
  HouseholdFeature,
  HouseholdOpening,
  HouseholdStep,
  IdentifyBody,
  LabourCapacity,
  Measure,
  MeasuresBody,
  PlanBody,
  SecondCheckBody,
  SuspendBody,
} from './household-acts';

/** An act on the day it counts for, corrections applied. */
export interface Dated<Body> {
  on: CivilDate;
  by: Actor;
  body: Body;
}

export type HouseholdOutcome = 'not-included' | 'eliminated' | 'moved-away' | 'death';

/** Clause: an episode read in the order of its dates, whatever the order of recording. */
export interface HouseholdFacts {
  opening: HouseholdOpening;
  reportedOn: CivilDate;
  steps: Partial<Record<HouseholdStep, { on: CivilDate; by: Actor }>>;
  capacities: readonly (LabourCapacity & { on: CivilDate })[];
  features: readonly HouseholdFeature[];
  planned: readonly Measure[];
  inPlace: readonly (Measure & { on: CivilDate })[];
  developmentAttempted: boolean;
  tagged: boolean;
  reviewedOn: readonly CivilDate[];
  signatures: readonly Dated<EliminationFindings>[];
  secondChecks: readonly Dated<SecondCheckBody>[];
  eliminationChecks: readonly Dated<unknown>[];
  clockActs: readonly Dated<ClockAct>[];
  ended?: { on: CivilDate; outcome: HouseholdOutcome };
}

export type ClockAct =
  | ({ operation: 'suspend' } & SuspendBody)
  | { operation: 'resume'; deadline?: string | undefined }
  | ({ operation: 'extend' } & ExtendBody);

/** Clause: all that is known of an episode. What is dated after its end no longer belongs to it. */
export function readHousehold(file: CaseFile<HouseholdOpening>): HouseholdFacts {
  const corrections = latestCorrections(file.acts);
  const all = applyCorrections(file.acts, corrections);
  const ended = endOf(all);
  const acts = ended === undefined ? all : all.filter((act) => act.on <= ended.on);
  const reportedOn = corrections.get('reported') ?? file.opening.greenChannel?.reportedOn ?? file.openedOn;
  const identified = of<IdentifyBody>(acts, 'identify').slice(0, 1);
  const measures = of<MeasuresBody>(acts, 'measures');
  return {
    opening: file.opening,
    reportedOn,
    steps: { reported: { on: reportedOn, by: file.openedBy }, ...stepsOf(acts) },
    capacities: [...identified, ...of<LabourCapacity>(acts, 'changeCapacity')].map(({ on, body }) => ({ ...body, on })),
    features: [...new Set([...file.opening.features, ...identified.flatMap(({ body }) => body.features ?? [])])],
    planned: of<PlanBody>(acts, 'plan')
      .slice(0, 1)
      .flatMap(({ body }) => body.measures),
    inPlace: measures.flatMap(({ on, body }) => body.measures.map((measure) => ({ ...measure, on }))),
    developmentAttempted: measures.some(({ body }) => body.developmentAttempt !== undefined),
    tagged: measures.some(({ body }) => body.tagged === true),
    reviewedOn: of(acts, 'review').map(({ on }) => on),
    signatures: of<EliminationFindings>(acts, 'signElimination'),
    secondChecks: of<SecondCheckBody>(acts, 'secondCheck'),
    eliminationChecks: of(acts, 'checkElimination'),
    clockActs: acts
      .filter(isClockAct)
      .map(({ on, by, act }) => ({ on, by, body: { ...(act.body as object), operation: act.operation } as ClockAct })),
    ...(ended === undefined ? {} : { ended }),
  };
}

/** Asked for on this day, an episode answers by its latest record. */
export const latestRecord: CivilDate = '9999-12-31';

/** Clause: the labour of the household as known on a day; before identification it is not known. */
export const capacityOn = (facts: HouseholdFacts, on: CivilDate): LabourCapacity | undefined =>
  facts.capacities.filter((capacity) => capacity.on <= on).at(-1);

/** Clause: wholly without labour, and therefore tracked long-term. */
export const isLongTermOn = (facts: HouseholdFacts, on: CivilDate): boolean =>
  capacityOn(facts, on)?.wholeHouseholdWithoutLabour === true;

/** Clause: serious illness, disability or new subsistence allowance. */
export const isWatched = (facts: HouseholdFacts): boolean => facts.features.length > 0;

/** Clauses and B-3.2: with labour and a wish to work at least one development measure is owed. */
export const needsDevelopmentMeasure = (capacity: LabourCapacity | undefined): boolean =>
  capacity !== undefined && capacity.labour !== 'none' && capacity.wishesToWork;

/** The operation that carries out each step; the lead itself is the opening. */
export const operationOfStep = {
  'village-reviewed': 'villageReview',
  'township-checked': 'townshipCheck',
  identified: 'identify',
  planned: 'plan',
  measures: 'measures',
  'first-help': 'firstHelp',
} as const satisfies Record<Exclude<HouseholdStep, 'reported'>, string>;

interface EffectiveAct {
  on: CivilDate;
  sequence: number;
  by: Actor;
  act: Act;
}

function latestCorrections(acts: readonly KeptAct[]): Map<HouseholdStep, CivilDate> {
  const corrections = acts
    .filter((act) => act.operation === 'correct')
    .map((act) => ({ on: act.occurredOn, sequence: act.sequence, by: act.by, act }));
  return new Map(
    corrections
      .sort(byDate)
      .map(({ act }) => [(act.body as CorrectBody).step, (act.body as CorrectBody).correctedDate]),
  );
}

function applyCorrections(
  acts: readonly KeptAct[],
  corrections: ReadonlyMap<HouseholdStep, CivilDate>,
): EffectiveAct[] {
  const asRecorded = acts
    .filter((act) => act.operation !== 'correct')
    .map((act): EffectiveAct => ({ on: act.occurredOn, sequence: act.sequence, by: act.by, act }))
    .sort(byDate);
  for (const [step, operation] of Object.entries(operationOfStep)) {
    const corrected = corrections.get(step as HouseholdStep);
    const first = asRecorded.find(({ act }) => act.operation === operation);
    if (corrected !== undefined && first !== undefined) first.on = corrected;
  }
  return asRecorded.sort(byDate);
}

const byDate = (one: EffectiveAct, other: EffectiveAct): number =>
  one.on === other.on ? one.sequence - other.sequence : one.on < other.on ? -1 : 1;

function endOf(acts: readonly EffectiveAct[]): HouseholdFacts['ended'] {
  const last = acts.find(({ act }) => ['notInclude', 'eliminate', 'end'].includes(act.operation));
  if (last === undefined) return undefined;
  switch (last.act.operation) {
    case 'notInclude':
      return { on: last.on, outcome: 'not-included' };
    case 'eliminate':
      return { on: last.on, outcome: 'eliminated' };
    default:
      return { on: last.on, outcome: (last.act.body as EndBody).cause };
  }
}

function stepsOf(acts: readonly EffectiveAct[]): HouseholdFacts['steps'] {
  const done = Object.entries(operationOfStep).flatMap(([step, operation]) => {
    const first = acts.find(({ act }) => act.operation === operation);
    return first === undefined ? [] : [[step, { on: first.on, by: first.by }]];
  });
  return Object.fromEntries(done) as HouseholdFacts['steps'];
}

const of = <Body = unknown>(acts: readonly EffectiveAct[], operation: string): Dated<Body>[] =>
  acts.filter(({ act }) => act.operation === operation).map(({ on, by, act }) => ({ on, by, body: act.body as Body }));

const isClockAct = ({ act }: EffectiveAct): boolean => ['suspend', 'resume', 'extend'].includes(act.operation);
