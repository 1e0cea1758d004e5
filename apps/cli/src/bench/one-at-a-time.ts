import { sendAct } from '@duban/api/acts/engine-gateway';
import { civilDateOf } from '@duban/policy/dates/civil-date';
import { randomUUID } from 'node:crypto';
import { fetchTokens, nextHouseholds, report, villageOf } from './households';
import { percentile } from './rates';
import type { Stage } from './stage';
import { milliseconds, type Row } from './table';

/** The same act through HTTP and straight to the engine, and the yardstick's update, in turns, one at a time. */
export async function measureOneAtATime({ offices, bare, engine }: Stage, count: number): Promise<Row[]> {
  await fetchTokens(offices);
  const [household] = nextHouseholds(1);
  if (household === undefined) return [];
  const { caseId } = await report(offices, household);
  await bare.start('one', Date.now() + 86_400_000, false);
  const village = villageOf(household);
  const ways: Record<string, () => Promise<unknown>> = {
    http: () => offices.send(village, `households/${caseId}/visit`, {}),
    direct: () => sendAct(engine.client, caseId, visitBy(village)),
    record: () => bare.record('one'),
    touch: () => bare.touch('one'),
  };
  const times = await inTurns(ways, count);
  const latency = (way: string): string =>
    `${milliseconds(percentile(times[way] ?? [], 50))} / ${milliseconds(percentile(times[way] ?? [], 99))}`;
  const added = percentile(times['http'] ?? [], 50) - percentile(times['direct'] ?? [], 50);
  return [
    { what: '逐件登记（HTTP）p50 / p99，对“更新中做一次活动”', ours: latency('http'), bare: latency('record') },
    { what: '逐件登记（直达引擎）p50 / p99，对“只更新”', ours: latency('direct'), bare: latency('touch') },
    { what: '接口在 p50 增加', ours: milliseconds(added), goal: '< 5 ms', isReached: added < 5 },
  ];
}

async function inTurns(ways: Record<string, () => Promise<unknown>>, count: number): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {};
  for (let turn = -10; turn < count; turn += 1) {
    for (const [way, ask] of Object.entries(ways)) {
      const began = performance.now();
      await ask();
      if (turn >= 0) (times[way] ??= []).push(performance.now() - began);
    }
  }
  return times;
}

function visitBy(village: string): Parameters<typeof sendAct>[2] {
  const at = new Date().toISOString();
  const act = {
    key: `${village}/${randomUUID()}`,
    operation: 'visit',
    occurredOn: civilDateOf(at),
    by: { office: village },
    body: {},
  };
  return { act, bodyHash: randomUUID(), at, clause: 'C-2.3', what: '入户走访' };
}
