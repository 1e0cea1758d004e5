import { anyDivision, officeOf, text, territoryCode } from '@duban/contracts/fields';
import { z } from 'zod';
import type { RefusedRequest } from '../refusals/refused-request';
import { hashOf, parseBody } from './request-body';

const schema = z.strictObject({
  note: text,
  village: territoryCode(12, '村级').optional(),
  counties: z.array(anyDivision).optional(),
  owner: officeOf(/^[a-z-]+:\d{6}$/, '应为单位编号').optional(),
});

function refusalOf(sent: unknown): RefusedRequest {
  try {
    parseBody(sent, schema, 'A-2.1');
  } catch (error) {
    return error as RefusedRequest;
  }
  throw new Error('it was taken');
}

describe('what an office sends', () => {
  it('is parted into the envelope and the body', () => {
    expect(parseBody({ note: '走访', occurredOn: '2026-07-01', person: 'P1' }, schema)).toEqual({
      occurredOn: '2026-07-01',
      person: 'P1',
      body: { note: '走访' },
    });
  });

  it('may leave out who and when', () => {
    expect(parseBody({ note: ' 走访 ' }, schema)).toEqual({
      occurredOn: undefined,
      person: undefined,
      body: { note: '走访' },
    });
  });
});

describe('what is wrong with it is named, with the clause that asks for it', () => {
  it.each([
    ['both in the envelope and in the body', { occurredOn: '2026-02-30', extra: 1 }, ['occurredOn', 'note', 'extra']],
    ['a wrong person', { note: '走访', person: '张 三' }, ['person']],
  ])('%s', (_, sent, fields) => {
    const { code, status, more } = refusalOf(sent);
    expect({
      code,
      status,
      clause: more.clause,
      field: more.field,
      fields: more.faults?.map(({ field }) => field),
    }).toEqual({
      code: 'INVALID_INPUT',
      status: 400,
      clause: 'A-2.1',
      field: fields[0],
      fields,
    });
  });

  it.each([[[]], ['text'], [7]])('%j is no object', (sent) => {
    expect(refusalOf(sent)).toMatchObject({ code: 'INVALID_INPUT', detail: '提交内容应为一个 JSON 对象。' });
  });

  it.each([
    ['village', { note: '走访', village: '140423999999' }],
    ['counties.1', { note: '走访', counties: ['140423', '149999'] }],
    ['owner', { note: '走访', owner: 'party-committee:149999' }],
  ])('a division that does not exist in %s', (field, sent) => {
    expect(refusalOf(sent)).toMatchObject({ code: 'UNKNOWN_SUBJECT', more: { clause: 'A-2.1', field } });
  });
});

describe('the hash of a body', () => {
  it('does not depend on the order of writing', () => {
    expect(hashOf({ a: 1, b: { c: [1, 2], d: null } })).toBe(hashOf({ b: { d: null, c: [1, 2] }, a: 1 }));
  });

  it.each([[{ a: 2, b: { c: [1, 2] } }], [{ a: 1, b: { c: [2, 1] } }], [{ a: 1 }]])(
    'tells %j from another',
    (other) => {
      expect(hashOf(other)).not.toBe(hashOf({ a: 1, b: { c: [1, 2] } }));
    },
  );
});
