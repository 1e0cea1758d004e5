import { failingLine, setAsideLine, stuckLine } from './trouble-lines';

const caseId = 'household:140423100:H1:1';
const since = '2026-11-26T08:10:00.000Z';
const step = {
  caseId,
  activityId: '7',
  activity: 'commit',
  processName: '防返贫监测',
  what: '写入台账',
  attempt: 3,
  since,
  lastTriedAt: '2026-11-26T08:12:00.000Z',
  lastError: '数据库拒绝写入',
  isRunning: false,
  nextTryAt: '2026-11-26T08:13:00.000Z',
};

describe('what does not go on by itself says since when', () => {
  it('a case that cannot go on', () => {
    const stuck = { caseId, processName: null, reason: '超出容量', attempt: null, since };
    expect(stuckLine(stuck)).toEqual({
      key: caseId,
      caseId,
      what: '案件',
      of: '',
      reason: '超出容量',
      since: '2026年11月26日 16:10 起，已试 1 次。',
    });
    expect(stuckLine({ ...stuck, since: null }).since).toBe('');
  });

  it.each([
    [{}, '下次自动重试 2026年11月26日 16:13'],
    [{ nextTryAt: null }, '稍后自动重试'],
    [{ isRunning: true }, '正在重试'],
  ])('a step that is tried again: %j', (given, then) => {
    expect(failingLine({ ...step, ...given }).since).toBe(
      `2026年11月26日 16:10 起，已试 3 次，最近一次 2026年11月26日 16:12；${then}。`,
    );
  });

  it('two failing steps of one case are two lines', () => {
    expect(failingLine(step).key).not.toBe(failingLine({ ...step, activityId: '8' }).key);
  });

  it('what could not be saved', () => {
    const aside = {
      id: 'a1',
      caseId,
      sequence: 4,
      kind: 'write' as const,
      what: '登记',
      processName: '防返贫监测',
      reason: '含有不能保存的字符',
      since,
    };
    expect(setAsideLine(aside)).toMatchObject({
      key: 'a1',
      of: '防返贫监测',
      since: '2026年11月26日 16:10 起，已另存。',
    });
  });
});
