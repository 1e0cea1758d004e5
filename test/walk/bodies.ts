import { childrenOf } from '@duban/contracts/divisions';
import type { CaseFile } from '@duban/policy/case/case';
import { rulesOf } from '@duban/policy/manifest/processes';
import { parseCaseId } from '@duban/policy/case/case-id';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import fc from 'fast-check';
import { z } from 'zod';

/** Bodies that a schema allows, made of texts that mean something to the case where the schema takes them. */
export const bodyOf = (schema: z.ZodType, texts: readonly string[]): fc.Arbitrary<unknown> =>
  arbitraryOf(schema, texts).filter((body) => schema.safeParse(body).success);

interface Limits {
  type?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
}

function arbitraryOf(schema: z.ZodType, texts: readonly string[]): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return fc.option(inner(schema.unwrap(), texts), { nil: undefined });
  if (schema instanceof z.ZodObject) {
    const parts = Object.entries(schema.shape).map(([name, part]) => [name, inner(part, texts)]);
    return fc.record(Object.fromEntries(parts) as Record<string, fc.Arbitrary<unknown>>).map(withoutUndefined);
  }
  if (schema instanceof z.ZodArray) return listOf(schema, texts);
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((option) => inner(option, texts)));
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return numberOf(limitsOf(schema));
  return textOf(schema, texts);
}

const inner = (schema: unknown, texts: readonly string[]): fc.Arbitrary<unknown> =>
  arbitraryOf(schema as z.ZodType, texts);

const limitsOf = (schema: z.ZodType): Limits =>
  z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Limits;

function listOf(schema: z.ZodArray, texts: readonly string[]): fc.Arbitrary<unknown> {
  const { minItems = 0, maxItems = 3 } = limitsOf(schema);
  return fc.array(inner(schema.element, texts), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, 3)),
  });
}

function numberOf({ type, minimum, maximum, exclusiveMinimum }: Limits): fc.Arbitrary<number> {
  const least = Math.ceil(Math.max(minimum ?? 0, exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1, -1_000));
  const most = Math.max(least, Math.floor(Math.min(maximum ?? 100_000, 100_000)));
  const whole = fc.oneof(
    fc.integer({ min: least, max: Math.min(most, least + 100) }),
    fc.integer({ min: least, max: most }),
  );
  return type === 'integer'
    ? whole
    : fc.oneof(
        whole,
        whole.map((number) => Math.min(most, number + 0.5)),
      );
}

function textOf(schema: z.ZodType, texts: readonly string[]): fc.Arbitrary<unknown> {
  const sound = [...new Set([...texts, ...plainTexts])].filter((text) => schema.safeParse(text).success);
  if (sound.length === 0) throw new Error(`no text is known that fits ${JSON.stringify(limitsOf(schema))}`);
  return fc.constantFrom(...sound);
}

const plainTexts = [
  '办理内容，不少于十六个字的一段文字内容',
  '试',
  'X1',
  '2026',
  '2026-11',
  '1970-07-02',
  '2026-11-20',
  'party-committee:1404',
  'department:140423:water',
  'dispatching-unit:1404:U07',
  'posting:140423100:C1:1',
  'problem:140423100201:1',
  '0'.repeat(64),
  '襄驻办〔2026〕9号',
  'identification',
  'C1',
  '140423100204',
  '140423',
  '1404',
  '14',
];

const withoutUndefined = (body: Record<string, unknown>): unknown =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

/** Texts that mean something to a case: days, its places, its deadlines, and whatever was said in it (ids of problems, cadres, commitments). */
export function textsOf(file: CaseFile, today: CivilDate): string[] {
  const parsed = parseCaseId(file.caseId);
  const said = new Set<string>();
  for (const { body } of file.acts) collect(body, said);
  collect(file.opening, said);
  const deadlines =
    parsed === undefined
      ? []
      : rulesOf(parsed.process)
          .view(file)
          .deadlines.map(({ id }) => id);
  const days = [
    addDays(today, 1),
    addDays(today, 20),
    today,
    file.openedOn,
    ...file.acts.map(({ occurredOn }) => occurredOn),
  ];
  return [...new Set([...said, ...days, ...deadlines, ...placesAround(parsed?.territory ?? '14')])];
}

/** A division, those it lies in, and one below it of each level. */
export function placesAround(territory: string): string[] {
  const above = [2, 4, 6, 9].filter((length) => length < territory.length).map((length) => territory.slice(0, length));
  const below: string[] = [];
  for (let place = childrenOf(territory)[0]; place !== undefined; place = childrenOf(place)[0]) below.push(place);
  return [territory, ...above, ...below];
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part, into);
}
