import { nextHouseholds, report } from './households';
import { memoryOfListener } from './processes';
import { workOff } from './rates';
import type { Stage } from './stage';
import type { Row } from './table';

const limitMiB = 400;

/** Resident memory of worker and engine while so many cases are open. */
export async function measureMemory({ offices, ports }: Stage, cases: number): Promise<Row[]> {
  await workOff(nextHouseholds(cases), 10, (household) => report(offices, household));
  const worker = memoryOfListener(ports.worker);
  const engine = memoryOfListener(ports.engine);
  if (worker === undefined || engine === undefined) return [{ what: '内存', ours: '本系统无法读取' }];
  return [
    {
      what: `在办 ${cases} 件时执行进程的内存`,
      ours: `${worker} MiB`,
      goal: `≤ ${limitMiB} MiB`,
      isReached: worker <= limitMiB,
    },
    { what: `在办 ${cases} 件时引擎的内存`, ours: `${engine} MiB` },
  ];
}
