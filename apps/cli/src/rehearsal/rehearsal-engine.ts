import { throwRefused, sendAct, type EngineGateway } from '@duban/api/acts/engine-gateway';
import type { Messenger } from '@duban/activities/messages/messenger';
import {
  confirmOpening,
  reprojectCase,
  tellCase,
  workflowTypeOf,
  type ActAnswer,
  type ActRequest,
  type CaseStart,
  type Reprojection,
} from '@duban/contracts/case-workflow';
import { startOptions } from '@duban/platform/start-options';
import type { Instant } from '@duban/policy/dates/civil-date';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { VirtualClocks } from './virtual-clock';

interface TurnReport {
  wake: Instant | null;
  handled: string | null;
  at: Instant;
  ended: boolean;
  /** A question to the ledger has not been answered yet, or a write has not arrived. */
  busy: boolean;
}

/**
 * A whole supervision system as a discrete-event simulation on the real engine: knows when each case wakes next, moves only the
 * clock of the case whose turn it is, and waits until every message has been taken in before time goes on.
 */
export class RehearsalEngine implements EngineGateway, Messenger {
  private readonly wakes = new Map<string, Instant>();
  /** Messages that have not been taken in, each as `case/key`. */
  private readonly underWay = new Set<string>();
  /** Starts that have been asked for: a start asked again, because its sender was slow, is the one under way or done. */
  private readonly started = new Set<string>();
  /** Cases that wait for the ledger. */
  private readonly busy = new Set<string>();
  private waiters: (() => void)[] = [];
  turns = 0;

  constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
    private readonly clocks: VirtualClocks,
  ) {}

  /** A case has taken a turn: when it wakes next, and what it has taken in. */
  onTurn(caseId: string, turn: TurnReport): void {
    this.turns += 1;
    if (turn.wake === null || turn.ended) this.wakes.delete(caseId);
    else this.wakes.set(caseId, turn.wake);
    if (turn.busy) this.busy.add(caseId);
    else this.busy.delete(caseId);
    if (turn.handled !== null) this.underWay.delete(messageTo(caseId, turn.handled));
    if (turn.ended)
      for (const message of this.underWay) if (message.startsWith(messageTo(caseId, ''))) this.underWay.delete(message);
    this.wakeWaiters();
  }

  /** The earliest instant at which any case wakes, and the cases that wake then. */
  next(): { at: Instant; cases: string[] } | undefined {
    let at: Instant | undefined;
    for (const wake of this.wakes.values()) if (at === undefined || wake < at) at = wake;
    if (at === undefined) return undefined;
    return { at, cases: [...this.wakes].filter(([, wake]) => wake === at).map(([caseId]) => caseId) };
  }

  /** Lets a case wake at its instant, and waits until it has done what fell due. */
  async wake(caseId: string, at: Instant): Promise<void> {
    await this.clocks.bringTo(caseId, Date.parse(at));
    await this.until(() => this.wakes.get(caseId) !== at, `${caseId} wakes at ${at}`);
  }

  /** Waits until no message is under way any more, and the ledger has everything. */
  quiet(): Promise<void> {
    return this.until(() => this.underWay.size === 0 && this.busy.size === 0, 'all messages are taken in');
  }

  async open(start: CaseStart): Promise<ActAnswer> {
    await this.start(start);
    try {
      return await this.client.workflow
        .getHandle(start.caseId)
        .executeUpdate<ActAnswer, [{ key: string; bodyHash: string }]>(confirmOpening, {
          args: [{ key: start.key, bodyHash: start.bodyHash }],
        });
    } catch (error) {
      return throwRefused(error);
    }
  }

  async act(caseId: string, request: ActRequest): Promise<ActAnswer | undefined> {
    if (!(await this.isOpen(caseId))) return undefined;
    await this.clocks.bringTo(caseId, Date.parse(request.at));
    return sendAct(this.client, caseId, request).catch(throwRefused);
  }

  async reproject(caseId: string, order: Reprojection): Promise<void> {
    await this.clocks.bringTo(caseId, Date.parse(order.at));
    await this.deliver(caseId, order.key, () => this.client.workflow.getHandle(caseId).signal(reprojectCase, order));
  }

  async start(start: CaseStart): Promise<void> {
    const message = messageTo(start.caseId, start.key);
    if (this.started.has(message)) return;
    this.started.add(message);
    this.underWay.add(message);
    try {
      const startDelay = Math.max(1, Date.parse(start.at) - Date.now());
      await this.client.workflow.start(workflowTypeOf(start.process), {
        ...startOptions(start, this.taskQueue),
        startDelay,
      });
      await this.clocks.bringTo(start.caseId, Date.parse(start.at));
    } catch (error) {
      this.underWay.delete(message);
      if (error instanceof WorkflowExecutionAlreadyStartedError) return;
      this.started.delete(message);
      throw error;
    }
  }

  async tell(caseId: string, request: ActRequest): Promise<void> {
    await this.deliver(caseId, request.act.key, () => this.client.workflow.getHandle(caseId).signal(tellCase, request));
  }

  /** Sends a message; a case that has ended takes in no more. */
  private async deliver(caseId: string, key: string, send: () => Promise<void>): Promise<void> {
    const message = messageTo(caseId, key);
    this.underWay.add(message);
    try {
      await send();
    } catch (error) {
      this.underWay.delete(message);
      this.wakeWaiters();
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  private async isOpen(caseId: string): Promise<boolean> {
    try {
      return (await this.client.workflow.getHandle(caseId).describe()).status.name === 'RUNNING';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  private async until(done: () => boolean, what: string): Promise<void> {
    const patience = Date.now() + 60_000;
    while (!done()) {
      if (Date.now() > patience) throw new Error(`推演停滞：等待“${what}”超过 60 秒。`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 250);
        this.waiters.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  private wakeWaiters(): void {
    for (const waiter of this.waiters.splice(0)) waiter();
  }
}

const messageTo = (caseId: string, key: string): string => `${caseId}/${key}`;
