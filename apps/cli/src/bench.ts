import 'reflect-metadata';
import { readConfig } from '@duban/platform/config';
import { parseArgs } from 'node:util';
import { measureConsole } from './bench/console';
import { measureCountyMonth } from './bench/county-month';
import { measureGrowth } from './bench/growth';
import { measureHalfYear } from './bench/half-year';
import { measureLists } from './bench/lists';
import { measureMemory } from './bench/memory';
import { measureOneAtATime } from './bench/one-at-a-time';
import { measureDispatchTurn, measureDutySweep } from './bench/province';
import { measureReminders } from './bench/reminders';
import { onStage, type Services } from './bench/stage';
import { measureActs, measureStarts } from './bench/starts-and-acts';
import { tableOf, type Row } from './bench/table';

const usage =
  '用法：npm run bench -- [--only starts,acts,single,growth,month,memory,reminders,duties,dispatch,lists,console,half-year] [--quick]';

interface Figure {
  title: string;
  measure(services: Services, isQuick: boolean): Promise<Row[]>;
}

const figures: Record<string, Figure> = {
  starts: {
    title: '每秒立案',
    measure: (services, isQuick) =>
      onStage(services, (stage) =>
        measureStarts(stage, isQuick ? { rounds: 3, count: 60 } : { rounds: 5, count: 150 }),
      ),
  },
  acts: {
    title: '每秒登记',
    measure: (services, isQuick) =>
      onStage(services, (stage) => measureActs(stage, isQuick ? { rounds: 3, count: 20 } : { rounds: 5, count: 60 })),
  },
  single: {
    title: '逐件登记',
    measure: (services, isQuick) => onStage(services, (stage) => measureOneAtATime(stage, isQuick ? 100 : 300)),
  },
  growth: {
    title: '案件大小与每次登记的用时',
    measure: (services, isQuick) => onStage(services, (stage) => measureGrowth(stage, isQuick ? 2_000 : 10_000)),
  },
  month: { title: '一县一月', measure: (services) => onStage(services, measureCountyMonth) },
  memory: {
    title: '内存',
    measure: (services, isQuick) => onStage(services, (stage) => measureMemory(stage, isQuick ? 500 : 5_000)),
  },
  reminders: {
    title: '同一秒到期的提醒',
    measure: (services, isQuick) =>
      onStage(services, (stage) => measureReminders(stage, isQuick ? 200 : 1_000), { DUBAN_SPREAD_MINUTES: '0' }),
  },
  duties: {
    title: '全省履职台账',
    measure: (services, isQuick) => onStage(services, (stage) => measureDutySweep(stage, isQuick ? 2_600 : 26_000)),
  },
  dispatch: {
    title: '全省半月调度',
    measure: (services, isQuick) => onStage(services, (stage) => measureDispatchTurn(stage, isQuick ? 12 : 117)),
  },
  lists: { title: '列表查询', measure: (services, isQuick) => measureLists(services, isQuick ? 10_000 : 100_000) },
  console: {
    title: '操作界面',
    measure: (services, isQuick) => onStage(services, (stage) => measureConsole(stage, isQuick ? 10_000 : 100_000)),
  },
  'half-year': { title: '半年推演', measure: () => measureHalfYear() },
};

/** `bench [--only …] [--quick]`: what the system costs, beside a bare workflow on the same engine. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } } });
  const names = values.only?.split(',') ?? Object.keys(figures);
  const services = readConfig(process.env);
  const rows: Row[] = [];
  for (const name of names) {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`没有指标“${name}”。${usage}`);
    console.error(`测量：${figure.title}……`);
    rows.push(...(await figure.measure(services, values.quick)));
  }
  console.log(`\n${tableOf(rows)}`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
