import { dataConverterOf } from '@duban/platform/temporal';
import { bundlePath } from '@duban/worker/bundle-path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { existsSync, readFileSync } from 'node:fs';
import { committedHistories, processes, replayKey } from './histories';

/** Cases run for years: a new build must continue every case an older one began. */
const histories = committedHistories();

let bundle: string;
beforeAll(() => {
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
  if (!existsSync(bundlePath)) throw new Error(`${bundlePath} is missing: build first (npm run build)`);
  bundle = readFileSync(bundlePath, 'utf8');
});

const replay = (code: string, history: unknown): Promise<void> =>
  Worker.runReplayHistory(
    { workflowBundle: { code }, dataConverter: dataConverterOf(replayKey()) },
    history,
    idOf(history),
  );

/** The id the case had: it spreads wake-ups. */
function idOf(history: unknown): string {
  const { events } = history as { events: { workflowExecutionStartedEventAttributes?: { workflowId?: string } }[] };
  return events[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? '';
}

describe('histories of released workflows', () => {
  it.each(processes)('%s has one', (process) => {
    expect(histories.filter((one) => one.process === process)).not.toEqual([]);
  });

  it.each(histories.map(({ file, history }) => [file, history] as const))(
    '%s goes on under this build',
    async (_file, history) => {
      await replay(bundle, history);
    },
  );
});

describe('a change that could not continue a running case is caught', () => {
  const planted = (from: string, to: string): string => {
    expect(bundle.split(from).length).toBe(2);
    return bundle.replace(from, to);
  };
  const household = histories.find(({ file }) => file === 'household-monitoring/2026-11-late-plan.json');

  it('the shell writing by another kind of activity', async () => {
    const changed = planted('await atOnce.commitTurn(', 'await patiently.commitTurn(');
    await expect(replay(changed, household?.history)).rejects.toThrow(DeterminismViolationError);
  });

  it('the shell waiting without a timer', async () => {
    const changed = planted('.condition)(changed, ', '.condition)(changed) && (');
    await expect(replay(changed, household?.history)).rejects.toThrow(DeterminismViolationError);
  });

  it('rules under which a running case owes nothing any more', async () => {
    const rules = '(0, _processes.rulesOf)(process)';
    const changed = planted(
      `(${rules}, input)`,
      `({ ...${rules}, view: (file) => ({ ...${rules}.view(file), deadlines: [] }) }, input)`,
    );
    await expect(replay(changed, household?.history)).rejects.toThrow(DeterminismViolationError);
  });
});
