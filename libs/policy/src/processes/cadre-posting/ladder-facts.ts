import { kindOf, type OfficeId } from '../../base/office';
import { actsOf } from '../../case/act-order';
import type { Actor, CaseFile, KeptAct } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type { InterviewGrounds } from '../interview/interview-grounds';
import type { AbsenceFacts } from './absence-ladder';
import type {
  HandlingPath,
  OrderInterviewBody,
  OrganizationalHandlingBody,
  PostingBodies,
  PostingOpening,
} from './posting-acts';
import type { RankingFact } from './ranking-ladder';

export type PostingFile = CaseFile<PostingOpening, PostingBodies>;

/** A matter named in a critical bulletin of a superior level, and who entered it. */
export interface Naming {
  matter: string;
  on: CivilDate;
  by: OfficeId | 'system';
}

/** Clause C-3.7: the provision a handling follows when the act does not say it. */
export const handlingPathOf = (body: OrganizationalHandlingBody, office: string): HandlingPath =>
  body.path ?? (office !== 'system' && kindOf(office) === 'dispatching-unit' ? 'absence' : 'ranking');

/** Clause C-3.7: grounds of an interview ordered by hand; there may be none but its reason. */
export const groundsOf = ({ because }: OrderInterviewBody): InterviewGrounds => ({
  months: because?.months ?? [],
  bulletins: because?.bulletins ?? [],
});

/** Key of the notice that tells the unit of a reminder; the recall waits until it is in the inbox. */
export const reminderNoticeKey = (absenceOn: CivilDate): string => `reminded:${absenceOn}`;

/** Key of the copy that tells the unit of a superior bulletin; the interview waits until it is in the inbox. */
export const namingNoticeKey = (matter: string): string => `named:${matter}`;

export function absenceFacts(file: PostingFile): AbsenceFacts {
  const reminders = actsOf(file.acts, 'recordReminder').map(({ occurredOn, body }) => ({
    absenceOn: body.absenceOn,
    on: occurredOn,
  }));
  return {
    absences: actsOf(file.acts, 'absence').map(({ occurredOn }) => occurredOn),
    leaves: actsOf(file.acts, 'leave').map(({ body }) => body),
    approvals: actsOf(file.acts, 'approveLeaveAfterwards').map(({ occurredOn, body }) => ({
      absenceOn: body.absenceOn,
      on: occurredOn,
    })),
    reminders,
    decisions: decisionsOf(file),
    handled: handlings(file, 'absence').map(({ occurredOn }) => occurredOn),
    undelivered: reminders
      .map(({ absenceOn }) => absenceOn)
      .filter((absenceOn) => file.undelivered.includes(reminderNoticeKey(absenceOn))),
  };
}

/** Clause C-3.7: a recall by any path, and handling of an absence of any kind; each ends what leave approved afterwards can change. */
const decisionsOf = (file: PostingFile): CivilDate[] =>
  [
    ...actsOf(file.acts, 'recall'),
    ...handlings(file, 'absence'),
    ...standingHandlings(file).filter(({ body }) => body.decision === 'recall'),
  ]
    .map(({ occurredOn }) => occurredOn)
    .sort();

const handlings = (file: PostingFile, path: HandlingPath): KeptAct<OrganizationalHandlingBody>[] =>
  standingHandlings(file).filter(({ body, by }) => handlingPathOf(body, by.office) === path);

/** OBLIGATIONS D15: what the unit has taken back of its handling of an absence was never decided. */
export function standingHandlings({ acts }: Pick<PostingFile, 'acts'>): KeptAct<OrganizationalHandlingBody>[] {
  const takenBack = actsOf(acts, 'takeBackHandling');
  return actsOf(acts, 'organizationalHandling').filter(
    ({ body, by, occurredOn, sequence }) =>
      handlingPathOf(body, by.office) !== 'absence' ||
      !takenBack.some((gone) => gone.sequence > sequence && gone.occurredOn >= occurredOn),
  );
}

/** What a message about a month says of it. */
const monthStates = {
  lowMonth: { low: true },
  notLowMonth: { low: false },
  neutralMonth: { neutral: true },
  notNeutralMonth: { neutral: false },
} as const;

export function rankingFacts(file: PostingFile): RankingFact[] {
  const months = actsOf(file.acts, 'lowMonth', 'notLowMonth', 'neutralMonth', 'notNeutralMonth')
    .sort((a, b) => a.sequence - b.sequence)
    .map(({ operation, occurredOn, body }) => ({
      kind: 'month' as const,
      on: occurredOn,
      ...body,
      ...monthStates[operation],
    }));
  return [
    ...months,
    ...namingFacts(file),
    ...copies(file, 'copyUndelivered', false),
    ...copies(file, 'copyDelivered', true),
    ...actsOf(file.acts, 'orderInterview').map(({ occurredOn, body }) => ({
      kind: 'ordered' as const,
      on: occurredOn,
      because: groundsOf(body),
    })),
    ...actsOf(file.acts, 'interviewHeld').map(({ body }) => ({
      kind: 'held' as const,
      on: body.on,
      key: body.key,
      because: body.because,
      orderedOn: body.orderedOn,
    })),
    ...handlings(file, 'ranking').map(({ occurredOn }) => ({ kind: 'handled' as const, on: occurredOn })),
  ];
}

const copies = (file: PostingFile, name: 'copyUndelivered' | 'copyDelivered', delivered: boolean): RankingFact[] =>
  actsOf(file.acts, 'copyUndelivered', 'copyDelivered')
    .filter(({ operation }) => operation === name)
    .map(({ occurredOn, body: { bulletin } }) => ({ kind: 'copy', on: occurredOn, bulletin, delivered }));

function namingFacts(file: PostingFile): RankingFact[] {
  const isDelivered = (matter: string): boolean => !file.undelivered.includes(namingNoticeKey(matter));
  return [
    ...namingActs(file).map(({ occurredOn, body: { matter }, by, source }) => ({
      kind: 'named' as const,
      on: occurredOn,
      matter,
      source: source ?? by,
      named: true,
      copyDelivered: isDelivered(matter),
    })),
    ...withdrawalActs(file).map(({ occurredOn, body: { matter }, by, source }) => ({
      kind: 'named' as const,
      on: occurredOn,
      matter,
      source: source ?? by,
      named: false,
      copyDelivered: false,
    })),
  ];
}

/** Entered by an office from paper, or told by the bulletin itself; each is taken back where it came from. */
const namingActs = ({ acts }: PostingFile) => actsOf(acts, 'namedInSuperiorBulletin', 'namedByFinding').map(sourced);
const withdrawalActs = ({ acts }: PostingFile) => actsOf(acts, 'withdrawNaming', 'findingWithdrawn').map(sourced);

const sourced = <A extends { occurredOn: CivilDate; by: Actor; body: { matter: string; source?: string } }>({
  occurredOn,
  body,
  by,
}: A) => ({ occurredOn, body, by: by.office, source: body.source });

/** First naming of each matter that stands. */
export function namingsOf(file: PostingFile): Naming[] {
  const withdrawn = withdrawalActs(file);
  const standing = namingActs(file).filter(
    (named) =>
      !withdrawn.some(
        ({ body, by, source, occurredOn }) =>
          body.matter === named.body.matter &&
          (source ?? by) === (named.source ?? named.by) &&
          occurredOn >= named.occurredOn,
      ),
  );
  return standing
    .map(({ body: { matter }, occurredOn: on, by }) => ({ matter, on, by }))
    .filter(({ matter }, index, all) => all.findIndex((other) => other.matter === matter) === index);
}
