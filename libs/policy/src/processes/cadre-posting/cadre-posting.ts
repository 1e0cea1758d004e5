import { townshipOf } from '../../base/office';
import { actsOf } from '../../case/act-order';
import type { CaseView, LedgerRecord } from '../../case/case';
import { processOf } from '../../case/process';
import type { CaseScope } from '../../case/scope';
import { escalationOf, type Escalation } from './escalation';
import type { PostingFile } from './ladder-facts';
import { newcomerCaseId, postingConsequences } from './posting-consequences';
import { postingDeadlines } from './posting-deadlines';
import {
  postingOutcomes,
  postingStages,
  readPosting,
  villageOn,
  type Posting,
  type PostingFacts,
} from './posting-facts';
import { postingNotices } from './posting-notices';
import { postingOpenings } from './posting-openings';
import { postingOperations } from './posting-operations';
import type { SelectionResult } from './selection-check';

/** A posting's view, with the one escalation view and the result of the selection check. */
export interface PostingView extends CaseView {
  escalation: Escalation;
  selection: SelectionResult;
}

/** Clauses C-2.1, C-3.1 and C-3.7: a cadre on post, from selection check through both ladders to handover or end of term. */
export const cadrePosting = processOf<Posting, PostingView>({
  process: 'cadre-posting',
  openings: postingOpenings,
  operations: postingOperations,
  read: readPosting,
  scope: scopeOf,
  view,
});

/** Both townships and all villages see a posting that moved. */
function scopeOf({ opening }: PostingFile, { stays }: PostingFacts): CaseScope {
  const villages = [...new Set(stays.map(({ village }) => village))];
  return { territories: [...new Set(villages.map(townshipOf))], villages, units: [opening.unit] };
}

function view(file: PostingFile, facts: PostingFacts): PostingView {
  const { stage, selection, end } = facts;
  const escalation = escalationOfPosting(facts);
  return {
    stage,
    stageName: postingStages[stage],
    deadlines: postingDeadlines(facts),
    consequences: postingConsequences(facts),
    notices: postingNotices(facts),
    records: [postingRecord(facts), ...leaveRecords(file), ...absenceRecords(facts)],
    listed: shownFacts(facts, escalation),
    escalation,
    selection,
    ...(end === null ? {} : { ended: { ...end, outcomeName: postingOutcomes[end.outcome] } }),
  };
}

const escalationOfPosting = ({
  absence,
  ranking,
  selectionFailedOn,
  recallDecidedOn,
  recall,
  settings,
}: PostingFacts): Escalation =>
  escalationOf(
    {
      absence,
      ranking,
      selectionFailedOn,
      recallDecidedOn,
      recalledOn: recall?.on ?? null,
    },
    settings,
  );

function postingRecord({ caseId, opening, township, village, vacancy, end }: PostingFacts): LedgerRecord {
  const { cadreId: cadre, unit, role, postedOn: from } = opening;
  return {
    table: 'posting',
    key: caseId,
    row: { cadre, township, village, unit, role, from, to: vacancy?.on ?? end?.on ?? null },
  };
}

/** Clause C-3.6: days off post without leave, for who counts days on post, each in the village of its day; those are excused for which leave was approved afterwards (C-3.3). */
const absenceRecords = (facts: PostingFacts): LedgerRecord[] =>
  facts.absences.map(({ on }) => ({
    table: 'register',
    key: `absence/${on}`,
    row: {
      kind: 'absence',
      territory: villageOn(facts, on),
      period: on.slice(0, 7),
      owner: facts.opening.unit,
      on,
      state: facts.absence.excused.includes(on) ? 'excused' : 'absent',
      body: { cadre: facts.opening.cadreId },
    },
  }));

/** Clause C-3.3: approved leave, for who counts days on post. */
const leaveRecords = (file: PostingFile): LedgerRecord[] =>
  actsOf(file.acts, 'leave').map(({ sequence, body: { from, to } }) => ({
    table: 'leave',
    key: String(sequence),
    row: { cadre: file.opening.cadreId, from, to },
  }));

function shownFacts(facts: PostingFacts, escalation: Escalation): CaseView['listed'] {
  const { opening, absence, ranking, recall, vacancy, end } = facts;
  return {
    cadre: opening.cadreId,
    role: opening.role,
    unit: opening.unit,
    senderLevel: opening.senderLevel,
    village: facts.village,
    township: facts.township,
    postedOn: opening.postedOn,
    selectionPassed: facts.selection.passed,
    rung: escalation.rung,
    rungName: escalation.rungName,
    absences: absence.counted.length,
    lowRun: ranking.lowRun,
    lastLowMonth: ranking.lastLowMonth,
    namedInBulletins: ranking.freeMatters.length,
    interviewsPending: ranking.interviews.filter(({ heldOn }) => heldOn === undefined).length,
    interviewsHeld: ranking.interviewsHeld,
    noExcellentYear: absence.noExcellentYears.at(-1) ?? null,
    recallPending: facts.stage === 'to-be-recalled',
    recallPath: recall?.path ?? null,
    vacantSince: end === null && facts.newcomer === null ? (vacancy?.on ?? null) : null,
    replacedBy: newcomerCaseId(facts),
    replaces: opening.replaces ?? null,
  };
}
