import type { CaseState } from '@duban/contracts/case-workflow';
import type { Act } from '@duban/policy/case/case';
import { carriedBytes, CaseSize } from './case-size';

const stateOf = (more: Partial<CaseState>): CaseState =>
  ({
    ...{ keys: {}, deadlines: {}, records: {}, firedRungs: [], sentNotices: [], carriedOut: {}, takenBack: {} },
    ...{ candidates: {}, file: { undelivered: [] } },
    ...more,
  }) as unknown as CaseState;
const act = (body: unknown, office = 'party-committee:140423100'): Act => ({
  ...{ key: 'k', operation: 'record', occurredOn: '2026-11-20' },
  by: { office },
  body,
});
const records = Array.from({ length: 325 }, (_, index) => ({ duty: 'visit-monitored', ower: `C${index}`, amount: 1 }));

describe('how much a case may carry', () => {
  it('is refused in words where the next act would not fit into the engine', () => {
    const full = stateOf({ packedBytes: 1_690_000 });
    expect(CaseSize.refuse(full, act({ note: '很长的文字'.repeat(4_000) }))).toBeUndefined();
    const unlike = Array.from({ length: 40_000 }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
    );
    expect(CaseSize.refuse(full, act({ note: unlike.join('') }))).toMatchObject({
      code: 'TOO_LARGE',
      detail: expect.stringContaining('已用99%'),
    });
  });

  it('leaves room for what the system itself has to say', () => {
    const full = stateOf({ packedBytes: 1_700_000 });
    expect(CaseSize.refuse(full, act({}))).toMatchObject({ code: 'TOO_LARGE' });
    expect(CaseSize.refuse(full, act({}, 'system'))).toBeUndefined();
    expect(CaseSize.refuse(stateOf({ packedBytes: 1_900_000 }), act({}, 'system'))).toMatchObject({
      code: 'TOO_LARGE',
    });
  });

  it('counts what is remembered beside the acts', () => {
    const rungs = Array.from({ length: 30_000 }, (_, index) => `rung-${index}`);
    expect(carriedBytes(stateOf({ packedBytes: 500_000, firedRungs: rungs }))).toBeGreaterThan(1_700_000);
    expect(carriedBytes(stateOf({ olderKeys: 'x'.repeat(200_000) }))).toBe(100_000);
  });

  it('grows by what an act packs to, once there is much of it', () => {
    const size = new CaseSize();
    const small = size.withNew(0, [{ records }]);
    expect(small).toBe(JSON.stringify({ records }).length);
    const first = size.withNew(300_000, [{ records }]) - 300_000;
    const second = size.withNew(300_000, [{ records }]) - 300_000;
    expect(first).toBeLessThan(small / 2);
    expect(second).toBeLessThan(first);
  });
});
