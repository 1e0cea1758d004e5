import { z } from 'zod';

/** One thing a body may say differently. `isWhole`: these are all the values there are. */
export interface Dimension {
  path: string;
  values: readonly unknown[];
  isWhole: boolean;
}

/** What a body says at each path. */
export type Choice = Readonly<Record<string, unknown>>;

/** Bodies made from an operation's own schema, to ask the rules what they would say to any of them. */
export interface Probing {
  dimensions: readonly Dimension[];
  /** The simplest bodies first, then one for every value of every dimension. */
  choices: readonly Choice[];
  /** The body of a choice, read by the schema; `undefined` when the schema refuses it. */
  bodyOf(choice: Choice): { body: unknown } | undefined;
}

/** Left out, where a body may be silent. */
const absent = Symbol('absent');
export const present = Symbol('present');

/** `samples`: texts that mean something to the case: its subjects, places, days. */
export function probingOf(schema: z.ZodType, samples: readonly string[]): Probing {
  const dimensions = dimensionsOf(schema, '', samples);
  return {
    dimensions,
    choices: choicesOf(dimensions),
    bodyOf(choice) {
      const read = schema.safeParse(built(schema, '', choice));
      return read.success ? { body: read.data } : undefined;
    },
  };
}

function dimensionsOf(schema: z.ZodType, path: string, samples: readonly string[]): Dimension[] {
  if (schema instanceof z.ZodOptional) {
    return [
      { path: `${path}?`, values: [present, absent], isWhole: true },
      ...dimensionsOf(schema.unwrap() as z.ZodType, path, samples),
    ];
  }
  if (schema instanceof z.ZodObject)
    return entriesOf(schema).flatMap(([name, part]) => dimensionsOf(part, at(path, name), samples));
  if (schema instanceof z.ZodArray) {
    const isMayBeEmpty = schema.safeParse([]).success;
    return [
      ...(isMayBeEmpty ? [{ path: `${path}[]`, values: [present, absent], isWhole: true }] : []),
      ...dimensionsOf(schema.element as z.ZodType, at(path, '0'), samples),
    ];
  }
  if (schema instanceof z.ZodEnum) return [{ path, values: schema.options, isWhole: true }];
  if (schema instanceof z.ZodBoolean) return [{ path, values: [true, false], isWhole: true }];
  return [{ path, values: soundOf(schema, samples), isWhole: false }];
}

function built(schema: z.ZodType, path: string, choice: Choice): unknown {
  if (schema instanceof z.ZodOptional)
    return choice[`${path}?`] === absent ? undefined : built(schema.unwrap() as z.ZodType, path, choice);
  if (schema instanceof z.ZodObject) {
    const parts = entriesOf(schema).map(([name, part]) => [name, built(part, at(path, name), choice)] as const);
    return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  }
  if (schema instanceof z.ZodArray)
    return choice[`${path}[]`] === absent ? [] : [built(schema.element as z.ZodType, at(path, '0'), choice)];
  return choice[path];
}

const entriesOf = (schema: z.ZodObject): [string, z.ZodType][] => Object.entries(schema.shape) as [string, z.ZodType][];
const at = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const numbers = [1, 1_000_000, 10_000, 100, 10, 2, 0, 0.5, 2026];
const texts = [
  'probe-0',
  '探询内容',
  'C1',
  '2026',
  '2026-01',
  'party-committee:1404',
  'dispatching-unit:1404:U00',
  'department:140423:water',
  '0'.repeat(64),
  '探询文号〔0〕0号',
  '探询内容，不少于十六个字的一段文字内容',
  'probe',
  'probe:1',
];
const mostSamples = 60;

/** Plain values first, then those of the case. */
function soundOf(schema: z.ZodType, samples: readonly string[]): unknown[] {
  const isSound = (value: unknown): boolean => schema.safeParse(value).success;
  if (schema instanceof z.ZodNumber) return numbers.filter(isSound).slice(0, 2);
  const plain = texts.filter(isSound).slice(0, 1);
  return [...plain, ...samples.filter(isSound).slice(0, mostSamples)];
}

/** Of everything the first, the last, present and absent; then each further value of what has a closed set of values. */
function choicesOf(dimensions: readonly Dimension[]): Choice[] {
  const of = (pick: (dimension: Dimension) => unknown): Choice =>
    Object.fromEntries(dimensions.map((one) => [one.path, pick(one)]));
  const corner = (isOpen: boolean, isLast: boolean): Choice =>
    of(({ path, values, isWhole }) => {
      if (isMark(path)) return values[isOpen ? 0 : 1];
      if (isWhole) return values[isLast ? values.length - 1 : 0];
      return values[0];
    });
  const corners = [corner(false, false), corner(true, false), corner(false, true), corner(true, true)];
  const large = of(({ values, isWhole }) => values[isWhole ? 0 : Math.min(1, values.length - 1)]);
  const [base = {}, full = {}] = corners;
  const further = dimensions
    .filter(({ isWhole, path }) => isWhole || isMark(path))
    .flatMap(({ path, values }) => values.map((value) => ({ ...(path.includes('?') ? full : base), [path]: value })));
  return [...corners, { ...large, ...marksOf(full) }, ...further];
}

const isMark = (path: string): boolean => path.endsWith('?') || path.endsWith('[]');
const marksOf = (choice: Choice): Choice => Object.fromEntries(Object.entries(choice).filter(([path]) => isMark(path)));
