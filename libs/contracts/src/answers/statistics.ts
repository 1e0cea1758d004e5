import { deadlineStates } from '@duban/policy/dates/deadline';
import { z } from 'zod';
import { oneOf } from '../fields';
import { codeOf, count, day, division, itemsOf, process, words } from './answer-fields';
import { ofProcess, whole, within } from './query-fields';
import { read } from './route';

const place = { territory: division, territoryName: words };

const areaCases = z.strictObject({
  area: division,
  process,
  stage: words,
  stageName: words,
  ended: z.boolean(),
  count,
});
export type AreaCount = z.output<typeof areaCases>;
const areaDeadlines = z.strictObject({ area: division, process, state: codeOf(deadlineStates), count });

export const statisticsByArea = read({
  path: '/statistics',
  operationId: 'statistics.byArea',
  tag: 'ledger',
  summary: '按地区统计',
  query: z.strictObject({ ...within, ...ofProcess }),
  answers: z.strictObject({ territory: division, cases: z.array(areaCases), deadlines: z.array(areaDeadlines) }),
  refuses: ['UNKNOWN_SUBJECT'],
});

const week = z.strictObject({
  from: day,
  to: day,
  open: count,
  overdue: count,
  due: count,
  metInTime: count,
  metLate: count,
});
export type Week = z.output<typeof week>;

export const statisticsOverTime = read({
  path: '/statistics/over-time',
  operationId: 'statistics.overTime',
  tag: 'ledger',
  summary: '各周期限情况：未办结、逾期、到期、按期和逾期办结（口径见 rule）',
  query: z.strictObject({
    ...within,
    ...ofProcess,
    weeks: whole(104, 26).describe('周数（1–104，默认 26）'),
  }),
  answers: itemsOf(week).extend({ ...place, rule: words }),
  refuses: ['UNKNOWN_SUBJECT'],
});

const dueCount = z.strictObject({ area: division, name: words, day, process, processName: words, count });
export type DueCount = z.output<typeof dueCount>;

export const statisticsForecast = read({
  path: '/statistics/forecast',
  operationId: 'statistics.forecast',
  tag: 'ledger',
  summary: '今后若干天到期的期限，按下一级地区、日、流程',
  query: z.strictObject({ ...within, ...ofProcess, days: whole(120, 30).describe('天数（1–120，默认 30）') }),
  answers: itemsOf(dueCount).extend({
    ...place,
    from: day,
    to: day,
    rule: words,
    totals: z.strictObject({
      all: count,
      byDay: z.array(z.strictObject({ day, count })),
      byArea: z.array(z.strictObject({ area: division, name: words, count })),
      byProcess: z.array(z.strictObject({ process, processName: words, count })),
    }),
  }),
  refuses: ['UNKNOWN_SUBJECT'],
});

/** What a map can show of each area. */
export const mapMeasures = {
  overdue: '逾期事项',
  overdueRate: '逾期率',
  open: '在办案件',
  listed: '挂牌督办',
  dutyRate: '周期性职责完成率',
  dispatchRank: '半月调度综合名次',
  problemsOpen: '未销号问题',
  lowCadres: '排名靠后干部',
} as const;
export type MapMeasure = keyof typeof mapMeasures;

const measuredArea = z.strictObject({
  area: division,
  name: words,
  city: division,
  cityName: words,
  value: z.number().nullable(),
  asOf: words.nullable(),
});
export type MeasuredArea = z.output<typeof measuredArea>;

const measuredMap = itemsOf(measuredArea).extend({
  ...place,
  measure: codeOf(mapMeasures),
  name: words,
  unit: words,
  direction: z.enum(['good', 'bad']),
  counts: words,
  level: z.enum(['county', 'township']),
  measures: z.array(z.strictObject({ measure: codeOf(mapMeasures), name: words, unit: words })),
});
export type MeasuredMap = z.output<typeof measuredMap>;

export const statisticsMap = read({
  path: '/statistics/map',
  operationId: 'statistics.map',
  tag: 'ledger',
  summary: '地图：各县（所查为省、市）或各乡镇（所查为县）的一项指标',
  query: z.strictObject({
    ...within,
    measure: oneOf(mapMeasures).describe(
      Object.entries(mapMeasures)
        .map(([code, name]) => `${code}（${name}）`)
        .join(' '),
    ),
  }),
  answers: measuredMap,
  refuses: ['UNKNOWN_SUBJECT', 'NOT_ALLOWED', 'OUT_OF_RANGE'],
});
