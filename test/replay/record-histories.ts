import { caseIdPrefixes } from '@duban/policy/case/case-id';
import type { Settings } from '@duban/policy/settings/policy-set';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FaultStage } from '../faults/stage';
import { testServices } from '../setup/services';
import { storyWithParts } from './stories';
import { historiesFolder, processes, replayKeyFile } from './histories';

/** Which case of the story stands for which scenario; the first of a process where none is named. */
const scenarios: Record<string, string> = {
  'household:140423100:H1:1': 'late-plan',
  'household:140423100:H5:1': 'moved-away',
  'household:140423100:H6:1': 'never-identified',
  'listing:140423:1': 'failed-once',
  'assessment:140423:2030-03': 'bulletin',
};
/** One more duty than the story of the faults, and one area of dispatch. */
const changes: Partial<Settings> = {
  duties: { 'unit-study': { cadence: 'two-months', amount: 1 }, 'county-bulletin': { cadence: 'month', amount: 1 } },
  dispatchLeads: { monitoring: ['revitalization'] },
};
const release = '2026-11';

async function record(continueAfterEvents: number, suffix: string): Promise<Set<string>> {
  const stage = await FaultStage.set(
    { ...testServices(), DUBAN_KEY_FILE: replayKeyFile },
    { continueAfterEvents, changes },
  );
  const recorded = new Set<string>();
  try {
    for (const day of storyWithParts) {
      await stage.advance(day);
      for (const act of day.acts) await stage.perform(act);
    }
    await stage.quiet();
    for (const caseId of await stage.cases()) {
      const process = processes.find((one) => caseIdPrefixes[one] === caseId.split(':', 1)[0]);
      if (process === undefined) throw new Error(`${caseId} is of no process`);
      const scenario = scenarios[caseId] ?? (recorded.has(process) ? undefined : 'story');
      if (scenario === undefined) continue;
      const history = await stage.engine.client.workflow.getHandle(caseId).fetchHistory();
      const isContinued = Boolean(
        history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId,
      );
      if (isContinued !== (suffix !== '')) continue;
      recorded.add(process);
      mkdirSync(join(historiesFolder, process), { recursive: true });
      writeFileSync(join(historiesFolder, process, `${release}-${scenario}${suffix}.json`), historyToJSON(history));
    }
  } finally {
    await stage.clear();
  }
  return recorded;
}

it('records a history of every process, of a first run and of a run that goes on as new', async () => {
  expect([...(await record(2000, ''))].sort()).toEqual([...processes].sort());
  expect([...(await record(50, '-continued'))]).toEqual(
    expect.arrayContaining(['household-monitoring', 'cadre-posting', 'monthly-assessment']),
  );
}, 300_000);
