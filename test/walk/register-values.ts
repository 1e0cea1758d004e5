import type { Field, HandRegister } from '@duban/policy/registers/register-rules';

type Value = string | number | boolean;

const valueOf: Record<Field['type'], (label: string, field: Field) => Value> = {
  text: (label) => `${label}T1内容`,
  count: () => 1,
  number: () => 1,
  yuan: () => 100,
  date: () => '2026-05-01',
  month: () => '2026-05',
  year: () => '2026',
  truth: () => true,
  code: (label) => `${label}H1`,
  place: () => '140423',
  choice: (_, { choices = {} }) => Object.keys(choices)[0] ?? '',
};

/** A sound entry of a register, without its place; its texts and ids say of whom. */
export const entryOf = ({ fields }: HandRegister, label = ''): Record<string, Value> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf[field.type](label, field)]));
