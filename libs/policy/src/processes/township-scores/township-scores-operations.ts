import { countyOf, levelOf } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal, type Refusal } from '../../base/verdict';
import {
  condition,
  office,
  operations,
  type Beginning,
  type OpeningRow,
  type Saying,
  type Situation,
} from '../../case/operation';
import { chineseDate, chineseMonth, isMonth } from '../../dates/civil-date';
import { faultOf } from './month-score';
import type { ScoreBody, TownshipScoresOpening } from './township-scores-acts';
import { type ScoreSheet, type TownshipScores, type TownshipScoresFile } from './township-scores-facts';

const clause = 'C-3.5';
type Now = Situation<TownshipScores>;

/** Clause C-3.5: a township party committee scores who is stationed in its own territory. */
const townshipPartyCommittee = [office('party-committee', 'township')];

/** Clause C-3.5: a sheet is opened for a township of the county, with at least one cadre to score. */
export const townshipScoresOpenings = {
  begin: { clause, title: '乡镇考核打分', by: 'system', judge: judgeBeginning },
} satisfies Record<string, OpeningRow<TownshipScoresOpening>>;

function judgeBeginning({ opening }: Beginning<TownshipScoresOpening>): Admission | Refusal {
  const { month, township, county, cadres } = opening;
  if (!isMonth(month)) return refuse('INVALID_INPUT', clause, `月份应为YYYY-MM格式，收到${String(month)}。`, 'month');
  if (levelOf(township) !== 'township' || countyOf(township) !== county)
    return refuse('UNKNOWN_SUBJECT', clause, `乡镇代码应属于县${county}，收到${township}。`, 'township');
  if (cadres.length === 0)
    return refuse('CONDITIONS_NOT_MET', clause, '本乡镇本月没有应考核的驻村干部，不需打分。', 'cadres');
  return admit();
}

/** On the list without a score: left unscored, or not yet looked at. */
const withoutScore = ({ file: { opening }, facts: { lines } }: Now): number =>
  opening.cadres.filter(({ cadre }) => lines.get(cadre)?.score === undefined).length;

/** Each cadre is scored once a month: somebody must be left. */
const someUnscored = condition<Now>('DUPLICATE_SCORE', (now) =>
  withoutScore(now) > 0
    ? undefined
    : '应考核的驻村干部本月均已有得分，每名干部每月只打一次分；原得分有误的，请使用更正并说明理由。',
);
const someLeft = condition<Now>('ALREADY_DONE', (now) =>
  withoutScore(now) > 0 ? undefined : '应考核的驻村干部本月均已打分，不能再列为未考核；得分有误的，请使用更正。',
);
const someScored = condition<Now>('CONDITIONS_NOT_MET', (now) =>
  withoutScore(now) < now.file.opening.cadres.length ? undefined : '本月尚未对任何干部打分，请直接打分，不需更正。',
);

/** Clause C-3.5: everything that can be said to a township's sheet. */
export const townshipScoresOperations = operations<TownshipScores>()({
  score: {
    clause,
    title: '对一名驻村干部打分（任务完成、在岗履职，0–100，最多一位小数）',
    by: townshipPartyCommittee,
    when: [someUnscored],
    judge: ({ file, facts, body }) => judgeScores(file, facts, [{ ...body, path: '' }]),
  },
  scoreAll: {
    clause,
    title: '一次提交全乡镇的打分（有一处不符则全部不登记）',
    by: townshipPartyCommittee,
    when: [someUnscored],
    meets: ['scores'],
    judge: ({ file, facts, body }) =>
      judgeScores(
        file,
        facts,
        body.scores.map((score, index) => ({ ...score, path: `scores.${index}.` })),
      ),
  },
  correct: {
    clause,
    title: '通报前更正得分',
    by: townshipPartyCommittee,
    when: [someScored],
    judge: judgeCorrection,
    ledgerOnly: ['reason'],
  },
  leaveUnscored: {
    clause,
    title: '说明理由，列为未考核',
    by: townshipPartyCommittee,
    when: [someLeft],
    judge: judgeLeaving,
    ledgerOnly: ['reason'],
  },
  monthClosed: { by: 'system' },
});

/** A score, and where it stands in what was sent: `scores.3.`. */
type Line = ScoreBody & { path: string };

function judgeScores(file: TownshipScoresFile, sheet: ScoreSheet, lines: readonly Line[]): Admission | FieldRefusal {
  const seen = new Set<string>();
  for (const { path, ...score } of lines) {
    const { cadre } = score;
    const isSecond = seen.has(cadre) || sheet.lines.get(cadre)?.score !== undefined;
    const fault = refuseStranger(file, cadre, path) ?? faultOf(score, path);
    if (fault !== undefined) return fault;
    if (isSecond) return secondScore(cadre, path);
    seen.add(cadre);
  }
  const open = file.opening.cadres.filter(({ cadre }) => !sheet.lines.has(cadre) && !seen.has(cadre)).length;
  return admit({ answer: { scored: lines.length, open } });
}

function judgeCorrection({ file, facts, body, on }: Saying<TownshipScores, 'correct'>): Admission | FieldRefusal {
  const { cadre } = body;
  const fault = refuseStranger(file, cadre, '') ?? faultOf(body);
  if (fault !== undefined) return fault;
  const line = facts.lines.get(cadre);
  if (line?.score === undefined)
    return refuse('CONDITIONS_NOT_MET', clause, `〔${cadre}〕本月尚未打分，请直接打分，不需更正。`, 'cadre');
  if (on >= line.since) return admit();
  const early = `更正日期不得早于现有得分的日期${chineseDate(line.since)}，收到${chineseDate(on)}。`;
  return refuse('BEFORE_BEGINNING', clause, early, 'occurredOn');
}

function judgeLeaving({ file, facts, body }: Saying<TownshipScores, 'leaveUnscored'>): Admission | FieldRefusal {
  const { cadre } = body;
  const fault = refuseStranger(file, cadre, '');
  if (fault !== undefined) return fault;
  const line = facts.lines.get(cadre);
  const scored = `〔${cadre}〕本月已打分，不能再列为未考核；得分有误的，请使用更正。`;
  if (line?.score !== undefined) return refuse('ALREADY_DONE', clause, scored, 'cadre');
  return line === undefined
    ? admit()
    : admit({ keep: false, told: `已于${chineseDate(line.doneOn)}列为未考核，本次登记作为补充记录。` });
}

function refuseStranger({ opening }: TownshipScoresFile, cadre: string, path: string): FieldRefusal | undefined {
  if (opening.cadres.some((known) => known.cadre === cadre)) return undefined;
  const who = '其他乡镇的干部、月末不在岗或当月在岗天数不足的干部，不在此打分';
  const detail = `〔${cadre}〕不在本乡镇${chineseMonth(opening.month)}应考核名单中：${who}。请核对编号。`;
  return refuse('UNKNOWN_SUBJECT', clause, detail, `${path}cadre`);
}

function secondScore(cadre: string, path: string): FieldRefusal {
  const detail = `〔${cadre}〕本月已有得分，每名干部每月只打一次分；原得分有误的，请使用更正并说明理由。`;
  return refuse('DUPLICATE_SCORE', clause, detail, `${path}cadre`);
}
