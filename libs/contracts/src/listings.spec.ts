import { accountabilities } from './accountabilities';
import { listings } from './listings';
import type { ListBody } from '@duban/policy/processes/county-listing/listing-acts';

const body: ListBody = {
  county: '140423',
  grounds: [{ kind: 'national-exam', what: '国考反馈问题', source: '国考反馈' }],
  problems: [{ id: 'P1', what: '季节性缺水' }],
  liaisonLeaders: [{ person: 'L1', office: 'party-committee:1404' }],
};
const list = listings.opening;
const opening = list?.opening as ((body: ListBody, previous: unknown) => object) | undefined;
const issuesOf = (result: {
  success: boolean;
  error?: { issues: readonly { path: PropertyKey[]; message: string }[] };
}): string[] => result.error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('clause A-3.7: listing a county', () => {
  it('takes what the notice names', () => {
    expect(list?.body.safeParse(body).success).toBe(true);
  });

  it.each([
    [{ ...body, county: '1404' }, 'county'],
    [{ ...body, grounds: [] }, 'grounds'],
    [{ ...body, grounds: [{ kind: 'other', what: '其他' }] }, 'grounds.0.kind'],
    [{ ...body, problems: [] }, 'problems'],
    [{ ...body, liaisonLeaders: [] }, 'liaisonLeaders'],
    [{ ...body, liaisonLeaders: [{ person: 'L1', office: 'party-committee:140423100' }] }, 'liaisonLeaders.0.office'],
    [{ ...body, problems: [{ id: '问题一', what: '缺水' }] }, 'problems.0.id'],
  ])('names the wrong field %#', (wrong, field) => {
    expect(issuesOf(list?.body.safeParse(wrong) ?? { success: true })).toContain(field);
  });

  it('is numbered per county and knows the delisting before', () => {
    expect(list?.subject(body as never)).toEqual({ territory: '140423', subject: [] });
    expect(opening?.(body, null)).toMatchObject({ county: '140423', previous: null });
    const previous = {
      caseId: 'listing:140423:1',
      number: 1,
      openedOn: '2026-01-01',
      endedOn: '2026-07-01',
      outcome: 'delisted',
    };
    expect(opening?.(body, previous)).toMatchObject({
      previous: { caseId: 'listing:140423:1', delistedOn: '2026-07-01' },
    });
    expect(opening?.(body, { ...previous, endedOn: null })).toMatchObject({ previous: { delistedOn: null } });
  });

  it('names the proposed grounds it confirms, each with its field', () => {
    const confirms = { caseId: 'problem:140423100201:1', key: 'ground/recurring' };
    const last = { kind: 'last-in-ranking', what: '排名末位' } as const;
    const made = opening?.({ ...body, grounds: [last, { ...last, confirms }] }, null);
    expect(list?.confirms(made as never)).toEqual([{ ground: confirms, field: 'grounds.1.confirms' }]);
    expect(listings.operations['addGround']?.confirms({ ...last, confirms } as never)).toEqual([
      { ground: confirms, field: 'confirms' },
    ]);
    expect(list?.confirms(opening?.(body, null) as never)).toEqual([]);
  });

  it('is the province’s, as is acceptance', () => {
    for (const operation of [list, listings.operations['acceptance'], listings.operations['correctAcceptance']]) {
      expect(operation?.by.every(({ kind, level }) => kind === 'province-group' || level === 'province')).toBe(true);
    }
  });

  it('keeps messages between cases away from offices', () => {
    expect(Object.keys(listings.operations)).not.toContain('accountabilityEnded');
    expect(Object.keys(accountabilities.operations)).toEqual(['confirm', 'decline', 'outcome', 'redeliver']);
    expect(accountabilities.opening).toBeUndefined();
  });

  it('names an unknown field', () => {
    expect(listings.operations['acceptance']?.body.safeParse({ passed: true, date: '2026-09-10' }).success).toBe(false);
  });
});
