import type { MapMeasure } from '@duban/contracts/answers/statistics';
import { fulfilmentOf } from '@duban/persistence/duties';
import { registerCountsOf } from '@duban/persistence/registers';
import { dispatchRanks, listedRounds, lowCadres } from '@duban/persistence/standings';
import { owedByArea, runningCasesByArea } from '@duban/persistence/statistics';
import type { Territory } from '@duban/policy/base/office';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import type { DataSource } from 'typeorm';

/** What a map shows of each area. */
export interface Measure {
  unit: string;
  /** Is a high value good or bad? */
  direction: 'good' | 'bad';
  counts: string;
  /** Length of the smallest areas it exists for. */
  down?: 6;
  /** Areas without any row: 0, or no value. */
  otherwise: 0 | null;
  read(
    dataSource: DataSource,
    where: { territory: Territory; length: number; today: CivilDate },
  ): Promise<MeasuredArea[]>;
}

export interface MeasuredArea {
  area: Territory;
  value: number | null;
  asOf?: string;
}

const dutyDays = 30;

const owed: (value: (row: { owed: number; overdue: number }) => number) => Measure['read'] =
  (value) =>
  async (dataSource, { territory, length, today }) =>
    (await owedByArea(dataSource, { territory, length }, { today, nearDays: 0 })).map((row) => ({
      area: row.area,
      value: value(row),
    }));

export const measures = {
  overdue: {
    ...{ unit: '项', direction: 'bad', otherwise: 0 },
    counts: '今天仍未办结且已过到期日的期限，中止和撤销的不计。',
    read: owed(({ overdue }) => overdue),
  },
  overdueRate: {
    ...{ unit: '%', direction: 'bad', otherwise: null },
    counts: '逾期事项占今天全部未办结期限（含中止，不含撤销）的百分比，保留一位小数；没有未办结期限的地区不计。',
    read: owed((row) => percent(row.overdue, row.owed)),
  },
  open: {
    ...{ unit: '件', direction: 'bad', otherwise: 0 },
    counts: '今天尚未办结的全部案件，各流程合计。',
    read: async (dataSource, { territory, length }) =>
      (await runningCasesByArea(dataSource, { territory, length })).map(({ area, count }) => ({ area, value: count })),
  },
  listed: {
    ...{ unit: '轮', direction: 'bad', otherwise: 0, down: 6 },
    counts: '正在挂牌督办的县处于第几轮（A-3.7）；未挂牌为0。',
    read: (dataSource, { territory }) => listedRounds(dataSource, territory),
  },
  dutyRate: {
    ...{ unit: '%', direction: 'good', otherwise: null },
    counts: `最近${dutyDays}天内到期的周期性职责中，按期完成的项数占应完成项数（不含已说明理由免除的）的百分比，保留一位小数；没有到期职责的地区不计。`,
    read: async (dataSource, { territory, length, today }) => {
      const rows = await fulfilmentOf(dataSource, 'area', {
        territory,
        dueFrom: addDays(today, -dutyDays),
        dueTo: today,
      });
      const sums = sumBy(rows, length, ({ of }) => of, [({ fulfilled }) => fulfilled, (row) => row.owed - row.excused]);
      return [...sums].flatMap(([area, [done = 0, all = 0]]) =>
        all === 0 ? [] : [{ area, value: percent(done, all) }],
      );
    },
  },
  dispatchRank: {
    ...{ unit: '名', direction: 'bad', otherwise: null },
    counts: '最近一期已截止的半月调度中该地区的综合名次（A-3.3），1为最好；未报、未排队的地区没有名次。',
    read: (dataSource, { territory, length }) => dispatchRanks(dataSource, territory, length),
  },
  problemsOpen: {
    ...{ unit: '个', direction: 'bad', otherwise: 0 },
    counts: '问题台账中尚未销账的问题（C-2.end），已撤销的不计。',
    read: async (dataSource, { territory, length }) => {
      const rows = await registerCountsOf(dataSource, 'area', { kind: 'problem', territory });
      const open = rows.filter(({ state }) => state !== 'written-off' && state !== 'withdrawn');
      return [...sumBy(open, length, ({ of }) => of ?? '', [(row) => row.rows])].map(([area, [value = 0]]) => ({
        area,
        value,
      }));
    },
  },
  lowCadres: {
    ...{ unit: '人', direction: 'bad', otherwise: null },
    counts: '该地区最近一次已通报的月度考核排队中排名靠后的驻村干部（C-3.7）；从未通报的地区没有数值。',
    read: (dataSource, { territory, length }) => lowCadres(dataSource, territory, length),
  },
} as const satisfies Record<MapMeasure, Measure>;

const percent = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10;

/** Sums of rows by the area of some length they lie in. */
function sumBy<Row>(
  rows: readonly Row[],
  length: number,
  place: (row: Row) => string,
  figures: readonly ((row: Row) => number)[],
): Map<string, number[]> {
  const sums = new Map<string, number[]>();
  for (const row of rows) {
    const area = place(row).slice(0, length);
    const before = sums.get(area) ?? figures.map(() => 0);
    sums.set(
      area,
      figures.map((figure, index) => (before[index] ?? 0) + figure(row)),
    );
  }
  return sums;
}
