import { FailingActivities, plainWords } from './failing-activities';

type Context = Parameters<FailingActivities['interceptor']>[0];
const contextOf = (attempt: number, isLocal = false) =>
  ({
    info: {
      workflowExecution: { workflowId: 'household:140423100:H1:1' },
      activityId: '5',
      activityType: 'commitTurn',
      attempt,
      isLocal,
    },
  }) as Context;

describe('activities that fail', () => {
  const run = (failing: FailingActivities, context: Context, outcome: () => Promise<unknown>) =>
    failing.interceptor(context).inbound?.execute?.({ args: [], headers: {} }, outcome) ??
    Promise.reject(new Error('no interceptor'));
  const refused = () => Promise.reject(Object.assign(new Error('connect 127.0.0.1'), { code: 'ECONNREFUSED' }));

  it('are listed with their tries until they succeed', async () => {
    const failing = new FailingActivities();
    await expect(run(failing, contextOf(1), refused)).rejects.toThrow();
    await expect(run(failing, contextOf(2), refused)).rejects.toThrow();
    expect(failing.list()).toMatchObject([
      { caseId: 'household:140423100:H1:1', activityId: '5', attempt: 2, lastError: '台账数据库暂时无法访问' },
    ]);
    expect(failing.list(Date.now() + 600_000)).toEqual([]);
    await expect(run(failing, contextOf(3), refused)).rejects.toThrow();
    await run(failing, contextOf(4), () => Promise.resolve('well'));
    expect(failing.list()).toEqual([]);
  });

  it('that are local are left to the ordinary ones that take their place', async () => {
    const failing = new FailingActivities();
    await expect(run(failing, contextOf(1, true), refused)).rejects.toThrow();
    expect(failing.list()).toEqual([]);
  });

  it.each([
    [{ code: '57P01', message: 'terminating connection' }, '台账数据库暂时无法访问'],
    [{ name: 'ServiceError', message: '14 UNAVAILABLE: no' }, '流程引擎暂时无法访问'],
    [{ code: '23505', message: 'duplicate key 赵一' }, '台账数据库拒绝写入（代码 23505），请管理员查看日志'],
    [new TypeError('x is undefined'), '程序错误（TypeError），请管理员查看日志'],
  ])('%s is said in plain words', (error, words) => {
    expect(plainWords(error)).toBe(words);
  });
});
