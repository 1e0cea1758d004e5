import { z } from 'zod';

/** A JSON schema, or another part of the description. */
export interface Described {
  [key: string]: unknown;
}

export interface ObjectSchema extends Described {
  properties?: Readonly<Record<string, Described>>;
  required?: readonly string[];
}

/** What somebody sends, or what comes back, as JSON schema. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): ObjectSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as ObjectSchema;
  return rest;
}

export const json = (schema: Described): Described => ({ 'application/json': { schema } });
