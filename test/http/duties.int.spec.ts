import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { chineseSpan, periodOf } from '@duban/policy/dates/natural-period';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const county = 'stationing-office:140423';
const township = 'party-committee:140423100';
const unit = 'dispatching-unit:140423:U07';
const today = civilDateOf(new Date().toISOString());
const month = periodOf('month', today);
const sheet = `duties:140423100:${month.id}`;
const countySheet = `duties:140423:${month.id}`;
const yearSheet = `duties:140423:${today.slice(0, 4)}`;
const quarterSheet = `duties:140423:${periodOf('quarter', today).id}`;

/** What a village's sheet says every month. */
const parts = { cleaned: true, rubbish: true, ponds: true, manure: true, unseparated: 0 };

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
  await system.post(county, 'postings', {
    ...{
      cadreId: 'D1',
      village: '140423100204',
      unit,
      senderLevel: 'county',
      role: 'member',
      postedOn: month.from,
      occurredOn: month.from,
    },
    ...{
      bornOn: '1988-05-01',
      education: 'bachelor',
      annualAssessments: [1, 2, 3].map((back) => ({ year: Number(month.from.slice(0, 4)) - back, grade: 'competent' })),
    },
  });
  await system.post(township, 'registers/village-sheet', { territory: '140423100204', month: month.id, ...parts });
  const cycle = {
    province: '14',
    year: Number(today.slice(0, 4)),
    title: '专项行动',
    counties: ['140423'],
    occurredOn: month.from,
    startsOn: month.from,
  };
  await system.post('leading-group-office:14', 'cycles', cycle);
  for (let left = 150; ((await duties(township)).length < 1 || (await duties(unit)).length < 1) && left > 0; left -= 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
}, 60_000);
afterAll(() => system.stop(), 60_000);

const duties = async (office: string, query = '') =>
  ((await system.get(office, `duties?limit=200${query}`)).body['items'] ?? []) as Record<string, unknown>[];
const lineOf = async (office: string, duty: string, ower: string) =>
  (await duties(office, `&duty=${duty}`))
    .flatMap(({ lines }) => lines as Record<string, unknown>[])
    .find((line) => line['ower'] === ower);
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let left = 100; !(await isSo()) && left > 0; left -= 1) await new Promise((resolve) => setTimeout(resolve, 100));
}
const record = (office: string, caseId: string, body: object) => system.post(office, `duties/${caseId}/record`, body);

describe('RULES 7 over HTTP: recurring duties', () => {
  it('are listed in a catalogue with clause, cadence and amount', async () => {
    const { body } = await system.get(township, 'duties/catalogue');
    expect(body['items']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'training',
          clause: 'C-2.2',
          cadence: 'year',
          amount: 12,
          cadenceName: '每年',
          measureName: '天',
        }),
      ]),
    );
  });

  it('are recorded and counted line by line', async () => {
    const answer = await record(township, sheet, { duty: 'township-study', note: '党委会研究' });
    expect(answer).toMatchObject({ status: 200, body: { caseId: sheet, stageName: '履职登记中' } });
    const [study] = await duties(township, `&duty=township-study&period=${month.id}`);
    expect(study).toMatchObject({
      owed: 1,
      fulfilled: 1,
      missing: 0,
      clause: 'C-3.1',
      lines: [{ stateName: '已完成', doneOn: today }],
    });
    const fulfilment = await system.get(county, `duties/fulfilment?by=duty&territory=140423100&period=${month.id}`);
    expect(fulfilment.body['items']).toEqual(
      expect.arrayContaining([expect.objectContaining({ of: 'township-study', name: '研究驻村帮扶工作', rate: 1 })]),
    );
    const areas = await system.get(county, `duties/fulfilment?by=area&territory=140423100&period=${month.id}`);
    expect(areas.body['items']).toEqual([expect.objectContaining({ of: '140423100', name: '古韩镇' })]);
  });

  it('case 80: count what was entered in their register, and name who is left out', async () => {
    const standing = async () => (await duties(township, `&duty=village-sheets&period=${month.id}`))[0];
    const lineOf = (row: Record<string, unknown> | undefined) => (row?.['lines'] as Record<string, unknown>[])?.[0];
    const isRead = async () => (lineOf(await standing())?.['done'] ?? 0) !== 0;
    for (let left = 100; !(await isRead()) && left > 0; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const lacking = lineOf(await standing())?.['lacking'] as string[];
    expect(lacking).toEqual(['140423100208', '140423100209', '140423100210']);
    expect(await record(township, sheet, { duty: 'village-sheets', covered: 1, of: 1 })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', detail: expect.stringContaining('台账') },
    });
  });

  it('show a dispatching unit what it owes itself, and nothing else', async () => {
    const owners = new Set((await duties(unit)).map(({ owner }) => owner));
    expect([...owners]).toEqual([unit]);
    expect(await record(unit, countySheet, { duty: 'county-unit-visit', ower: 'leader-in-charge' })).toMatchObject({
      status: 200,
    });
  });

  it('C-3.6: insurance is recorded by its days and names who has a gap', async () => {
    const body = { duty: 'insurance', ower: 'D1', from: addDays(month.from, 4) };
    const found = () => lineOf(unit, 'insurance', 'D1');
    await until(async () => (await found()) !== undefined);
    expect(await record(unit, yearSheet, { ...body, from: undefined, covered: 1, of: 1 })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', detail: expect.stringContaining('保险的起止日期') },
    });
    expect(await record(unit, yearSheet, body)).toMatchObject({ status: 200 });
    const first = chineseSpan({ from: month.from, to: addDays(month.from, 3) });
    await until(async () => (await found())?.['covers'] !== undefined);
    expect(await found()).toMatchObject({ state: 'open', lacking: [first], covers: [{ from: body.from, to: null }] });
    await record(unit, yearSheet, { ...body, from: month.from, to: addDays(month.from, 3) });
    await until(async () => (await found())?.['state'] !== 'open');
    expect(await found()).not.toHaveProperty('lacking');
  });

  it('C-3.6: a misfortune that was recorded owes a visit, and says nowhere what it was', async () => {
    const misfortune = (by: string, body: object) => system.post(by, `duties/${yearSheet}/misfortune`, body);
    expect(await misfortune(unit, { cadre: 'D1', what: '住院' })).toMatchObject({ status: 400 });
    // Whom nobody knows may have come since the roster was read: it is read again, and owes nothing until he is found.
    const unknown = await misfortune(unit, { cadre: 'D9' });
    expect(unknown).toMatchObject({ status: 200, body: { told: expect.stringContaining('重新核对花名册') } });
    expect(await duties(unit, '&duty=misfortune-visit')).toEqual([]);
    expect(await misfortune(unit, { cadre: 'D1' })).toMatchObject({ status: 200 });
    await until(async () => (await duties(unit, '&duty=misfortune-visit')).length > 0);
    const [owed] = await duties(unit, '&duty=misfortune-visit');
    expect(owed).toMatchObject({ due: addDays(today, 7), owner: unit, lines: [{ ower: 'D1', state: 'open' }] });
    const visited = { duty: 'misfortune-visit', ower: 'D1', period: owed?.['period'] };
    expect(await record(county, yearSheet, { ...visited, unit })).toMatchObject({ status: 200 });
    await until(async () => (await duties(unit, '&duty=misfortune-visit&missing=true')).length === 0);
  });

  it('A-4.1: a leader who was registered owes the quarter’s supervision by name', async () => {
    const province = 'party-committee:14';
    const leader = { leader: 'L2', level: 'province', from: month.from, territory: '140423' };
    expect(await system.post(province, 'registers/liaison-leader', leader)).toMatchObject({ status: 201 });
    const supervised = { duty: 'liaison-supervision', ower: 'L2' };
    const answer = await record(province, quarterSheet, supervised);
    expect(answer).toMatchObject({ status: 200 });
    const found = () => lineOf(province, 'liaison-supervision', 'L2');
    await until(async () => (await found()) !== undefined);
    expect(await found()).toMatchObject({ state: 'fulfilled', doneOn: today });
    expect(await record('party-committee:1404', quarterSheet, supervised)).toMatchObject({ status: 403 });
  });

  it.each([
    [
      'an amount below zero',
      () => record(township, sheet, { duty: 'five-days', ower: 'D1', amount: -3 }),
      400,
      'INVALID_INPUT',
    ],
    [
      'an absurd amount',
      () => record(township, sheet, { duty: 'five-days', ower: 'D1', amount: 400 }),
      422,
      'OUT_OF_RANGE',
    ],
    ['a duty nobody knows', () => record(township, sheet, { duty: 'sleep' }), 400, 'INVALID_INPUT'],
    [
      'the county’s duty on a township’s sheet',
      () => record(township, sheet, { duty: 'spot-quiz' }),
      404,
      'UNKNOWN_SUBJECT',
    ],
    [
      'a period not on the sheet',
      () => record(township, sheet, { duty: 'township-study', period: '2020-01' }),
      404,
      'UNKNOWN_SUBJECT',
    ],
    [
      'another township',
      () => record('party-committee:140423101', sheet, { duty: 'township-study' }),
      404,
      'UNKNOWN_SUBJECT',
    ],
    [
      'another unit',
      () => record(unit, countySheet, { duty: 'unit-head-visit', unit: 'dispatching-unit:140423:U08' }),
      404,
      'UNKNOWN_SUBJECT',
    ],
    [
      'the township excusing itself',
      () => system.post(township, `duties/${sheet}/excuse`, { duty: 'township-study', reason: '忙于防汛' }),
      403,
      'NOT_ALLOWED',
    ],
    [
      'reopening what is open',
      () => system.post(county, `duties/${sheet}/reopen`, { until: today, reason: '误操作' }),
      409,
      'WRONG_STAGE',
    ],
    [
      'a future day',
      () => record(township, sheet, { duty: 'township-study', occurredOn: '2099-01-01' }),
      422,
      'FUTURE_DATE',
    ],
    ['opening a sheet by hand', () => system.post(county, 'duties', {}), 404, 'NOT_FOUND'],
  ])('refuse %s', async (_title, act, status, code) => {
    const answer = await act();
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body['detail']).toMatch(/[一-鿿]/);
  });

  it('name the fields of a wrong query', async () => {
    expect(await system.get(county, 'duties/fulfilment?by=moon')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT', detail: expect.stringContaining('office（单位）') },
    });
  });
});
