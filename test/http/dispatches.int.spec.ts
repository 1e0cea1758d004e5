import { addDays, civilDateOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { basePolicy, settingsOf } from '@duban/policy/settings/policy-set';
import { periodOf } from '@duban/policy/dates/natural-period';
import { startLiveSystem, type Answer, type LiveSystem } from '../setup/live-system';

const today: CivilDate = civilDateOf(new Date().toISOString());
const half = periodOf('half-month', today);
const month = periodOf('month', today);
const dispatch = `dispatch:140423:${half.id}`;
const bulletin = `work-bulletin:140423:${month.id}`;
const bureau = 'revitalization-bureau:140423';
const office = 'leading-group-office:140423';
const province = 'leading-group-office:14';
const township = 'party-committee:140423100';

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
  await system.post(province, 'cycles', {
    province: '14',
    year: Number(today.slice(0, 4)),
    title: '专项行动',
    counties: ['140423'],
    occurredOn: month.from,
    startsOn: month.from,
  });
  await until(
    async () =>
      (await system.get(bureau, `cases/${dispatch}`)).status === 200 &&
      (await system.get(office, `cases/${bulletin}`)).status === 200,
  );
  await until(async () =>
    ((await system.get(bureau, `cases/${dispatch}/timeline?limit=200`)).body['items'] as { name: string }[]).some(
      ({ name }) => name === 'placesRead',
    ),
  );
}, 90_000);
afterAll(() => system.stop(), 60_000);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let left = 200; !(await isSo()); left -= 1) {
    if (left === 0) throw new Error('it did not come to be');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const placeAt = (place: string, done: number, of = 10) => ({
  place,
  state: 'advancing',
  figures: [{ name: '应落实户', done, of }],
});
const body = (more: object = {}) => ({
  area: 'monitoring',
  summary: '按计划推进',
  places: [placeAt('140423100', 9), placeAt('140423101', 5)],
  ...more,
});
const file = (by: string, more: object = {}): Promise<Answer> =>
  system.post(by, `dispatches/${dispatch}/file-return`, body(more));
const itemsOf = (answer: Answer) => answer.body['items'] as Record<string, unknown>[];

describe('A-3.3 over HTTP: a half month’s dispatch', () => {
  it.each<[string, () => Promise<Answer>, number, string]>([
    ['a department that does not lead the area', () => file('department:140423:water'), 403, 'NOT_ALLOWED'],
    ['a township', () => file(township), 403, 'NOT_ALLOWED'],
    ['the city’s bureau', () => file('revitalization-bureau:1404'), 403, 'NOT_ALLOWED'],
    ['another county’s bureau', () => file('revitalization-bureau:140429'), 404, 'UNKNOWN_SUBJECT'],
    ['an unknown area', () => file(bureau, { area: 'weather' }), 400, 'INVALID_INPUT'],
    ['a figure of nothing', () => file(bureau, { places: [placeAt('140423100', 1, 0)] }), 400, 'INVALID_INPUT'],
    ['a negative figure', () => file(bureau, { places: [placeAt('140423100', -1)] }), 400, 'INVALID_INPUT'],
    ['a place elsewhere', () => file(bureau, { places: [placeAt('140429100', 1)] }), 404, 'UNKNOWN_SUBJECT'],
    ['a day to come', () => file(bureau, { occurredOn: '2099-01-01' }), 422, 'FUTURE_DATE'],
    [
      'a period that has not begun',
      () => system.post(bureau, 'dispatches/dispatch:140423:2999-01-H1/file-return', body()),
      404,
      'UNKNOWN_SUBJECT',
    ],
    [
      'reopening what is open',
      () => system.post('leading-group-office:1404', `dispatches/${dispatch}/reopen`, { until: today, reason: '补报' }),
      409,
      'WRONG_STAGE',
    ],
  ])('refuses %s', async (_title, act, status, code) => {
    const answer = await act();
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body['detail']).toMatch(/[一-鿿]/);
  });

  it('takes a return, says which places it leaves out, and shows the ledger with the ranks', async () => {
    const answer = await file(bureau);
    expect(answer).toMatchObject({ status: 200, body: { told: expect.stringContaining('140423102') } });
    expect((await file(bureau, { summary: '再报一次' })).body).toMatchObject({ code: 'ALREADY_DONE' });
    const rows = itemsOf(await system.get(office, `registers/dispatch?period=${half.id}&limit=200`)).filter(
      ({ caseId, key }) => caseId === dispatch && String(key).startsWith('place/monitoring/'),
    );
    expect(rows).toHaveLength(9);
    expect(rows).toContainEqual(
      expect.objectContaining({
        territory: '140423100',
        state: 'ranked',
        body: expect.objectContaining({ rank: 1, progress: 90 }),
      }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ territory: '140423102', state: 'missing', stateName: '未报' }),
    );
    expect(
      itemsOf(await system.get(township, `registers/dispatch?period=${half.id}`)).every(
        ({ territory }) => territory === '140423100',
      ),
    ).toBe(true);
    const counts = itemsOf(await system.get(office, `registers/dispatch-return/counts?by=state&territory=140423`));
    expect(counts).toContainEqual({ of: 'filed', state: 'filed', rows: 1, stateName: '按期报送' });
  });

  it('case 79: takes the lines of a department’s ledger, and finds two pupils out of school', async () => {
    const education = 'department:140423:education';
    const confirm = (line: object) =>
      system.post(education, `dispatches/${dispatch}/confirm-lines`, {
        lines: [{ policy: 'school-attendance', ...line }],
      });
    expect(await confirm({ none: 2 })).toMatchObject({ status: 400, body: { field: 'lines.0.why', clause: 'A-2.2' } });
    expect(await confirm({ none: -1, why: '正在劝返' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT' },
    });
    expect(await confirm({ none: 2, why: '正在劝返' })).toMatchObject({
      status: 200,
      body: { told: expect.stringContaining('未确认') },
    });
    const rows = itemsOf(
      await system.get(office, `registers/policy-line?period=${half.id}&owner=${education}&limit=100`),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({
        ...{ key: 'ledger/education/school-attendance', state: 'found', stateName: '已确认，存在问题' },
        body: expect.objectContaining({ none: 2, gap: 2 }),
      }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ key: 'ledger/education/free-tuition', state: 'pending', stateName: '待确认' }),
    );
  });

  it('takes the returns of all departments at once', async () => {
    const city = `dispatch:1404:${half.id}`;
    const returns = Object.entries(settingsOf(basePolicy).dispatchLeads).flatMap(([area, departments]) =>
      departments.map((department) => ({ area, department })),
    );
    const fileOne = (one: object) =>
      system.post('leading-group-office:1404', `dispatches/${city}/file-return`, {
        ...one,
        summary: '按计划推进',
        places: [placeAt('140423', 5)],
      });
    // As the answer asks: the same content again where the worker is too busy to answer in time.
    const filed = async (one: object): Promise<Answer> => {
      const answer = await fileOne(one);
      return answer.body['code'] === 'WORKER_AWAY' ? filed(one) : answer;
    };
    const answers = await Promise.all(returns.map(filed));
    expect(answers.filter(({ status }) => status !== 200).map(({ body: answer }) => answer)).toEqual([]);
    expect((await system.get('leading-group-office:1404', `cases/${city}`)).body).toMatchObject({
      listed: { owed: 35, filed: 35, missing: 0 },
    });
  }, 60_000);

  it('counts only closed half months for the year’s assessment', async () => {
    const items = itemsOf(await system.get(office, `dispatches/yearly?year=${today.slice(0, 4)}`));
    expect(items.every(({ progress, periods, missing }) => progress === null && periods === missing)).toBe(true);
    expect(await system.get(office, 'dispatches/yearly')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT' },
    });
  });

  it('names the registers there are to who asks for another', async () => {
    expect((await system.get(office, 'registers/moon')).body).toMatchObject({
      code: 'NOT_FOUND',
      detail: expect.stringContaining('dispatch（'),
    });
    expect(itemsOf(await system.get(office, 'registers')).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['dispatch', 'work-bulletin', 'area-interview', 'ground']),
    );
  });
});

describe('A-3.4 over HTTP: a month’s bulletin', () => {
  const issue = (by: string, more: object = {}) =>
    system.post(by, `work-bulletins/${bulletin}/issue`, {
      number: '襄巩固衔接办发〔2026〕11号',
      praised: [{ subject: '140423100', what: '政策落实到位' }],
      criticised: [{ subject: 'department:140423:water', what: '调度未报' }],
      ...more,
    });
  const bulletins = async (query: string) => itemsOf(await system.get(office, `bulletins?${query}`));

  it.each<[string, () => Promise<Answer>, number, string]>([
    ['a person', () => issue(office, { criticised: [{ subject: 'C001', what: '落后' }] }), 400, 'INVALID_INPUT'],
    [
      'a village',
      () => issue(office, { criticised: [{ subject: '140423100201', what: '落后' }] }),
      400,
      'INVALID_INPUT',
    ],
    ['the stationing office issuing it', () => issue('stationing-office:140423'), 403, 'NOT_ALLOWED'],
    ['the city issuing it', () => issue('leading-group-office:1404'), 403, 'NOT_ALLOWED'],
    [
      'a follow-up before it is issued',
      () => system.post(office, `work-bulletins/${bulletin}/follow-up`, { line: 'C1', what: '督导' }),
      409,
      'WRONG_STAGE',
    ],
  ])('refuses %s', async (_title, act, status, code) =>
    expect(await act()).toMatchObject({ status, body: { code, detail: expect.stringMatching(/[一-鿿]/) } }),
  );

  it('is printed as published and as corrected, with names for codes', async () => {
    expect((await issue(office)).status).toBe(200);
    const first = await bulletins(`caseId=${bulletin}`);
    expect(first).toMatchObject([{ corrects: null, text: expect.stringContaining('襄垣县水利部门：调度未报') }]);
    expect(first[0]?.['text']).toContain('〔2026〕11号');
    const correction = { number: '襄巩固衔接办发〔2026〕12号', line: 'C1', withdraw: true, reason: '已按时报送' };
    expect((await system.post(office, `work-bulletins/${bulletin}/correct`, correction)).status).toBe(200);
    const [second, published] = await bulletins('process=work-bulletin');
    expect(second).toMatchObject({ corrects: '襄巩固衔接办发〔2026〕11号', text: expect.stringContaining('三、撤销') });
    expect(published?.['text']).toBe(first[0]?.['text']);
    expect(await bulletins('process=monthly-assessment')).toEqual([]);
    const copies = itemsOf(await system.get(office, `cases/${bulletin}/timeline?limit=200`)).filter(
      ({ recipients }) => String(recipients) === 'department:140423:water',
    );
    expect(copies.map(({ what }) => what)).toEqual([
      expect.stringMatching(/通报$/),
      expect.stringMatching(/更正通报$/),
    ]);
  });

  it('fulfils the month’s duty of the office', async () =>
    until(async () =>
      itemsOf(await system.get(office, `duties?duty=county-bulletin&period=${month.id}`)).some(
        ({ fulfilled }) => fulfilled === 1,
      ),
    ));
});

describe('A-3.5 over HTTP: an interview of a city', () => {
  const summon = (by: string, more: object = {}) =>
    system.post(by, 'area-interviews', {
      office: 'party-committee:1404',
      clause: 'A-3.5',
      because: '政策落实不到位',
      invited: ['discipline-commission'],
      plannedOn: addDays(today, 5),
      ...more,
    });

  it.each<[string, () => Promise<Answer>, number, string]>([
    ['a county summoning', () => summon(office), 403, 'NOT_ALLOWED'],
    ['a township summoned', () => summon(province, { office: township }), 400, 'INVALID_INPUT'],
    ['a clause that asks for none', () => summon(province, { clause: 'A-2.1' }), 400, 'INVALID_INPUT'],
    ['a day gone by', () => summon(province, { plannedOn: addDays(today, -1) }), 422, 'OUT_OF_RANGE'],
  ])('refuses %s', async (_title, act, status, code) => expect(await act()).toMatchObject({ status, body: { code } }));

  it('is held, its commitments have dates, and no second one is opened meanwhile', async () => {
    expect(await summon(province)).toMatchObject({
      status: 201,
      body: { caseId: 'area-interview:1404:party-committee:1' },
    });
    await until(async () => (await system.get(province, 'cases/area-interview:1404:party-committee:1')).status === 200);
    expect((await summon(province, { because: '另一情形' })).body).toMatchObject({ code: 'ALREADY_DONE' });
    const held = await system.post('province-group:14', 'area-interviews/area-interview:1404:party-committee:1/hold', {
      minutes: '指出问题',
      attended: ['party-committee:1404'],
      commitments: [{ id: 'K1', what: '整改到位', due: addDays(today, 10) }],
    });
    expect(held).toMatchObject({
      status: 200,
      body: { stage: 'following-up', told: expect.stringContaining('省纪委监委') },
    });
    const deadlines = itemsOf(
      await system.get('leading-group-office:1404', 'deadlines?process=area-interview&state=open'),
    );
    expect(deadlines).toMatchObject([{ due: addDays(today, 10), ownerName: '长治市委' }]);
  });
});
