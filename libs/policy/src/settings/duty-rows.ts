import type { Level, Line } from '../base/office';
import type { ClauseId } from '../base/clauses/clauses';
import type { CivilDate } from '../dates/civil-date';
import type { Cadence } from '../dates/natural-period';
import type { Covering, DutyBound, Occasion } from './duty-bound';
import {
  anyUnit,
  cadre,
  each,
  eachSent,
  group,
  heads,
  leader,
  office,
  perCadre,
  principle,
  row,
  salesHelp,
  team,
  units,
  visitors,
} from './duty-row-makers';

/** How the doing of a duty is counted. */
export const measures = {
  times: '次',
  days: '天',
  yuan: '元',
  /** A share of a whole: households visited of all, meetings attended of those held. */
  coverage: '全覆盖',
} as const;
export type Measure = keyof typeof measures;

/** How often, and how much each time; an office may choose otherwise. Nothing is owed where the amount is 0, or the row is left out. */
export interface DutyTerms {
  cadence: Cadence;
  amount: number;
}

/** One recurring duty of the three plans. */
export interface DutyRow {
  clause: ClauseId;
  /** Verb phrase, as deadlines say it. */
  what: string;
  /** Whose sheets carry it. */
  level: Exclude<Level, 'village'>;
  bound: DutyBound;
  measure: Measure;
  terms: DutyTerms;
  line: Line;
  /** 原则上: the office above may excuse it with a reason. */
  isInPrinciple?: true;
  /** A fixed day of the year, `MM-DD`, instead of the period's end. */
  dueOn?: string;
  /** A fixed day of the year, `MM-DD`: what is done before it, or after the day it is due, is not this duty. */
  onlyFrom?: string;
  /** A period in which there was nothing to do is recorded as such (本期无对象). */
  mayBeEmpty?: true;
  /** Hours that count as one of the measure's days: 12 days or 90 hours. */
  hoursPerDay?: number;
  /** Done for each cadre by name; a part of a year asks for no part of it. */
  isPerPerson?: true;
  /** What is to be covered by name or day; nothing is owed where there is none of it. */
  covers?: Covering;
  /** Owed each time, instead of once in each natural period. */
  occasions?: Occasion;
  /** OBLIGATIONS D22: who joins late in the year owes it from the next year on. */
  leavesOutLateJoiners?: true;
  /** It is done by entries of a register kept by hand: each covers the place it is of, or whom it names. */
  enteredIn?: { register: string; covers: 'territory' | 'subject' };
  /** There is always somebody to visit: 0 of 0 covers nothing. */
  isNeverEmpty?: true;
  /** 五天四夜: owed by the week's working days, done by the days and nights that were marked. */
  stationed?: 'days' | 'nights';
  /** Cadence, amount or day is the office's decision and not the clause's. */
  isDecided?: true;
}

/** RULES 7: every recurring duty, by what is owed. Task lists and scores have their own month (C-3.5), dispatch its own turn. */
export const dutyRows = {
  'five-days': row('C-3.3', '每周驻村五天', 'township', cadre, 'days', { ...each('week', 5), stationed: 'days' }),
  'four-nights': row('C-3.3', '每周驻村四夜', 'township', cadre, 'days', { ...each('week', 4), stationed: 'nights' }),
  broadcast: row('C-2.5', '村大喇叭宣讲涉农政策', 'township', team, 'days', each('week', 7)),
  'work-meeting': row('C-3.3', '召开工作例会', 'township', team, 'times', each('week')),
  'village-meetings': row('C-2.7', '全程参加村“两委”会议', 'township', cadre, 'coverage', {
    ...each('month'),
    isDecided: true,
  }),
  'visit-monitored': row('C-2.3', '走访监测户', 'township', team, 'coverage', {
    ...each('month'),
    covers: 'monitored-households',
  }),
  'visit-all': row('C-2.3', '遍访所有农户', 'township', team, 'coverage', { ...each('quarter'), isNeverEmpty: true }),
  training: row('C-2.2', '参加县级及以上集中培训', 'township', cadre, 'days', {
    ...each('year', 12),
    hoursPerDay: 7.5,
  }),
  'daily-training': row('C-2.2', '对驻村干部开展针对性日常培训', 'township', office('party-committee'), 'times', {
    ...each('month'),
    isDecided: true,
  }),
  'township-study': row(
    'C-3.1',
    '研究驻村帮扶工作',
    'township',
    office('party-committee'),
    'times',
    principle('month'),
  ),
  'township-covert-visit': row(
    'C-3.1',
    '到村暗访督导',
    'township',
    office('party-committee', { parts: heads }),
    'times',
    principle('month'),
  ),
  'village-sheets': row('A-2.8', '逐村登记“乡镇每月村情表”', 'township', office('party-committee'), 'coverage', {
    ...group('month'),
    covers: 'places',
    enteredIn: { register: 'village-sheet', covers: 'territory' },
    isDecided: true,
  }),
  'village-ledgers': row('A-4.1', '逐村更新“村级政策落实台账”', 'township', office('party-committee'), 'coverage', {
    ...group('month'),
    covers: 'places',
    enteredIn: { register: 'village-ledger', covers: 'territory' },
    isDecided: true,
  }),
  'township-ranking': row('A-4.1', '对各乡镇政策落实情况评比排队', 'county', office('party-committee'), 'coverage', {
    ...group('quarter'),
    covers: 'places',
    enteredIn: { register: 'office-ranking', covers: 'subject' },
    isDecided: true,
  }),
  'department-ranking': row('A-4.1', '对各部门政策落实情况评比排队', 'county', office('party-committee'), 'coverage', {
    ...group('quarter'),
    covers: 'lead-departments',
    enteredIn: { register: 'office-ranking', covers: 'subject' },
    isDecided: true,
  }),
  'county-study': row(
    'C-3.1',
    '研究驻村帮扶工作',
    'county',
    office('party-committee'),
    'times',
    principle('two-months'),
  ),
  'county-covert-visit': row(
    'C-3.1',
    '到村暗访督导',
    'county',
    office('party-committee', { parts: heads }),
    'times',
    principle('two-months'),
  ),
  'unit-study': row('C-3.2', '研究帮扶工作并听取工作汇报', 'county', anyUnit, 'times', each('two-months')),
  'unit-head-visit': row('C-3.2', '党委（党组）负责同志到村调研督导', 'county', anyUnit, 'times', each('year', 2)),
  'upper-unit-visit': row(
    'C-3.2',
    '到村调研督导',
    'county',
    units(['province', 'city'], visitors),
    'times',
    each('two-months'),
  ),
  'county-unit-visit': row('C-3.2', '到村调研督导', 'county', units(['county'], visitors), 'times', each('month')),
  'province-sales-help': salesHelp('province', 30_000),
  'city-sales-help': salesHelp('city', 20_000),
  'county-sales-help': salesHelp('county', 10_000),
  'health-check': row('C-3.6', '安排驻村干部体检', 'county', eachSent, 'times', {
    ...perCadre,
    leavesOutLateJoiners: true,
  }),
  insurance: row('C-3.6', '办理任职期间人身意外伤害保险', 'county', eachSent, 'coverage', {
    ...perCadre,
    covers: 'days-on-post',
  }),
  'festival-visit': row('C-3.6', '重大节日走访慰问驻村干部及其家属', 'county', eachSent, 'coverage', {
    ...perCadre,
    occasions: 'festivals',
    covers: 'cadre-and-family',
  }),
  'misfortune-visit': row('C-3.6', '探望慰问遭遇重大变故或突发重大疾病的驻村干部', 'county', eachSent, 'times', {
    ...perCadre,
    occasions: 'misfortunes',
  }),
  'work-plan': row('C-2.6', '完善有明确指标的年度帮扶工作计划', 'county', anyUnit, 'times', each('year')),
  'spot-quiz': row(
    'C-2.5',
    '“快问快答”抽查驻村干部掌握政策情况',
    'county',
    office('stationing-office'),
    'times',
    each('month'),
  ),
  'county-flight-check': row(
    'C-3.4',
    '开展“飞行检查”并印发通报',
    'county',
    office('stationing-office'),
    'times',
    principle('month'),
  ),
  'county-training': row(
    'C-2.2',
    '完成县域内驻村干部全覆盖培训',
    'county',
    office('stationing-office', { each: 'cadre' }),
    'times',
    {
      ...each('year'),
      dueOn: '06-30',
    },
  ),
  'county-bulletin': row(
    'A-3.4',
    '开展政策落实情况通报',
    'county',
    office('leading-group-office'),
    'times',
    group('month'),
  ),
  'liaison-supervision': row('A-4.1', '包联领导督导、检查包联县政策落实', 'county', leader, 'times', {
    ...group('quarter'),
    isDecided: true,
  }),
  'city-flight-check': row(
    'C-3.4',
    '开展“飞行检查”并印发通报',
    'city',
    office('stationing-office'),
    'times',
    principle('two-months'),
  ),
  'city-training': row('C-2.2', '完成强化培训', 'city', office('stationing-office'), 'times', {
    ...each('year'),
    dueOn: '11-30',
  }),
  'city-bulletin': row(
    'A-3.4',
    '开展政策落实情况通报',
    'city',
    office('leading-group-office'),
    'times',
    group('month'),
  ),
  'province-flight-check': row(
    'C-3.4',
    '开展“飞行检查”并印发通报',
    'province',
    office('stationing-office'),
    'times',
    principle('two-months'),
  ),
  'province-training': row('C-2.2', '完成示范培训', 'province', office('stationing-office'), 'times', {
    ...each('year'),
    dueOn: '11-30',
  }),
  'selection-spot-check': row('C-2.1', '对选派、交接情况暗访抽查', 'province', office('stationing-office'), 'times', {
    ...each('year'),
    onlyFrom: '06-01',
    dueOn: '07-31',
  }),
  'province-bulletin': row(
    'A-3.4',
    '开展政策落实情况通报',
    'province',
    office('leading-group-office'),
    'times',
    group('month'),
  ),
  'province-interview': row('B-3.3', '约谈', 'province', office('province-group'), 'times', {
    ...group('two-months'),
    mayBeEmpty: true,
  }),
  'province-inspection': row('B-3.3', '巡查', 'province', office('inspection-team'), 'times', group('quarter')),
};
export type DutyId = keyof typeof dutyRows;

/** The row of a duty, or `undefined` when there is none of that name. */
export const dutyRow = (id: string): DutyRow | undefined =>
  Object.hasOwn(dutyRows, id) ? dutyRows[id as DutyId] : undefined;

/** The duties of a level that are done by entries of registers. */
export const dutiesEntered = (level: Level | undefined): [DutyId, NonNullable<DutyRow['enteredIn']>][] =>
  (Object.keys(dutyRows) as DutyId[]).flatMap((id) => {
    const { level: own, enteredIn }: DutyRow = dutyRows[id];
    return own === level && enteredIn !== undefined ? [[id, enteredIn]] : [];
  });

/** C-2.1: 6—7月份; other duties have no season. */
export const isInSeason = ({ onlyFrom, dueOn }: Pick<DutyRow, 'onlyFrom' | 'dueOn'>, on: CivilDate): boolean =>
  onlyFrom === undefined || (on.slice(5) >= onlyFrom && (dueOn === undefined || on.slice(5) <= dueOn));
