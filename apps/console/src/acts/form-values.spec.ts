import type { FormField } from '@duban/contracts/form-fields';
import { bodyOf, emptyValues, faultAt } from './form-values';

const text = (name: string, isRequired = false): FormField => ({ name, title: name, kind: 'text', isRequired });
const measures: FormField = {
  name: 'measures',
  title: '措施',
  kind: 'list',
  isRequired: true,
  item: {
    name: 'measures',
    title: '措施',
    kind: 'group',
    isRequired: true,
    fields: [text('what', true), text('note')],
  },
};
const greenChannel: FormField = {
  name: 'greenChannel',
  title: '绿色通道',
  kind: 'group',
  isRequired: false,
  fields: [text('event', true)],
};
const fields = [text('reason', true), measures, greenChannel, { ...text('wishes', true), kind: 'truth' } as FormField];

it('a form begins with one line in each list that must be filled, and closed groups', () => {
  expect(emptyValues(fields, { reason: '更正' })).toEqual({
    reason: '更正',
    measures: [{ what: null, note: null }],
    greenChannel: null,
    wishes: null,
  });
});

it('what is empty is not sent, a “no” is', () => {
  const values = { reason: '', measures: [{ what: '养鸡', note: '' }], greenChannel: null, wishes: false };
  expect(bodyOf(fields, values)).toEqual({ measures: [{ what: '养鸡' }], wishes: false });
});

it('an open group is sent even when it is not filled in, so that the api can ask for it', () => {
  expect(bodyOf(fields, { reason: null, measures: [], greenChannel: { event: null }, wishes: null })).toEqual({
    measures: [],
    greenChannel: {},
  });
});

it('a fault is found by its path', () => {
  expect(faultAt([{ field: 'measures.0.what', detail: '必须填写' }], 'measures.0.what')).toBe('必须填写');
  expect(faultAt([], 'reason')).toBeUndefined();
});
