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

/** The cursor of a page request is none of ours. */
export class InvalidCursor extends Error {
  constructor() {
    super('the page cursor must be the `next` of an earlier page of the same list');
  }
}

export interface List<Row> {
  select: string;
  from: string;
  conditions: readonly (Condition | undefined)[];
  /** Columns that order the list and, together, name one row. */
  order: readonly string[];
  descending?: boolean;
  /** Values of the ordering columns in a row. */
  position(row: Row): readonly (string | number)[];
}

export async function readPage<Row>(dataSource: DataSource, list: List<Row>, page: PageRequest): Promise<Page<Row>> {
  const [rows, total] = await Promise.all([readRows(dataSource, list, page), countRows(dataSource, list)]);
  const items = rows.slice(0, page.limit);
  const last = items.at(-1);
  const next = rows.length > page.limit && last !== undefined ? encode(list.position(last)) : null;
  return { items, next, total: Math.min(total, countedUpTo), isTotalCapped: total > countedUpTo };
}

function readRows<Row>(
  dataSource: DataSource,
  { select, from, conditions, order, descending = false }: List<Row>,
  { limit, after }: PageRequest,
): Promise<Row[]> {
  const places = order.map(() => '?').join(', ');
  const beyond: Condition | undefined =
    after === undefined
      ? undefined
      : [`(${order.join(', ')}) ${descending ? '<' : '>'} (${places})`, ...decode(after, order.length)];
  const { sql, values } = allOf(...conditions, beyond);
  const sorting = order.map((column) => (descending ? `${column} DESC` : column)).join(', ');
  return dataSource.query(`SELECT ${select} FROM ${from} WHERE ${sql} ORDER BY ${sorting} LIMIT ${limit + 1}`, values);
}

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

function decode(cursor: string, length: number): unknown[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(position) &&
      position.length === length &&
      position.every((value) => typeof value === 'string' || typeof value === 'number')
    )
      return position;
  } catch {
    throw new InvalidCursor();
  }
  throw new InvalidCursor();
}
