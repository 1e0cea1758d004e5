import { z } from 'zod';
import { fieldName } from './field-names';

/** What kind of input a field asks for. */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'number'
  | 'integer'
  | 'truth'
  | 'choice'
  | 'date'
  | 'month'
  | 'division'
  | 'list'
  | 'group'
  | 'any';

/** One field of a form made from the schema that the api reads by. */
export interface FormField {
  /** Its key in the body. */
  name: string;
  title: string;
  kind: FieldKind;
  isRequired: boolean;
  /** For choices: code and Chinese word. */
  choices?: readonly { value: string; title: string }[];
  /** Of a list that may be sent with nothing in it. */
  mayBeEmpty?: true;
  /** Length of the division code asked for; `null` where several levels will do. */
  division?: number | null;
  minimum?: number;
  maximum?: number;
  maximumLength?: number;
  /** Of a group: its fields; of a list: those of an item, or the one field that an item is. */
  fields?: readonly FormField[];
  item?: FormField;
}

interface JsonSchema {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: readonly string[];
  names?: Readonly<Record<string, string>>;
  division?: number | readonly number[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
}

/** The form of an operation's body, field by field, in the order of its schema. */
export function formFieldsOf(schema: z.ZodType, operation: string): FormField[] {
  return groupFields(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema, operation);
}

const groupFields = ({ properties = {}, required = [] }: JsonSchema, within: string): FormField[] =>
  Object.entries(properties).map(([name, schema]) => fieldOf(name, schema, within, required.includes(name)));

function fieldOf(name: string, schema: JsonSchema, within: string, isRequired: boolean): FormField {
  const kind = kindOf(schema);
  return {
    name,
    title: fieldName(name, within),
    kind,
    isRequired,
    ...(kind === 'choice' && {
      choices: (schema.enum ?? []).map((value) => ({ value, title: schema.names?.[value] ?? value })),
    }),
    ...(kind === 'division' && { division: typeof schema.division === 'number' ? schema.division : null }),
    ...(schema.minimum !== undefined && schema.minimum > Number.MIN_SAFE_INTEGER && { minimum: schema.minimum }),
    ...(schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER && { maximum: schema.maximum }),
    ...(schema.maxLength !== undefined && { maximumLength: schema.maxLength }),
    ...(kind === 'group' && { fields: groupFields(schema, name) }),
    ...(kind === 'list' && listPart(name, schema, within)),
  };
}

const listPart = (
  name: string,
  { items, minItems = 0 }: JsonSchema,
  within: string,
): Pick<FormField, 'item' | 'mayBeEmpty'> => ({
  ...(minItems === 0 && { mayBeEmpty: true as const }),
  ...(items !== undefined && { item: fieldOf(name, items, within, true) }),
});

const monthPattern = /^\^20\\d\{2\}-\(0\[1-9\]/;

function kindOf(schema: JsonSchema): FieldKind {
  if (schema.enum !== undefined) return 'choice';
  if (schema.anyOf !== undefined) return 'any';
  switch (schema.type) {
    case 'boolean':
      return 'truth';
    case 'integer':
      return 'integer';
    case 'number':
      return 'number';
    case 'array':
      return 'list';
    case 'object':
      return schema.properties === undefined ? 'any' : 'group';
    default:
      return textKindOf(schema);
  }
}

function textKindOf(schema: JsonSchema): FieldKind {
  if (schema.division !== undefined) return 'division';
  if (schema.format === 'date') return 'date';
  if (schema.pattern !== undefined && monthPattern.test(schema.pattern)) return 'month';
  return (schema.maxLength ?? 0) >= 500 ? 'long-text' : 'text';
}
