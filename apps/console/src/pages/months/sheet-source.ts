import { read, Refused, send, type Problem } from '../../api/client';
import type { Part, Weights } from './cell-check';
import { cadreOf, cellId, partOf, type Batch, type KnownCell, type Outcome } from './score-cell';

/** One cadre's line of a township's sheet. */
export interface SheetLine {
  cadre: string;
  name: string | null;
  villageName: string | null;
  unitName: string;
  roleName: string;
  postingCase: string;
  from: string | null;
  to: string | null;
  days: number;
  toBeScored: boolean;
  state: 'open' | 'scored' | 'excused' | 'unscored';
  reasonName: string | null;
  task: number | null;
  presence: number | null;
  total: number | null;
  scoredOn: string | null;
  operation: 'score' | 'correct' | null;
}

export interface TaskLine {
  id?: string;
  what: string;
  for?: 'first-secretary' | 'team' | 'all';
}

/** A township's sheet of a month; without a case while the month still runs. */
export interface Sheet {
  township: string;
  month: string;
  townshipName: string;
  caseId: string | null;
  stageName: string;
  due: string;
  daysLeft: number;
  closed: { on: string; bulletin: string } | null;
  mayFill: boolean;
  weights: Weights;
  tasks: TaskLine[];
  counts: { all: number; toScore: number; scored: number; excused: number; open: number };
  lines: SheetLine[];
}

export interface SheetOf {
  township: string;
  month: string;
}

interface DraftCell {
  cadre: string;
  part: Part;
  value: number | null;
  version: number;
  at: string;
  byName: string | null;
}

export interface HandedIn {
  scored: number;
  corrected: number;
  missing: { cadre: string; parts: Part[] }[];
  ledger: 'written' | 'pending' | 'set-aside';
}

export const readSheet = (sheet: SheetOf, signal?: AbortSignal): Promise<Sheet> =>
  read<Sheet>('score-sheets', { ...sheet }, signal);

export const readDraft = async (sheet: SheetOf): Promise<KnownCell[]> =>
  (await read<{ cells: DraftCell[] }>('score-sheets/draft', { ...sheet })).cells.map(known);

/** Sends cells, and tells the queue what became of them. */
export async function sendCells(sheet: SheetOf, { key, entries }: Batch): Promise<Outcome> {
  const cells = entries.map(({ id, value, version }) => ({ cadre: cadreOf(id), part: partOf(id), value, version }));
  try {
    const answer = await send<{ cells: DraftCell[] }>(
      'score-sheets/draft',
      { ...sheet, cells },
      { key, method: 'PUT' },
    );
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
  send<HandedIn>('score-sheets/hand-in', { ...sheet, ...how }, { key });

const known = ({ cadre, part, value, version, at, byName }: DraftCell): KnownCell => ({
  id: cellId(cadre, part),
  value,
  version,
  at,
  byName,
});
