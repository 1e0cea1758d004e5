import { cellText, type Part } from './cell-check';

/** A cell by cadre and part: `C001/task`. */
export type CellId = `${string}/${Part}`;
export const cellId = (cadre: string, part: Part): CellId => `${cadre}/${part}`;
export const cadreOf = (id: CellId): string => id.slice(0, id.lastIndexOf('/'));
export const partOf = (id: CellId): Part => id.slice(id.lastIndexOf('/') + 1) as Part;

/** A cell as the server has it; version 0 where nobody ever filled it. */
export interface KnownCell {
  id: CellId;
  value: number | null;
  version: number;
  at?: string;
  byName?: string | null;
}

/** What was typed, over the version that was on screen. */
export interface Entry {
  id: CellId;
  value: number | null;
  version: number;
}

/** Entries sent together under one key; sent again unchanged until there is an answer. */
export interface Batch {
  key: string;
  entries: Entry[];
}

/** What became of a batch. All of its cells are kept, or none. */
export type Outcome =
  | { kind: 'saved'; cells: readonly KnownCell[] }
  | { kind: 'changed'; cells: readonly KnownCell[] }
  | { kind: 'refused'; faults: readonly { index: number; detail: string }[]; detail: string }
  | { kind: 'away' };

/** A cell that needs its clerk: not a score, refused, or changed by somebody else meanwhile. */
export interface Stuck {
  id: CellId;
  text: string;
  detail: string;
  value?: number | null;
  theirs?: KnownCell;
}

export interface CellView {
  text: string;
  value: number | null;
  state: 'empty' | 'saved' | 'saving' | 'waiting' | 'refused' | 'conflict';
  detail?: string;
  theirs?: KnownCell;
}

/** A cell for which two clerks wrote different values: which of them stands, its clerk says. */
export const conflictOf = (id: CellId, value: number | null, theirs: KnownCell): Stuck => ({
  id,
  value,
  theirs,
  text: cellText(value),
  detail: `这一格已被他人改为${theirs.value === null ? '空白' : theirs.value}，您填的是${value === null ? '空白' : value}，请选择。`,
});
