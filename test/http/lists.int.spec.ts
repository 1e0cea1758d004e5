import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const today = civilDateOf(new Date().toISOString());
const township = 'party-committee:140423100';
const county = 'leading-group-office:140423';

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
  const report = { kind: 'marginal', source: 'self-report' };
  await system.post(township, 'households', { householdId: 'W1', village: '140423100204', ...report });
  await system.post(township, 'households', {
    householdId: 'W20',
    village: '140423100208',
    ...report,
    occurredOn: addDays(today, -40),
  });
  await system.post('party-committee:140423101', 'households', {
    householdId: 'V1',
    village: '140423101200',
    ...report,
  });
}, 60_000);
afterAll(() => system.stop(), 60_000);

const found = async (office: string, query: string) =>
  (
    (await system.get(office, `cases?process=household-monitoring&sort=oldest&${query}`)).body['items'] as {
      subject: string;
    }[]
  ).map(({ subject }) => subject.split(':')[2]);

describe('lists that are searched', () => {
  it.each([
    ['q=w', ['W20', 'W1']],
    ['q=W1', ['W1']],
    [`q=${encodeURIComponent('西垴头')}`, ['W1']],
    [`q=${encodeURIComponent('古韩镇')}`, ['W20', 'W1']],
    ['q=140423101', ['V1']],
    ['overdue=true', ['W20']],
    ['overdue=false&q=w', ['W1']],
    ['caseId=household:140423100:W1:1', ['W1']],
    ['caseId=household:140423100:W1:1&caseId=household:140423101:V1:1&caseId=household:140423101:V9:1', ['W1', 'V1']],
    ['fact=kind=marginal&fact=village=140423100208', ['W20']],
  ])('by %s', async (query, expected) => {
    expect(await found(county, query)).toEqual(expected);
  });

  it('within the own territory, with a total and the village by name', async () => {
    expect(await found(township, 'q=v')).toEqual([]);
    expect((await system.get(township, 'cases?q=w1')).body).toMatchObject({
      total: 1,
      items: [{ villageName: '西垴头村' }],
    });
    expect(await system.get(township, 'cases?fact=watched')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT' },
    });
  });
});

it('a row tells the deadline it runs against next, and why a step waits where that is asked', async () => {
  type Row = { caseId: string; nextDeadline: { id: string; due: string; state: string } | null };
  const { items } = (await system.get(township, 'cases?process=household-monitoring&q=W1')).body as { items: Row[] };
  expect(items).toMatchObject([
    { nextDeadline: { id: 'identification', state: 'open', nextAct: { operation: 'townshipCheck' }, notYet: null } },
  ]);
  const { items: deadlines } = (
    await system.get(township, 'deadlines?process=household-monitoring&state=open&judged=true')
  ).body;
  expect(deadlines).toMatchObject([
    { nextAct: { operation: 'townshipCheck' }, notYet: expect.stringContaining('须先完成村级评议') as string },
  ]);
  await system.post('village-committee:140423100204', 'households/household:140423100:W1:1/village-review', {});
  const { items: after } = (await system.get(township, 'deadlines?process=household-monitoring&state=open&judged=true'))
    .body;
  expect(after).toMatchObject([{ nextAct: { operation: 'townshipCheck' }, notYet: null }]);
});

it('names many persons at once, for those who may read names', async () => {
  await system.send('PUT', township, 'persons/W1', { name: '王秀兰' });
  expect((await system.get(county, 'persons?id=W1&id=W20')).body).toEqual({ items: [{ id: 'W1', name: '王秀兰' }] });
  expect((await system.get(county, 'persons?id=W20')).body).toEqual({ items: [] });
  expect(await system.get('leading-group-office:14', 'persons?id=W1')).toMatchObject({
    status: 403,
    body: { code: 'NOT_ALLOWED' },
  });
  for (const [query, words] of [
    ['', 'id：必须填写'],
    ['?id=', '应为人员编号'],
    ['?id=W%201', '应为人员编号'],
  ] as const) {
    expect(await system.get(county, `persons${query}`)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining(words) as string },
    });
  }
});

describe('a village', () => {
  const village = 'village-committee:140423100204';
  const subjects = async (path: string) =>
    new Set(((await system.get(village, path)).body['items'] as { caseId: string }[]).map(({ caseId }) => caseId));

  it('sees the households of its own place alone, in lists of cases and of deadlines', async () => {
    expect(await subjects('cases?limit=200')).toEqual(new Set(['household:140423100:W1:1']));
    expect(await subjects('deadlines?limit=200')).toEqual(new Set(['household:140423100:W1:1']));
    expect((await system.get(village, 'cases/household:140423100:W20:1')).status).toBe(404);
  });

  it('sees the problem of its own place', async () => {
    await system.post(village, 'problems', {
      place: '140423100204',
      list: 'publicity',
      what: '部分农户不知晓政策',
      source: 'check',
    });
    expect(await subjects('cases?process=problem')).toEqual(new Set(['problem:140423100204:1']));
    expect(await subjects('deadlines?process=problem')).toEqual(new Set(['problem:140423100204:1']));
  });
});

describe('divisions', () => {
  it('are named level by level', async () => {
    expect((await system.get(township, 'divisions')).body).toMatchObject({
      code: '14',
      name: '山西省',
      level: 'province',
    });
    const { body } = await system.get(township, 'divisions?parent=140423');
    expect(body).toMatchObject({ name: '襄垣县', path: '山西省长治市襄垣县' });
    expect(body['items']).toContainEqual({ code: '140423100', name: '古韩镇', level: 'township', hasChildren: true });
    expect(await system.get(township, 'divisions?parent=99')).toMatchObject({ status: 404, body: { field: 'parent' } });
  });
});

describe('an inbox', () => {
  it('says how much is unread, and is read at once', async () => {
    await system.dataSource.query(`UPDATE notices SET deliver_at = now() - interval '1 minute' WHERE recipient = $1`, [
      township,
    ]);
    const unread = async () => (await system.get(township, 'inbox/count')).body['unread'] as number;
    const before = await unread();
    expect(before).toBeGreaterThan(0);
    expect((await system.post(township, 'inbox/read-all', { until: '2020-01-01T00:00:00.000Z' })).body).toEqual({
      read: 0,
    });
    expect((await system.post(township, 'inbox/read-all', {})).body).toEqual({ read: before });
    expect(await unread()).toBe(0);
  });
});
