import 'reflect-metadata';
import { createDataSource } from '@duban/persistence/data-source';
import { storeResult } from '@duban/persistence/rehearsal-queue';
import { readConfig, type Config } from '@duban/platform/config';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { constants, setPriority } from 'node:os';
import { eventRows } from '../rehearsal/event-rows';
import { rehearse } from '../rehearsal/rehearsal';
import { ScenarioFault } from '../rehearsal/scenario';
import type { ChildWord, PlayOrder } from './child-words';
import { scenarioOf } from './scenario-of-order';

/** Plays one rehearsal in a process of its own, whose memory is given back with it; ends with its runner. */
async function play({ id, stage, order }: PlayOrder, config: Config): Promise<void> {
  const began = Date.now();
  const result = await rehearse(
    scenarioOf(order),
    config,
    (day, done, total) => tell({ kind: 'progress', day, done, total }),
    stage,
  );
  const events = eventRows(result);
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const dataSource = await createDataSource({
    url: config.DATABASE_URL,
    schema: config.DUBAN_SCHEMA,
    poolSize: 1,
  }).initialize();
  try {
    const summary = {
      cases: result.cases,
      events: events.length,
      moves: result.moves,
      seconds,
      refused: result.refused.length,
    };
    await storeResult(dataSource, { id, stage }, summary, events);
  } finally {
    await dataSource.destroy();
  }
}

const tell = (word: ChildWord): void => void process.send?.(word);

const failureOf = (error: unknown): string =>
  error instanceof ScenarioFault
    ? `推演没有做完：${error.message}`
    : `推演没有做完（${error instanceof Error ? error.message : String(error)}）。请稍后重新发起；仍不成功的，请管理员查看推演服务的日志。`;

process.once('disconnect', () => process.exit(1));
process.once('message', (given) => {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
  play(given as PlayOrder, readConfig(process.env)).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.send?.({ kind: 'failed', failure: failureOf(error) } satisfies ChildWord, () => process.exit(1));
    },
  );
});
