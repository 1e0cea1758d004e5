import type { RegisterTurn } from '@duban/contracts/answers/registers';
import { read, Refused } from '../api/client';
import type { RegisterRow } from '@duban/contracts/answers/registers';
import { registerTerms, type RegisterTerms } from './register-types';

export interface FoundEntry {
  terms: RegisterTerms;
  row: RegisterRow;
}

/** The entry of a number, in the first of the registers that has it: findings name entries of every register their rules look at. */
export async function findEntry(
  kinds: readonly string[],
  id: string,
  signal?: AbortSignal,
): Promise<FoundEntry | undefined> {
  for (const kind of kinds) {
    const terms = registerTerms(kind);
    if (terms === undefined) continue;
    try {
      const { items } = await read('/registers/:kind/:id/history', { kind, id }, signal);
      const last = items.at(-1);
      if (last !== undefined) return { terms, row: rowOf(kind, id, last) };
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.status !== 404) throw error;
    }
  }
  return undefined;
}

const rowOf = (kind: string, id: string, { territory, on, officeName, body }: RegisterTurn): RegisterRow => ({
  caseId: `register:${kind}`,
  key: id,
  kind,
  territory,
  period: null,
  owner: null,
  ownerName: officeName,
  on,
  state: 'standing',
  stateName: '有效',
  body,
});
