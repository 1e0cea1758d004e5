import type { ActAnswer, CaseState } from '@duban/contracts/case-workflow';
import type { ProcessRules } from '@duban/policy/case/process';
import { sha256 } from '@duban/policy/processes/inspection/sha256';

/** What came under a key. */
interface Keyed {
  key: string;
  bodyHash: string;
}

/** So many of the latest keys are remembered with their whole answer, which a caller that lost it gets again word for word. */
const answered = 100;

/**
 * The answer to repeat for a key that has been used before; `undefined` for a new key. Its `bodyHash` is that of the first use, so that
 * the caller can tell another body under the same key. Of old keys only a short mark is kept (see `sizes`): their answer has the number
 * of the entry, and the stage of the case as it is today.
 */
export function answerUnder(state: CaseState, rules: ProcessRules, { key, bodyHash }: Keyed): ActAnswer | undefined {
  const known = state.keys[key];
  const { caseId } = state.file;
  if (known !== undefined) return { caseId, ledger: 'written', ...known };
  const older = markIn(state.olderKeys ?? '', markOfKey(key));
  if (older === undefined) return undefined;
  const { stage, stageName } = rules.view(state.file);
  const isSame = older.body === markOfBody(bodyHash);
  const told = '本项此前已登记，这次没有重复登记。';
  return {
    caseId,
    sequence: older.sequence,
    stage,
    stageName,
    bodyHash: isSame ? bodyHash : '',
    ledger: 'written',
    told,
  };
}

export const isKnown = ({ keys, olderKeys = '' }: CaseState, key: string): boolean =>
  keys[key] !== undefined || markIn(olderKeys, markOfKey(key)) !== undefined;

/** Remembers an answer; of the oldest ones the mark stays. */
export function remember(state: CaseState, key: string, { caseId: _, ledger: _written, ...answer }: ActAnswer): void {
  state.keys[key] = answer;
  const keys = Object.keys(state.keys);
  for (const old of keys.slice(0, Math.max(0, keys.length - answered))) {
    const { bodyHash, sequence } = state.keys[old] as (typeof state.keys)[string];
    state.olderKeys = `${state.olderKeys ?? ''}${markOfKey(old)}${markOfBody(bodyHash)}${padded(sequence, sizes.sequence)}`;
    delete state.keys[old];
  }
}

/** 48 bits of a key's hash, 24 of its body's, and the number of its entry, in base 36: ten thousand acts take 200 KB. */
const sizes = { key: 10, body: 5, sequence: 5 };
const size = sizes.key + sizes.body + sizes.sequence;

const markOfKey = (key: string): string => padded(parseInt(sha256(key).slice(0, 12), 16), sizes.key);
const markOfBody = (bodyHash: string): string => padded(parseInt(sha256(bodyHash).slice(0, 6), 16), sizes.body);
const padded = (number: number, length: number): string => number.toString(36).padStart(length, '0');

function markIn(marks: string, key: string): { body: string; sequence: number } | undefined {
  let at = marks.indexOf(key);
  while (at >= 0 && at % size !== 0) at = marks.indexOf(key, at + 1);
  if (at < 0) return undefined;
  const bodyAt = at + sizes.key;
  const sequenceAt = bodyAt + sizes.body;
  return { body: marks.slice(bodyAt, sequenceAt), sequence: parseInt(marks.slice(sequenceAt, at + size), 36) };
}
