import type { RefusedRequest } from '../refusals/refused-request';
import { PlainParams } from './plain-params';

const pipe = new PlainParams();
const refusalOf = (value: unknown, data?: string): RefusedRequest => {
  try {
    pipe.transform(value, { type: 'param', ...(data === undefined ? {} : { data }) });
  } catch (error) {
    return error as RefusedRequest;
  }
  throw new Error('it was taken');
};

it.each([
  ['a\u0000', 'caseId'],
  ['\u202e1', 'caseId'],
  ['a\nb', 'kind'],
  ['\ufffd\ufffd', 'name'],
  ['x'.repeat(201), 'id'],
])('%j in an address is refused with the name of its part', (value, name) => {
  expect(refusalOf(value, name)).toMatchObject({ code: 'INVALID_INPUT', status: 400, more: { field: name } });
  expect(refusalOf({ resource: 'households', [name]: value })).toMatchObject({ more: { field: name } });
});

it('what is plain goes on as it is, and bodies are left to their schemas', () => {
  expect(pipe.transform('household:140423100:H1:1', { type: 'param', data: 'caseId' })).toBe(
    'household:140423100:H1:1',
  );
  expect(pipe.transform({ a: '\u0000' }, { type: 'body' })).toEqual({ a: '\u0000' });
});
