import { ActsService } from '@duban/api/acts/acts.service';
import { liveGateway } from '@duban/api/acts/engine-gateway';
import { callerOf } from '@duban/api/auth/caller';
import { ledgerBook } from '@duban/api/cases/case-book';
import { RefusedRequest } from '@duban/api/refusals/refused-request';
import { VirtualClocks } from '@duban/cli/rehearsal/virtual-clock';
import { groupOf } from '@duban/contracts/operation-groups';
import { demoOffices } from '@duban/contracts/demo-county';
import { createDataSource, dropSchema, migrate } from '@duban/persistence/data-source';
import { upsertOffices } from '@duban/persistence/directory';
import { basePolicy, type Settings } from '@duban/policy/settings/policy-set';
import { ensureNamespace } from '@duban/platform/namespace';
import { connectEngine, type Engine } from '@duban/platform/temporal';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Opened } from '../setup/opened';
import type { testServices } from '../setup/services';
import { StoryClock, type StoryAct, type StoryDay } from './story';
import { WorkerProcess } from './worker-process';

export interface StageOptions {
  continueAfterEvents?: number;
  ledgerOfWorker?: string;
  /** The office's choices. */
  changes?: Partial<Settings>;
}

/** A namespace and a schema of its own, with the worker as a process of its own: the story is played from outside, as offices do. */
export class FaultStage {
  private readonly clock = new StoryClock();
  private readonly acts: ActsService;
  private readonly clocks: VirtualClocks;
  /** Requests sent again because the engine did not answer. */
  retries = 0;
  /** Ends the play: what was disturbed does not come back. */
  giveUp: (error: unknown) => void = () => undefined;
  private readonly givenUp: Promise<never>;

  private constructor(
    private readonly opened: Opened,
    readonly engine: Engine,
    readonly dataSource: DataSource,
    readonly worker: WorkerProcess,
    namespace: string,
    continueAfterEvents: number,
    changes: Partial<Settings>,
  ) {
    const gateway = liveGateway(engine.client, taskQueue);
    const book = { ...ledgerBook(dataSource), currentPolicy: () => Promise.resolve({ ...basePolicy, changes }) };
    this.acts = new ActsService(gateway, book, this.clock, { spreadMinutes: 0, continueAfterEvents });
    this.clocks = new VirtualClocks(engine.client, namespace);
    this.givenUp = new Promise((_, reject) => (this.giveUp = reject));
    this.givenUp.catch(() => undefined);
  }

  /** The worker may reach the ledger by another way than the story does. */
  static async set(services: ReturnType<typeof testServices>, more: StageOptions = {}): Promise<FaultStage> {
    const { continueAfterEvents = 2000, ledgerOfWorker = services.DATABASE_URL, changes = {} } = more;
    const opened = new Opened();
    try {
      const name = `faults_${randomBytes(5).toString('hex')}`;
      const engine = await opened.add(connectEngine({ ...services, TEMPORAL_NAMESPACE: name }), (one) => one.close());
      await ensureNamespace(engine.connection, name, 1);
      await opened.add(engine, (one) => deleteNamespace(one, name));
      const dataSource = await opened.add(
        createDataSource({ url: services.DATABASE_URL, schema: name }).initialize(),
        (one) => one.destroy(),
      );
      await opened.add(dataSource, dropSchema);
      await migrate(dataSource);
      await upsertOffices(dataSource, demoOffices());
      const settings = {
        ...services,
        DATABASE_URL: ledgerOfWorker,
        TEMPORAL_NAMESPACE: name,
        DUBAN_SCHEMA: name,
        DUBAN_TASK_QUEUE: taskQueue,
      };
      const worker = await opened.add(new WorkerProcess(settings), (one) => one.stop());
      return new FaultStage(opened, engine, dataSource, worker, name, continueAfterEvents, {
        ...fewDuties,
        ...changes,
      });
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  /** Does something on the stage, unless the stage is given up in the meantime. */
  async unlessGivenUp(doing: Promise<void>): Promise<void> {
    // What still asks the engine must have its answer before the connection is closed under it.
    const settled = doing.catch(() => undefined);
    await this.opened.add(undefined, () => settled);
    await Promise.race([doing, this.givenUp]);
  }

  /** Waits a moment between two questions; nobody goes on asking on a stage that has been cleared. */
  async pause(ms: number): Promise<void> {
    if (this.opened.isOver) throw new Error('the stage has been cleared');
    await new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** Brings all clocks to the day; what falls due on the way is done before the next case's clock moves. */
  async advance({ at }: StoryDay): Promise<void> {
    this.clock.instant = at;
    const moved = new Set<string>();
    for (;;) {
      await this.quiet();
      const caseId = (await this.runningCases()).find((one) => !moved.has(one));
      if (caseId === undefined) return;
      moved.add(caseId);
      await this.clocks.bringTo(caseId, Date.parse(at));
    }
  }

  /** Sends an act as a client that follows the API: the same content again, under the same key, while the engine is away. */
  async perform(act: StoryAct): Promise<void> {
    for (;;) {
      try {
        await this.send(act);
        return;
      } catch (error) {
        if (!(error instanceof RefusedRequest) || error.status !== 503) throw error;
        this.retries += 1;
        await this.pause(200);
      }
    }
  }

  /** Waits until no case has anything under way. */
  async quiet(): Promise<void> {
    for (let calm = 0; calm < 2;) {
      const busy = await this.busyCase().catch(() => 'the engine');
      calm = busy === undefined ? calm + 1 : 0;
      await this.pause(busy === undefined ? 10 : 50);
    }
  }

  clear(): Promise<void> {
    return this.opened.close();
  }

  /** All cases known to the ledger, in a fixed order; those just started by another are named in its entries. */
  async cases(): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT case_id AS id FROM cases UNION SELECT detail->>'case' FROM entries WHERE name = 'case-started' ORDER BY 1`,
    );
    return rows.map(({ id }) => id);
  }

  private async send({ as, do: what, case: caseId, with: body }: StoryAct): Promise<void> {
    const [resource = '', name = ''] = what.split('.');
    const group = groupOf(resource);
    const caller = callerOf(as);
    if (group === undefined || caller === undefined) throw new Error(`${what} by ${as}: no such operation or office`);
    const operation = group.operations[name];
    if (caseId === undefined) await this.acts.open({ group, caller, raw: body });
    else if (operation !== undefined) await this.acts.act({ group, name, operation, caller, caseId, raw: body });
    else throw new Error(`${what}: no such operation`);
  }

  private async runningCases(): Promise<string[]> {
    const cases = await this.cases();
    const running = await Promise.all(
      cases.map(
        async (caseId) => (await this.engine.client.workflow.getHandle(caseId).describe()).status.name === 'RUNNING',
      ),
    );
    return cases.filter((_, index) => running[index]);
  }

  private async busyCase(): Promise<string | undefined> {
    const cases = await this.cases();
    const busy = await Promise.all(
      cases.map(async (caseId) => {
        const { raw } = await this.engine.client.workflow.getHandle(caseId).describe();
        return Boolean(raw.pendingWorkflowTask) || (raw.pendingActivities?.length ?? 0) > 0;
      }),
    );
    return cases.find((_, index) => busy[index]);
  }
}

/** An engine that is away for good keeps nobody waiting. */
const deleteNamespace = ({ connection }: Engine, namespace: string): Promise<unknown> =>
  connection
    .withDeadline(Date.now() + 10_000, () => connection.operatorService.deleteNamespace({ namespace }))
    .catch(() => undefined);

export const taskQueue = 'faults';

/** Enough for books and sheets to take part in the story. */
const fewDuties: Partial<Settings> = {
  duties: { 'unit-study': { cadence: 'two-months', amount: 1 } },
  dispatchLeads: {},
};
