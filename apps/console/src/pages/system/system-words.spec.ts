import type { RehearsalRow } from '@duban/contracts/answers/rehearsals';
import type { SystemStanding } from '@duban/contracts/answers/system';
import { engineState, ledgerState, noticeGroups, rehearsalState, sizeWords, workerState } from './system-words';

const well: SystemStanding = {
  state: 'well',
  stateName: '运行正常',
  ledger: { reachable: true, ms: 12, version: '18.4', bytes: 24_139_455 },
  engine: { reachable: true, ms: 1094, version: '1.32.0', openExecutions: 1419 },
  worker: {
    reachable: true,
    ms: 3,
    ready: true,
    taskQueue: 'duban-cases',
    pollers: [{ identity: '1@a', lastSeenAt: '2026-11-26T08:18:50.000Z' }],
  },
  stuck: { known: true, count: 0, items: [] },
  activities: { known: true, items: [] },
  setAside: { count: 0, items: [] },
  undelivered: { notices: 0, deliveries: 0 },
};
const plain = (instant: string): string => instant.slice(11, 16);

describe('parts of the system', () => {
  it('that are well say so with their figures', () => {
    expect(ledgerState(well)).toMatchObject({
      colour: 'green',
      stateName: '正常',
      facts: ['数据 24.1 MB', '应答用时 12 毫秒', '版本 18.4'],
    });
    expect(engineState(well).facts[0]).toBe('在办流程 1,419 个');
    expect(workerState(well, plain)).toMatchObject({
      colour: 'green',
      facts: ['正在领取任务的程序 1 个', '最近一次领取 08:18', '应答用时 3 毫秒'],
    });
  });

  it('that are away say what follows', () => {
    const gone = { reachable: false, ms: 3000, words: '暂时无法访问' } as const;
    expect(ledgerState({ ...well, ledger: gone })).toMatchObject({
      colour: 'red',
      stateName: '无法访问',
      says: '暂时无法访问',
      facts: [],
    });
    expect(engineState({ ...well, engine: gone })).toMatchObject({ colour: 'red' });
    expect(workerState({ ...well, worker: { ...gone, taskQueue: 'duban-cases', pollers: [] } }, plain)).toMatchObject({
      colour: 'red',
      stateName: '无法访问',
    });
  });

  it('a worker that is not ready, or asks for no work, is not well; without the engine nobody can tell who asks', () => {
    const worker = { reachable: true, ms: 3, ready: true, taskQueue: 'duban-cases', pollers: [] } as const;
    expect(workerState({ ...well, worker: { ...worker, ready: false, pollers: [] } }, plain)).toMatchObject({
      colour: 'red',
      stateName: '未就绪',
    });
    expect(workerState({ ...well, worker: { ...worker, pollers: [] } }, plain)).toMatchObject({
      colour: 'yellow',
      stateName: '没有领取任务',
    });
    const engine = { reachable: false, ms: 1, words: '' } as const;
    expect(workerState({ ...well, engine, worker: { ...worker, pollers: [] } }, plain)).toMatchObject({
      colour: 'green',
      facts: ['应答用时 3 毫秒'],
    });
  });
});

describe('the rehearsal service', () => {
  const now = Date.parse('2026-11-26T08:10:00.000Z');
  const order = (state: RehearsalRow['state'], requestedAt: string, finishedAt: string | null = null) => ({
    state,
    requestedAt,
    finishedAt,
    progress: { day: null },
  });

  it.each([
    ['空闲', [order('done', '2026-11-26T07:00:00.000Z', '2026-11-26T07:02:00.000Z')]],
    ['正常', [order('waiting', '2026-11-26T08:09:00.000Z')]],
    ['正常', [order('waiting', '2026-11-26T07:00:00.000Z'), order('running', '2026-11-26T06:50:00.000Z')]],
    ['没有应答', [order('waiting', '2026-11-26T08:07:00.000Z')]],
  ])('is %s', (stateName, orders) => {
    expect(rehearsalState(orders, now).stateName).toBe(stateName);
  });

  it('says how many could not be finished', () => {
    const orders = [
      order('failed', '2026-11-26T07:00:00.000Z', '2026-11-26T07:01:00.000Z'),
      order('done', '2026-11-26T07:00:00.000Z', '2026-11-26T07:02:00.000Z'),
    ];
    expect(rehearsalState(orders, now).facts).toEqual(['排队 0 个', '推演中 0 个', '最近 2 个中未能完成 1 个']);
  });
});

it('puts equal notices to one office together', () => {
  const notice = (id: string, to: string, at: string) => ({
    id,
    to,
    toName: to,
    caseId: 'assessment:140425:2026-09',
    title: '抄送未送达',
    at,
    why: '没有收件箱',
  });
  const groups = noticeGroups([
    notice('1', 'a', '2026-11-25'),
    notice('2', 'b', '2026-11-26'),
    notice('3', 'b', '2026-11-24'),
  ]);
  expect(groups.map(({ toName, count, latest }) => [toName, count, latest])).toEqual([
    ['b', 2, '2026-11-26'],
    ['a', 1, '2026-11-25'],
  ]);
});

it('tells sizes', () => {
  expect([sizeWords(24_139_455), sizeWords(1_340_000_000)]).toEqual(['24.1 MB', '1.3 GB']);
});
