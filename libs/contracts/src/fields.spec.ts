import fc from 'fast-check';
import { z } from 'zod';
import { birthDate, civilDate, count, instant, line, month, period, year, yearNumber } from './fields';
import { operationGroups } from './operation-groups';
import { batchBody, correctionBody, entryBody } from './registers';
import { handRegisters } from '@duban/policy/registers/hand-registers';

const wordsOn = (schema: z.ZodType, sent: unknown): string | undefined =>
  schema.safeParse(sent).error?.issues[0]?.message;

describe('days, months and years outside 2000–2099 are refused in words', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['a date of year 0', civilDate, '0000-01-01'],
    ['a date whose year lacks a digit', civilDate, '0202-07-01'],
    ['a date of long ago', civilDate, '1900-01-01'],
    ['a date of 1999', civilDate, '1999-12-31'],
    ['a date of 2100', civilDate, '2100-01-01'],
    ['a month of year 0', month, '0000-01'],
    ['a month of 1999', month, '1999-12'],
    ['a month of 2100', month, '2100-01'],
    ['a year', year, '0202'],
    ['a year as a number', yearNumber, 1999],
    ['a period', period, '0202-W01'],
    ['an instant', instant, '0000-01-01T00:00:00.000Z'],
  ])('%s', (_, schema, sent) => {
    expect(wordsOn(schema, sent)).toContain('2000 年至 2099 年之间');
  });

  it.each<[z.ZodType, unknown]>([
    [civilDate, '2000-01-01'],
    [civilDate, '2099-12-31'],
    [month, '2000-01'],
    [month, '2099-12'],
    [year, '2026'],
    [yearNumber, 2099],
    [period, '2026-W47'],
    [instant, '2026-07-01T00:00:00.000Z'],
  ])('%# is taken within them', (schema, sent) => {
    expect(wordsOn(schema, sent)).toBeUndefined();
  });

  it('what is no date, month or instant at all is told so', () => {
    expect([wordsOn(civilDate, '2026-02-30'), wordsOn(month, '2026-13'), wordsOn(instant, '2026')]).toEqual([
      '应为 YYYY-MM-DD 格式的日期',
      '应为 YYYY-MM 格式的月份',
      '应为时刻，如 2026-07-01T00:00:00.000Z',
    ]);
  });
});

it('a day of birth may lie further back, and not ahead', () => {
  expect(['1900-01-01', '1955-03-10', '2004-02-29'].map((day) => wordsOn(birthDate, day))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(wordsOn(birthDate, '1899-12-31')).toBe('出生日期应不早于 1900 年');
  expect(wordsOn(birthDate, '2099-01-01')).toBe('出生日期应不晚于今天');
});

it('what is counted fits where it is kept', () => {
  expect(wordsOn(count, 99_999_999_999_999)).toBe('数值过大，请核对');
  expect(wordsOn(count, 2_147_483_647)).toBeUndefined();
});

it('what stands in one line hides nothing', () => {
  expect(['张三\n张三的排名', '张\u200b三', '\ufeff张三'].map((name) => wordsOn(line(1, 40), name))).toEqual([
    expect.stringContaining('应写在一行内'),
    '含有看不见的字符，请删去',
    undefined,
  ]);
});

describe('every date in every body', () => {
  interface JsonSchema {
    format?: string;
    pattern?: string;
    division?: unknown;
    office?: true;
    properties?: Record<string, JsonSchema>;
    items?: JsonSchema;
    anyOf?: JsonSchema[];
    allOf?: JsonSchema[];
  }
  const bodies: [string, z.ZodType][] = [
    ...operationGroups.flatMap(({ resource, opening, operations }) => [
      ...(opening === undefined ? [] : [[`${resource}`, opening.body] as [string, z.ZodType]]),
      ...Object.entries(operations).map(([name, { body }]): [string, z.ZodType] => [`${resource}.${name}`, body]),
    ]),
    ...Object.entries(handRegisters).flatMap(([kind, register]): [string, z.ZodType][] => [
      [`registers.${kind}`, entryBody(register)],
      [`registers.${kind} many`, batchBody(register)],
      [`registers.${kind} corrected`, correctionBody(register)],
    ]),
  ];

  function datesIn(schema: JsonSchema, path: string): [string, string][] {
    const parts: [string, JsonSchema][] = [
      ...Object.entries(schema.properties ?? {}),
      ...(schema.items === undefined ? [] : [['0', schema.items] as [string, JsonSchema]]),
      ...[...(schema.anyOf ?? []), ...(schema.allOf ?? [])].map((part): [string, JsonSchema] => ['', part]),
    ];
    const isPlace = schema.division !== undefined || schema.office === true;
    const own: [string, string][] =
      !isPlace && (schema.format?.startsWith('date') === true || /\\d\{4\}|19/.test(schema.pattern ?? ''))
        ? [[path, schema.pattern ?? '']]
        : [];
    return [...own, ...parts.flatMap(([name, part]) => datesIn(part, `${path}.${name}`))];
  }

  const dates = bodies.flatMap(([name, body]) => datesIn(z.toJSONSchema(body, { io: 'input' }) as JsonSchema, name));

  it('lies within the years that are kept; only a birth and the beginning of a career lie further back', () => {
    expect(dates.length).toBeGreaterThan(30);
    const ofLife = /\.(bornOn|careerBegan)$/;
    const unbound = dates.filter(([path, pattern]) => !pattern.startsWith('^20\\d{2}') && !ofLife.test(path));
    // Case numbers have four digits too.
    expect(unbound.filter(([, pattern]) => !/^\^[a-z-]+:/.test(pattern))).toEqual([]);
  });
});

it('no day outside is taken, whatever its form', () => {
  const days = fc
    .integer({ min: 0, max: 9999 })
    .filter((of) => of < 2000 || of > 2099)
    .map((of) => `${String(of).padStart(4, '0')}-06-15`);
  fc.assert(fc.property(days, (day) => expect(wordsOn(civilDate, day)).toBeDefined()));
});
