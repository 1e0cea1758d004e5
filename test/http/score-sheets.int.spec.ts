import { addDays, addToMonth, civilDateOf, firstDayOf, monthOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const county = 'stationing-office:140423';
const office = 'party-committee:140423100';
const township = '140423100';
const month = addToMonth(monthOf(civilDateOf(new Date().toISOString())), -1);
const since = firstDayOf(month);
const sheet = { township, month };

interface Line {
  cadre: string;
  name: string | null;
  state: string;
  total: number | null;
}
interface Beside {
  cadre: string;
  presence: { unmarked: string[] };
  duties: object[];
}
let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
  await Promise.all(['D1', 'D2', 'D3'].map(posted));
  await system.send('PUT', office, 'persons/D1', { name: '赵一' });
  await system.send('PUT', office, 'persons/K2', { name: '钱二' });
  const cycle = {
    province: '14',
    year: Number(since.slice(0, 4)),
    title: '专项行动',
    counties: ['140423'],
    occurredOn: since,
    startsOn: since,
  };
  await system.post('leading-group-office:14', 'cycles', cycle);
  for (let left = 100; (await read()).body['caseId'] === null; left -= 1) {
    if (left === 0) throw new Error('the township got no score sheet');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}, 60_000);
afterAll(() => system.stop(), 60_000);

const posted = (cadreId: string) =>
  system.post(county, 'postings', {
    cadreId,
    ...{
      village: '140423100204',
      unit: 'dispatching-unit:140423:U07',
      senderLevel: 'county',
      role: 'member',
      postedOn: since,
      occurredOn: since,
    },
    ...{
      bornOn: '1988-05-01',
      education: 'bachelor',
      annualAssessments: [1, 2, 3].map((back) => ({ year: Number(since.slice(0, 4)) - back, grade: 'competent' })),
    },
  });
const read = (as = office, where = township) => system.get(as, `score-sheets?township=${where}&month=${month}`);
const linesOf = async (as?: string) => (await read(as)).body['lines'] as Line[];
const draft = () => system.get(office, `score-sheets/draft?township=${township}&month=${month}`);
const cell = (cadre: string, part: string, value: unknown, version = 0) => ({ cadre, part, value, version });
const save = (cells: unknown[], person = 'K1', as = office) =>
  system.send('PUT', as, 'score-sheets/draft', { ...sheet, cells, person });
const handIn = (more: object = {}) => system.post(office, 'score-sheets/hand-in', { ...sheet, ...more });

describe('clause C-3.5 over HTTP: the month’s sheet as a township fills it', () => {
  it('shows everybody on post, by name to the township and the county, without names above', async () => {
    expect((await read()).body).toMatchObject({
      caseId: `scores:${township}:${month}`,
      stage: 'scoring',
      mayFill: true,
      counts: { all: 3, toScore: 3, open: 3 },
    });
    expect(await linesOf()).toMatchObject([
      {
        cadre: 'D1',
        name: '赵一',
        villageName: '西垴头村',
        roleName: '工作队队员',
        state: 'open',
        operation: 'score',
        changeable: true,
      },
      { cadre: 'D2', name: null },
      { cadre: 'D3' },
    ]);
    expect((await read(county)).body).toMatchObject({ mayFill: false, lines: [{ name: '赵一' }, {}, {}] });
    expect(await linesOf('stationing-office:14')).toMatchObject([{ cadre: 'D1', name: null }, {}, {}]);
    expect(await linesOf('dispatching-unit:140423:U01')).toEqual([]);
    expect(await read(office, '140423101')).toMatchObject({ status: 404, body: { code: 'UNKNOWN_SUBJECT' } });
  });

  it('beside the scores stand attendance, leave, absence, duties and checks, each from where it was recorded', async () => {
    const beside = async (as = office) =>
      (await system.get(as, `score-sheets/evidence?township=${township}&month=${month}`)).body['items'] as Beside[];
    const [third, fourth, fifth] = [2, 3, 4].map((days) => addDays(since, days));
    const marked = {
      days: [
        { on: third, mark: 'on-post', night: true },
        { on: fourth, mark: 'business' },
      ],
      occurredOn: fourth,
    };
    const posting = `postings/posting:${township}:D1:1`;
    expect(await system.post('village-party-secretary:140423100204', `${posting}/attendance`, marked)).toMatchObject({
      status: 200,
    });
    expect(await system.post(office, `${posting}/absence`, { occurredOn: fifth })).toMatchObject({ status: 200 });
    let [first, second] = await beside();
    for (let left = 100; first?.duties.length === 0 && left > 0; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      [first, second] = await beside();
    }
    expect(first).toMatchObject({ cadre: 'D1', presence: { onPost: 1, business: 1, nights: 1, absent: 1, leave: 0 } });
    expect(first?.presence.unmarked).not.toContain(third);
    expect(second).toMatchObject({ cadre: 'D2', presence: { onPost: 0, nights: 0, absent: 0 } });
    expect(second?.presence.unmarked.length).toBeGreaterThan(15);
    expect(first?.duties).toContainEqual(expect.objectContaining({ duty: 'five-days', isOwn: true, state: 'open' }));
    expect(first?.duties).toContainEqual(expect.objectContaining({ duty: 'broadcast', isOwn: false }));
    expect(await beside('dispatching-unit:140423:U01')).toEqual([]);
    expect((await beside('village-party-secretary:140423100204')).map(({ cadre }) => cadre)).toEqual([
      'D1',
      'D2',
      'D3',
    ]);
    expect(await beside('village-party-secretary:140423100201')).toEqual([]);
    expect(
      await system.get('party-committee:140423101', `score-sheets/evidence?township=${township}&month=${month}`),
    ).toMatchObject({
      status: 404,
    });
  });

  it('shows who is on post on a day', async () => {
    const { body } = await system.get(county, `postings/roster?territory=${township}&on=${since}`);
    expect(body).toMatchObject({
      on: since,
      total: 3,
      items: [{ cadre: 'D1', name: '赵一', postingCase: `posting:${township}:D1:1` }, {}, {}],
    });
    expect((await system.get(county, `postings/roster?on=2020-01-01`)).body).toMatchObject({ total: 0 });
  });

  it.each([
    ['a score over 100', [cell('D1', 'task', 101)], 422, 'OUT_OF_RANGE'],
    ['two decimals', [cell('D1', 'task', 90), cell('D1', 'presence', 88.25)], 422, 'OUT_OF_RANGE'],
    ['no number', [cell('D1', 'task', '优')], 400, 'INVALID_INPUT'],
    ['a stranger', [cell('X9', 'task', 90)], 404, 'UNKNOWN_SUBJECT'],
  ])('refuses a draft with %s, naming the clause and the cell', async (_what, cells, status, code) => {
    const answer = await save(cells);
    expect(answer).toMatchObject({
      status,
      body: { code, clause: 'C-3.5', field: expect.stringMatching(/^cells\.\d\./) },
    });
    expect((await draft()).body['cells']).toEqual([]);
  });

  it('keeps a draft for the township alone', async () => {
    expect(await save([cell('D1', 'task', 90)], 'K1', county)).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED' },
    });
    expect(await system.get(county, `score-sheets/draft?township=${township}&month=${month}`)).toMatchObject({
      status: 403,
    });
  });

  it('keeps each cell, and does not let two clerks overwrite each other', async () => {
    expect(await save([cell('D1', 'task', 90)], 'K2')).toMatchObject({
      status: 200,
      body: { cells: [{ cadre: 'D1', value: 90, version: 1, byName: '钱二' }] },
    });
    const second = await save([cell('D1', 'task', 70)]);
    expect(second).toMatchObject({
      status: 409,
      body: { code: 'CHANGED_MEANWHILE', field: 'cells.0.value', cells: [{ value: 90, version: 1 }] },
    });
    expect(second.body['detail']).toMatch(/〔D1〕任务完成已于.+由钱二改为90/);
    expect(await save([cell('D1', 'task', 92, 1), cell('D1', 'presence', 80), cell('D2', 'task', 60)])).toMatchObject({
      status: 200,
    });
  });

  it('hands in what is whole when asked to, and the rest later', async () => {
    const whole = await handIn();
    expect(whole).toMatchObject({ status: 422, body: { code: 'CONDITIONS_NOT_MET', clause: 'C-3.5' } });
    expect(whole.body['detail']).toContain('〔D2〕在岗履职；〔D3〕任务完成、在岗履职');
    expect(await handIn({ partial: true })).toMatchObject({
      status: 200,
      body: { scored: 1, corrected: 0, missing: [{ cadre: 'D2' }, { cadre: 'D3' }] },
    });
    expect(await linesOf()).toMatchObject([{ cadre: 'D1', state: 'scored', total: 87.2 }, { state: 'open' }, {}]);
    expect((await draft()).body['cells']).toMatchObject([
      { part: 'task', value: null, version: 3 },
      {},
      { cadre: 'D2', value: 60 },
    ]);
    await save([cell('D2', 'presence', 60), cell('D3', 'task', 70), cell('D3', 'presence', 70)]);
    expect(await handIn()).toMatchObject({ status: 200, body: { scored: 2, missing: [], ledger: 'written' } });
    expect((await read()).body).toMatchObject({ stage: 'complete', counts: { scored: 3, open: 0 } });
  });

  it('corrects a scored line with a reason', async () => {
    await save([cell('D1', 'task', 70, 3)]);
    expect(await handIn()).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT', field: 'reason' } });
    expect(await handIn({ reason: '录入有误' })).toMatchObject({ status: 200, body: { scored: 0, corrected: 1 } });
    expect(await linesOf()).toMatchObject([{ cadre: 'D1', total: 74 }, {}, {}]);
    expect(await handIn({ reason: '录入有误' })).toMatchObject({ status: 422, body: { code: 'CONDITIONS_NOT_MET' } });
  });

  it('is closed by the bulletin', async () => {
    const issue = () =>
      system.post(county, `assessments/assessment:140423:${month}/issue-bulletin`, { number: '襄驻办〔2026〕11号' });
    for (let left = 50; left > 0 && (await issue()).status !== 200; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    for (let left = 50; left > 0 && (await read()).body['closed'] === null; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await read()).body).toMatchObject({
      stage: 'closed',
      mayFill: false,
      closed: { bulletin: '襄驻办〔2026〕11号' },
    });
    expect(await save([cell('D1', 'task', 71, 5)])).toMatchObject({ status: 409, body: { code: 'CLOSED_PERIOD' } });
  });
});
