import { listings } from '@duban/contracts/listings';
import type { Operation } from '@duban/contracts/operation';
import type { Json } from '@duban/policy/base/json';
import { ensureProposed, type ProposedGround } from './confirmed-grounds';

const list = listings.opening;
const addGround = listings.operations['addGround'] as Operation;
const confirms = { caseId: 'problem:140423100204:P1:1', key: 'ground/recurring' };
const open: ProposedGround = { territory: '140423', confirmedBy: null, declinedOn: null };
const asked = (
  operation: Pick<Operation, 'confirms'> | undefined,
  said: Json,
  found: ProposedGround | null,
  caseId = 'listing:140423:1',
) => ensureProposed({ groundOf: () => Promise.resolve(found) }, operation?.confirms(said as never) ?? [], caseId);
const adding = (found: ProposedGround | null) =>
  asked(addGround, { kind: 'recurring-problems', what: '反复', confirms }, found);

describe('A-3.7: the ground a listing says it confirms', () => {
  it('is an open ground of its county', async () => expect(adding(open)).resolves.toBeUndefined());

  it.each<[string, ProposedGround | null, string, RegExp]>([
    ['that nobody proposed', null, 'UNKNOWN_SUBJECT', /140423没有这一挂牌依据线索/],
    ['of another county', { ...open, territory: '140429' }, 'UNKNOWN_SUBJECT', /140423没有这一挂牌依据线索/],
    ['of another listing', { ...open, confirmedBy: 'listing:140423:7' }, 'ALREADY_DONE', /listing:140423:7确认/],
    [
      'the province declined',
      { ...open, declinedOn: '2026-11-10' },
      'CONDITIONS_NOT_MET',
      /2026年11月10日（周二）登记为不予采纳/,
    ],
  ])('is refused: one %s', async (_, found, code, detail) => {
    const refusal = { code, more: { clause: 'A-3.7', field: 'confirms' }, detail: expect.stringMatching(detail) };
    await expect(adding(found)).rejects.toMatchObject(refusal);
  });

  it('may be said again by the listing that confirmed it', async () =>
    expect(adding({ ...open, confirmedBy: 'listing:140423:1' })).resolves.toBeUndefined());

  it('is named by its place in the opening, and asked for only where it is said', async () => {
    const grounds: Json[] = [
      { kind: 'national-exam', what: '国考反馈' },
      { kind: 'recurring-problems', what: '反复', confirms },
    ];
    await expect(asked(list, { grounds }, null)).rejects.toMatchObject({ more: { field: 'grounds.1.confirms' } });
    await expect(asked(list, { grounds: grounds.slice(0, 1) }, null)).resolves.toBeUndefined();
    await expect(
      asked(listings.operations['acceptance'] as Operation, { passed: true }, null),
    ).resolves.toBeUndefined();
  });
});
