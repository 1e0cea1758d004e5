import type { CaseState } from '@duban/contracts/case-workflow';
import type { ProcessRules } from '@duban/policy/case/process';
import { answerUnder, isKnown, remember } from './known-keys';

const rules = { view: () => ({ stage: 'open', stageName: '待办' }) } as unknown as ProcessRules;
const empty = (): CaseState => ({ keys: {}, file: { caseId: 'household:140423100:H1:1' } }) as unknown as CaseState;
const answer = (sequence: number) => ({
  caseId: 'household:140423100:H1:1' as const,
  sequence,
  stage: 'first',
  stageName: '初次',
  bodyHash: `hash-${sequence}`,
  ledger: 'written' as const,
  told: `第${sequence}号`,
});
const keyOf = (sequence: number): string => `party-committee:140423100/auto-${sequence}`;

/** After so many acts. */
function after(count: number): CaseState {
  const state = empty();
  for (let sequence = 1; sequence <= count; sequence += 1) remember(state, keyOf(sequence), answer(sequence));
  return state;
}

describe('a key that has come before', () => {
  const state = after(1_000);
  const asked = (sequence: number, bodyHash = `hash-${sequence}`) =>
    answerUnder(state, rules, { key: keyOf(sequence), bodyHash });

  it('gets its own answer again while it is one of the latest', () => {
    expect(asked(990)).toEqual(answer(990));
  });

  it('is found after a thousand acts too, with the place of its entry and how the case stands', () => {
    for (const sequence of [1, 2, 500, 899, 900])
      expect(asked(sequence)).toMatchObject({
        sequence,
        bodyHash: `hash-${sequence}`,
        stage: 'open',
        told: expect.stringContaining('没有重复登记'),
      });
  });

  it('with another body it is not taken for the same', () => {
    expect(asked(1, 'another')?.bodyHash).not.toBe('another');
    expect(asked(990, 'another')?.bodyHash).toBe('hash-990');
  });

  it('that is new is known as new', () => {
    const isNew = Array.from({ length: 2_000 }, (_, index) => keyOf(1_001 + index));
    expect(isNew.filter((key) => isKnown(state, key))).toEqual([]);
    expect(isKnown(state, keyOf(1))).toBe(true);
    expect(isKnown(empty(), keyOf(1))).toBe(false);
  });

  it('takes little room: twenty characters each beyond the latest hundred', () => {
    expect(Object.keys(state.keys)).toHaveLength(100);
    expect(state.olderKeys).toHaveLength(900 * 20);
  });
});
