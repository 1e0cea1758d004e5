import { builtEntry } from './case-rows-builder';
import { beginning, hashOf, sealFollowing } from './entry-chain';

const caseId = 'household:140423100:H1:1';
const chainOf = (...sequences: number[]) =>
  sealFollowing(caseId, beginning, new Map(sequences.map((sequence) => [sequence, builtEntry(sequence)])));

describe('the chain of a case', () => {
  it('seals each entry over its predecessor', () => {
    const { seals, head } = chainOf(1, 2, 3);
    expect([...seals.keys()]).toEqual([1, 2, 3]);
    expect(seals.get(2)?.previousHash).toBe(seals.get(1)?.hash);
    expect(head).toEqual({ sealedSequence: 3, headHash: seals.get(3)?.hash });
  });

  it('waits at a gap, and goes on from the head once it is closed', () => {
    const early = chainOf(1, 3, 4);
    expect(early.head.sealedSequence).toBe(1);
    const late = sealFollowing(
      caseId,
      early.head,
      new Map([2, 3, 4].map((sequence) => [sequence, builtEntry(sequence)])),
    );
    expect(late.head).toEqual(chainOf(1, 2, 3, 4).head);
  });

  it('depends on every part of an entry, and on the case', () => {
    const changes = [
      { sequence: 9 },
      { kind: 'event' as const },
      { name: 'plan' },
      { clause: 'B-3.2' },
      { by: { office: 'party-committee:140423101', person: 'P1' } },
      { by: { office: 'party-committee:140423100' } },
      { occurredOn: '2026-07-03' },
      { at: '2026-07-02T01:00:00.001Z' },
      { what: '乡镇核查。' },
      { detail: { body: { step: 2 } } },
      { recipients: [] },
      { key: null },
    ];
    const hashes = [{}, ...changes].map((change) => hashOf('sha256', '', caseId, builtEntry(1, change)));
    hashes.push(
      hashOf('sha256', 'x', caseId, builtEntry(1)),
      hashOf('sha256', '', 'household:140423100:H2:1', builtEntry(1)),
      hashOf('sm3', '', caseId, builtEntry(1)),
    );
    expect(new Set(hashes).size).toBe(changes.length + 4);
  });

  it('does not depend on the order of keys nor on how an instant is written', () => {
    const one = builtEntry(1, {
      at: '2026-07-02T01:00:00Z',
      detail: { a: 1, b: { c: [1, { e: 2, d: 3 }], f: null } },
    });
    const other = builtEntry(1, {
      at: '2026-07-02T01:00:00.000Z',
      detail: { b: { f: null, c: [1, { d: 3, e: 2 }] }, a: 1 },
    });
    expect(hashOf('sha256', '', caseId, one)).toBe(hashOf('sha256', '', caseId, other));
  });
});
