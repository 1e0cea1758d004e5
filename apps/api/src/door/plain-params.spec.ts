import type { RefusedRequest } from '../refusals/refused-request';
import { ensurePlain } from './plain-params';

const refusalOf = (params: object): RefusedRequest => {
  try {
    ensurePlain(params);
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
  expect(refusalOf({ [name]: value })).toMatchObject({ code: 'INVALID_INPUT', status: 400, more: { field: name } });
  expect(refusalOf({ resource: 'households', [name]: value })).toMatchObject({ more: { field: name } });
});

it('what is plain goes on', () => {
  expect(() => ensurePlain({ caseId: 'household:140423100:H1:1' })).not.toThrow();
  expect(() => ensurePlain({})).not.toThrow();
});
