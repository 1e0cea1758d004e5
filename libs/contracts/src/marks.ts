import { territoryOf } from '@duban/policy/base/office';
import { z } from 'zod';

/** A code of the catalogue of divisions somewhere in an input: itself, or that of an office's place. */
export interface NamedDivision {
  /** Path of the field, `entries.0.territory`. */
  field: string;
  code: string;
}

/** The divisions an input names, told by the marks of its schema (`division`, `officeOf`) and by no field's name. */
export function divisionsIn(schema: z.ZodType, value: unknown, field = ''): NamedDivision[] {
  if (value === undefined || value === null) return [];
  const inner = unwrapped(schema);
  if (typeof value === 'string') return namedBy(inner, value, field);
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.flatMap((item, index) => divisionsIn(inner.element as z.ZodType, item, below(field, String(index))));
  if (inner instanceof z.ZodObject && typeof value === 'object')
    return Object.entries(value).flatMap(([name, part]) =>
      Object.hasOwn(inner.shape, name) ? divisionsIn(inner.shape[name] as z.ZodType, part, below(field, name)) : [],
    );
  if (inner instanceof z.ZodUnion) {
    const taken = inner.options.find((option) => (option as z.ZodType).safeParse(value).success);
    return taken === undefined ? [] : divisionsIn(taken as z.ZodType, value, field);
  }
  return [];
}

function namedBy(schema: z.ZodType, value: string, field: string): NamedDivision[] {
  const marks = schema.meta() ?? {};
  if (marks['division'] !== undefined) return [{ field, code: value }];
  return marks['office'] === true ? [{ field, code: territoryOf(value) }] : [];
}

function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;
}

const below = (field: string, name: string): string => (field === '' ? name : `${field}.${name}`);
