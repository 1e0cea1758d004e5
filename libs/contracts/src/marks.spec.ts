import { handRegisters } from '@duban/policy/registers/hand-registers';
import type { HandRegister } from '@duban/policy/registers/register-rules';
import { z } from 'zod';
import { routes } from './answers/routes';
import { anyDivision, division, officeOf, surrogateId } from './fields';
import { divisionsIn } from './marks';
import { operationGroups } from './operation-groups';
import { batchBody, correctionBody } from './registers';

interface Field {
  pattern?: string;
  division?: unknown;
  office?: unknown;
  properties?: Readonly<Record<string, Field>>;
  items?: Field;
  anyOf?: readonly Field[];
}

const fieldsIn = (path: string, schema: Field): [string, Field][] => [
  ...(schema.pattern === undefined ? [] : [[path, schema] as [string, Field]]),
  ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => fieldsIn(`${path}.${name}`, part)),
  ...(schema.items === undefined ? [] : fieldsIn(`${path}.0`, schema.items)),
  ...(schema.anyOf ?? []).flatMap((option) => fieldsIn(path, option)),
];
const read = (path: string, schema: z.ZodType): [string, Field][] =>
  fieldsIn(path, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Field);

const bodies = operationGroups.flatMap((group) => [
  ...(group.opening === undefined ? [] : read(`${group.resource}.${group.opening.name}`, group.opening.body)),
  ...Object.entries(group.operations).flatMap(([name, { body }]) => read(`${group.resource}.${name}`, body)),
]);
const registers = Object.entries(handRegisters as Record<string, HandRegister>).flatMap(([kind, register]) => [
  ...read(`registers.${kind}.batch`, batchBody(register)),
  ...read(`registers.${kind}.correct`, correctionBody(register)),
]);
const asked = routes.flatMap((route) => [
  ...(route.query === undefined ? [] : read(`${route.operationId}?`, route.query)),
  ...('body' in route && route.body !== undefined ? read(route.operationId, route.body) : []),
]);
const all = [...bodies, ...registers, ...asked];

/** Does the pattern take any of these, and nothing like the name of a thing? */
function isFor(examples: readonly string[], { pattern = '' }: Field): boolean {
  const takes = (example: string): boolean => new RegExp(pattern, 'u').test(example);
  return examples.some(takes) && !['ab', 'abcdefgh', '甲乙丙丁戊己'].some(takes);
}

it('every field that asks for a division is marked as one', () => {
  const codes = ['14', '1404', '140423', '140423100', '140423100201'];
  const asking = all.filter(([, field]) => isFor(codes, field));
  expect(asking.length).toBeGreaterThan(40);
  expect(asking.filter(([, field]) => field.division === undefined).map(([path]) => path)).toEqual([]);
});

it('every field that asks for an office is marked as one', () => {
  const offices = ['party-committee:1404', 'department:140423:water', 'dispatching-unit:1404:U07'];
  const asking = all.filter(([, field]) => isFor(offices, field));
  expect(asking.length).toBeGreaterThan(3);
  expect(asking.filter(([, field]) => field.office !== true).map(([path]) => path)).toEqual([]);
});

it('finds the divisions of an input by the marks of its schema', () => {
  const office = officeOf(/^[a-z-]+:\d+$/, '应为单位编号');
  const schema = z.strictObject({
    where: division(6, 9).optional(),
    many: z.array(z.strictObject({ place: anyDivision.nullable(), cadre: surrogateId })),
    either: z.union([z.strictObject({ of: z.literal('a'), office }), z.strictObject({ of: z.literal('b') })]),
    village: z.string(),
  });
  expect(
    divisionsIn(schema, {
      where: '140423',
      many: [
        { place: '1404', cadre: '140425' },
        { place: null, cadre: 'C1' },
      ],
      either: { of: 'a', office: 'party-committee:140426' },
      village: '140427',
    }),
  ).toEqual([
    { field: 'where', code: '140423' },
    { field: 'many.0.place', code: '1404' },
    { field: 'either.office', code: '140426' },
  ]);
});

it.each([
  ['140423', true],
  ['140423100', true],
  ['1404231', false],
  ['14', false],
])('a division of county or township: %s %s', (code, isTaken) =>
  expect(division(6, 9).safeParse(code).success).toBe(isTaken),
);

it('says in Chinese which levels it asks for', () =>
  expect(division(4, 6, 9, 12).safeParse('x').error?.issues[0]?.message).toBe('应为市、县、乡镇或村的行政区划代码'));
