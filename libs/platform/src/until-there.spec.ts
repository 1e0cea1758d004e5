import { untilThere } from './until-there';

const thereAt = (last: number): (() => Promise<number>) => {
  let tries = 0;
  return async () => {
    if ((tries += 1) < last) throw new Error('connect ECONNREFUSED');
    return tries;
  };
};

it('tries until it is there, and says once what it waits for', async () => {
  const told: string[] = [];
  expect(await untilThere('台账数据库', thereAt(4), { tell: (line) => told.push(line), pauseMs: 1 })).toBe(4);
  expect(told).toEqual(['台账数据库暂时无法访问（connect ECONNREFUSED），等它恢复']);
});

it('waits no longer than somebody wants it to', async () => {
  const stopping = new AbortController();
  const waiting = untilThere('台账数据库', thereAt(1_000_000), {
    tell: () => stopping.abort(new Error('停止')),
    signal: stopping.signal,
    pauseMs: 1,
  });
  await expect(waiting).rejects.toThrow('停止');
});
