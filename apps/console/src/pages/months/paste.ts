import { parts, plainText, readCell, type Part } from './cell-check';

/** Cells of a clipboard, as Excel, WPS or a web table gives them: rows by line, cells by tab, quoted where a cell has lines of its own. */
export function readClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const plain = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') cell += plain[(at += 1)] ?? '';
      else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  // Excel ends the last row with a line break.
  if (rows.length > 1 && rows.at(-1)?.every((last) => last === '')) rows.pop();
  return rows;
}

/** A line of the sheet as pasting sees it. */
export interface PasteRow {
  cadre: string;
  name: string | null;
  isOpen: boolean;
}

export interface PastedCell {
  cadre: string;
  part: Part;
  text: string;
}

/** Where the cells of a clipboard go, and what of them found no place. */
export interface Placement {
  cells: PastedCell[];
  by: 'position' | 'name';
  /** Cells for lines that cannot be filled now. */
  skipped: number;
  /** Names that stand in no line, or in more than one. */
  unknown: string[];
  /** Filled cells beyond the sheet's end, or beyond its two columns. */
  beyond: number;
}

/** Places a clipboard: beside names where its first column has the sheet's names, otherwise from the chosen cell down. Blanks change nothing. */
export function placePaste(
  matrix: readonly (readonly string[])[],
  at: { row: number; part: Part },
  rows: readonly PasteRow[],
): Placement {
  const body = withoutHeading(matrix);
  return hasNames(body, rows) ? placeByName(body, rows) : placeFrom(body, at, rows);
}

/** Excel's heading above the scores is not a score. */
function withoutHeading(matrix: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first = [], ...others] = matrix;
  const isHeading =
    others.length > 0 &&
    first.some((cell) => cell !== '') &&
    first.every((cell) => cell === '' || !/\d/.test(plainText(cell)));
  return isHeading &&
    others.some((row) => row.some(isNumber)) &&
    first.some((cell) => /分|姓名|任务|在岗|履职|情况|序号/.test(cell))
    ? others
    : matrix;
}

const isNumber = (cell: string): boolean => readCell('task', cell).kind === 'value';
const bare = (name: string): string => plainText(name);

/** The column with the names: the first of which most cells are names of the sheet. */
function nameColumn(matrix: readonly (readonly string[])[], rows: readonly PasteRow[]): number {
  const known = new Set(rows.flatMap(({ name }) => (name === null ? [] : [bare(name)])));
  const width = Math.max(0, ...matrix.map((row) => row.length));
  for (let column = 0; column < width; column += 1) {
    const filled = matrix.map((row) => bare(row[column] ?? '')).filter((cell) => cell !== '');
    if (filled.length > 0 && filled.filter((cell) => known.has(cell)).length * 2 > filled.length) return column;
  }
  return -1;
}

const hasNames = (matrix: readonly (readonly string[])[], rows: readonly PasteRow[]): boolean =>
  nameColumn(matrix, rows) >= 0;

function placeByName(matrix: readonly (readonly string[])[], rows: readonly PasteRow[]): Placement {
  const column = nameColumn(matrix, rows);
  const placement: Placement = { cells: [], by: 'name', skipped: 0, unknown: [], beyond: 0 };
  const scores = scoreColumns(matrix, column);
  for (const row of matrix) {
    const name = row[column] ?? '';
    if (name === '') continue;
    const found = rows.filter((line) => line.name !== null && bare(line.name) === bare(name));
    const isTwice = matrix.filter((other) => bare(other[column] ?? '') === bare(name)).length > 1;
    const [line] = found;
    if (line === undefined || found.length > 1 || isTwice) placement.unknown.push(name);
    else parts.forEach((part, index) => put(placement, line, part, row[scores[index] ?? -1] ?? ''));
  }
  return { ...placement, unknown: [...new Set(placement.unknown)] };
}

/** The first two columns after the names that hold numbers: 任务完成, 在岗履职; what follows them is a total. */
function scoreColumns(matrix: readonly (readonly string[])[], after: number): number[] {
  const width = Math.max(0, ...matrix.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => column > after);
  return columns.filter((column) => matrix.some((row) => isNumber(row[column] ?? ''))).slice(0, parts.length);
}

function placeFrom(
  matrix: readonly (readonly string[])[],
  at: { row: number; part: Part },
  rows: readonly PasteRow[],
): Placement {
  const placement: Placement = { cells: [], by: 'position', skipped: 0, unknown: [], beyond: 0 };
  const first = parts.indexOf(at.part);
  matrix.forEach((row, down) =>
    row.forEach((text, right) => {
      const line = rows[at.row + down];
      const part = parts[first + right];
      if (line !== undefined && part !== undefined) put(placement, line, part, text);
      else if (text !== '') placement.beyond += 1;
    }),
  );
  return placement;
}

function put(placement: Placement, line: PasteRow, part: Part, text: string): void {
  if (text === '') return;
  if (line.isOpen) placement.cells.push({ cadre: line.cadre, part, text });
  else placement.skipped += 1;
}

/** What a clerk is told of a paste: 已填入 24 格；2 格所在行不能填写，未动。 */
export function placementWords({ cells, by, skipped, unknown, beyond }: Placement): string {
  const told = [
    cells.length === 0 ? '没有可填入的得分' : `已${by === 'name' ? '按姓名' : ''}填入 ${cells.length} 格`,
    skipped > 0 ? `${skipped} 格所在行现在不能填写，未改动` : '',
    beyond > 0 ? `${beyond} 格超出表格，未填入` : '',
    unknown.length > 0 ? `姓名对不上或重名，请手工填写：${unknown.join('、')}` : '',
  ];
  return `${told.filter(Boolean).join('；')}。`;
}
