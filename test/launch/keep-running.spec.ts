import { keepRunning, type Part } from './launch-modules';

/** A part that falls when it is told to. */
class Falling implements Part {
  fall: (code: number) => void = () => undefined;
  readonly exited = new Promise<number>((resolve) => (this.fall = resolve));
  isStopped = false;

  async stop(): Promise<void> {
    this.isStopped = true;
    this.fall(0);
  }

  kill(): void {
    this.fall(1);
  }
}

let started: Falling[];
let failing: number;
let told: string[];
const start = async (): Promise<Falling> => {
  if (failing > 0) {
    failing -= 1;
    throw new Error('端口 7233 已被占用');
  }
  const part = new Falling();
  started.push(part);
  return part;
};
const keep = () =>
  keepRunning({ what: '流程引擎', start, log: 'engine.log', pauseMs: 5, tell: (line) => told.push(line) });
const until = async (isReached: () => boolean): Promise<void> => {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 1));
};

beforeEach(() => {
  started = [];
  failing = 0;
  told = [];
});

it('starts a part again when it falls, and says so', async () => {
  const kept = await keep();
  started[0]?.fall(137);
  await until(() => told.length === 2);
  expect(kept.current).toBe(started[1]);
  expect(told).toEqual(['流程引擎意外停止（137），两秒后重新启动；原因见 engine.log', '流程引擎已重新启动']);
  started[1]?.fall(1);
  await until(() => started.length === 3);
  await kept.stop();
});

it('goes on trying while the part cannot be started, and says why once', async () => {
  const kept = await keep();
  failing = 3;
  started[0]?.fall(1);
  await until(() => told.includes('流程引擎已重新启动'));
  expect(told.filter((line) => line === '流程引擎没有启动起来，每隔两秒再试：端口 7233 已被占用')).toHaveLength(1);
  await kept.stop();
});

it('lets whoever starts the system know that a part cannot be started at all', async () => {
  failing = 1;
  await expect(keep()).rejects.toThrow('端口 7233 已被占用');
});

it('does not start again what was stopped or killed on purpose, not even while it waits to', async () => {
  const stopped = await keep();
  await stopped.stop();
  const killed = await keep();
  killed.kill();
  const waiting = await keep();
  started[2]?.fall(1);
  await until(() => told.length === 1);
  await waiting.stop();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(started).toHaveLength(3);
});
