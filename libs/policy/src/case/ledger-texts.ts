/**
 * A text of a body that no rule reads once it has been admitted, as the path to it: `evidence`; of every member of a list, `records.note`.
 * The ledger keeps it with the act's entry; a case does not carry it along.
 */
export type TextIn<Body> = Body extends readonly (infer Member)[]
  ? TextIn<Member>
  : Body extends object
    ? { [Name in keyof Body & string]: PathFrom<Name, NonNullable<Body[Name]>> }[keyof Body & string]
    : never;

type PathFrom<Name extends string, Value> = [Value] extends [string | readonly string[]]
  ? Name
  : Value extends object
    ? `${Name}.${TextIn<Value>}`
    : never;

/** The body without those texts; the same one where it has none of them. */
export const withoutTexts = <Body>(body: Body, texts: readonly string[]): Body =>
  texts.reduce<unknown>((so, text) => without(so, text.split('.')), body) as Body;

function without(value: unknown, [name = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((member) => without(member, [name, ...rest]));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return value;
  const { [name]: part, ...others } = value as Record<string, unknown>;
  return rest.length === 0 ? others : { ...value, [name]: without(part, rest) };
}
