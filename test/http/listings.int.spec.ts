import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const province = 'leading-group-office:14';
const city = 'leading-group-office:1404';
const county = 'leading-group-office:140423';
const today = civilDateOf(new Date().toISOString());
const body = {
  county: '140423',
  grounds: [{ kind: 'national-exam', what: '国家考核反馈问题涉及该县' }],
  problems: [{ id: 'P1', what: '监测户帮扶措施未落实' }],
  liaisonLeaders: [{ person: 'L001', office: 'party-committee:1404' }],
};

let system: LiveSystem;
let early: string;
let due: string;
beforeAll(async () => {
  system = await startLiveSystem();
  early = (await system.post(province, 'listings', body)).body['caseId'] as string;
  due = (await system.post(province, 'listings', { ...body, county: '140425', occurredOn: addDays(today, -190) })).body[
    'caseId'
  ] as string;
}, 60_000);
afterAll(() => system.stop(), 60_000);

describe('clause A-3.7 over HTTP: a county is listed', () => {
  it.each([
    [
      'acceptance before the half year is over',
      () => system.post(province, `listings/${early}/acceptance`, { passed: true }),
      422,
      'TOO_EARLY',
    ],
    [
      'acceptance while a problem is open',
      () => system.post(province, `listings/${due}/acceptance`, { passed: true }),
      422,
      'CONDITIONS_NOT_MET',
    ],
    [
      'acceptance by the county itself',
      () => system.post(county, `listings/${early}/acceptance`, { passed: true }),
      403,
      'NOT_ALLOWED',
    ],
    [
      'verification of a problem that is not listed',
      () => system.post(city, `listings/${early}/verify-problem`, { problem: 'P9', passed: true, note: '属实' }),
      404,
      'UNKNOWN_SUBJECT',
    ],
    ['a listing by the city', () => system.post(city, 'listings', body), 403, 'NOT_ALLOWED'],
    [
      'a listing without a ground',
      () => system.post(province, 'listings', { ...body, county: '140426', grounds: [] }),
      400,
      'INVALID_INPUT',
    ],
    [
      "another county's listing",
      () =>
        system.post(county, `listings/${due}/problem-progress`, {
          problem: 'P1',
          rectified: true,
          note: '已整改',
          evidence: '照片',
        }),
      404,
      'UNKNOWN_SUBJECT',
    ],
  ])('refuses %s, and records nothing', async (_what, ask, status, code) => {
    const timelines = () =>
      Promise.all(
        [early, due].map(async (id) => (await system.get(province, `cases/${id}/timeline?limit=200`)).body['items']),
      );
    const before = await timelines();
    const answer = await ask();
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body['detail']).toMatch(/[一-鿿]{4,}/);
    expect(await timelines()).toEqual(before);
  });

  it('is not listed a second time while the round runs', async () => {
    expect(
      await system.post(province, 'listings', { ...body, problems: [{ id: 'P2', what: '另一问题' }] }),
    ).toMatchObject({ status: 409 });
  });
});

describe('an office has its notices sent to a system of its own', () => {
  it('registers an address, sees it without the secret, and stops it', async () => {
    const saved = await system.post(county, 'webhooks/oa', undefined);
    expect(saved.status).toBe(404);
    const registered = await system.send('PUT', county, 'webhooks/oa', { url: 'http://127.0.0.1:9/hook' });
    expect(registered).toMatchObject({ status: 200, body: { name: 'oa', active: true } });
    expect((registered.body['secret'] as string).length).toBeGreaterThanOrEqual(32);
    expect((await system.get(county, 'webhooks')).body).toEqual({
      items: [{ name: 'oa', url: 'http://127.0.0.1:9/hook', active: true }],
    });
    expect((await system.get(city, 'webhooks')).body).toEqual({ items: [] });
    expect(await system.send('DELETE', county, 'webhooks/oa')).toMatchObject({ status: 200, body: { active: false } });
    expect((await system.get(county, 'webhooks')).body).toMatchObject({ items: [{ active: false }] });
  });

  it.each([
    ['an address that is none', county, { url: 'ftp://example' }, 400, 'INVALID_INPUT'],
    ['a township', 'party-committee:140423100', { url: 'http://127.0.0.1:9/hook' }, 403, 'NOT_ALLOWED'],
  ])('refuses %s', async (_what, office, sent, status, code) => {
    expect(await system.send('PUT', office, 'webhooks/oa', sent)).toMatchObject({ status, body: { code } });
  });
});
