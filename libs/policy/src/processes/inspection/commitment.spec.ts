import { createHash } from 'node:crypto';
import { commitmentOf, verifyCommitment, type CommitmentList, type CommittedPlan } from './commitment';
import { sha256 } from './sha256';

const plan: CommittedPlan = {
  caseId: 'inspection:140423:flight-check:1',
  seedHash: sha256('a seed nobody knows yet'),
  frame: [
    { id: '140423100204', stratum: '古韩镇' },
    { id: '140423100201', stratum: '古韩镇' },
  ],
  size: 1,
  excludeMonths: 6,
};
const record = { ...plan, commitment: commitmentOf(plan), drawnAt: '2026-11-10T01:00:00.000Z' };
const list = (asOf: string, recordedOn: string, commitment = record.commitment): CommitmentList => ({
  asOf,
  items: [{ commitment, recordedOn }],
});
const faultsOf = (lists: readonly CommitmentList[], given = record) => verifyCommitment(given, lists).faults;

describe('A-3.6: the commitment of a planned sample', () => {
  it('is SHA-256 over a text anybody can write down', () => {
    const text = `["duban-sample-1","inspection:140423:flight-check:1","${plan.seedHash}",1,6,[["140423100201","古韩镇"],["140423100204","古韩镇"]]]`;
    expect(commitmentOf(plan)).toBe(createHash('sha256').update(text).digest('hex'));
    expect(commitmentOf({ ...plan, frame: [...plan.frame].reverse(), seedHash: plan.seedHash.toUpperCase() })).toBe(
      commitmentOf(plan),
    );
  });

  it.each<[string, Partial<CommittedPlan>]>([
    ['case', { caseId: 'inspection:140423:flight-check:2' }],
    ['seed', { seedHash: sha256('another') }],
    ['frame', { frame: plan.frame.slice(1) }],
    ['stratum', { frame: plan.frame.map(({ id }) => ({ id, stratum: '其他' })) }],
    ['size', { size: 2 }],
    ['months', { excludeMonths: 0 }],
  ])('is another one for another %s', (_, more) => {
    expect(commitmentOf({ ...plan, ...more })).not.toBe(record.commitment);
    expect(faultsOf([], { ...record, ...more })).toEqual([expect.stringContaining('承诺值')]);
  });

  it('stood in the list before the draw: by a copy given out before, or by an earlier day', () => {
    expect(faultsOf([])).toEqual([]);
    expect(faultsOf([list('2026-11-10T00:59:59.000Z', '2026-11-10')])).toEqual([]);
    expect(faultsOf([list('2026-12-01T00:00:00.000Z', '2026-11-09')])).toEqual([]);
  });

  it('is not proven by another list, a later day, or a copy of the same day saved too late', () => {
    expect(faultsOf([list('2026-11-09T00:00:00.000Z', '2026-11-09', sha256('other'))])).toEqual([
      expect.stringContaining('没有这一承诺值'),
    ]);
    expect(faultsOf([list('2026-12-01T00:00:00.000Z', '2026-11-11')])).toEqual([
      expect.stringContaining('晚于抽取之日'),
    ]);
    expect(faultsOf([list('2026-11-10T01:00:00.000Z', '2026-11-10')])).toEqual([expect.stringContaining('不能证明')]);
  });
});
