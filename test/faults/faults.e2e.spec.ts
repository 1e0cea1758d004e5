import { closeAllOpened } from '../setup/opened';
import { testServices } from '../setup/services';
import { EngineProcess } from './engine-process';
import { readLedger, type LedgerForm } from './ledger-form';
import { FaultStage } from './stage';
import { story, type StoryDay } from './story';

/** The same story undisturbed, with the worker killed, with the engine killed: always the same ledger. */
const seed = 20261124;

/** What a test does to the system while the story is played. */
interface Fault {
  beforeActs?(day: number, stage: FaultStage): void;
  beforeAct?(): Promise<void> | void;
  during?(stage: FaultStage, isOver: () => boolean): Promise<void>;
}

let undisturbed: LedgerForm;

async function play(
  services: ReturnType<typeof testServices>,
  fault: Fault = {},
): Promise<{ ledger: LedgerForm; stage: FaultStage }> {
  const stage = await FaultStage.set(services);
  let isOver = false;
  try {
    const disturbance = fault.during?.(stage, () => isOver);
    disturbance?.catch(stage.giveUp);
    try {
      await stage.unlessGivenUp(playDays(stage, fault));
    } finally {
      isOver = true;
      await disturbance;
    }
    return { ledger: await readLedger(stage.dataSource, await stage.cases()), stage };
  } finally {
    await stage.clear();
  }
}

async function playDays(stage: FaultStage, fault: Fault): Promise<void> {
  for (const [index, day] of story.entries()) await playDay(stage, fault, index, day);
  await stage.quiet();
}

async function playDay(stage: FaultStage, fault: Fault, index: number, day: StoryDay): Promise<void> {
  await stage.advance(day);
  fault.beforeActs?.(index, stage);
  for (const act of day.acts) {
    await fault.beforeAct?.();
    await stage.perform(act);
  }
  await stage.quiet();
}

afterEach(closeAllOpened, 120_000);

beforeAll(async () => {
  undisturbed = (await play(testServices())).ledger;
}, 300_000);

describe('a story undisturbed', () => {
  it('tells of everything that may be lost or doubled', () => {
    const names = Object.values(undisturbed).flatMap(({ entries }) =>
      (entries as { name: string }[]).map(({ name }) => name),
    );
    for (const name of ['opened', 'deadline-met', 'rung-fired', 'case-started', 'message-sent', 'notice-sent', 'ended'])
      expect(names).toContain(name);
    expect(Object.keys(undisturbed).length).toBeGreaterThanOrEqual(15);
    for (const process of ['household', 'posting', 'listing', 'accountability', 'cycle', 'assessment', 'scores']) {
      expect(Object.keys(undisturbed).some((caseId) => caseId.startsWith(`${process}:`))).toBe(true);
    }
  });

  it('is sealed from the first entry to the last', () => {
    for (const [caseId, { entries, chain }] of Object.entries(undisturbed)) {
      expect({ caseId, chain }).toEqual({ caseId, chain: { intact: true, sealed: entries.length, waiting: 0 } });
    }
  });
});

describe('the worker killed at random moments', () => {
  it('leaves the same ledger, with no notice lost or doubled', async () => {
    const random = mulberry32(seed);
    const { ledger, stage } = await play(testServices(), {
      async during(playing, isOver) {
        while (!isOver() && playing.worker.kills < 6) {
          await new Promise((resolve) => setTimeout(resolve, 300 + random() * 2_500));
          if (!isOver()) await playing.worker.killAndRestart();
        }
      },
    });
    expect(stage.worker.kills).toBeGreaterThanOrEqual(4);
    expect(ledger).toEqual(undisturbed);
  }, 180_000);
});

describe('the engine killed and started again', () => {
  it('leaves the same ledger, with no notice lost or doubled', async () => {
    const engine = await EngineProcess.start();
    const random = mulberry32(seed + 1);
    const restarts: Promise<void>[] = [];
    try {
      const { ledger } = await play(
        { ...testServices(), TEMPORAL_ADDRESS: engine.address },
        {
          beforeActs(day, stage) {
            if (day !== 1 && day !== 3) return;
            const restart = wait(random() * 300).then(() => engine.killAndRestart());
            restart.catch(stage.giveUp);
            restarts.push(restart);
          },
        },
      );
      await Promise.all(restarts);
      expect(engine.kills).toBe(2);
      expect(ledger).toEqual(undisturbed);
    } finally {
      await Promise.allSettled(restarts);
      await engine.stop();
    }
  }, 300_000);
});

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Small, seeded: the same moments in every run. */
function mulberry32(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
