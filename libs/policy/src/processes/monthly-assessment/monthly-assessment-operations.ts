import { levelOf, officeKindName } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal, type Refusal } from '../../base/verdict';
import type { KeptActOf } from '../../case/case';
import {
  condition,
  office,
  operations,
  type Beginning,
  type DayBound,
  type OpeningRow,
  type Saying,
  type Situation,
} from '../../case/operation';
import { chineseDate, chineseMonth, firstDayOf, isMonth } from '../../dates/civil-date';
import { computeDeadline } from '../../dates/deadline';
import { graceOver } from '../township-scores/township-cut';
import { faultOf } from '../township-scores/month-score';
import type { AssessmentOpening, CorrectScoreBody, MonthlyAssessmentBodies } from './monthly-assessment-acts';
import {
  lastScoredOn,
  readMonth,
  scoringStart,
  type AssessmentFile,
  type MonthFacts,
  type MonthlyAssessment,
} from './monthly-assessment-facts';
import { lastIssuedOn, publishedBulletins } from './published-bulletins';

const clause = 'C-3.5';
type Now = Situation<MonthlyAssessment>;

/** Clause C-3.5: the month is the county stationing office's; the bulletin it issued it alone corrects. */
const stationingOffice = [office('stationing-office', 'county')];
/** RULES 9.excuse, OBLIGATIONS D17: 原则上 is excused by the office above on the same line; nobody excuses itself. */
const officeAbove = [office('stationing-office', 'city')];

/** Clause C-3.5: a month of a county, not before it begins. */
export const monthlyAssessmentOpenings = {
  begin: {
    clause,
    title: '月度考核',
    by: 'system',
    since: ({ opening: { month } }) =>
      isMonth(month) ? { on: firstDayOf(month), what: `${chineseMonth(month)}开始之日` } : undefined,
    judge: judgeBeginning,
  },
} satisfies Record<string, OpeningRow<AssessmentOpening>>;

function judgeBeginning({ opening: { county, month } }: Beginning<AssessmentOpening>): Admission | Refusal {
  if (levelOf(county) !== 'county')
    return refuse('UNKNOWN_SUBJECT', clause, `应为6位县级行政区划代码，收到${String(county)}。`, 'county');
  return isMonth(month)
    ? admit()
    : refuse('INVALID_INPUT', clause, `月份应为YYYY-MM格式，收到${String(month)}。`, 'month');
}

const notPublished = (sequel: string) =>
  condition<Now>('CLOSED_PERIOD', ({ facts: { bulletin } }) =>
    bulletin === undefined ? undefined : `本月考核已于${chineseDate(bulletin.occurredOn)}通报，${sequel}。`,
  );
const noListIssued = condition<Now>('ALREADY_DONE', ({ facts: { listIssuedOn } }) =>
  listIssuedOn === undefined ? undefined : `本月任务清单已于${chineseDate(listIssuedOn)}下发，不需免除。`,
);
const someMissing = condition<Now>('CONDITIONS_NOT_MET', ({ facts: { missing } }) =>
  missing.length > 0 ? undefined : '没有未报送的乡镇，不需等待。',
);
const rosterRead = condition<Now>('CONDITIONS_NOT_MET', ({ facts: { roster } }) =>
  roster === undefined ? '应考核人员名单尚未生成，请稍后再办。' : undefined,
);
const published = condition<Now>('WRONG_STAGE', ({ facts: { bulletin } }) =>
  bulletin === undefined ? '本月尚未通报；通报前的更正由乡镇党委在打分中办理。' : undefined,
);

/** Nothing of the month's assessment is due before its roster and its sheets begin. */
const sinceScoring = ({ file }: Pick<Now, 'file'>): DayBound => ({
  on: scoringStart(file),
  what: '乡镇打分开始之日',
  why: `${chineseMonth(file.opening.month)}考核自${chineseDate(scoringStart(file))}起打分`,
});

/** The bulletin comes after the month, after the last score it lists and, without missing townships, after the days of grace. */
function sinceBulletin({ file, facts }: Now): DayBound {
  const { month, county } = file.opening;
  const start = scoringStart(file);
  if (facts.bulletin !== undefined) return sinceScoring({ file });
  const grace = facts.missing.length === 0 ? start : graceOver(month, county, file.policy, file.calendar);
  const scored = lastScoredOn(facts, start);
  if (grace > scored) {
    const why = `${unreported(facts)}不含未报送乡镇的通报最早于${chineseDate(grace)}印发`;
    return { on: grace, what: '宽限期满之日', why, code: 'CONDITIONS_NOT_MET' };
  }
  if (scored > start) {
    const why = `通报所列得分最晚于${chineseDate(scored)}作出，通报日期不得早于该日`;
    return { on: scored, what: '最后一次打分之日', why, code: 'CONDITIONS_NOT_MET' };
  }
  const why = `${chineseMonth(month)}考核通报最早于${chineseDate(start)}印发`;
  return { on: start, what: '次月1日', why, code: 'TOO_EARLY' };
}

const sinceLastIssue = ({ facts }: Now): DayBound | undefined => {
  const on = lastIssuedOn(facts);
  return on === undefined
    ? undefined
    : { on, what: '最近一次通报之日', why: `更正通报不得早于最近一次通报的日期${chineseDate(on)}` };
};

/** Clause C-3.5: everything that can be said to a county's month. */
export const monthlyAssessmentOperations = operations<MonthlyAssessment>()({
  issueTaskList: {
    clause,
    title: '下发当月任务清单',
    by: stationingOffice,
    when: [notPublished('不能再下发或免除任务清单')],
    meets: ['task-list'],
    supplements: ({ file, facts: { bulletin, listIssuedOn, taskDeadline }, on }) => {
      if (listIssuedOn === undefined || bulletin !== undefined) return undefined;
      if (taskDeadline !== undefined && on <= computeDeadline(taskDeadline, file.calendar).due) return undefined;
      return `本月任务清单已于${chineseDate(listIssuedOn)}下发，期满后不再替换，本次登记作为补充记录。`;
    },
    judge: ({ facts: { listIssuedOn } }) =>
      listIssuedOn === undefined
        ? admit()
        : admit({ told: `${chineseDate(listIssuedOn)}已下发过本月任务清单，以日期在后的清单为准。` }),
  },
  excuseTaskList: {
    clause,
    title: '说明理由，免除当月任务清单（“原则上”，由上一级驻村办决定）',
    by: officeAbove,
    when: [notPublished('不能再下发或免除任务清单'), noListIssued],
    supplements: ({ facts: { bulletin, taskDeadline } }) =>
      taskDeadline?.dropped === undefined || bulletin !== undefined
        ? undefined
        : '本月任务清单已说明理由免除，本次登记作为补充记录。',
  },
  wait: {
    clause,
    title: '登记等待未报送的乡镇（通报期限不顺延）',
    by: stationingOffice,
    when: [notPublished('不需再等待'), someMissing],
    since: sinceScoring,
    judge: ({ body: { until }, facts, on }) => {
      const late = `等待截止日期不得早于登记日期${chineseDate(on)}，收到${until}。`;
      if (until < on) return refuse('OUT_OF_RANGE', clause, late, 'until');
      return admit({ told: `等待至${chineseDate(until)}；通报期限不因等待顺延。未报送：${placesOf(facts)}。` });
    },
    ledgerOnly: ['reason'],
  },
  issueBulletin: {
    clause,
    title: '县域排队并印发考核通报，抄送派出单位',
    by: stationingOffice,
    when: [rosterRead],
    since: sinceBulletin,
    meets: ['bulletin'],
    supplements: ({ facts: { bulletin } }) =>
      bulletin === undefined
        ? undefined
        : `本月通报已于${chineseDate(bulletin.occurredOn)}由${officeKindName(bulletin.by.office)}印发，本次登记作为补充记录。`,
    judge: ({ file, facts, act, body }) => {
      const withMissing = `${unreported(facts)}请催报、登记等待，或者注明不含未报送乡镇印发。`;
      return facts.missing.length > 0 && body.withoutMissing !== true
        ? refuse('CONDITIONS_NOT_MET', clause, withMissing, 'withoutMissing')
        : admit({ answer: outcomeWith(file, { ...act, ...unrecorded, operation: 'issueBulletin' }) });
    },
  },
  correctScore: {
    clause,
    title: '通报后更正得分，重新排队并印发更正通报',
    by: stationingOffice,
    when: [published],
    since: sinceLastIssue,
    judge: judgeCorrection,
  },
  rosterRead: { by: 'system', judge: ({ facts: { roster } }) => admit({ keep: roster === undefined }) },
  sheetReceived: {
    by: 'system',
    judge: ({ facts: { bulletin } }) =>
      bulletin === undefined
        ? admit()
        : refuse('CLOSED_PERIOD', clause, '本月已通报，此后到达的打分不再计入，需更正的由县驻村办办理。'),
  },
  nextIssued: { by: 'system', judge: ({ facts: { closedOn } }) => admit({ keep: closedOn === undefined }) },
  correctionsExpired: { by: 'system', judge: ({ facts: { closedOn } }) => admit({ keep: closedOn === undefined }) },
});

type Correcting = Saying<MonthlyAssessment, 'correctScore'>;

function judgeCorrection({ file, facts, act, body }: Correcting): Admission | FieldRefusal {
  const { cadre, number } = body;
  if (!facts.roster?.scored.some((entry) => entry.cadre === cadre)) {
    const month = chineseMonth(file.opening.month);
    return refuse('UNKNOWN_SUBJECT', clause, `〔${cadre}〕不在本县${month}应考核名单中，请核对编号。`, 'cadre');
  }
  const fault = faultOf(body);
  if (fault !== undefined) return fault;
  if (isAsPublished(file, facts, body)) return judgeSameScore(facts, cadre);
  if (numbersOf(facts).includes(number))
    return refuse('ALREADY_DONE', clause, `文号${number}本月已使用，更正通报应另编文号。`, 'number');
  return admit({ answer: outcomeWith(file, { ...act, ...unrecorded, operation: 'correctScore' }) });
}

function isAsPublished(file: AssessmentFile, facts: MonthFacts, { cadre, task, presence }: CorrectScoreBody): boolean {
  const latest = publishedBulletins(file, facts).at(-1);
  const now = latest?.lines.find((line) => line.cadre === cadre);
  return now?.task === task && now.presence === presence;
}

function judgeSameScore({ corrections }: MonthFacts, cadre: string): Admission | FieldRefusal {
  const done = corrections.findLast(({ body }) => body.cadre === cadre);
  if (done === undefined)
    return refuse('CONDITIONS_NOT_MET', clause, `〔${cadre}〕的得分与已通报的得分相同，不需更正。`, 'cadre');
  const when = chineseDate(done.occurredOn);
  return admit({ keep: false, told: `已于${when}以${done.body.number}更正，本次登记作为补充记录。` });
}

const unrecorded = { sequence: Number.MAX_SAFE_INTEGER, recordedAt: '' };

/** What the bulletin comes to, as the answer to who issues it. */
function outcomeWith(file: AssessmentFile, issued: KeptActOf<MonthlyAssessmentBodies>) {
  const after = { ...file, acts: [...file.acts, issued] };
  const content = publishedBulletins(after, readMonth(after)).at(-1);
  return {
    ranked: content?.lines.length ?? 0,
    low: content?.lines.filter(({ low }) => low).map(({ cadre }) => cadre) ?? [],
    missing: [...(content?.missing ?? [])],
  };
}

const numbersOf = ({ bulletin, corrections }: MonthFacts): string[] =>
  [...(bulletin === undefined ? [] : [bulletin]), ...corrections].map(({ body }) => body.number);

const placesOf = ({ missing }: MonthFacts): string => missing.map((township) => `〔${township}〕`).join('、');
const unreported = (facts: MonthFacts): string => `以下乡镇尚未报齐考核结果：${placesOf(facts)}。`;
