import type { DraftCell, HandedIn, ScoreSheet } from '@duban/contracts/answers/score-sheets';
import { read, Refused, send, type Problem } from '../../api/client';
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
    return outcomeOf(error.problem);
  }
}

/** A refusal as the queue understands it: of some cells, of all, or none but the server's absence. */
export function outcomeOf(problem: Problem): Outcome {
  if (problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500)
    return { kind: 'away' };
  const { cells } = problem as Problem & { cells?: DraftCell[] };
  if (problem.code === 'CHANGED_MEANWHILE' && cells !== undefined) return { kind: 'changed', cells: cells.map(known) };
  const faults =
    problem.faults ?? (problem.field === undefined ? [] : [{ field: problem.field, detail: problem.detail }]);
  return {
    kind: 'refused',
    detail: problem.detail,
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
