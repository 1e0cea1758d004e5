import { civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type Answer, type LiveSystem } from '../setup/live-system';

const today = civilDateOf(new Date().toISOString());
const year = today.slice(0, 4);
const township = 'party-committee:140423100';
const bureau = 'revitalization-bureau:140423';
const village = '140423100204';

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 90_000);
afterAll(() => system.stop(), 60_000);

const itemsOf = (answer: Answer) => answer.body['items'] as Record<string, unknown>[];
const enter = (by: string, kind: string, body: object, headers?: Record<string, string>) =>
  system.post(by, `registers/${kind}`, { territory: village, ...body }, headers);
const award = (more: object = {}) => ({ year, household: 'H001', award: 'orchard', mu: 2, yuan: 3600, ...more });
const idOf = (answer: Answer): string => (answer.body['entries'] as string[])[0] ?? '';

describe('registers kept by hand, over HTTP', () => {
  it.each<[string, () => Promise<Answer>, number, string]>([
    ['a wrong office', () => enter('stationing-office:140423', 'award-per-mu', award()), 403, 'NOT_ALLOWED'],
    [
      'a village of another township',
      () => enter(township, 'award-per-mu', { ...award(), territory: '140423101200' }),
      404,
      'UNKNOWN_SUBJECT',
    ],
    ['an unknown register', () => enter(township, 'moon', award()), 404, 'NOT_FOUND'],
    ['another rate', () => enter(township, 'award-per-mu', award({ yuan: 3601 })), 422, 'OUT_OF_RANGE'],
    ['negative money', () => enter(township, 'award-per-mu', award({ yuan: -1 })), 400, 'INVALID_INPUT'],
    ['absurd money', () => enter(township, 'award-per-mu', award({ yuan: 1e13 })), 400, 'INVALID_INPUT'],
    ['an unknown field', () => enter(township, 'award-per-mu', award({ colour: 'red' })), 400, 'INVALID_INPUT'],
    [
      'a place of another level',
      () => enter(township, 'linking-funds', { year, total: 1, industry: 1, monitored: 0, monitoredMet: 0 }),
      422,
      'INVALID_INPUT',
    ],
    ['a day to come', () => enter(township, 'award-per-mu', award({ occurredOn: '2099-01-01' })), 422, 'FUTURE_DATE'],
  ])('refuse %s', async (_title, act, status, code) => {
    const answer = await act();
    expect(answer.body['code']).toBe(code);
    expect(answer.body['detail']).toMatch(/[一-鿿]/);
    expect([status, 400]).toContain(answer.status);
  });

  it('are changed by the office that made the entry, and by none beside it', async () => {
    const id = idOf(await enter(township, 'award-per-mu', award({ household: 'H777' })));
    const neighbour = 'party-committee:140423101';
    const moved = { ...award({ household: 'H777' }), territory: '140423101200', reason: '应归本乡' };
    const path = `registers/award-per-mu/${id}`;
    expect(await system.post(neighbour, `${path}/correct`, moved)).toMatchObject({ status: 404 });
    expect(await system.post(neighbour, `${path}/withdraw`, { reason: '应归本乡' })).toMatchObject({ status: 404 });
    const beside = { ...award({ household: 'H777' }), territory: village, reason: '代为更正' };
    expect(await system.post('village-committee:140423100205', `${path}/correct`, beside)).toMatchObject({
      body: { code: expect.stringMatching(/NOT_ALLOWED|UNKNOWN_SUBJECT/) as string },
    });
    expect(await system.post(bureau, `${path}/correct`, { ...beside, reason: '县级核对后更正' })).toMatchObject({
      status: 200,
    });
    expect(await system.post(township, `${path}/withdraw`, { reason: '重复登记' })).toMatchObject({ status: 200 });
  });

  it('enter once under one key, and refuse the key for something else', async () => {
    const key = { 'idempotency-key': 'award-H001-once' };
    const [first, second] = [
      await enter(township, 'award-per-mu', award(), key),
      await enter(township, 'award-per-mu', award(), key),
    ];
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect((await enter(township, 'award-per-mu', award({ mu: 1, yuan: 1800 }), key)).body).toMatchObject({
      code: 'KEY_REUSED',
    });
    expect(itemsOf(await system.get(township, 'registers/award-per-mu'))).toHaveLength(1);
  });

  it('correct with the whole entry and a reason, the first standing in its history; withdrawn it is gone from the list', async () => {
    const id = idOf(await enter(township, 'award-per-mu', award({ household: 'H002' })));
    const corrected = await system.post(township, `registers/award-per-mu/${id}/correct`, {
      territory: village,
      ...award({ household: 'H002', mu: 3, yuan: 5400 }),
      reason: '亩数录错',
    });
    expect(corrected.status).toBe(200);
    expect((await system.post(township, `registers/award-per-mu/${id}/withdraw`, { reason: '重复发放' })).status).toBe(
      200,
    );
    expect(itemsOf(await system.get(township, 'registers/award-per-mu')).map(({ key }) => key)).not.toContain(id);
    const history = itemsOf(await system.get(township, `registers/award-per-mu/${id}/history`));
    expect(history.map(({ actionName, reason }) => `${actionName} ${reason}`)).toEqual([
      '登记 null',
      '更正 亩数录错',
      '撤销 重复发放',
    ]);
    expect(
      (await system.post(township, `registers/award-per-mu/${id}/withdraw`, { reason: '再次撤销' })).body,
    ).toMatchObject({ code: 'UNKNOWN_SUBJECT' });
    expect((await system.get('party-committee:140423101', `registers/award-per-mu/${id}/history`)).status).toBe(404);
  });

  it('take a list whole or not at all, and name the line that is wrong', async () => {
    const line = (household: string, yuan: number) => ({ territory: village, year, household, yuan });
    const wrong = await system.post(bureau, 'registers/courtyard-award/batch', {
      entries: [line('H1', 1500), line('H1', 600)],
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'OUT_OF_RANGE', field: 'entries.1.yuan' } });
    expect(itemsOf(await system.get(bureau, 'registers/courtyard-award'))).toEqual([]);
    expect(
      (await system.post(bureau, 'registers/courtyard-award/batch', { entries: [line('H1', 1500), line('H2', 600)] }))
        .body['entries'],
    ).toHaveLength(2);
    const totals = itemsOf(await system.get(bureau, `registers/courtyard-award/totals?year=${year}`));
    expect(totals).toEqual([
      { name: '庭院经济奖补', unit: '元', value: 2100, before: null },
      { name: '受奖户数', unit: '户', value: 2, before: null },
    ]);
  });

  it('never take more than the clause allows, however many offices enter at once', async () => {
    const at = (yuan: number) =>
      system.post(township, 'registers/courtyard-award', { territory: village, year, household: 'H9', yuan });
    const answers = await Promise.all([at(900), at(901), at(902), at(903)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
  });

  it('B-2.2.3: find what is wrong with the posts of a county', async () => {
    const post = {
      post: 'G1',
      name: '保洁员',
      funding: '光伏收益',
      people: 1,
      duties: '村内保洁',
      hours: '每日',
      wage: 500,
      manager: '村委会',
      decision: '纪要',
    };
    await enter(township, 'welfare-post', post);
    const holder = {
      worker: 'P1',
      post: 'G1',
      priority: true,
      age: 40,
      fit: true,
      contract: '协议',
      from: '2026-01-01',
    };
    expect((await enter(township, 'post-holder', holder)).status).toBe(201);
    expect((await enter(township, 'post-holder', holder)).body).toMatchObject({ entries: expect.anything() });
    expect((await enter(township, 'post-holder', { ...holder, contract: '另一份' })).body).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      clause: 'B-2.2.3',
    });
    const findings = itemsOf(await system.get(bureau, 'registers/welfare-post/findings'));
    expect(findings.map(({ text }) => text)).toEqual(
      expect.arrayContaining([expect.stringContaining('岗位虚设'), expect.stringContaining('监管部门')]),
    );
    expect(itemsOf(await system.get('revitalization-bureau:140429', 'registers/welfare-post/findings'))).toEqual([]);
    await system.post(bureau, 'registers/post-department', { territory: '140423', department: '县人社局' });
    const ofTownship = itemsOf(await system.get(township, 'registers/welfare-post/findings')).map(({ text }) => text);
    expect(ofTownship).toContainEqual(expect.stringContaining('岗位虚设'));
    expect(ofTownship).not.toContainEqual(expect.stringContaining('监管部门'));
    const sheet = (await system.get('village-committee:140423100204', 'registers/welfare-post/sheet')).body;
    expect(sheet['lines']).toEqual([expect.stringContaining('保洁员（G1）：设岗1人')]);
    expect((await system.get(bureau, 'registers/project/sheet')).status).toBe(404);
  });

  it('C-3.6: show each cadre’s allowance to its county and its own unit', async () => {
    const unit = 'dispatching-unit:140423:U07';
    await system.post('stationing-office:140423', 'postings', {
      cadreId: 'A1',
      village,
      unit,
      senderLevel: 'county',
      role: 'member',
      postedOn: '2026-03-10',
      occurredOn: '2026-03-10',
      bornOn: '1988-05-01',
      education: 'bachelor',
      identity: 'ok',
      annualAssessments: [2023, 2024, 2025].map((year) => ({ year, grade: 'competent' })),
    });
    const of = async (office: string) => itemsOf(await system.get(office, 'allowances?month=2026-03'));
    expect(await of('stationing-office:140423')).toMatchObject([{ cadre: 'A1', posted: 22, days: 22, yuan: 1100 }]);
    expect(await of(unit)).toHaveLength(1);
    expect(await of('dispatching-unit:140423:U08')).toEqual([]);
  });
});
