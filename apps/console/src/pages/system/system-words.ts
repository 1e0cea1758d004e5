import type { RehearsalRow } from '@duban/contracts/answers/rehearsals';
import type { StrandedNotice, SystemStanding } from '@duban/contracts/answers/system';

export interface PartState {
  name: string;
  colour: 'green' | 'yellow' | 'red' | 'grey';
  stateName: string;
  says: string;
  /** Figures under it. */
  facts: readonly string[];
}

/** 24.1 MB, 1.3 GB. */
export function sizeWords(bytes: number): string {
  const megabytes = bytes / 1e6;
  return megabytes < 1000 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1000).toFixed(1)} GB`;
}

const away = (name: string, words: string): PartState => ({
  name,
  colour: 'red',
  stateName: '无法访问',
  says: words,
  facts: [],
});
const answerWords = (ms: number): string => `应答用时 ${ms.toLocaleString('zh-CN')} 毫秒`;

export function ledgerState({ ledger }: SystemStanding): PartState {
  const name = '台账数据库';
  if (!ledger.reachable) return away(name, ledger.words);
  const facts = [`数据 ${sizeWords(ledger.bytes)}`, answerWords(ledger.ms), `版本 ${ledger.version}`];
  return { name, colour: 'green', stateName: '正常', says: '登记、查询都能办理。', facts };
}

export function engineState({ engine }: SystemStanding): PartState {
  const name = '流程引擎';
  if (!engine.reachable) return away(name, engine.words);
  const facts = [
    `在办流程 ${engine.openExecutions.toLocaleString('zh-CN')} 个`,
    answerWords(engine.ms),
    `版本 ${engine.version}`,
  ];
  return { name, colour: 'green', stateName: '正常', says: '期限、提醒和自动办理都在运行。', facts };
}

/** The worker is well when it answers, says it is ready, and somebody asks the engine for work. */
export function workerState({ worker, engine }: SystemStanding, timeWords: (instant: string) => string): PartState {
  const name = '办理程序';
  if (!worker.reachable) return away(name, worker.words);
  const last = worker.pollers
    .map(({ lastSeenAt }) => lastSeenAt ?? '')
    .sort()
    .at(-1);
  const facts = [
    ...(engine.reachable ? [`正在领取任务的程序 ${worker.pollers.length} 个`] : []),
    ...(last ? [`最近一次领取 ${timeWords(last)}`] : []),
    answerWords(worker.ms),
  ];
  if (!worker.ready)
    return {
      name,
      colour: 'red',
      stateName: '未就绪',
      says: '程序已启动但还不能办理，登记暂不能确认；几分钟后仍未就绪的，请管理员查看日志。',
      facts,
    };
  if (engine.reachable && worker.pollers.length === 0)
    return {
      name,
      colour: 'yellow',
      stateName: '没有领取任务',
      says: '程序在运行，但没有向流程引擎领取任务，登记可能迟迟不能确认；请管理员查看日志。',
      facts,
    };
  return { name, colour: 'green', stateName: '正常', says: '登记随到随办。', facts };
}

const patienceMs = 120_000;

/** A rehearsal as far as it says whether the service works. */
type OrderedRehearsal = Pick<RehearsalRow, 'state' | 'requestedAt' | 'finishedAt'> & {
  progress: Pick<RehearsalRow['progress'], 'day'>;
};

/** Whether the rehearsal service works is seen by what it does: nothing waits for long while none is played. */
export function rehearsalState(orders: readonly OrderedRehearsal[], now: number): PartState {
  const name = '推演服务';
  const waiting = orders.filter(({ state }) => state === 'waiting');
  const running = orders.filter(({ state }) => state === 'running');
  const finished = orders.filter(({ finishedAt }) => finishedAt !== null);
  const failed = finished.filter(({ state }) => state === 'failed').length;
  const facts = [
    `排队 ${waiting.length} 个`,
    `推演中 ${running.length} 个`,
    ...(finished.length > 0 ? [`最近 ${finished.length} 个中未能完成 ${failed} 个`] : []),
  ];
  const isLate = running.length === 0 && waiting.some(({ requestedAt }) => now - Date.parse(requestedAt) > patienceMs);
  if (isLate)
    return {
      name,
      colour: 'red',
      stateName: '没有应答',
      says: '有推演排队超过 2 分钟没有开始，服务可能没有运行；请管理员启动，排队的会自动接着推演。',
      facts,
    };
  if (running.length + waiting.length > 0)
    return { name, colour: 'green', stateName: '正常', says: '正在推演或即将开始。', facts };
  return {
    name,
    colour: 'grey',
    stateName: '空闲',
    says: '目前没有要推演的；发起推演后 2 分钟内没有开始的，这里会提示。',
    facts,
  };
}

export interface NoticeGroup {
  key: string;
  toName: string;
  title: string;
  why: string;
  caseId: string;
  count: number;
  latest: string;
}

/** Notices of one title to one office in one case stand together; the office with the most first. */
export function noticeGroups(notices: readonly Omit<StrandedNotice, 'clause'>[]): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>();
  for (const { to, toName, title, why, caseId, at } of notices) {
    const key = `${to} ${caseId} ${title}`;
    const group = groups.get(key) ?? { key, toName, title, why, caseId, count: 0, latest: at };
    groups.set(key, { ...group, count: group.count + 1, latest: at > group.latest ? at : group.latest });
  }
  return [...groups.values()].sort((one, other) => other.count - one.count || (one.latest > other.latest ? -1 : 1));
}
