import { addDays, civilDateOf, monthOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const today = civilDateOf(new Date().toISOString());
const township = 'party-committee:140423100';
const county = 'stationing-office:140423';
const province = 'leading-group-office:14';

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
  const report = { village: '140423100201', kind: 'marginal', source: 'self-report' };
  await system.post(township, 'households', { householdId: 'W1', ...report, occurredOn: addDays(today, -3) });
  await system.post(township, 'households', { householdId: 'W2', ...report, occurredOn: addDays(today, -40) });
  await system.post(province, 'listings', {
    county: '140423',
    grounds: [{ kind: 'national-exam', what: '国考反馈问题涉及' }],
    problems: [{ id: 'P1', what: '饮水安全未全部达标' }],
    liaisonLeaders: [{ office: 'party-committee:1404', person: 'L1' }],
    occurredOn: addDays(today, -30),
  });
}, 60_000);
afterAll(() => system.stop(), 60_000);

const get = async (office: string, path: string) => (await system.get(office, path)).body as Record<string, never>;

describe('what leaders look at', () => {
  it('shows the weeks with the rule they are counted by', async () => {
    const { rule, items } = await get(county, 'statistics/over-time?weeks=8');
    expect(rule).toMatch(/周一至周日/);
    expect(items).toHaveLength(8);
    expect((items as unknown as object[]).at(-1)).toMatchObject({ overdue: 1 });
    expect(await system.get(county, 'statistics/over-time?weeks=0')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', field: 'weeks' },
    });
    expect(await system.get(county, 'statistics/over-time?territory=1405')).toMatchObject({ status: 404 });
  });

  it('forecasts what falls due, by child area and process', async () => {
    const body = await get(county, 'statistics/forecast?days=30&process=household-monitoring');
    expect(body).toMatchObject({
      from: today,
      to: addDays(today, 30),
      items: [{ area: '140423100', name: '古韩镇', day: addDays(today, 12), count: 1 }],
      totals: { all: 1, byProcess: [{ processName: '防返贫监测', count: 1 }] },
    });
  });

  it.each([
    ['overdue', 1],
    ['overdueRate', 33.3],
    ['open', 3],
    ['listed', 1],
    ['dutyRate', null],
    ['dispatchRank', null],
    ['problemsOpen', 0],
    ['lowCadres', null],
  ])('maps %s over all 117 counties', async (measure, value) => {
    const body = await get(province, `statistics/map?measure=${measure}`);
    const items = body['items'] as unknown as { area: string; name: string; cityName: string; value: number | null }[];
    expect(body).toMatchObject({
      measure,
      level: 'county',
      unit: expect.any(String),
      direction: expect.stringMatching(/good|bad/),
      counts: expect.any(String),
    });
    expect(items).toHaveLength(117);
    expect(items.find(({ area }) => area === '140423')).toMatchObject({ name: '襄垣县', cityName: '长治市', value });
  });

  it('goes down to the townships of a county', async () => {
    const body = await get(county, 'statistics/map?measure=overdue');
    expect(body).toMatchObject({ level: 'township', territoryName: '襄垣县' });
    expect(body['items']).toContainEqual(expect.objectContaining({ area: '140423100', value: 1 }));
    const listed = (await get(county, 'statistics/map?measure=listed'))['items'] as unknown as { value: unknown }[];
    expect(listed.every(({ value }) => value === null)).toBe(true);
    expect(await system.get(township, 'statistics/map?measure=overdue')).toMatchObject({
      status: 422,
      body: { code: 'OUT_OF_RANGE', field: 'territory' },
    });
    expect(await system.get(county, 'statistics/map?measure=luck')).toMatchObject({
      status: 400,
      body: { field: 'measure' },
    });
  });

  it('shows listed counties to those above and in them', async () => {
    const expected = {
      county: '140423',
      round: 1,
      since: addDays(today, -30),
      problems: 1,
      problemsOpen: 1,
      state: 'rectifying',
      policyFinding: 'none',
    };
    expect(await get(province, 'listings/board')).toMatchObject({ items: [expected] });
    await system.post(province, 'listings/listing:140423:1/policy-finding', { positive: true, note: '落实到位' });
    expect(await get(county, 'listings/board')).toMatchObject({
      items: [{ policyFinding: 'positive', policyFindingName: '认定为到位' }],
    });
    expect(await get(township, 'listings/board')).toMatchObject({ items: [] });
    expect(await get('leading-group-office:1405', 'listings/board')).toMatchObject({ items: [] });
  });

  it('answers an empty ranking with an empty list', async () => {
    expect(await get(county, `rankings/movement?scope=140423&month=${monthOf(today)}`)).toMatchObject({
      scopeName: '襄垣县',
      items: [],
    });
  });
});
