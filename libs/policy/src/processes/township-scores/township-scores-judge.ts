import type { Act, CaseFile } from '../../case/case';
import { chineseDate, chineseMonth, isMonth } from '../../dates/civil-date';
import { faultOf } from '../monthly-assessment/month-score';
import { countyOf, levelOf } from '../../base/office';
import { readSheet, type ScoreSheet } from './township-scores-facts';
import type {
  CorrectBody,
  LeaveUnscoredBody,
  ScoreAllBody,
  ScoreBody,
  TownshipScoresOpening,
} from './township-scores-acts';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';

/** Clause C-3.5: a sheet is opened for a township of the county, with at least one cadre to score. */
export function judgeScoresOpening(opening: TownshipScoresOpening): Verdict {
  if (!isMonth(opening.month))
    return refuse('INVALID_INPUT', 'C-3.5', `月份应为YYYY-MM格式，收到${String(opening.month)}。`, 'month');
  if (levelOf(opening.township) !== 'township' || countyOf(opening.township) !== opening.county) {
    return refuse(
      'UNKNOWN_SUBJECT',
      'C-3.5',
      `乡镇代码应属于县${opening.county}，收到${opening.township}。`,
      'township',
    );
  }
  if (opening.cadres.length === 0)
    return refuse('CONDITIONS_NOT_MET', 'C-3.5', '本乡镇本月没有应考核的驻村干部，不需打分。', 'cadres');
  return admit();
}

/** Clause C-3.5: may the township fill its sheet so? */
export function judgeScoresAct(file: CaseFile<TownshipScoresOpening>, act: Act): Verdict {
  const sheet = readSheet(file.acts);
  if (act.operation === 'monthClosed') return admit({ keep: sheet.closed === undefined });
  if (sheet.closed !== undefined) return refuseClosed(sheet.closed.bulletin, sheet.closed.on);
  switch (act.operation) {
    case 'score':
      return judgeScores(file, sheet, [act.body as ScoreBody], '');
    case 'scoreAll':
      return judgeScores(file, sheet, (act.body as ScoreAllBody).scores, 'scores.');
    case 'correct':
      return judgeCorrection(file, sheet, act as Act<CorrectBody>);
    case 'leaveUnscored':
      return judgeLeaving(file, sheet, act.body as LeaveUnscoredBody);
    default:
      return refuse('INVALID_INPUT', 'C-3.5', `乡镇打分没有这一操作：${act.operation}。`);
  }
}

function judgeScores(
  file: CaseFile<TownshipScoresOpening>,
  sheet: ScoreSheet,
  scores: readonly ScoreBody[],
  list: string,
): Verdict {
  const seen = new Set<string>();
  for (const [index, score] of scores.entries()) {
    const path = list === '' ? '' : `${list}${index}.`;
    const fault =
      refuseStranger(file, score.cadre, path) ??
      faultOf(score, path) ??
      refuseSecondScore(sheet, seen, score.cadre, path);
    if (fault !== undefined) return fault;
    seen.add(score.cadre);
  }
  const open = file.opening.cadres.filter(({ cadre }) => !sheet.lines.has(cadre) && !seen.has(cadre)).length;
  return admit({ answer: { scored: scores.length, open } });
}

function judgeCorrection(
  file: CaseFile<TownshipScoresOpening>,
  sheet: ScoreSheet,
  { body, occurredOn }: Act<CorrectBody>,
): Verdict {
  const fault = refuseStranger(file, body.cadre, '') ?? faultOf(body);
  if (fault !== undefined) return fault;
  const line = sheet.lines.get(body.cadre);
  if (line?.score === undefined)
    return refuse('CONDITIONS_NOT_MET', 'C-3.5', `〔${body.cadre}〕本月尚未打分，请直接打分，不需更正。`, 'cadre');
  if (occurredOn < line.since) {
    return refuse(
      'BEFORE_BEGINNING',
      'C-3.5',
      `更正日期不得早于现有得分的日期${chineseDate(line.since)}，收到${chineseDate(occurredOn)}。`,
      'occurredOn',
    );
  }
  return admit();
}

function judgeLeaving(file: CaseFile<TownshipScoresOpening>, sheet: ScoreSheet, { cadre }: LeaveUnscoredBody): Verdict {
  const fault = refuseStranger(file, cadre, '');
  if (fault !== undefined) return fault;
  const line = sheet.lines.get(cadre);
  if (line?.score !== undefined)
    return refuse(
      'ALREADY_DONE',
      'C-3.5',
      `〔${cadre}〕本月已打分，不能再列为未考核；得分有误的，请使用更正。`,
      'cadre',
    );
  if (line !== undefined)
    return admit({ keep: false, told: `已于${chineseDate(line.doneOn)}列为未考核，本次登记作为补充记录。` });
  return admit();
}

const refuseStranger = (
  { opening }: CaseFile<TownshipScoresOpening>,
  cadre: string,
  path: string,
): Refusal | undefined =>
  opening.cadres.some((known) => known.cadre === cadre)
    ? undefined
    : refuse(
        'UNKNOWN_SUBJECT',
        'C-3.5',
        `〔${cadre}〕不在本乡镇${chineseMonth(opening.month)}应考核名单中：其他乡镇的干部、月末不在岗或当月在岗天数不足的干部，不在此打分。请核对编号。`,
        `${path}cadre`,
      );

const refuseSecondScore = (
  sheet: ScoreSheet,
  seen: ReadonlySet<string>,
  cadre: string,
  path: string,
): Refusal | undefined =>
  seen.has(cadre) || sheet.lines.get(cadre)?.score !== undefined
    ? refuse(
        'DUPLICATE_SCORE',
        'C-3.5',
        `〔${cadre}〕本月已有得分，每名干部每月只打一次分；原得分有误的，请使用更正并说明理由。`,
        `${path}cadre`,
      )
    : undefined;

const refuseClosed = (bulletin: string, on: string): Refusal =>
  refuse(
    'CLOSED_PERIOD',
    'C-3.5',
    `本月考核已于${chineseDate(on)}以${bulletin}通报，乡镇不能再打分或更正；请报县驻村办，由县驻村办更正并印发更正通报。`,
  );
