import type { CaseFile, CaseView, LedgerRecord, ProcessRules } from '../../case/case';
import { chineseDate, isAfter, isBefore, type CivilDate } from '../../dates/civil-date';
import { escalationOf, type Escalation } from './escalation';
import { isWithin, kindOf, levelOf, territoryOf, type Level } from '../../base/office';
import { settingsOf, type PolicyRef } from '../../settings/policy-set';
import { actsOf, type PostingOpening } from './posting-acts';
import { judgePosting } from './posting-admission';
import { newcomerCaseId, postingConsequences } from './posting-consequences';
import { postingDeadlines } from './posting-deadlines';
import { postingFacts, postingOutcomes, postingStages, type PostingFacts } from './posting-facts';
import { postingNotices } from './posting-notices';
import { selectionCheck, senderLevels, type SelectionResult, type SenderLevel } from './selection-check';
import { admit, refuse, type Verdict } from '../../base/verdict';

/** A posting's view, with the one escalation view and the result of the selection check. */
export interface PostingView extends CaseView {
  escalation: Escalation;
  selection: SelectionResult;
}

/** Clauses C-2.1, C-3.1 and C-3.7: a cadre on post, from selection check through both ladders to handover or end of term. */
export const cadrePosting: ProcessRules<PostingOpening, PostingView> = {
  process: 'cadre-posting',
  judgeOpening,
  judge: judgePosting,
  view,
};

function judgeOpening(opening: PostingOpening, openedOn: CivilDate, today: CivilDate, policy: PolicyRef): Verdict {
  return refuseDates(opening, openedOn, today) ?? refuseSubject(opening) ?? admitChecked(opening, policy);
}

function refuseDates(
  { postedOn, bornOn, annualAssessments }: PostingOpening,
  openedOn: CivilDate,
  today: CivilDate,
): Verdict | undefined {
  if (isAfter(postedOn, today))
    return refuse(
      'FUTURE_DATE',
      'C-2.1',
      `任职日期不得晚于今天（${chineseDate(today)}），填报为${chineseDate(postedOn)}`,
      'postedOn',
    );
  if (isBefore(openedOn, postedOn))
    return refuse(
      'BEFORE_BEGINNING',
      'C-2.1',
      `登记事项不得早于任职之日（${chineseDate(postedOn)}），填报为${chineseDate(openedOn)}`,
      'postedOn',
    );
  if (!isBefore(bornOn, postedOn)) return refuse('INVALID_INPUT', 'C-2.1', '出生日期应早于任职日期', 'bornOn');
  const years = annualAssessments.map(({ year }) => year);
  if (new Set(years).size < years.length)
    return refuse('INVALID_INPUT', 'C-2.1', '同一年度的考核等次只能填报一次', 'annualAssessments');
  if (years.some((year) => year > Number(postedOn.slice(0, 4))))
    return refuse('INVALID_INPUT', 'C-2.1', '年度考核的年份不得晚于任职年份', 'annualAssessments');
  return undefined;
}

const unitLevels: Record<SenderLevel, Level> = {
  central: 'province',
  province: 'province',
  city: 'city',
  county: 'county',
};

function refuseSubject({ village, unit, senderLevel, previousOpen }: PostingOpening): Verdict | undefined {
  if (levelOf(village) !== 'village') return refuse('INVALID_INPUT', 'C-2.1', '应为 12 位村级行政区划代码', 'village');
  if (kindOf(unit) !== 'dispatching-unit')
    return refuse('INVALID_INPUT', 'C-2.1', '派出单位编号应为 dispatching-unit:<区划代码>:<单位>', 'unit');
  if (levelOf(territoryOf(unit)) !== unitLevels[senderLevel]) {
    return refuse(
      'INVALID_INPUT',
      'C-2.1',
      `选派层级为${senderLevels[senderLevel]}，与派出单位所在层级不符`,
      'senderLevel',
    );
  }
  if (senderLevel !== 'central' && !isWithin(village, territoryOf(unit))) {
    return refuse('INVALID_INPUT', 'C-2.1', '所驻村应在派出单位的行政区域内', 'village');
  }
  if (typeof previousOpen === 'string')
    return refuse('WRONG_STAGE', 'C-2.1', '该干部在本乡镇的上一任职尚未结束', 'cadreId');
  return undefined;
}

function admitChecked(opening: PostingOpening, policy: PolicyRef): Verdict {
  const { passed, failures, flags } = selectionCheck(opening, opening.postedOn, settingsOf(policy));
  const answer = {
    passed,
    failures: failures.map((finding) => ({ ...finding })),
    flags: flags.map((finding) => ({ ...finding })),
  };
  return admit({
    answer,
    told: passed ? undefined : `选派审核未通过，应由同级驻村办召回：${failures.map(({ what }) => what).join('；')}`,
  });
}

function view(file: CaseFile<PostingOpening>): PostingView {
  const facts = postingFacts(file);
  const { stage, selection, end } = facts;
  const escalation = escalationOfPosting(facts);
  return {
    stage,
    stageName: postingStages[stage],
    deadlines: postingDeadlines(facts),
    consequences: postingConsequences(facts),
    notices: postingNotices(facts),
    records: [postingRecord(facts), ...leaveRecords(file), ...absenceRecords(file, facts)],
    listed: shownFacts(facts, escalation),
    escalation,
    selection,
    ...(end === null ? {} : { ended: { ...end, outcomeName: postingOutcomes[end.outcome] } }),
  };
}

const escalationOfPosting = ({
  absence,
  ranking,
  selection,
  openedOn,
  recallDecidedOn,
  recall,
  settings,
}: PostingFacts): Escalation =>
  escalationOf(
    {
      absence,
      ranking,
      selectionFailedOn: selection.passed ? null : openedOn,
      recallDecidedOn,
      recalledOn: recall?.on ?? null,
    },
    settings,
  );

function postingRecord({ caseId, opening, township, village, recall, end }: PostingFacts): LedgerRecord {
  const { cadreId: cadre, unit, role, postedOn: from } = opening;
  return {
    table: 'posting',
    key: caseId,
    row: { cadre, township, village, unit, role, from, to: recall?.on ?? end?.on ?? null },
  };
}

/** Clause C-3.6: days off post without leave, for who counts days on post; those are excused for which leave was approved afterwards (C-3.3). */
const absenceRecords = (file: CaseFile<PostingOpening>, { opening, village, absence }: PostingFacts): LedgerRecord[] =>
  [...new Set(actsOf(file, 'absence').map(({ occurredOn }) => occurredOn))].map((on) => ({
    table: 'register',
    key: `absence/${on}`,
    row: {
      kind: 'absence',
      territory: village,
      period: on.slice(0, 7),
      owner: opening.unit,
      on,
      state: absence.excused.includes(on) ? 'excused' : 'absent',
      body: { cadre: opening.cadreId },
    },
  }));

/** Clause C-3.3: approved leave, for who counts days on post. */
const leaveRecords = (file: CaseFile<PostingOpening>): LedgerRecord[] =>
  actsOf(file, 'leave').map(({ sequence, body: { from, to } }) => ({
    table: 'leave',
    key: String(sequence),
    row: { cadre: file.opening.cadreId, from, to },
  }));

function shownFacts(facts: PostingFacts, escalation: Escalation): CaseView['listed'] {
  const { opening, absence, ranking, recall, end } = facts;
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
    vacantSince: end === null && facts.newcomer === null ? (recall?.on ?? null) : null,
    replacedBy: newcomerCaseId(facts),
    replaces: opening.replaces ?? null,
  };
}
