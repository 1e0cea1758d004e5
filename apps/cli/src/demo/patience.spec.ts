import { outcomeOf, PatientSender, type Outcome } from './patience';

const patience = { awayMs: 200, notYetMs: 60, pauseMs: 5 };
const away: Outcome<string> = { kind: 'away', words: '503 办理程序暂未响应', retryAfterMs: 5 };
const done: Outcome<string> = { kind: 'done', value: '已登记' };
const broken = new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });

let told: string[];
let sender: PatientSender;
beforeEach(() => {
  told = [];
  sender = new PatientSender((line) => told.push(line), patience);
});

/** Gives one outcome after the other, the last of them for ever. */
function attempts(...outcomes: (Outcome<string> | Error)[]): jest.Mock<Promise<Outcome<string>>, []> {
  return jest.fn(async () => {
    const next = outcomes.length > 1 ? outcomes.shift() : outcomes[0];
    if (next === undefined || next instanceof Error) throw next;
    return next;
  });
}

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });
const never = (): boolean => false;

it('sends again what was not taken or not answered, until it is done, and says so once', async () => {
  const attempt = attempts(away, broken, away, done);
  expect(await sender.send('登记', attempt)).toBe('已登记');
  expect(attempt).toHaveBeenCalledTimes(4);
  expect(told).toEqual(['  登记暂时办不了（503 办理程序暂未响应），1 秒后以同一内容重新提交']);
});

it('gives up with the reason at the end of its patience', async () => {
  await expect(sender.send('登记', attempts(away))).rejects.toThrow('登记等候多时仍未能办理：503 办理程序暂未响应');
  await expect(sender.send('登记', attempts(broken))).rejects.toThrow(
    '登记等候多时仍未能办理：接口服务没有应答：ECONNREFUSED',
  );
});

it('does not send again what the rules refuse, nor what is a fault of the program', async () => {
  await expect(sender.send('登记', attempts({ kind: 'refused', words: '422 尚未认定' }, done))).rejects.toThrow(
    '登记未能办理：422 尚未认定',
  );
  await expect(sender.send('登记', attempts(new TypeError('x is undefined'), done))).rejects.toThrow('x is undefined');
});

it('begins to wait anew for what comes before, once the system is there again', async () => {
  const notYet: Outcome<string> = { kind: 'not-yet', words: '404 没有这个案件' };
  const away40ms: Outcome<string> = { ...away, retryAfterMs: 40 };
  expect(await sender.send('登记', attempts(notYet, away40ms, away40ms, notYet, done))).toBe('已登记');
  await expect(sender.send('登记', attempts(notYet))).rejects.toThrow('404 没有这个案件');
});

it.each([429, 502, 503, 504])('an answer of %s means: the same again, after the time it names', async (status) => {
  expect(
    await outcomeOf(answer(status, { detail: '请稍后用同一内容重新提交' }, { 'retry-after': '5' }), never),
  ).toEqual({
    kind: 'away',
    words: `${status} 请稍后用同一内容重新提交`,
    retryAfterMs: 5_000,
  });
});

it('reads a moment as well as seconds, and does without either', async () => {
  const moment = new Date(Date.now() + 10_000).toUTCString();
  const { retryAfterMs } = (await outcomeOf(answer(503, {}, { 'retry-after': moment }), never)) as {
    retryAfterMs: number;
  };
  expect(retryAfterMs).toBeGreaterThan(8_000);
  expect(retryAfterMs).toBeLessThanOrEqual(10_000);
  expect(await outcomeOf(answer(503, { detail: '稍后' }), never)).toEqual({ kind: 'away', words: '503 稍后' });
});

it('tells what is not yet possible from what is refused', async () => {
  const isNotYet = (status: number): boolean => status === 404;
  expect(await outcomeOf(answer(404, { detail: '没有这个案件' }), isNotYet)).toEqual({
    kind: 'not-yet',
    words: '404 没有这个案件',
  });
  expect(await outcomeOf(answer(422, { detail: '尚未认定' }), isNotYet)).toEqual({
    kind: 'refused',
    words: '422 尚未认定',
  });
  expect(await outcomeOf(answer(201, { caseId: 'a' }), isNotYet)).toEqual({ kind: 'done', value: { caseId: 'a' } });
});
