import { storableText } from '@duban/policy/base/plain-text';
import { isCivilDate } from '@duban/policy/dates/civil-date';
import type { DataSource } from 'typeorm';
import { allOf, type Condition } from './conditions';

export interface PageRequest {
  limit: number;
  /** `next` of the page before. */
  after?: string;
}

/** A page of a list that stays stable while rows are added: `next` leads on from the last row shown. */
export interface Page<T> {
  items: T[];
  next: string | null;
  /** How many rows there are in all, counted up to `countedUpTo`. */
  total: number;
  isTotalCapped: boolean;
}

export const countedUpTo = 10_000;
/** So much of large rows is read at once: whoever else asks is answered in between. */
const mostBytes = 1_000_000;

/** The cursor of a page request is none of ours. */
export class InvalidCursor extends Error {
  constructor() {
    super('the page cursor must be the `next` of an earlier page of the same list');
  }
}

/** What may stand in a cursor for a column; nothing else reaches the database. */
const isPlace = {
  text: (value: unknown) => typeof value === 'string' && value === storableText(value),
  day: (value: unknown) => isCivilDate(value) && isKeptYear(value),
  instant: (value: unknown) => typeof value === 'string' && isInstant(value) && isKeptYear(value),
  count: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
};
type PlaceKind = keyof typeof isPlace;

export interface List<Row> {
  select: string;
  from: string;
  conditions: readonly (Condition | undefined)[];
  /** Columns that order the list and, together, name one row, each with what stands in it. */
  order: Readonly<Record<string, PlaceKind>>;
  descending?: boolean;
  /** The size of a row in bytes, in SQL, where rows may be large: a page then ends early, after at least one row. */
  bytes?: string;
  /** Values of the ordering columns in a row. */
  position(row: Row): readonly (string | number)[];
}

export async function readPage<Row>(dataSource: DataSource, list: List<Row>, page: PageRequest): Promise<Page<Row>> {
  const [found, total] = await Promise.all([readSome(dataSource, list, page), countRows(dataSource, list)]);
  return { ...found, total: Math.min(total, countedUpTo), isTotalCapped: total > countedUpTo };
}

/** A whole list, some rows at a time. */
export async function* batchesOf<Row>(dataSource: DataSource, list: List<Row>, limit: number): AsyncGenerator<Row[]> {
  let after: string | undefined;
  do {
    const { items, next } = await readSome(dataSource, list, { limit, ...(after !== undefined && { after }) });
    yield items;
    after = next ?? undefined;
  } while (after !== undefined);
}

async function readSome<Row>(
  dataSource: DataSource,
  list: List<Row>,
  page: PageRequest,
): Promise<Pick<Page<Row>, 'items' | 'next'>> {
  const rows = await readRows(dataSource, list, page);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const isMore = rows.length > page.limit || rows.length < (rows[0]?.found ?? 0);
  return { items, next: isMore && last !== undefined ? encode(list.position(last)) : null };
}

/** `found`: how many there would have been, had they not been too large for one page. */
function readRows<Row>(
  dataSource: DataSource,
  { select, from, conditions, order, descending = false, bytes }: List<Row>,
  { limit, after }: PageRequest,
): Promise<(Row & { found?: number })[]> {
  const columns = Object.keys(order);
  const places = columns.map(() => '?').join(', ');
  const beyond: Condition | undefined =
    after === undefined
      ? undefined
      : [`(${columns.join(', ')}) ${descending ? '<' : '>'} (${places})`, ...decode(after, Object.values(order))];
  const { sql, values } = allOf(...conditions, beyond);
  const sorting = columns.map((column) => (descending ? `${column} DESC` : column)).join(', ');
  const size = bytes === undefined ? '' : `, ${bytes} AS bytes`;
  const text = `SELECT ${select}${size} FROM ${from} WHERE ${sql} ORDER BY ${sorting} LIMIT ${limit + 1}`;
  return dataSource.query(bytes === undefined ? text : endingEarly(text, sorting), values);
}

/** Rows until those before one have filled the page. */
const endingEarly = (text: string, sorting: string): string =>
  `SELECT * FROM (SELECT page.*, sum(bytes) OVER (ORDER BY ${sorting}) - bytes AS bytes_before, count(*) OVER () AS found
    FROM (${text}) AS page) AS weighed WHERE bytes_before < ${mostBytes} ORDER BY ${sorting}`;

async function countRows<Row>(dataSource: DataSource, { from, conditions }: List<Row>): Promise<number> {
  const { sql, values } = allOf(...conditions);
  const [row] = await dataSource.query<{ total: number }[]>(
    `SELECT count(*) AS total FROM (SELECT FROM ${from} WHERE ${sql} LIMIT ${countedUpTo + 1}) AS counted`,
    values,
  );
  return row?.total ?? 0;
}

const encode = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position), 'utf8').toString('base64url');

function decode(cursor: string, kinds: readonly PlaceKind[]): unknown[] {
  const position = read(cursor);
  if (
    !Array.isArray(position) ||
    position.length !== kinds.length ||
    !kinds.every((kind, index) => isPlace[kind](position[index]))
  )
    throw new InvalidCursor();
  return position;
}

function read(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursor();
  }
}

/** PostgreSQL has no year 0. */
const isKeptYear = (date: string): boolean => !date.startsWith('0000');

const isInstant = (text: string): boolean =>
  /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
