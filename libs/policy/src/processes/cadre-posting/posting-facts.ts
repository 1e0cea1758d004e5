import type { CaseId } from '../../case/process-list';
import { actsOf } from '../../case/act-order';
import type { KeptAct } from '../../case/case';
import { parseCaseId } from '../../case/case-id';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { cityOf, countyOf, officeId, provinceOf, townshipOf, type OfficeId, type Territory } from '../../base/office';
import { settingsOf, type Settings } from '../../settings/policy-set';
import { absenceLadder, type AbsenceLadder } from './absence-ladder';
import { absenceFacts, namingsOf, rankingFacts, type Naming, type PostingFile } from './ladder-facts';
import {
  postingEndReasons,
  type CandidateBody,
  type MisconductBody,
  type PostingBodies,
  type PostingEndReason,
  type PostingOpening,
  type RecallPath,
} from './posting-acts';
import { rankingLadder, type RankingLadder } from './ranking-ladder';
import { selectionCheck, type SelectionResult } from './selection-check';

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
  selection: SelectionResult;
  /** By their days, one a day. */
  absences: readonly EnteredAbsence[];
  absence: AbsenceLadder;
  ranking: RankingLadder;
  recallDecidedOn: CivilDate | null;
  recall: { on: CivilDate; path: RecallPath } | null;
  newcomer: { on: CivilDate; body: CandidateBody } | null;
  end: { on: CivilDate; outcome: 'recalled' | PostingEndReason } | null;
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
  const facts = {
    caseId,
    opening,
    number: parseCaseId(caseId)?.subject[1] ?? '1',
    settings,
    village,
    township: townshipOf(village),
    stays,
    county: countyOf(village),
    openedOn,
    selection: selectionCheck(opening, opening.postedOn, settings),
    absences: absencesOf(file),
    absence: absenceLadder({ ...absenceFacts(file), recalledOn: recall?.on }, settings),
    ranking: rankingLadder(rankingFacts(file), settings, recall?.on),
    recallDecidedOn: recallDecision(file),
    recall,
    newcomer: newcomerOf(file, recall?.on),
    misconducts: actsOf(file.acts, 'misconduct'),
    namings: namingsOf(file),
  };
  const end = endOf(file, facts.newcomer?.on);
  return { ...facts, end, stage: stageOf({ ...facts, end }) };
}

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
  actsOf(file.acts, 'organizationalHandling').find(({ body }) => body.decision === 'recall')?.occurredOn ?? null;

function newcomerOf(file: PostingFile, recalledOn: CivilDate | undefined): PostingFacts['newcomer'] {
  if (recalledOn === undefined) return null;
  const act = actsOf(file.acts, 'candidate').find(({ occurredOn }) => occurredOn >= recalledOn);
  return act === undefined ? null : { on: act.occurredOn, body: act.body };
}

function endOf(file: PostingFile, appointedOn: CivilDate | undefined): PostingFacts['end'] {
  const [ended] = actsOf(file.acts, 'end');
  const handedOver = actsOf(file.acts, 'handover').find(
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
