import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const township = 'party-committee:140423100';
const village = 'village-committee:140423100201';
const bureau = 'revitalization-bureau:140423';
const today = civilDateOf(new Date().toISOString());
const safe = { incomePerHeadYuan: 9000, threeGuaranteesSafe: true, waterSafe: true, rigidSpendingSolved: true };
const development = { kind: 'development', type: 'industry', what: '发展庭院经济' };
const safetyNet = { kind: 'safety-net', type: 'subsistence-allowance', what: '纳入低保' };

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(() => system.stop(), 60_000);

/** A household with labour, helped this many days ago up to its plan. */
async function planned(householdId: string, daysAgo: number): Promise<string> {
  const on = (after: number): { occurredOn: string } => ({ occurredOn: addDays(today, after - daysAgo) });
  const lead = { householdId, village: '140423100201', kind: 'marginal', source: 'self-report', ...on(0) };
  const opened = await system.post(township, 'households', lead);
  expect(opened).toMatchObject({ status: 201 });
  const at = opened.body['caseId'] as string;
  await system.post(village, `households/${at}/village-review`, on(2));
  await system.post(township, `households/${at}/township-check`, on(4));
  await system.post(bureau, `households/${at}/identify`, {
    labour: 'full',
    wishesToWork: true,
    wholeHouseholdWithoutLabour: false,
    ...on(6),
  });
  expect(
    await system.post(township, `households/${at}/plan`, {
      causes: ['缺少稳定收入'],
      measures: [development],
      ...on(10),
    }),
  ).toMatchObject({ status: 200 });
  return at;
}

const measures = (at: string, list: object[], occurredOn: string) =>
  system.post(township, `households/${at}/measures`, { measures: list, tagged: true, occurredOn });
const refused = { status: 422, body: { code: 'CONDITIONS_NOT_MET' } };

describe('clause B-3.2 over HTTP: a household with labour gets a development measure', () => {
  it('so that alms alone do not meet the term', async () => {
    const at = await planned('D1', 20);
    const alone = await measures(at, [safetyNet], today);
    expect(alone).toMatchObject(refused);
    expect(alone.body['detail']).toContain('开发式');
    expect(await measures(at, [safetyNet, development], today)).toMatchObject({ status: 200 });
  });
});

describe('clause A-2.1 over HTTP: risk is eliminated by its conditions alone', () => {
  it('not while the income is below the guideline, and an early signature is answered and recorded', async () => {
    const old = await planned('D2', 260);
    await measures(old, [development], addDays(today, -240));
    expect(await system.post(bureau, `households/${old}/eliminate`, safe)).toMatchObject({
      status: 409,
      body: { code: 'WRONG_STAGE', clause: 'C-2.3' },
    });
    await system.post(village, `households/${old}/sign-elimination`, { ...safe, person: 'C001' });
    await system.post(township, `households/${old}/check-elimination`);
    const below = await system.post(bureau, `households/${old}/eliminate`, { ...safe, incomePerHeadYuan: 7099 });
    expect(below).toMatchObject({ ...refused, body: { clause: 'A-2.1' } });
    expect(below.body['detail']).toContain('7100');
    expect(await system.post(bureau, `households/${old}/eliminate`, { ...safe, waterSafe: false })).toMatchObject(
      refused,
    );
    const fresh = await planned('D3', 30);
    await measures(fresh, [development], addDays(today, -10));
    const early = await system.post(village, `households/${fresh}/sign-elimination`, { ...safe, person: 'C001' });
    expect(early).toMatchObject({ status: 200, body: { answer: { signed: 'refused' } } });
    expect(early.body['told']).toContain('稳定未满 6 个月');
    const { items } = (await system.get(township, `cases/${fresh}/timeline?limit=200`)).body as {
      items: { name: string }[];
    };
    expect(items.map(({ name }) => name)).toContain('signElimination');
  });
});
