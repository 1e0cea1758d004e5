import { fetchTokens, helpHousehold, nextHouseholds, report } from './households';
import { medianRate, workOff, type Rate } from './rates';
import type { Stage } from './stage';
import { milliseconds, perSecond, type Row } from './table';

const together = 10;
const yearMs = 365 * 86_400_000;

/** Cases opened per second, rounds of ours and of the yardstick taking turns. */
export async function measureStarts(
  { offices, bare }: Stage,
  { rounds, count }: { rounds: number; count: number },
): Promise<Row[]> {
  await fetchTokens(offices);
  const ours: Rate[] = [];
  const ordinary: Rate[] = [];
  const parked: Rate[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const opened = await workOff(nextHouseholds(count), together, (household, timed) =>
      timed(() => report(offices, household)),
    );
    const noted = await workOff(namesOf(`s${round}`, count), together, (id, timed) =>
      timed(() => bare.start(id, Date.now() + yearMs, true)),
    );
    const only = await workOff(namesOf(`p${round}`, count), together, (id, timed) =>
      timed(() => bare.start(id, Date.now() + yearMs, false)),
    );
    // The first round warms everything up.
    if (round > 0) keep([ours, opened], [ordinary, noted], [parked, only]);
  }
  return [
    ...compared('立案（HTTP，写入台账）', '启动并做一次活动', medianRate(ours), medianRate(ordinary), '≥ 1'),
    ...compared('立案（HTTP，写入台账）', '只启动、不做活动', medianRate(ours), medianRate(parked)),
  ];
}

/** Acts recorded per second: the five steps of on many households, against as many updates. */
export async function measureActs(
  { offices, bare }: Stage,
  { rounds, count }: { rounds: number; count: number },
): Promise<Row[]> {
  await fetchTokens(offices);
  const ours: Rate[] = [];
  const ordinary: Rate[] = [];
  const only: Rate[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const households = nextHouseholds(count);
    const cases = new Map<string, string>();
    const ids = namesOf(`a${round}`, count);
    await workOff(households, together, async (household) =>
      cases.set(household.id, (await report(offices, household)).caseId),
    );
    await workOff(ids, together, (id) => bare.start(id, Date.now() + yearMs, false));
    const acted = await workOff(households, together, (household, timed) =>
      helpHousehold(offices, household, cases.get(household.id) ?? '', timed),
    );
    const recorded = await workOff(ids, together, (id, timed) => fiveTimes(() => timed(() => bare.record(id))));
    const touched = await workOff(ids, together, (id, timed) => fiveTimes(() => timed(() => bare.touch(id))));
    if (round > 0) keep([ours, acted], [ordinary, recorded], [only, touched]);
  }
  return [
    ...compared('登记（HTTP，写入台账）', '更新中做一次活动', medianRate(ours), medianRate(ordinary), '≥ 1'),
    ...compared('登记（HTTP，写入台账）', '只更新、什么都不记', medianRate(ours), medianRate(only), '≥ 1'),
  ];
}

function keep(...rounds: [kept: Rate[], measured: Rate][]): void {
  for (const [kept, measured] of rounds) kept.push(measured);
}

async function fiveTimes(work: () => Promise<void>): Promise<void> {
  for (let time = 0; time < 5; time += 1) await work();
}

const namesOf = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

function compared(what: string, against: string, ours: Rate, bare: Rate, goal?: string): Row[] {
  const ratio = ours.perSecond / bare.perSecond;
  return [
    {
      what: `${what}，对“${against}”`,
      ours: perSecond(ours.perSecond),
      bare: perSecond(bare.perSecond),
      ratio,
      ...(goal === undefined ? {} : { goal, isReached: ratio >= 1 }),
    },
    { what: '  p50 / p99', ours: latencyOf(ours), bare: latencyOf(bare) },
  ];
}

const latencyOf = ({ p50, p99 }: Rate): string => `${milliseconds(p50)} / ${milliseconds(p99)}`;
