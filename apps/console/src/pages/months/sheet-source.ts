import type { DraftCell, HandedIn, ScoreSheet } from '@duban/contracts/answers/score-sheets';
import { read, Refused, send, type ShownRefusal } from '../../api/client';
import { cadreOf, cellId, partOf, type Batch, type KnownCell, type Outcome } from './score-cell';

export interface SheetOf {
  township: string;
  month: string;
}

export const readSheet = (sheet: SheetOf, signal?: AbortSignal): Promise<ScoreSheet> =>
  read('/score-sheets', { ...sheet }, signal);

export const readDraft = async (sheet: SheetOf): Promise<KnownCell[]> =>
  (await read('/score-sheets/draft', { ...sheet })).cells.map(known);

/** Sends cells, and tells the queue what became of them. */
export async function sendCells(sheet: SheetOf, { key, entries }: Batch): Promise<Outcome> {
  const cells = entries.map(({ id, value, version }) => ({ cadre: cadreOf(id), part: partOf(id), value, version }));
  try {
    const answer = await send('put /score-sheets/draft', { body: { ...sheet, cells }, key });
    return { kind: 'saved', cells: answer.cells.map(known) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return outcomeOf(error.refusal);
  }
}

/** A refusal as the queue understands it: of some cells, of all, or none but the server's absence. */
export function outcomeOf(refusal: ShownRefusal): Outcome {
  if (refusal.status === 0 || refusal.status === 401 || refusal.status === 429 || refusal.status >= 500)
    return { kind: 'away' };
  const { cells } = refusal as ShownRefusal & { cells?: DraftCell[] };
  if (refusal.code === 'CHANGED_MEANWHILE' && cells !== undefined) return { kind: 'changed', cells: cells.map(known) };
  const faults =
    refusal.faults ?? (refusal.field === undefined ? [] : [{ field: refusal.field, detail: refusal.detail }]);
  return {
    kind: 'refused',
    detail: refusal.detail,
    faults: faults.flatMap(({ field, detail }) => {
      const index = /^cells\.(\d+)/.exec(field)?.[1];
      return index === undefined ? [] : [{ index: Number(index), detail }];
    }),
  };
}

export const handIn = (sheet: SheetOf, how: { partial: boolean; occurredOn: string }, key: string): Promise<HandedIn> =>
  send('post /score-sheets/hand-in', { body: { ...sheet, ...how }, key });

const known = ({ cadre, part, value, version, at, byName }: DraftCell): KnownCell => ({
  id: cellId(cadre, part),
  value,
  version,
  at,
  byName,
});
