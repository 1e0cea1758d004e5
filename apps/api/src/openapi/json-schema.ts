import { textPattern } from '@duban/contracts/text-pattern';
import type { TextForm } from '@duban/policy/base/plain-text';
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
export function schemaOf(schema: z.ZodType, io: 'input' | 'output', form: TextForm = 'lines'): ObjectSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (io === 'input') sayWhatHoldsForAll(jsonSchema, form);
    },
  }) as ObjectSchema;
  return rest;
}

/** Limits that `readInput` puts on every text and number before any schema sees them; OpenAPI must say them too, though no schema does. */
function sayWhatHoldsForAll(schema: z.core.JSONSchema.BaseSchema, form: TextForm): void {
  const isFree = schema.pattern === undefined && schema.format === undefined && schema.enum === undefined;
  if (schema.type === 'string' && isFree) schema.pattern = textPattern(form, Math.min(schema.minLength ?? 0, 2));
  if (schema.type !== 'number') return;
  schema.minimum ??= Number.MIN_SAFE_INTEGER;
  schema.maximum ??= Number.MAX_SAFE_INTEGER;
}

export const json = (schema: Described): Described => ({ 'application/json': { schema } });
