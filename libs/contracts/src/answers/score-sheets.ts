import { unscoredReasons } from '@duban/policy/processes/monthly-assessment/month-roster';
import { lineStates } from '@duban/policy/processes/duty-sheet/duty-facts';
import { scoreParts } from '@duban/policy/processes/township-scores/month-score';
import { z } from 'zod';
import { civilDate, count as version, month, oneOf, reason, surrogateId, territoryCode } from '../fields';
import { ledgerState } from './acts';
import { codeOf, count, day, division, id, instant, monthOfYear, pageOf, words } from './answer-fields';
import { envelope } from './envelope';
import { paging, within } from './query-fields';
import { read, send } from './route';

const sheetFields = { township: territoryCode(9, '乡镇').describe('乡镇代码'), month: month.describe('月份') };
const sheetQuery = z.strictObject(sheetFields);
const answered = { township: division, month: monthOfYear };

const sheetLine = z.strictObject({
  cadre: id,
  name: words.nullable(),
  postingCase: id,
  village: division.nullable(),
  villageName: words.nullable(),
  unit: id,
  unitName: words,
  role: words,
  roleName: words,
  from: day.nullable(),
  to: day.nullable(),
  days: count,
  toBeScored: z.boolean(),
  state: z.enum(['open', 'scored', 'excused', 'unscored']),
  reason: codeOf(unscoredReasons).nullable(),
  reasonName: words.nullable(),
  task: z.number().nullable(),
  presence: z.number().nullable(),
  total: z.number().nullable(),
  scoredOn: day.nullable(),
  /** The operation that fills the line now; `null`: nothing may be changed. */
  operation: z.enum(['score', 'correct']).nullable(),
  changeable: z.boolean(),
});
/** One cadre's line of a township's sheet. */
export type SheetLine = z.output<typeof sheetLine>;

const taskLine = z.strictObject({
  id: words.optional(),
  what: words,
  for: z.enum(['first-secretary', 'team', 'all']).optional(),
});
export type TaskLine = z.output<typeof taskLine>;

const scoreSheet = z.strictObject({
  ...answered,
  townshipName: words,
  caseId: id.nullable(),
  stage: words.nullable(),
  stageName: words,
  due: day,
  daysLeft: z.int(),
  closed: z.strictObject({ on: day, bulletin: words }).nullable(),
  mayFill: z.boolean(),
  weights: z.strictObject({ task: z.number(), presence: z.number() }),
  tasks: z.array(taskLine).readonly(),
  counts: z.strictObject({ all: count, toScore: count, scored: count, excused: count, open: count }),
  lines: z.array(sheetLine),
});
/** A township's sheet of a month; without a case while the month still runs. */
export type ScoreSheet = z.output<typeof scoreSheet>;

export const scoreSheetOne = read({
  path: '/score-sheets',
  operationId: 'scoreSheets.get',
  tag: 'scores',
  summary: '乡镇月考表：当月在岗人员逐人的在岗天数、应否考核、得分，以及现在可办的操作',
  query: sheetQuery,
  answers: scoreSheet,
  refuses: ['UNKNOWN_SUBJECT'],
});

const daysOnRecord = z.strictObject({
  posted: count,
  onPost: count,
  business: count,
  nights: count,
  leave: count,
  absent: count,
  /** Working days so far that nobody marked. */
  unmarked: z.array(day),
});
const owedInMonth = z.strictObject({
  duty: words,
  what: words,
  /** The cadre's own, or one of the village's team. */
  isOwn: z.boolean(),
  periodName: words,
  owed: z.number(),
  done: z.number(),
  state: codeOf(lineStates),
  stateName: words,
  lacking: z.array(id),
});
/** `null`: a case that is not the reader's to open. */
const caseToOpen = id.nullable();
const namedByCheck = z.strictObject({ caseId: caseToOpen, on: day, officeName: words, number: words, what: words });
const quizAnswers = z.strictObject({ caseId: caseToOpen, on: day, asked: count, correct: count });

const besideScore = z.strictObject({
  cadre: id,
  presence: daysOnRecord,
  duties: z.array(owedInMonth),
  findings: z.array(namedByCheck),
  quizzes: z.array(quizAnswers),
});
/** What the records say of one cadre's month; the scorer decides. */
export type BesideScore = z.output<typeof besideScore>;

export const scoreEvidence = read({
  path: '/score-sheets/evidence',
  operationId: 'scoreSheets.evidence',
  tag: 'scores',
  summary:
    '打分参考：当月考勤、请假、脱岗，本人和所在村工作队的周、月职责完成情况，检查通报和快问快答；得分由乡镇党委决定',
  query: sheetQuery,
  answers: z.strictObject({ ...answered, citation: words, items: z.array(besideScore) }),
  refuses: ['UNKNOWN_SUBJECT'],
});

const draftCell = z.strictObject({
  cadre: id,
  part: codeOf(scoreParts),
  partName: words,
  value: z.number().nullable(),
  version: count,
  at: instant,
  by: id.nullable(),
  byName: words.nullable(),
});
export type DraftCell = z.output<typeof draftCell>;
const draft = z.strictObject({ ...answered, cells: z.array(draftCell) });

export const scoreDraft = read({
  path: '/score-sheets/draft',
  operationId: 'scoreSheets.draft',
  tag: 'scores',
  summary: '本乡镇月考表中已填未报的各格及其版本',
  query: sheetQuery,
  answers: draft,
  refuses: ['UNKNOWN_SUBJECT', 'NOT_ALLOWED'],
});

const typedCell = z.strictObject({
  cadre: surrogateId,
  part: oneOf(scoreParts),
  value: z.number('应为数字，或 null（清空）').nullable(),
  version: version.describe('所见版本，未填过为 0'),
});

export const scoreDraftSave = send({
  method: 'put',
  path: '/score-sheets/draft',
  operationId: 'scoreSheets.saveDraft',
  tag: 'scores',
  summary: '保存填写的各格（0–100，最多一位小数）；他人已改动的格不覆盖，退回 409 和现有内容',
  body: z.strictObject({
    ...envelope,
    ...sheetFields,
    cells: z.array(typedCell).min(1, '至少一格').max(1000, '不超过 1000 格'),
  }),
  answers: draft,
  refuses: ['UNKNOWN_SUBJECT', 'NOT_ALLOWED', 'OUT_OF_RANGE', 'TOO_EARLY', 'CLOSED_PERIOD', 'CHANGED_MEANWHILE'],
});

const handedIn = z.strictObject({
  caseId: id,
  scored: count,
  corrected: count,
  /** Lines that are still to be filled. */
  missing: z.array(z.strictObject({ cadre: id, parts: z.array(codeOf(scoreParts)) })),
  ledger: ledgerState,
});
export type HandedIn = z.output<typeof handedIn>;

export const scoreHandIn = send({
  method: 'post',
  path: '/score-sheets/hand-in',
  operationId: 'scoreSheets.handIn',
  tag: 'scores',
  summary: '报送草稿：未打分的一次打分，已打分而有改动的逐人更正',
  body: z.strictObject({
    ...envelope,
    ...sheetFields,
    partial: z.boolean('应为 true 或 false').optional().describe('true 只报送已填齐的人员'),
    reason: reason.optional().describe('有更正时必填'),
  }),
  answers: handedIn,
  refuses: [
    'UNKNOWN_SUBJECT',
    'NOT_ALLOWED',
    'OUT_OF_RANGE',
    'TOO_EARLY',
    'CLOSED_PERIOD',
    'CONDITIONS_NOT_MET',
    'FUTURE_DATE',
    'BEFORE_BEGINNING',
    'DUPLICATE_SCORE',
    'WRONG_STAGE',
    'KEY_REUSED',
    'ENGINE_AWAY',
    'WORKER_AWAY',
  ],
});

const onPost = z.strictObject({
  cadre: id,
  name: words.nullable(),
  postingCase: id,
  township: division,
  townshipName: words,
  village: division,
  villageName: words,
  unit: id,
  unitName: words,
  role: words,
  roleName: words,
  from: day,
  to: day.nullable(),
});

export const postingRoster = read({
  path: '/postings/roster',
  operationId: 'postings.roster',
  tag: 'ledger',
  summary: '某日在岗驻村干部花名册',
  query: z.strictObject({ ...within, on: civilDate.optional().describe('日期，默认今天'), ...paging }),
  answers: pageOf(onPost).extend({ on: day }),
  refuses: ['UNKNOWN_SUBJECT'],
});
