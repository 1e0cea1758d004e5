import type { Act, KeptAct } from '../../case/case';
import { chineseDate, chineseMonth, firstDayOf, isMonth, type CivilDate } from '../../dates/civil-date';
import { computeDeadline } from '../../dates/deadline';
import { faultOf } from './month-score';
import type { AssessmentOpening, CorrectScoreBody, IssueBulletinBody, WaitBody } from './monthly-assessment-acts';
import {
  lastScoredOn,
  readMonth,
  scoringStart,
  type AssessmentFile,
  type MonthFacts,
} from './monthly-assessment-facts';
import { levelOf, officeKindName, type Territory } from '../../base/office';
import { lastIssuedOn, publishedBulletins } from './published-bulletins';
import { graceOver } from '../township-scores/township-cut';
import { admit, refuse, type Verdict } from '../../base/verdict';

/** Clause C-3.5: a month of a county, not before it begins. */
export function judgeAssessmentOpening(opening: AssessmentOpening, openedOn: CivilDate): Verdict {
  if (levelOf(opening.county) !== 'county')
    return refuse('UNKNOWN_SUBJECT', 'C-3.5', `应为6位县级行政区划代码，收到${String(opening.county)}。`, 'county');
  if (!isMonth(opening.month))
    return refuse('INVALID_INPUT', 'C-3.5', `月份应为YYYY-MM格式，收到${String(opening.month)}。`, 'month');
  if (openedOn < firstDayOf(opening.month)) {
    return refuse(
      'BEFORE_BEGINNING',
      'C-3.5',
      `${chineseMonth(opening.month)}考核自${chineseDate(firstDayOf(opening.month))}起，收到${chineseDate(openedOn)}。`,
    );
  }
  return admit();
}

/** Clause C-3.5: may this be done in the county's month? */
export function judgeAssessmentAct(file: AssessmentFile, act: Act): Verdict {
  const facts = readMonth(file);
  switch (act.operation) {
    case 'issueTaskList':
    case 'excuseTaskList':
      return judgeTaskList(file, facts, act);
    case 'wait':
      return judgeWait(facts, act as Act<WaitBody>);
    case 'issueBulletin':
      return judgeBulletin(file, facts, act as Act<IssueBulletinBody>);
    case 'correctScore':
      return judgeCorrection(file, facts, act as Act<CorrectScoreBody>);
    case 'sheetReceived':
      return facts.bulletin === undefined
        ? admit()
        : refuse('CLOSED_PERIOD', 'C-3.5', '本月已通报，此后到达的打分不再计入，需更正的由县驻村办办理。');
    case 'rosterRead':
      return admit({ keep: facts.roster === undefined });
    case 'nextIssued':
    case 'correctionsExpired':
      return admit({ keep: facts.closedOn === undefined });
    default:
      return refuse('INVALID_INPUT', 'C-3.5', `月度考核没有这一操作：${act.operation}。`);
  }
}

function judgeTaskList(file: AssessmentFile, { bulletin, taskDeadline }: MonthFacts, act: Act): Verdict {
  if (bulletin !== undefined)
    return refuse(
      'CLOSED_PERIOD',
      'C-3.5',
      `本月考核已于${chineseDate(bulletin.occurredOn)}通报，不能再下发或免除任务清单。`,
    );
  const issuedOn = taskDeadline?.metOn ?? file.acts.find(({ operation }) => operation === 'issueTaskList')?.occurredOn;
  if (act.operation === 'excuseTaskList') {
    if (issuedOn !== undefined)
      return refuse('ALREADY_DONE', 'C-3.5', `本月任务清单已于${chineseDate(issuedOn)}下发，不需免除。`);
    return taskDeadline?.dropped === undefined
      ? admit()
      : admit({ keep: false, told: '本月任务清单已说明理由免除，本次登记作为补充记录。' });
  }
  if (issuedOn === undefined) return admit();
  const due = taskDeadline && computeDeadline(taskDeadline, file.calendar).due;
  if (due !== undefined && act.occurredOn <= due)
    return admit({ told: `${chineseDate(issuedOn)}已下发过本月任务清单，以日期在后的清单为准。` });
  return admit({
    keep: false,
    told: `本月任务清单已于${chineseDate(issuedOn)}下发，期满后不再替换，本次登记作为补充记录。`,
  });
}

function judgeWait(facts: MonthFacts, { body, occurredOn }: Act<WaitBody>): Verdict {
  if (facts.bulletin !== undefined)
    return refuse('CLOSED_PERIOD', 'C-3.5', `本月考核已于${chineseDate(facts.bulletin.occurredOn)}通报，不需再等待。`);
  if (facts.missing.length === 0) return refuse('CONDITIONS_NOT_MET', 'C-3.5', '没有未报送的乡镇，不需等待。');
  if (body.until < occurredOn)
    return refuse(
      'OUT_OF_RANGE',
      'C-3.5',
      `等待截止日期不得早于登记日期${chineseDate(occurredOn)}，收到${body.until}。`,
      'until',
    );
  return admit({ told: `等待至${chineseDate(body.until)}；通报期限不因等待顺延。未报送：${places(facts.missing)}。` });
}

function judgeBulletin(file: AssessmentFile, facts: MonthFacts, act: Act<IssueBulletinBody>): Verdict {
  const { bulletin, roster, missing } = facts;
  const { occurredOn } = act;
  if (bulletin !== undefined) {
    return admit({
      keep: false,
      told: `本月通报已于${chineseDate(bulletin.occurredOn)}由${officeKindName(bulletin.by.office)}印发，本次登记作为补充记录。`,
    });
  }
  const start = scoringStart(file);
  if (occurredOn < start)
    return refuse(
      'TOO_EARLY',
      'C-3.5',
      `${chineseMonth(file.opening.month)}考核通报最早于${chineseDate(start)}印发，收到${chineseDate(occurredOn)}。`,
    );
  if (roster === undefined) return refuse('CONDITIONS_NOT_MET', 'C-3.5', '应考核人员名单尚未生成，请稍后再办。');
  if (missing.length > 0 && act.body.withoutMissing !== true) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'C-3.5',
      `以下乡镇尚未报齐考核结果：${places(missing)}。请催报、登记等待，或在宽限期满后注明不含未报送乡镇印发。`,
    );
  }
  const from = graceOver(file.opening.month, file.opening.county, file.policy, file.calendar);
  if (missing.length > 0 && occurredOn < from) {
    return refuse(
      'TOO_EARLY',
      'C-3.5',
      `不含未报送乡镇的通报最早于${chineseDate(from)}印发，收到${chineseDate(occurredOn)}。未报送：${places(missing)}。`,
    );
  }
  const lastScored = lastScoredOn(facts, start);
  if (occurredOn < lastScored) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'C-3.5',
      `通报所列得分最晚于${chineseDate(lastScored)}作出，通报日期不得早于该日，收到${chineseDate(occurredOn)}。`,
    );
  }
  return admit({ answer: outcomeOf(file, act) });
}

function judgeCorrection(file: AssessmentFile, facts: MonthFacts, act: Act<CorrectScoreBody>): Verdict {
  const { body, occurredOn } = act;
  const lastIssued = lastIssuedOn(facts);
  if (lastIssued === undefined)
    return refuse('WRONG_STAGE', 'C-3.5', '本月尚未通报；通报前的更正由乡镇党委在打分中办理。');
  if (!facts.roster?.scored.some(({ cadre }) => cadre === body.cadre)) {
    return refuse(
      'UNKNOWN_SUBJECT',
      'C-3.5',
      `〔${body.cadre}〕不在本县${chineseMonth(file.opening.month)}应考核名单中，请核对编号。`,
      'cadre',
    );
  }
  const fault = faultOf(body);
  if (fault !== undefined) return fault;
  const now = publishedBulletins(file, facts)
    .at(-1)
    ?.lines.find(({ cadre }) => cadre === body.cadre);
  if (now?.task === body.task && now.presence === body.presence) return judgeSameScore(facts, body);
  if (numbersOf(facts).includes(body.number))
    return refuse('ALREADY_DONE', 'C-3.5', `文号${body.number}本月已使用，更正通报应另编文号。`, 'number');
  if (occurredOn < lastIssued) {
    return refuse(
      'BEFORE_BEGINNING',
      'C-3.5',
      `更正通报不得早于最近一次通报的日期${chineseDate(lastIssued)}，收到${chineseDate(occurredOn)}。`,
      'occurredOn',
    );
  }
  return admit({ answer: outcomeOf(file, act) });
}

const judgeSameScore = ({ corrections }: MonthFacts, { cadre }: CorrectScoreBody): Verdict => {
  const done = corrections.findLast(({ body }) => body.cadre === cadre);
  return done === undefined
    ? refuse('CONDITIONS_NOT_MET', 'C-3.5', `〔${cadre}〕的得分与已通报的得分相同，不需更正。`, 'cadre')
    : admit({
        keep: false,
        told: `已于${chineseDate(done.occurredOn)}以${done.body.number}更正，本次登记作为补充记录。`,
      });
};

/** What the bulletin comes to, as the answer to who issues it. */
function outcomeOf(file: AssessmentFile, act: Act): { ranked: number; low: string[]; missing: string[] } {
  const kept: KeptAct = { ...act, sequence: Number.MAX_SAFE_INTEGER, recordedAt: '' };
  const after = { ...file, acts: [...file.acts, kept] };
  const content = publishedBulletins(after, readMonth(after)).at(-1);
  return {
    ranked: content?.lines.length ?? 0,
    low: content?.lines.filter(({ low }) => low).map(({ cadre }) => cadre) ?? [],
    missing: [...(content?.missing ?? [])],
  };
}

const numbersOf = ({ bulletin, corrections }: MonthFacts): string[] =>
  [...(bulletin === undefined ? [] : [bulletin]), ...corrections].map(({ body }) => body.number);

const places = (townships: readonly Territory[]): string => townships.map((township) => `〔${township}〕`).join('、');
