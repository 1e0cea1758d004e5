import { commitmentOf } from '@duban/policy/processes/inspection/commitment';
import { drawSample } from '@duban/policy/processes/inspection/sample';
import { sha256 } from '@duban/policy/processes/inspection/sha256';
import { verify } from './verify';

const seed = 'a seed of sixteen and more';
const plan = {
  caseId: 'inspection:14:inspection:1',
  seedHash: sha256(seed),
  frame: ['a', 'b', 'c'].map((id) => ({ id, stratum: 'S' })),
  excluded: [],
  size: 2,
  excludeMonths: 0,
};
const record = {
  ...plan,
  seed,
  publicValue: '',
  drawn: drawSample(plan, seed, ''),
  commitment: commitmentOf(plan),
  recordedAt: '2026-11-01T02:00:00.000Z',
  drawnAt: '2026-11-10T01:00:00.000Z',
};
const list = {
  asOf: '2026-11-05T00:00:00.000Z',
  items: [{ commitment: record.commitment, recordedOn: '2026-11-01' }],
  next: null,
  total: 1,
};

describe('A-3.6: what an outsider is told of a published sample', () => {
  it('that it is the one committed to, in the list before the draw', () => {
    expect(verify(record, [list])).toEqual({
      isSound: true,
      words: expect.stringMatching(/^一致：3个单位中抽取2个.*抽取前已在公开名单中/),
    });
    expect(verify(record, [{ ...list, items: [] }, list])).toMatchObject({ isSound: true });
  });

  it('without a list, that the commitment is that of the record; of a record that has none, the sample alone', () => {
    expect(verify(record, []).words).toContain('承诺值与记录相符。');
    expect(verify({ ...record, commitment: undefined }, []).words).toBe('一致：3个单位中抽取2个，与公布的名单相同。');
  });

  it.each<[string, object, readonly object[], RegExp]>([
    ['another sample', { drawn: ['a'] }, [], /重新抽取/],
    ['another commitment', { size: 3, drawn: ['a', 'b', 'c'] }, [], /重新计算的承诺值/],
    ['no commitment where one is looked for', { commitment: undefined }, [list], /记录中没有承诺值/],
    ['a list without it', {}, [{ ...list, items: [] }], /没有这一承诺值/],
  ])('that there is %s', (_, more, lists, words) => {
    expect(verify({ ...record, ...more }, lists)).toEqual({ isSound: false, words: expect.stringMatching(words) });
  });

  it('nothing, of what is no record or no list', () => {
    expect(() => verify({ ...record, seed: undefined }, [])).toThrow('尚未公布种子');
    expect(() => verify(record, [{ items: [] }])).toThrow('不是公开的承诺名单');
  });
});
