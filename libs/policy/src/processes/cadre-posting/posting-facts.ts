import { absenceLadder, type AbsenceLadder } from './absence-ladder';
import type { Act, CaseFile, KeptAct } from '../../case/case';
import { parseCaseId } from '../../case/case-id';
import type { CivilDate } from '../../dates/civil-date';
import type { InterviewGrounds } from '../interview/interview-grounds';
import {
  cityOf,
  countyOf,
  kindOf,
  officeId,
  provinceOf,
  townshipOf,
  type OfficeId,
  type Territory,
} from '../../base/office';
import { settingsOf, type Settings } from '../../settings/policy-set';
import {
  actsOf,
  postingEndReasons,
  type CandidateBody,
  type HandlingPath,
  type MisconductBody,
  type OrderInterviewBody,
  type OrganizationalHandlingBody,
  type PostingEndReason,
  type PostingBodies,
  type PostingOpening,
  type PostingOperation,
  type RecallPath,
} from './posting-acts';
import { rankingLadder, type RankingFact, type RankingLadder } from './ranking-ladder';
import { selectionCheck, type SelectionResult } from './selection-check';

export const postingStages = {
  'on-post': '在岗',
  'to-be-recalled': '待召回',
  vacant: '空岗待补派',
  handover: '待交接',
  ended: '已结束',
} as const;
export type PostingStage = keyof typeof postingStages;

export const postingOutcomes = { recalled: '召回并完成压茬交接', ...postingEndReasons } as const;

/** What a posting's facts amount to; every part of the view is written from this. */
export interface PostingFacts {
  caseId: string;
  opening: PostingOpening;
  /** Number of the posting within cadre and township. */
  number: string;
  settings: Settings;
  village: Territory;
  township: Territory;
  moves: { on: CivilDate; village: Territory }[];
  county: Territory;
  openedOn: CivilDate;
  selection: SelectionResult;
  absence: AbsenceLadder;
  ranking: RankingLadder;
  recallDecidedOn: CivilDate | null;
  recall: { on: CivilDate; path: RecallPath } | null;
  newcomer: { on: CivilDate; body: CandidateBody } | null;
  end: { on: CivilDate; outcome: 'recalled' | PostingEndReason } | null;
  misconducts: KeptAct<MisconductBody>[];
  /** First naming of each matter that stands. */
  namings: { matter: string; on: CivilDate }[];
  stage: PostingStage;
}

/** One act on a posting, with what is known of the posting so far. */
export interface PostingAct<Name extends PostingOperation> {
  file: CaseFile<PostingOpening>;
  facts: PostingFacts;
  act: Act<PostingBodies[Name]>;
}
/** Clauses C-2.1 and C-3.7: reads a posting from its dated facts. */
export function postingFacts(file: CaseFile<PostingOpening>): PostingFacts {
  const { opening, caseId, openedOn } = file;
  const settings = settingsOf(file.policy);
  const moves = actsOf(file, 'move').map(({ occurredOn, body }) => ({ on: occurredOn, village: body.village }));
  const village = moves.at(-1)?.village ?? opening.village;
  const [firstRecall] = actsOf(file, 'recall');
  const recall = firstRecall === undefined ? null : { on: firstRecall.occurredOn, path: firstRecall.body.path };
  const facts = {
    caseId,
    opening,
    number: parseCaseId(caseId)?.subject[1] ?? '1',
    settings,
    village,
    township: townshipOf(village),
    moves,
    county: countyOf(village),
    openedOn,
    selection: selectionCheck(opening, opening.postedOn, settings),
    absence: absenceLadder({ ...absenceFacts(file), recalledOn: recall?.on }, settings),
    ranking: rankingLadder(rankingFacts(file), settings, recall?.on),
    recallDecidedOn: recallDecision(file),
    recall,
    newcomer: newcomerOf(file, recall?.on),
    misconducts: actsOf(file, 'misconduct'),
    namings: namingsOf(file),
  };
  const end = endOf(file, facts.newcomer?.on);
  return { ...facts, end, stage: stageOf({ ...facts, end }) };
}

/** Clause C-3.1: the township that managed the cadre on a day. */
export const townshipOn = ({ moves, opening }: PostingFacts, day: CivilDate): Territory =>
  townshipOf(moves.findLast(({ on }) => on <= day)?.village ?? opening.village);

/** Clause C-2.1: 同级驻村办, the stationing office of the level the cadre was sent from; central-sent as province [D]. */
export function senderStationingOffice({
  senderLevel,
  village,
}: Pick<PostingOpening, 'senderLevel' | 'village'>): OfficeId {
  switch (senderLevel) {
    case 'central':
    case 'province':
      return officeId('stationing-office', provinceOf(village));
    case 'city':
      return officeId('stationing-office', cityOf(village));
    case 'county':
      return officeId('stationing-office', countyOf(village));
  }
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

function absenceFacts(file: CaseFile<PostingOpening>) {
  const reminders = actsOf(file, 'recordReminder').map(({ occurredOn, body }) => ({
    absenceOn: body.absenceOn,
    on: occurredOn,
  }));
  return {
    absences: actsOf(file, 'absence').map(({ occurredOn }) => occurredOn),
    leaves: actsOf(file, 'leave').map(({ body }) => body),
    approvals: actsOf(file, 'approveLeaveAfterwards').map(({ occurredOn, body }) => ({
      absenceOn: body.absenceOn,
      on: occurredOn,
    })),
    reminders,
    handled: handlings(file, 'absence').map(({ occurredOn }) => occurredOn),
    undelivered: reminders
      .map(({ absenceOn }) => absenceOn)
      .filter((absenceOn) => file.undelivered.includes(reminderNoticeKey(absenceOn))),
  };
}

const handlings = (file: CaseFile<PostingOpening>, path: HandlingPath): KeptAct<OrganizationalHandlingBody>[] =>
  actsOf(file, 'organizationalHandling').filter(({ body, by }) => handlingPathOf(body, by.office) === path);

function rankingFacts(file: CaseFile<PostingOpening>): RankingFact[] {
  const months = <Name extends 'lowMonth' | 'notLowMonth' | 'neutralMonth' | 'notNeutralMonth'>(
    name: Name,
    what: { low?: boolean; neutral?: boolean },
  ) =>
    actsOf(file, name).map((act) => ({
      sequence: act.sequence,
      fact: { kind: 'month' as const, on: act.occurredOn, ...act.body, ...what },
    }));
  const copies = (name: 'copyUndelivered' | 'copyDelivered', delivered: boolean) =>
    actsOf(file, name).map(({ occurredOn, body: { bulletin } }) => ({
      kind: 'copy' as const,
      on: occurredOn,
      bulletin,
      delivered,
    }));
  const monthFacts = [
    ...months('lowMonth', { low: true }),
    ...months('notLowMonth', { low: false }),
    ...months('neutralMonth', { neutral: true }),
    ...months('notNeutralMonth', { neutral: false }),
  ];
  return [
    ...monthFacts.sort((a, b) => a.sequence - b.sequence).map(({ fact }) => fact),
    ...namingFacts(file),
    ...copies('copyUndelivered', false),
    ...copies('copyDelivered', true),
    ...actsOf(file, 'orderInterview').map(({ occurredOn, body }) => ({
      kind: 'ordered' as const,
      on: occurredOn,
      because: groundsOf(body),
    })),
    ...actsOf(file, 'interviewHeld').map(({ body }) => ({
      kind: 'held' as const,
      on: body.on,
      key: body.key,
      because: body.because,
      orderedOn: body.orderedOn,
    })),
    ...handlings(file, 'ranking').map(({ occurredOn }) => ({ kind: 'handled' as const, on: occurredOn })),
  ];
}

function namingFacts(file: CaseFile<PostingOpening>): RankingFact[] {
  const isDelivered = (matter: string): boolean => !file.undelivered.includes(namingNoticeKey(matter));
  return [
    ...actsOf(file, 'namedInSuperiorBulletin').map(({ occurredOn, body: { matter } }) => ({
      kind: 'named' as const,
      on: occurredOn,
      matter,
      named: true,
      copyDelivered: isDelivered(matter),
    })),
    ...actsOf(file, 'withdrawNaming').map(({ occurredOn, body: { matter } }) => ({
      kind: 'named' as const,
      on: occurredOn,
      matter,
      named: false,
      copyDelivered: false,
    })),
  ];
}

function namingsOf(file: CaseFile<PostingOpening>): PostingFacts['namings'] {
  const withdrawn = actsOf(file, 'withdrawNaming');
  const standing = actsOf(file, 'namedInSuperiorBulletin')
    .map(({ body: { matter }, occurredOn: on }) => ({ matter, on }))
    .filter(({ matter, on }) => !withdrawn.some((act) => act.body.matter === matter && act.occurredOn >= on));
  return standing.filter(({ matter }, index) => standing.findIndex((other) => other.matter === matter) === index);
}

const recallDecision = (file: CaseFile<PostingOpening>): CivilDate | null =>
  actsOf(file, 'organizationalHandling').find(({ body }) => body.decision === 'recall')?.occurredOn ?? null;

function newcomerOf(file: CaseFile<PostingOpening>, recalledOn: CivilDate | undefined): PostingFacts['newcomer'] {
  if (recalledOn === undefined) return null;
  const act = actsOf(file, 'candidate').find(({ occurredOn }) => occurredOn >= recalledOn);
  return act === undefined ? null : { on: act.occurredOn, body: act.body };
}

function endOf(file: CaseFile<PostingOpening>, appointedOn: CivilDate | undefined): PostingFacts['end'] {
  const [ended] = actsOf(file, 'end');
  const handedOver = actsOf(file, 'handover').find(
    ({ occurredOn }) => appointedOn !== undefined && occurredOn >= appointedOn,
  );
  if (handedOver !== undefined) return { on: handedOver.occurredOn, outcome: 'recalled' };
  return ended === undefined ? null : { on: ended.occurredOn, outcome: ended.body.reason };
}

function stageOf({
  end,
  newcomer,
  recall,
  selection,
  absence,
  recallDecidedOn,
}: Omit<PostingFacts, 'stage'>): PostingStage {
  if (end !== null) return 'ended';
  if (newcomer !== null) return 'handover';
  if (recall !== null) return 'vacant';
  const isOrdered = absence.recalls.some(({ readyOn, cancelledOn }) => readyOn !== null && cancelledOn === undefined);
  return !selection.passed || isOrdered || recallDecidedOn !== null ? 'to-be-recalled' : 'on-post';
}
