/** A cell of the grid by row and column. */
export interface Place {
  row: number;
  column: number;
}

/** A key as the grid hears it. */
export interface Stroke {
  key: string;
  shift?: boolean;
  control?: boolean;
  /** Somebody is writing within the cell: the side arrows move the caret first. */
  isWriting: boolean;
  caretAtStart: boolean;
  caretAtEnd: boolean;
}

export interface GridSize {
  rows: number;
  columns: number;
}

const pageRows = 10;

/** Where each key leads; beyond the grid's edge the cell at the edge is meant. */
const moves: Readonly<Record<string, (at: Place, size: GridSize, stroke: Stroke) => Place | 'actions' | undefined>> = {
  ArrowUp: ({ row, column }, _, { control }) => ({ row: control ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, { rows }, { control }) => ({ row: control ? rows - 1 : row + 1, column }),
  PageUp: ({ row, column }) => ({ row: row - pageRows, column }),
  PageDown: ({ row, column }) => ({ row: row + pageRows, column }),
  Enter: ({ row, column }, _, { shift }) => ({ row: row + (shift ? -1 : 1), column }),
  Tab: (at, size, { shift }) => step(at, size, shift ? -1 : 1),
  ArrowLeft: ({ row, column }, _, { isWriting, caretAtStart }) =>
    isWriting && !caretAtStart ? undefined : { row, column: column - 1 },
  ArrowRight: ({ row, column }, { columns }, { isWriting, caretAtEnd }) => {
    if (isWriting && !caretAtEnd) return undefined;
    return column === columns - 1 ? 'actions' : { row, column: column + 1 };
  },
  Home: (_at, _size, { control }) => (control ? { row: 0, column: 0 } : undefined),
  End: (_at, { rows, columns }, { control }) => (control ? { row: rows - 1, column: columns - 1 } : undefined),
};

/** Where a key leads: another cell, `actions` (the buttons at the line's end), or nowhere, when the key is the cell's own or leaves the grid. */
export function moveOf(stroke: Stroke, at: Place, size: GridSize): Place | 'actions' | undefined {
  const to = Object.hasOwn(moves, stroke.key) ? moves[stroke.key]?.(at, size, stroke) : undefined;
  if (to === undefined || to === 'actions') return to;
  const place = { row: clamp(to.row, size.rows), column: clamp(to.column, size.columns) };
  return place.row === at.row && place.column === at.column ? undefined : place;
}

function step(at: Place, { rows, columns }: GridSize, by: number): Place | undefined {
  const index = at.row * columns + at.column + by;
  return index < 0 || index >= rows * columns
    ? undefined
    : { row: Math.floor(index / columns), column: index % columns };
}

const clamp = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
