import type { CaseId } from '../../case/process-list';
import { actsOf } from '../../case/act-order';
import type { KeptAct } from '../../case/case';
import { parseCaseId } from '../../case/case-id';
import { addDays, laterOf, type CivilDate } from '../../dates/civil-date';
import { cityOf, countyOf, officeId, provinceOf, townshipOf, type OfficeId, type Territory } from '../../base/office';
import { settingsOf, type Settings } from '../../settings/policy-set';
import { absenceLadder, type AbsenceLadder } from './absence-ladder';
import { handlingDuties, isOwed, type HandlingDuty } from './handling-duty';
import {
  absenceFacts,
  namingsOf,
  rankingFacts,
  type Naming,
  type PostingFile,
  standingHandlings,
} from './ladder-facts';
import {
  postingEndReasons,
  type CandidateBody,
  type MisconductBody,
  type PostingBodies,
  type PostingEndReason,
  type PostingOpening,
  type RecallPath,
} from './posting-acts';
import { preCheckFlags } from './pre-check';
import { rankingLadder, type RankingLadder } from './ranking-ladder';
import { recallGrounds, standingGrounds, type RecallGround } from './recall-duty';
import type { SelectionResult } from './selection-check';
import { selectionCourse, type SelectionCourse } from './selection-course';

/** What the rules of a posting are about. */
export interface Posting {
  opening: PostingOpening;
  facts: PostingFacts;
  bodies: PostingBodies;
}

export const postingStages = {
  'on-post': '在岗',
  'to-be-recalled': '待召回',
  vacant: '空岗待补派',
  handover: '待交接',
  'handling-owed': '已离岗待组织处理',
  ended: '已结束',
} as const;
export type PostingStage = keyof typeof postingStages;

export const postingOutcomes = { recalled: '召回并完成压茬交接', ...postingEndReasons } as const;

/** Days in one village; the last stay has no end. */
export interface Stay {
  village: Territory;
  from: CivilDate;
  to?: CivilDate;
}

/** A day without cause off post, and who entered it first. */
export interface EnteredAbsence {
  on: CivilDate;
  by: OfficeId;
}

/** From which day the post is empty, and from which the newcomer's days run. */
export interface Vacancy {
  on: CivilDate;
  because: 'recall' | 'term-ended';
  since: CivilDate;
}

export interface PostingEnding {
  on: CivilDate;
  outcome: 'recalled' | PostingEndReason;
}

/** What a posting's facts amount to; every part of the view is written from this. */
export interface PostingFacts {
  caseId: CaseId;
  opening: PostingOpening;
  /** Number of the posting within cadre and township. */
  number: string;
  settings: Settings;
  village: Territory;
  township: Territory;
  /** The villages one after another. */
  stays: readonly Stay[];
  county: Territory;
  openedOn: CivilDate;
  /** As it is known now. */
  selection: SelectionResult;
  /** From this day on the check fails. */
  selectionFailedOn: CivilDate | null;
  grade: SelectionCourse['grade'];
  /** By their days, one a day. */
  absences: readonly EnteredAbsence[];
  absence: AbsenceLadder;
  ranking: RankingLadder;
  recallDecidedOn: CivilDate | null;
  /** Days from which leave approved afterwards changes nothing any more (OBLIGATIONS D15). */
  decisions: readonly CivilDate[];
  /** What he is to be recalled for, by their days. */
  recallGrounds: readonly RecallGround[];
  handlings: readonly HandlingDuty[];
  recall: { on: CivilDate; path: RecallPath } | null;
  /** The post stands empty: after a recall, or after a term that ended with nobody to hand over to. */
  vacancy: Vacancy | null;
  newcomer: { on: CivilDate; body: CandidateBody } | null;
  /** 压茬交接. */
  handedOverOn: CivilDate | null;
  /** Death, or a posting recorded in error: nothing of him is owed any more. */
  released: { on: CivilDate; reason: PostingEndReason } | null;
  /** He has left the post to somebody else, or it was given up. */
  left: PostingEnding | null;
  /** He has left, and no handling is owed. */
  end: PostingEnding | null;
  misconducts: KeptAct<MisconductBody>[];
  /** First naming of each matter that stands. */
  namings: readonly Naming[];
  stage: PostingStage;
}

/** Clauses C-2.1 and C-3.7: reads a posting from its dated facts. */
export function readPosting(file: PostingFile): PostingFacts {
  const { opening, caseId, openedOn } = file;
  const settings = settingsOf(file.policy);
  const stays = staysOf(file);
  const village = stays.at(-1)?.village ?? opening.village;
  const [firstRecall] = actsOf(file.acts, 'recall');
  const recall = firstRecall === undefined ? null : { on: firstRecall.occurredOn, path: firstRecall.body.path };
  const absence = absenceFacts(file);
  const ladders = {
    absence: absenceLadder({ ...absence, recalledOn: recall?.on }, settings),
    ranking: rankingLadder(rankingFacts(file), settings, recall?.on),
  };
  const county = countyOf(village);
  const selection = selectionCourse(file, settings);
  const recallDecidedOn = recallDecision(file);
  const facts = {
    caseId,
    opening,
    number: parseCaseId(caseId)?.subject[1] ?? '1',
    settings,
    village,
    township: townshipOf(village),
    stays,
    county,
    openedOn,
    selection: withPreCheck(selection.now, opening),
    selectionFailedOn: selection.failed.find(({ cancelledOn }) => cancelledOn === undefined)?.on ?? null,
    grade: selection.grade,
    absences: absencesOf(file),
    ...ladders,
    recallDecidedOn,
    decisions: absence.decisions,
    recallGrounds: recallGrounds({
      ...ladders,
      unit: opening.unit,
      stationingOffice: senderStationingOffice(opening),
      selectionFailed: selection.failed,
      recallDecidedOn,
    }),
    handlings: handlingDuties({ ...ladders, unit: opening.unit, county }),
    recall,
    newcomer: newcomerOf(file),
    misconducts: actsOf(file.acts, 'misconduct'),
    namings: namingsOf(file),
  };
  const released = releaseOf(file);
  const vacancy = vacancyOf(file, facts);
  const left = leftOf(file, { ...facts, vacancy });
  const end = endOf(left, released, facts.handlings);
  const handedOverOn = handoverBy(file.acts, facts.newcomer)?.occurredOn ?? null;
  const read = { ...facts, vacancy, handedOverOn, released, left, end };
  return { ...read, stage: stageOf(read) };
}

const withPreCheck = (result: SelectionResult, opening: PostingOpening): SelectionResult => ({
  ...result,
  flags: [...result.flags, ...preCheckFlags(opening, opening.village, opening.postedOn)],
});

/** OBLIGATIONS D3: acts before the day of a move are the old village's, from that day the new one's. */
function staysOf({ acts, opening, openedOn }: PostingFile): Stay[] {
  const moves = actsOf(acts, 'move').map(({ occurredOn, body }) => ({ from: occurredOn, village: body.village }));
  return [{ from: openedOn, village: opening.village }, ...moves].map((stay, index) => {
    const next = moves[index];
    return next === undefined ? stay : { ...stay, to: addDays(next.from, -1) };
  });
}

const absencesOf = ({ acts }: PostingFile): EnteredAbsence[] =>
  actsOf(acts, 'absence')
    .map(({ occurredOn, by }) => ({ on: occurredOn, by: by.office }))
    .filter(({ on }, index, all) => all[index - 1]?.on !== on);

/** The village the cadre was in on a day. */
export const villageOn = ({ stays, opening }: Pick<PostingFacts, 'stays' | 'opening'>, day: CivilDate): Territory =>
  stays.findLast(({ from }) => from <= day)?.village ?? opening.village;

/** Clause C-3.1: the township that managed the cadre on a day. */
export const townshipOn = (facts: PostingFacts, day: CivilDate): Territory => townshipOf(villageOn(facts, day));

/** Clause C-2.1: 同级驻村办, the stationing office of the level the cadre was sent from; central-sent as province [D central-as-province]. */
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

const recallDecision = (file: PostingFile): CivilDate | null =>
  standingHandlings(file).find(({ body }) => body.decision === 'recall')?.occurredOn ?? null;

/** Who was appointed to follow, for a vacant post or ahead of the end of the term. */
function newcomerOf({ acts }: PostingFile): PostingFacts['newcomer'] {
  const [act] = actsOf(acts, 'candidate');
  return act === undefined ? null : { on: act.occurredOn, body: act.body };
}

/** OBLIGATIONS D23: a term that ends without a handover leaves the post empty. */
function vacancyOf(
  { acts, opening }: PostingFile,
  { recall, newcomer }: Pick<PostingFacts, 'recall' | 'newcomer'>,
): Vacancy | null {
  if (recall !== null) return { on: recall.on, because: 'recall', since: recall.on };
  const ended = actsOf(acts, 'end').find(({ body: { reason } }) => reason === 'term-ended');
  if (ended === undefined || handoverBy(acts, newcomer, ended.occurredOn) !== undefined) return null;
  const since = opening.termEndsOn ?? ended.body.termEndedOn ?? ended.occurredOn;
  return { on: ended.occurredOn, because: 'term-ended', since };
}

/** Clause C-2.1: 压茬交接 with who follows, by a day. */
export const handoverBy = (
  acts: PostingFile['acts'],
  newcomer: PostingFacts['newcomer'],
  by: CivilDate = '9999-12-31',
) =>
  actsOf(acts, 'handover').find(({ occurredOn }) => newcomer !== null && occurredOn >= newcomer.on && occurredOn <= by);

function releaseOf({ acts }: PostingFile): PostingFacts['released'] {
  const act = actsOf(acts, 'end').find(({ body: { reason } }) => reason === 'death' || reason === 'recorded-in-error');
  return act === undefined ? null : { on: act.occurredOn, reason: act.body.reason };
}

/** A vacant post is left by the handover to the newcomer, also when the old cadre has died meanwhile; or it is given up. */
function leftOf(
  { acts }: PostingFile,
  { vacancy, newcomer }: Pick<PostingFacts, 'vacancy' | 'newcomer'>,
): PostingEnding | null {
  const isClosing = (reason: PostingEndReason): boolean =>
    vacancy === null || reason === 'post-cancelled' || reason === 'recorded-in-error';
  const ended = actsOf(acts, 'end').find(({ body: { reason } }) => isClosing(reason));
  const handedOver = vacancy === null ? undefined : handoverBy(acts, newcomer);
  if (vacancy !== null && handedOver !== undefined)
    return { on: handedOver.occurredOn, outcome: vacancy.because === 'recall' ? 'recalled' : 'term-ended' };
  return ended === undefined ? null : { on: ended.occurredOn, outcome: ended.body.reason };
}

/** OBLIGATIONS D2: the case ends when handling is recorded. */
function endOf(
  left: PostingEnding | null,
  released: PostingFacts['released'],
  handlings: readonly HandlingDuty[],
): PostingEnding | null {
  if (left === null) return null;
  if (released !== null) return { ...left, on: laterOf(left.on, released.on) };
  if (handlings.some(isOwed)) return null;
  return { ...left, on: laterOf(left.on, ...handlings.flatMap(({ handledOn }) => handledOn ?? [])) };
}

function stageOf(facts: Omit<PostingFacts, 'stage'>): PostingStage {
  const { end, left, newcomer, vacancy, handedOverOn, recallGrounds: grounds } = facts;
  if (end !== null) return 'ended';
  if (left !== null) return 'handling-owed';
  if (vacancy !== null) return newcomer === null ? 'vacant' : 'handover';
  if (standingGrounds(grounds).length > 0) return 'to-be-recalled';
  return newcomer === null || handedOverOn !== null ? 'on-post' : 'handover';
}
