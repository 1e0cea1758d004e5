import { fieldNames } from './field-names';
import { formFieldsOf, type FormField } from './form-fields';
import { operationGroups } from './operation-groups';

const operations = operationGroups.flatMap((group) =>
  Object.entries({ ...(group.opening && { [group.opening.name]: group.opening }), ...group.operations }).map(
    ([name, operation]) => [`${group.resource}.${name}`, name, operation] as const,
  ),
);

const within = (fields: readonly FormField[]): FormField[] =>
  fields.flatMap((field) => [
    field,
    ...within(field.fields ?? []),
    ...within(field.item === undefined ? [] : [field.item]),
  ]);

describe('the form of every operation', () => {
  it.each(operations)('%s names each field and choice in Chinese', (_, name, operation) => {
    for (const field of within(formFieldsOf(operation.body, name))) {
      expect([field.name, field.title]).toEqual([field.name, expect.stringMatching(/[一-龥]/)]);
      for (const choice of field.choices ?? [])
        expect([choice.value, choice.title]).toEqual([choice.value, expect.stringMatching(/[一-龥]/)]);
    }
  });

  it('asks for nothing it cannot show', () => {
    const unclear = operations.flatMap(([key, name, operation]) =>
      within(formFieldsOf(operation.body, name))
        .filter(({ kind }) => kind === 'any')
        .map((field) => `${key}.${field.name}`),
    );
    expect(unclear).toEqual([]);
  });
});

it('no name is kept for a field that is gone', () => {
  const known = new Set(
    operations.flatMap(([, name, operation]) => within(formFieldsOf(operation.body, name)).map((field) => field.name)),
  );
  const kept = Object.keys(fieldNames).map((key) => key.split('.').at(-1) as string);
  expect(kept.filter((name) => !known.has(name) && name !== 'occurredOn')).toEqual([]);
});

it('a list that may be empty must be sent and need not be filled', () => {
  const fieldsOf = (wanted: string): FormField[] =>
    operations.flatMap(([key, name, { body }]) => (key === wanted ? formFieldsOf(body, name) : []));
  const named = (fields: readonly FormField[], name: string) => fields.find((field) => field.name === name);
  expect(named(fieldsOf('area-interviews.summon'), 'invited')).toMatchObject({ isRequired: true, mayBeEmpty: true });
  expect(named(fieldsOf('area-interviews.hold'), 'attended')?.mayBeEmpty).toBeUndefined();
});

it('reads kinds, limits and choices off the schema', () => {
  const [, , identify] = operations.find(([key]) => key === 'households.identify')!;
  const fields = formFieldsOf(identify.body, 'identify');
  expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
    ['labour', 'choice', true],
    ['wishesToWork', 'truth', true],
    ['wholeHouseholdWithoutLabour', 'truth', true],
    ['incomePerHeadYuan', 'number', false],
    ['features', 'list', false],
    ['note', 'long-text', false],
  ]);
  expect(fields[0]?.choices?.[0]).toEqual({ value: 'full', title: expect.stringContaining('劳动') });
  expect(fields[3]).toMatchObject({ minimum: 0, title: '人均收入（元）' });
});
