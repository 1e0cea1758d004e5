import { officeName } from '@duban/contracts/divisions';
import { activityNames, type FailingActivity } from '@duban/contracts/failing-activity';
import {
  databaseStanding,
  failedDeliveries,
  strandedNotices,
  type FailedDelivery,
} from '@duban/persistence/undelivered';
import type { Engine } from '@duban/platform/temporal';
import { processNames } from '@duban/policy/case/case';
import { parseCaseId } from '@duban/policy/case/case-id';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { throwRefused } from '../acts/engine-gateway';
import { ENGINE } from '../engine';
import { engineStanding, pendingOf, pollersOf, retryNow } from './engine-watch';
import { SetAsideService } from './set-aside.service';
import { stuckCases } from './stuck-cases';
import { failingAt, isWorkerReady, WORKER_URL } from './worker-watch';

export const TASK_QUEUE = Symbol('task queue');

const shownAtMost = 200;
/** Each asks the engine once. */
const describedAtMost = 50;

/** How a part is, and how long it took to say so. */
type Standing<Known> = { reachable: true; ms: number } & Known;
type Away = { reachable: false; ms: number; words: string };

/** How the parts of the system are, and what they could not do so far. */
@Injectable()
export class SystemService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(TASK_QUEUE) private readonly taskQueue: string,
    @Inject(WORKER_URL) private readonly workerUrl: string,
    private readonly aside: SetAsideService,
  ) {}

  async standing() {
    const [ledger, engine, pollers, worker, stuck, activities, undelivered, setAside] = await Promise.all([
      timed(() => databaseStanding(this.dataSource), '台账数据库暂时无法访问：新的登记由流程引擎保存，恢复后补写。'),
      timed(() => engineStanding(this.engine.client), '流程引擎暂时无法访问：暂不能受理登记，提醒在恢复后补发。'),
      pollersOf(this.engine.client, this.taskQueue).catch(() => []),
      timed(
        async () => ({ ready: await isWorkerReady(this.workerUrl) }),
        '办理程序没有应答：登记暂不能确认，请管理员查看。',
      ),
      this.stuck(),
      this.failing(),
      this.undelivered().catch(() => null),
      this.aside.open().catch(() => null),
    ]);
    const areAllUp = ledger.reachable && engine.reachable && worker.reachable && worker.ready;
    const arePartsWell = areAllUp && activities.items.length === 0;
    const doCasesGoOn = stuck.count === 0;
    const isWell = arePartsWell && doCasesGoOn && setAside?.count === 0;
    return {
      state: isWell ? ('well' as const) : ('impaired' as const),
      stateName: isWell ? '运行正常' : nameOfImpaired({ arePartsWell, doCasesGoOn }),
      ledger,
      engine,
      worker: { ...worker, taskQueue: this.taskQueue, pollers },
      stuck,
      activities,
      /** `null` while the database is away. */
      setAside,
      undelivered: undelivered && { notices: undelivered.notices.length, deliveries: undelivered.deliveries.length },
    };
  }

  /** `known: false`: the engine does not say. */
  async stuck() {
    const found = await stuckCases(this.engine.client).catch(() => null);
    return found === null ? { known: false, count: 0, items: [] } : { known: true, ...found };
  }

  /** `known: false`: the worker does not say. */
  async failing() {
    const failing = await failingAt(this.workerUrl).catch(() => null);
    if (failing === null) return { known: false, items: [] };
    const items = await Promise.all(
      failing.slice(0, shownAtMost).map((one, index) => this.shown(one, index < describedAtMost)),
    );
    return { known: true, items: items.filter((item) => item !== null) };
  }

  async retry(caseId: string, activityId: string) {
    await retryNow(this.engine.client, caseId, activityId).catch(throwRefused);
    return { caseId, activityId, retried: true };
  }

  async undelivered() {
    const [notices, deliveries] = await Promise.all([
      strandedNotices(this.dataSource, shownAtMost),
      failedDeliveries(this.dataSource, shownAtMost),
    ]);
    return {
      notices: notices.map((notice) => ({
        ...notice,
        toName: officeName(notice.to),
        why: '收件单位未在单位名录中登记，没有收件箱',
      })),
      deliveries: deliveries.map(shownDelivery),
    };
  }

  /** `null` when the engine says that it is done. */
  private async shown(one: FailingActivity, isDescribed: boolean) {
    const pending = isDescribed ? await pendingOf(this.engine.client, one.caseId).catch(() => undefined) : undefined;
    const found = pending?.find(({ activityId }) => activityId === one.activityId);
    if (pending !== undefined && found === undefined) return null;
    const process = parseCaseId(one.caseId)?.process;
    return {
      ...one,
      processName: process === undefined ? null : processNames[process],
      what: activityNames[one.activity] ?? one.activity,
      isRunning: found?.isRunning ?? false,
      nextTryAt: found?.nextTryAt ?? null,
    };
  }
}

async function timed<Known extends object>(ask: () => Promise<Known>, words: string): Promise<Standing<Known> | Away> {
  const began = performance.now();
  const ms = (): number => Math.round(performance.now() - began);
  try {
    const known = await ask();
    return { reachable: true, ms: ms(), ...known };
  } catch {
    return { reachable: false, ms: ms(), words };
  }
}

const shownDelivery = ({ webhook, lastError, ...delivery }: FailedDelivery) => ({
  ...delivery,
  toName: officeName(delivery.to),
  office: webhook.slice(0, webhook.lastIndexOf('/')),
  name: webhook.slice(webhook.lastIndexOf('/') + 1),
  stateName: delivery.state === 'dead' ? '已放弃' : '等待重试',
  lastError: lastErrorWords(lastError ?? ''),
});

/** What a receiver did, in plain words. */
export function lastErrorWords(error: string): string {
  const status = /2xx expected, got (\d+)/.exec(error)?.[1];
  if (status !== undefined) return `接收系统返回状态 ${status}`;
  return /timeout|aborted/i.test(error) ? '接收系统超时未应答' : '无法连接接收系统';
}

const nameOfImpaired = ({ arePartsWell, doCasesGoOn }: { arePartsWell: boolean; doCasesGoOn: boolean }): string =>
  !doCasesGoOn ? '有案件不能继续办理' : arePartsWell ? '有内容待修复' : '有部件异常';
