import { actsOf } from '../../case/act-order';
import { levelOf, officeKindName } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import {
  condition,
  office,
  operations,
  type DayBound,
  type OpeningRow,
  type Saying,
  type Situation,
} from '../../case/operation';
import { addDays, chineseDate } from '../../dates/civil-date';
import { periodOf } from '../../dates/natural-period';
import { dutyRow, dutyRows, isInSeason } from '../../settings/duty-rows';
import type { DutySheetOpening } from './duty-acts';
import { isNewAnswer } from './duty-entries';
import { readings, type Reading } from './duty-people';
import { lineFor, type DutySheet } from './duty-facts';
import { judgeMisfortune, keepsMisfortunes, misfortunesOf } from './duty-misfortunes';
import { judgeRecord, judgeRecords, refuseDuty } from './duty-record-judge';
import { servedBy } from './village-day';
import { judgeVillageDay, takesVillageDays } from './village-day-judge';
import { excusableBy, excuserOf, isInPrinciple, recordsAny, reopenersOf } from './duty-whose';

const clause = 'C-3.1';
type Now = Situation<DutySheet>;

/** Whoever owes or keeps something of part 7; the sheet itself says which duty is whose. */
const everybody = (
  [
    'party-committee',
    'village-party-secretary',
    'dispatching-unit',
    'stationing-office',
    'leading-group-office',
    'province-group',
    'inspection-team',
  ] as const
).map((kind) => office(kind));
const above = [office('stationing-office'), office('leading-group-office'), office('province-group', 'province')];
const committeesAbove = (['county', 'city', 'province'] as const).map((level) => office('party-committee', level));

/** Part 7: sheets begin with the book of their territory. */
export const dutySheetOpenings = {
  begin: {
    clause,
    title: '建立履职台账',
    by: 'system',
    judge: ({ opening: { territory, cadence, period, from, cycle } }) => {
      if (periodOf(cadence, from).id !== period)
        return refuse('INVALID_INPUT', clause, `期次“${period}”与起始日期${chineseDate(from)}不符。`, 'period');
      return levelOf(territory) === undefined || cycle.to < cycle.from
        ? refuse('INVALID_INPUT', clause, '履职台账的地区或周期有误。', 'territory')
        : admit();
    },
  },
} satisfies Record<string, OpeningRow<DutySheetOpening>>;

const recordsHere = condition<Now>('NOT_ALLOWED', ({ file, facts, by }) =>
  recordsAny(file, facts, by.office)
    ? undefined
    : `本台账没有应由${officeKindName(by.office)}（本单位）登记的职责；职责由责任单位登记，村的由乡镇党委、本村党组织书记登记。`,
);
const excusesHere = condition<Now>('NOT_ALLOWED', ({ facts: { lines }, by }) => {
  if (excusableBy(lines, by.office).length > 0) return undefined;
  const excusers = [...new Set(lines.filter(({ duty }) => isInPrinciple(duty)).map(excuserOf))];
  return excusers.length === 0
    ? '本台账没有条款写明“原则上”的职责，不能免除。'
    : `“原则上”的职责应由责任单位的上一级（${excusers.join('、')}）同意免除，当前单位是${officeKindName(by.office)}。`;
});
const directlyAbove = condition<Now>('NOT_ALLOWED', ({ file, facts: { settings }, by }) => {
  const reopeners = reopenersOf(file.opening, settings);
  return reopeners.some((one) => one === by.office)
    ? undefined
    : `已封账的期次只能由上一级（${reopeners.join('、')}）说明理由重开，当前单位是${officeKindName(by.office)}。`;
});

const notClosed = condition<Now>('CLOSED_PERIOD', ({ facts: { isClosed, openUntil } }) =>
  isClosed ? `本期已于${chineseDate(openUntil)}封账，不再受理登记；确需补登的，请报上级单位说明理由重开。` : undefined,
);
const closed = condition<Now>('WRONG_STAGE', ({ facts: { isClosed, openUntil } }) =>
  isClosed ? undefined : `本期尚未封账（至${chineseDate(openUntil)}），可直接登记。`,
);
/** RULES 9.corrections: each office takes back only its own records. */
const hasOwnRecord = condition<Now>('UNKNOWN_SUBJECT', ({ file, facts: { records, days }, by }) =>
  [...records, ...days].some((said) => said.by === by.office) ||
  misfortunesOf(file).some((misfortune) => misfortune.by.office === by.office)
    ? undefined
    : '本台账没有本单位有效的履职登记，没有可撤回的；其他单位的登记由其自己撤回。',
);
const someOpenToExcuse = condition<Now>('ALREADY_DONE', ({ facts: { lines }, by }) =>
  excusableBy(lines, by.office).some(({ state }) => state === 'open')
    ? undefined
    : '应由本单位同意免除的职责均已有结果，无需免除。',
);

/** OBLIGATIONS D6: for a year's figures what was done since 1 January counts, whenever the cycle began. */
const reachesBack = ({ file: { opening } }: Pick<Now, 'file'>): DayBound | undefined =>
  opening.cadence === 'year' ? { on: opening.from, what: '本年度开始之日' } : undefined;

/** RULES 7: everything that can be said to a sheet. */
export const dutySheetOperations = operations<DutySheet>()({
  record: {
    clause,
    title: '登记一项履职情况（次数、天数、金额或覆盖数）',
    by: everybody,
    own: [recordsHere],
    when: [notClosed],
    reachesBack,
    meets: Object.keys(dutyRows).filter((id) => dutyRow(id)?.enteredIn === undefined),
    judge: (saying) => judgeRecord(saying, saying.body),
    ledgerOnly: ['note', 'evidence'],
  },
  recordAll: {
    clause,
    title: '一次登记多项履职情况（有一处不符则全部不登记）',
    by: everybody,
    own: [recordsHere],
    when: [notClosed],
    reachesBack,
    judge: (saying) => judgeRecords(saying, saying.body.records),
    ledgerOnly: ['records.note', 'records.evidence'],
  },
  villageDay: {
    clause,
    title: '登记本村当日工作（走访、会议、村大喇叭；同一天再登记的，以最后一次为准）',
    by: [office('village-party-secretary'), office('party-committee', 'township')],
    when: [takesVillageDays, notClosed],
    meets: Object.values(servedBy).flat(),
    judge: judgeVillageDay,
  },
  takeBack: {
    clause,
    title: '撤回有误的履职登记（原记录保留在时间线）',
    by: everybody,
    when: [notClosed, hasOwnRecord],
    judge: judgeTakingBack,
    ledgerOnly: ['reason'],
  },
  excuse: {
    clause,
    title: '对“原则上”的职责说明理由予以免除（责任单位的上一级）',
    by: [...above, ...committeesAbove],
    own: [excusesHere],
    when: [notClosed, someOpenToExcuse],
    judge: judgeExcuse,
    ledgerOnly: ['reason'],
  },
  reopen: {
    clause,
    title: '重开已封账的期次（上级单位，说明理由）',
    by: above,
    own: [directlyAbove],
    when: [closed],
    judge: ({ body: { until }, facts: { settings }, today }) => {
      const latest = addDays(today, settings.dutyReopenDays);
      const words = `重开的截止日应在${chineseDate(today)}至${chineseDate(latest)}之间，收到的是${chineseDate(until)}。`;
      return until < today || until > latest ? refuse('OUT_OF_RANGE', clause, words, 'until') : admit();
    },
    ledgerOnly: ['reason'],
  },
  misfortune: {
    clause: 'C-3.6',
    title: '登记驻村干部遭遇重大变故或突发重大疾病（不填具体情况）',
    by: [office('dispatching-unit'), office('stationing-office', 'county')],
    own: [keepsMisfortunes],
    when: [notClosed],
    judge: judgeMisfortune,
  },
  rosterRead: { by: 'system', judge: judgeReading },
  unitsRead: { by: 'system', judge: judgeReading },
  householdsRead: { by: 'system', judge: judgeReading },
  rollRead: { by: 'system', judge: judgeReading },
  leadersRead: { by: 'system', judge: judgeReading },
  coversRead: { by: 'system', judge: judgeReading },
  placesRead: { by: 'system', judge: judgeReading },
  entriesRead: {
    by: 'system',
    judge: ({ file, facts, body, on }) => admit({ keep: isNewAnswer(file, facts, body, on) }),
  },
  // What is not marked says nothing as long as nothing was.
  attendanceRead: {
    by: 'system',
    judge: ({ file, body }) =>
      admit({ keep: body.cadres.length > 0 || actsOf(file.acts, 'attendanceRead').length > 0 }),
  },
  dutyDone: {
    by: 'system',
    reachesBack,
    // What another case says was done counts as a record; where nobody owes it here, it is left alone.
    judge: ({ facts: { lines }, body, on, by }) =>
      admit({
        keep:
          lineFor(lines, { body, on, by: by.office }, () => false) !== undefined && isInSeason(dutyRows[body.duty], on),
      }),
    ledgerOnly: ['note', 'evidence'],
  },
  villageDayTold: { by: 'system' },
  villageDayWithdrawn: { by: 'system' },
  cycleClosed: { by: 'system' },
  periodClosed: { by: 'system' },
  periodSealed: { by: 'system' },
});

/** An answer that says nothing new is not kept, unless a record waits for it. */
function judgeReading({ file, facts, act, body }: Saying<DutySheet, Reading['operation']>): Admission {
  const { strangers, readAt = 0 } = facts;
  const latest = readings(file)
    .filter(({ operation }) => operation === act.operation)
    .at(-1);
  const isNew = latest === undefined || JSON.stringify(latest.body) !== JSON.stringify(body);
  return admit({ keep: isNew || strangers.some(({ entry }) => entry > readAt) });
}

function judgeTakingBack({ file, facts, body, by }: Saying<DutySheet, 'takeBack'>): Admission | FieldRefusal {
  const { entry, line } = body;
  const days = facts.days.map((day) => ({ ...day, line: 0 }));
  const found = [
    ...[...facts.records, ...days].filter((said) => said.entry === entry && (line ?? said.line) === said.line),
    ...misfortunesOf(file).flatMap((one) => (one.sequence === entry ? [{ by: one.by.office }] : [])),
  ];
  if (found.length === 0) {
    const which = `本台账第${entry}号记录${line === undefined ? '' : `第${line}行`}`;
    return refuse('UNKNOWN_SUBJECT', clause, `${which}不是有效的履职登记，或已撤回；编号见案件时间线。`, 'entry');
  }
  return found.every((record) => record.by === by.office)
    ? admit()
    : refuse('NOT_ALLOWED', clause, `只能撤回本单位的登记；第${entry}号由其他单位登记。`, 'entry');
}

function judgeExcuse({ facts, body, by, on }: Saying<DutySheet, 'excuse'>): Admission | FieldRefusal {
  const row = dutyRow(body.duty);
  const own = facts.lines.filter(({ duty }) => duty === body.duty);
  if (row === undefined || own.length === 0) return refuseDuty(facts, body.duty);
  if (!isInPrinciple(body.duty)) {
    const words = `“${row.what}”条款未写“原则上”，不能免除；未完成的，请补办登记。`;
    return refuse('CONDITIONS_NOT_MET', row.clause, words, 'duty');
  }
  if (row.bound.who === 'unit' && body.unit === undefined)
    return refuse('INVALID_INPUT', row.clause, '应写明是哪个派出单位（unit）。', 'unit');
  const ofOwer = own.filter((one) => (body.unit ?? one.owner) === one.owner && (body.ower ?? one.owner) === one.ower);
  const line = ofOwer.find(({ period, span, since }) =>
    body.period === undefined ? since <= on && on <= span.to : period.id === body.period,
  );
  if (line === undefined) {
    const words = `本台账“${row.what}”没有所写的责任人（ower、unit）或期次（period），请核对。`;
    return refuse('UNKNOWN_SUBJECT', row.clause, words, ofOwer.length === 0 ? 'ower' : 'period');
  }
  if (by.office !== excuserOf(line)) {
    const words = `免除应由责任单位的上一级（${excuserOf(line)}）同意，当前单位是${officeKindName(by.office)}。`;
    return refuse('NOT_ALLOWED', row.clause, words, 'duty');
  }
  return line.state === 'open'
    ? admit()
    : refuse('ALREADY_DONE', row.clause, `“${row.what}”${line.period.name}已有结果，无需免除。`, 'duty');
}
