import { actsOf, inDateOrder } from '../../case/act-order';
import type { Actor, CaseFile, KeptAct, KeptActOf } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import { readEvents, type SuddenEvent } from './household-events';
import { readHelpRounds, type HelpRound } from './household-rounds';
import { settingsOf, type Settings } from '../../settings/policy-set';
import type {
  EliminationFindings,
  ExtendBody,
  HouseholdBodies,
  HouseholdFeature,
  HouseholdOpening,
  HouseholdStep,
  LabourCapacity,
  Measure,
  ResumeBody,
  SecondCheckBody,
  SuspendBody,
} from './household-acts';

export type HouseholdFile = CaseFile<HouseholdOpening, HouseholdBodies>;
type HouseholdAct = KeptActOf<HouseholdBodies>;

/** What the rules of an episode are about. */
export interface Household {
  opening: HouseholdOpening;
  facts: HouseholdFacts;
  bodies: HouseholdBodies;
}

/** An act on the day it counts for, corrections applied. */
export interface Dated<Body> {
  on: CivilDate;
  by: Actor;
  body: Body;
}

export type HouseholdOutcome = 'not-included' | 'eliminated' | 'moved-away' | 'death';

/** Clause: an episode read in the order of its dates, whatever the order of recording. */
export interface HouseholdFacts {
  settings: Settings;
  opening: HouseholdOpening;
  reportedOn: CivilDate;
  steps: Partial<Record<HouseholdStep, { on: CivilDate; by: Actor }>>;
  capacities: readonly (LabourCapacity & { on: CivilDate })[];
  features: readonly HouseholdFeature[];
  /** Clause B-3.2: what opened the green channel, with its first help. */
  events: readonly SuddenEvent[];
  /** The plan and measures of the identification, then of each new risk. */
  helpRounds: readonly HelpRound[];
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
  | ({ operation: 'resume' } & ResumeBody)
  | ({ operation: 'extend' } & ExtendBody);

/** Clause: all that is known of an episode. What is dated after its end no longer belongs to it. */
export function readHousehold(file: HouseholdFile): HouseholdFacts {
  const corrections = latestCorrections(file.acts);
  const all = applyCorrections(file.acts, corrections);
  const ended = endOf(all);
  const acts = ended === undefined ? all : all.filter((act) => act.occurredOn <= ended.on);
  const reportedOn = corrections.get('reported') ?? file.opening.greenChannel?.reportedOn ?? file.openedOn;
  const identified = actsOf(acts, 'identify').slice(0, 1);
  const measures = actsOf(acts, 'measures');
  return {
    settings: settingsOf(file.policy),
    opening: file.opening,
    reportedOn,
    steps: { reported: { on: reportedOn, by: file.openedBy }, ...stepsOf(acts) },
    capacities: [...identified, ...actsOf(acts, 'changeCapacity')].map(({ occurredOn, body }) => ({
      ...body,
      on: occurredOn,
    })),
    features: [
      ...new Set([
        ...file.opening.features,
        ...identified.flatMap(({ body }) => body.features ?? []),
        ...actsOf(acts, 'learnFeatures').flatMap(({ body }) => body.features),
      ]),
    ],
    events: readEvents(file.opening, acts),
    helpRounds: readHelpRounds(acts, identified[0]?.occurredOn),
    inPlace: measures.flatMap(({ occurredOn, body }) =>
      body.measures.map((measure) => ({ ...measure, on: occurredOn })),
    ),
    developmentAttempted: measures.some(({ body }) => body.developmentAttempt !== undefined),
    tagged: measures.some(({ body }) => body.tagged === true),
    reviewedOn: actsOf(acts, 'review').map(({ occurredOn }) => occurredOn),
    signatures: actsOf(acts, 'signElimination').map(dated),
    secondChecks: actsOf(acts, 'secondCheck').map(dated),
    eliminationChecks: actsOf(acts, 'checkElimination').map(dated),
    clockActs: actsOf(acts, 'suspend', 'resume', 'extend').map((act) => ({
      on: act.occurredOn,
      by: act.by,
      body: clockActOf(act),
    })),
    ...(ended === undefined ? {} : { ended }),
  };
}

const dated = <Body>({ occurredOn: on, by, body }: KeptAct<Body>): Dated<Body> => ({ on, by, body });

function clockActOf(act: Extract<HouseholdAct, { operation: ClockAct['operation'] }>): ClockAct {
  switch (act.operation) {
    case 'suspend':
      return { operation: 'suspend', ...act.body };
    case 'resume':
      return { operation: 'resume', ...act.body };
    case 'extend':
      return { operation: 'extend', ...act.body };
  }
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

/** Clause B-3.2 [D measure-types]: the type decides, not how it is tagged. */
export const isDevelopment = ({ settings }: HouseholdFacts, { type }: Measure): boolean =>
  settings.developmentTypes.some((one) => one === type);

/** The operation that carries out each step; the lead itself is the opening. */
export const operationOfStep = {
  'village-reviewed': 'villageReview',
  'township-checked': 'townshipCheck',
  identified: 'identify',
  planned: 'plan',
  measures: 'measures',
  'first-help': 'firstHelp',
} as const satisfies Record<Exclude<HouseholdStep, 'reported'>, string>;

const latestCorrections = (acts: readonly HouseholdAct[]): Map<HouseholdStep, CivilDate> =>
  new Map(actsOf(acts, 'correct').map(({ body }) => [body.step, body.correctedDate]));

/** Each act on the day it counts for: the first of a corrected step on the corrected one. */
function applyCorrections(
  acts: readonly HouseholdAct[],
  corrections: ReadonlyMap<HouseholdStep, CivilDate>,
): HouseholdAct[] {
  const asRecorded = inDateOrder(acts);
  const moved = new Map<HouseholdAct, CivilDate>();
  for (const [step, corrected] of corrections) {
    const first =
      step === 'reported' ? undefined : asRecorded.find(({ operation }) => operation === operationOfStep[step]);
    if (first !== undefined) moved.set(first, corrected);
  }
  return inDateOrder(asRecorded.map((act) => ({ ...act, occurredOn: moved.get(act) ?? act.occurredOn })));
}

function endOf(acts: readonly HouseholdAct[]): HouseholdFacts['ended'] {
  const last = actsOf(acts, 'notInclude', 'eliminate', 'end')[0];
  switch (last?.operation) {
    case undefined:
      return undefined;
    case 'notInclude':
      return { on: last.occurredOn, outcome: 'not-included' };
    case 'eliminate':
      return { on: last.occurredOn, outcome: 'eliminated' };
    case 'end':
      return { on: last.occurredOn, outcome: last.body.cause };
  }
}

function stepsOf(acts: readonly HouseholdAct[]): HouseholdFacts['steps'] {
  const done = Object.entries(operationOfStep).flatMap(([step, operation]) => {
    const first = acts.find((act) => act.operation === operation);
    return first === undefined ? [] : [[step, { on: first.occurredOn, by: first.by }]];
  });
  return Object.fromEntries(done) as HouseholdFacts['steps'];
}
