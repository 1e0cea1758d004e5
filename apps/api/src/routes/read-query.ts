import { readInput, type FieldFault } from '@duban/contracts/read-input';
import type { PageRequest } from '@duban/persistence/page';
import { z } from 'zod';
import { RefusedRequest } from '../refusals/refused-request';

/** Reads a query string by a route's schema; every fault is named in Chinese. */
export function parseQuery<Schema extends z.ZodObject>(query: unknown, schema: Schema): z.output<Schema> {
  const reading = readInput(schema, typed(query as Record<string, unknown>, schema), 'line');
  if (reading.isSound) return reading.value;
  const faults = reading.faults.map((fault) => ({ ...fault, field: askedField(query, fault) }));
  throw RefusedRequest.ofFaults(
    `查询条件有误。${faults.map(({ field, detail }) => `${field}：${detail}`).join('；')}。`,
    faults,
  );
}

/** One value of several has its number; what was asked once goes by its name. */
const askedField = (query: unknown, { field, path: [name] }: FieldFault): string =>
  Array.isArray((query as Record<PropertyKey, unknown>)[name ?? '']) ? field : String(name ?? '');

/** The page that is asked for. */
export const askedPage = ({ limit, after }: { limit: number; after?: string | undefined }): PageRequest =>
  after === undefined ? { limit } : { limit, after };

/** A query is text; numbers, truth values and lists are what its schema makes of it. */
const typed = (query: Record<string, unknown>, { shape }: z.ZodObject): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      Object.hasOwn(shape, name) ? typedAs(shape[name] as z.ZodType, value) : value,
    ]),
  );

function typedAs(schema: z.ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return typedAs(schema.unwrap() as z.ZodType, value);
  if (schema instanceof z.ZodArray)
    return schema.meta()?.['commas'] === true
      ? [value].flat().flatMap((text) => String(text).split(','))
      : [value].flat();
  if (schema instanceof z.ZodNumber && /^-?\d{1,15}(\.\d+)?$/.test(String(value))) return Number(value);
  if (schema instanceof z.ZodBoolean && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
