import { actsOf } from '../../case/act-order';
import type { CaseFile, KeptActOf } from '../../case/case';
import { levelOf, officeId, type OfficeId, type Territory } from '../../base/office';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { settingsOf, type Settings } from '../../settings/policy-set';
import {
  inspectionKinds,
  type CheckCountyBody,
  type FindBody,
  type InspectionBodies,
  type InspectionOpening,
  type QuizResult,
} from './inspection-acts';
import type { RosterEntry } from '../cadre-posting/roster';
import { drawSample } from './sample';

export type InspectionFile = CaseFile<InspectionOpening, InspectionBodies>;

/** What the rules of an inspection are about. */
export interface Inspection {
  opening: InspectionOpening;
  facts: InspectionFacts;
  bodies: InspectionBodies;
}

type Kept<Name extends keyof InspectionBodies> = KeptActOf<Pick<InspectionBodies, Name>>;

/** A matter found, and whether it still stands. */
export interface Finding extends FindBody {
  on: CivilDate;
  withdrawnOn?: CivilDate;
}

/** One published text: the bulletin, then each correcting one. */
export interface Publication {
  number: string;
  issuedOn: CivilDate;
  corrects: string | null;
  reason: string | null;
}

/** An inspection read in the order of its dates. */
export interface InspectionFacts {
  settings: Settings;
  /** Who inspects. */
  office: OfficeId;
  excluded: readonly string[] | undefined;
  draw?: { on: CivilDate; seed: string; publicValue: string; drawn: readonly string[] };
  begunOn?: CivilDate;
  findings: readonly Finding[];
  quiz: ReadonlyMap<string, QuizResult>;
  concluded?: Kept<'conclude'>;
  publications: readonly Publication[];
  /** C-3.7: who was on post where somebody is named. */
  roster: readonly RosterEntry[];
  cancelled?: Kept<'cancel'>;
  /** C-3.4: the other counties of the city that follows up; `undefined` before they were read. */
  toCheck: readonly Territory[] | undefined;
  checked: ReadonlyMap<string, { on: CivilDate; body: CheckCountyBody }>;
}

/** All that is known of an inspection. */
export function readInspection(file: InspectionFile): InspectionFacts {
  const { opening, acts } = file;
  const [drawn] = actsOf(acts, 'draw');
  const [begun] = actsOf(acts, 'begin');
  const [concluded] = actsOf(acts, 'conclude');
  const [cancelled] = actsOf(acts, 'cancel');
  const excluded = actsOf(acts, 'drawnRead').at(-1)?.body ?? (opening.sample?.excludeMonths === 0 ? [] : undefined);
  const withdrawals = actsOf(acts, 'withdrawFinding');
  return {
    settings: settingsOf(file.policy),
    office: inspectorOf(opening),
    excluded,
    ...(drawn !== undefined && opening.sample !== null && { draw: drawOf(opening.sample, excluded ?? [], drawn) }),
    ...(begun !== undefined && { begunOn: begun.occurredOn }),
    findings: actsOf(acts, 'find').map(({ body, occurredOn }) => {
      const withdrawal = withdrawals.find((one) => one.body.finding === body.id);
      return { ...body, on: occurredOn, ...(withdrawal !== undefined && { withdrawnOn: withdrawal.occurredOn }) };
    }),
    quiz: new Map(
      actsOf(acts, 'recordQuiz').flatMap(({ body }) => body.results.map((result) => [result.cadre, result] as const)),
    ),
    ...(concluded !== undefined && { concluded }),
    publications: concluded === undefined ? [] : publicationsOf(concluded, withdrawals),
    roster: actsOf(acts, 'rosterRead').flatMap(({ body }) => body),
    ...(cancelled !== undefined && begun === undefined && { cancelled }),
    toCheck: actsOf(acts, 'placesRead')
      .at(-1)
      ?.body.map(({ place }) => place)
      .filter((place) => opening.follows?.foundIn.includes(place) === false),
    checked: new Map(
      actsOf(acts, 'checkCounty').map(({ body, occurredOn }) => [body.county, { on: occurredOn, body }]),
    ),
  };
}

const drawOf = (
  sample: NonNullable<InspectionOpening['sample']>,
  excluded: readonly string[],
  { occurredOn, body }: Kept<'draw'>,
) => {
  const publicValue = body.publicValue ?? '';
  return {
    on: occurredOn,
    seed: body.seed,
    publicValue,
    drawn: drawSample({ ...sample, excluded }, body.seed, publicValue),
  };
};

const publicationsOf = (
  { body, occurredOn }: Kept<'conclude'>,
  withdrawals: readonly Kept<'withdrawFinding'>[],
): Publication[] => [
  { number: body.number, issuedOn: occurredOn, corrects: null, reason: null },
  ...withdrawals.map((one) => ({
    number: one.body.number,
    issuedOn: one.occurredOn,
    corrects: body.number,
    reason: one.body.reason,
  })),
];

/** Until when its bulletin may be corrected. */
export const correctionEnd = ({ publications, settings }: InspectionFacts): CivilDate | undefined => {
  const last = publications.at(-1);
  return last === undefined ? undefined : addDays(last.issuedOn, settings.dutyReopenDays);
};

/** The day the last of the counties to be looked at was looked at; `undefined` while one is left. */
export function allCheckedOn({ toCheck, checked }: InspectionFacts, from: CivilDate): CivilDate | undefined {
  const days = toCheck?.map((county) => checked.get(county)?.on);
  return days?.every((on) => on !== undefined) ? ([from, ...days].sort().at(-1) as CivilDate) : undefined;
}

/** Who inspects: the office of the kind, at the level that planned it. */
export const inspectorOf = ({ kind, territory }: InspectionOpening): OfficeId =>
  officeId(inspectionKinds[kind].office, territory);

/** May an office of this level hold this kind? */
export const isHeldBy = ({ kind, territory }: InspectionOpening): boolean => {
  const level = levelOf(territory);
  const levels: Readonly<Record<string, readonly string[]>> = {
    inspection: ['province'],
    'flight-check': ['province', 'city', 'county'],
    'spot-quiz': ['county'],
    'spot-check': ['province'],
    'follow-check': ['city'],
  };
  return levels[kind]?.includes(level ?? '') === true;
};
