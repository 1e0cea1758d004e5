import { childrenOf, divisionName } from '@duban/contracts/divisions';
import type { RegisterColumn } from '@duban/contracts/register-field-names';
import { writtenNumber } from '../words/numbers';

/** A line pasted from Excel, read cell by cell; what cannot be read is said, and stays as it was written. */
export interface PastedLine {
  cells: readonly string[];
  entry: Readonly<Record<string, string | number | boolean>>;
  faults: readonly { column: string; detail: string }[];
}

/** The columns of a batch: place and date first, then the register's fields in their order. */
export const batchColumns = (columns: readonly RegisterColumn[]): RegisterColumn[] => [
  { name: 'territory', title: '地区', type: 'place' },
  { name: 'occurredOn', title: '发生日期', type: 'date', isOptional: true },
  ...columns,
];

/** Reads rows copied from Excel: one line an entry, tabs between cells. A line that repeats the headings is left out. */
export function readPasted(text: string, columns: readonly RegisterColumn[], own: string): PastedLine[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const isHeading = (cells: readonly string[]): boolean =>
    columns.filter(({ title }, index) => bare(cells[index] ?? '') === bare(title)).length >= 2;
  return lines.filter((cells, index) => index > 0 || !isHeading(cells)).map((cells) => readLine(cells, columns, own));
}

const bare = (title: string): string => title.replace(/（.*）$/, '').replace(/\*$/, '');

function readLine(cells: readonly string[], columns: readonly RegisterColumn[], own: string): PastedLine {
  const entry: Record<string, string | number | boolean> = {};
  const faults: { column: string; detail: string }[] = [];
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    if (cell === '') {
      if (column.isOptional !== true) faults.push({ column: column.name, detail: '必须填写' });
      return;
    }
    const value = readCell(cell, column, own);
    if (typeof value === 'object') faults.push({ column: column.name, detail: value.fault });
    else entry[column.name] = value;
  });
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== '')) {
    faults.push({ column: '', detail: `应为 ${columns.length} 列，收到 ${cells.length} 列，请核对列的顺序` });
  }
  return { cells, entry, faults };
}

type Cell = string | number | boolean | { fault: string };
const asWritten = (cell: string): Cell => cell;

const numberIn = (cell: string): number | { fault: string } => writtenNumber(cell) ?? { fault: '应为数字' };

/** How a cell of each type is read. */
const readers: Readonly<
  Record<RegisterColumn['type'], (cell: string, choices: Readonly<Record<string, string>>, own: string) => Cell>
> = {
  text: asWritten,
  code: asWritten,
  list: asWritten,
  parts: asWritten,
  number: numberIn,
  yuan: numberIn,
  percent: numberIn,
  count: (cell) => {
    const value = numberIn(cell);
    return typeof value === 'number' && !Number.isInteger(value) ? { fault: '应为整数' } : value;
  },
  truth: (cell) =>
    /^(是|有|√|对|已|true|1)$/i.test(cell)
      ? true
      : /^(否|无|×|不|未|false|0)$/i.test(cell)
        ? false
        : { fault: '应填“是”或“否”' },
  choice: (cell, choices) =>
    Object.entries(choices).find(([code, word]) => word === cell || code === cell)?.[0] ?? {
      fault: `应为下列之一：${Object.values(choices).join('、')}`,
    },
  date: (cell) => dateIn(cell) ?? { fault: '应为日期，如 2026-7-5' },
  month: (cell) => monthIn(cell) ?? { fault: '应为月份，如 2026-7' },
  year: (cell) => /^(\d{4})年?$/.exec(cell)?.[1] ?? { fault: '应为四位年份' },
  place: (cell, _choices, own) => placeIn(cell, own),
};

/** One cell by the kind of its column. */
export const readCell = (cell: string, { type, choices = {} }: RegisterColumn, own: string): Cell =>
  readers[type](cell, choices, own);

const two = (part: string | undefined): string => String(part ?? '').padStart(2, '0');

function dateIn(cell: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(cell) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  const instant = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date ? undefined : date;
}

function monthIn(cell: string): string | undefined {
  const [, year, month] = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(cell) ?? /^(\d{4})(\d{2})$/.exec(cell) ?? [];
  return year === undefined || Number(month) < 1 || Number(month) > 12 ? undefined : `${year}-${two(month)}`;
}

/** A place by its code or, within the office's own territory, by a name that only one place there has. */
function placeIn(cell: string, own: string): string | { fault: string } {
  if (/^\d{2,12}$/.test(cell)) return cell;
  if (divisionName(own) === cell) return own;
  const found = placesNamed(cell, own);
  if (found.length === 1) return found[0] as string;
  return {
    fault:
      found.length === 0
        ? `本单位辖区内没有“${cell}”，请填全称或行政区划代码`
        : `辖区内有 ${found.length} 个“${cell}”，请填行政区划代码`,
  };
}

const placesNamed = (name: string, within: string): string[] =>
  childrenOf(within).flatMap((code) => [...(divisionName(code) === name ? [code] : []), ...placesNamed(name, code)]);
