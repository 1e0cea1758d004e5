import { verifyChain } from '@duban/persistence/verify-chain';
import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const township = 'party-committee:140423100';
const village = 'village-committee:140423100201';
const bureau = 'revitalization-bureau:140423';
const elsewhere = 'party-committee:140425100';
const today = civilDateOf(new Date().toISOString());
const lead = (id: string) => ({ householdId: id, village: '140423100201', kind: 'marginal', source: 'self-report' });
const able = { labour: 'full', wishesToWork: true, wholeHouseholdWithoutLabour: false };

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(() => system.stop(), 60_000);

const report = async (id: string, more: object = {}): Promise<string> => {
  const answer = await system.post(township, 'households', { ...lead(id), ...more });
  expect(answer).toMatchObject({ status: 201, body: { ledger: 'written' } });
  return answer.body['caseId'] as string;
};
const entriesOf = async (caseId: string): Promise<Record<string, unknown>[]> =>
  (await system.get(township, `cases/${caseId}/timeline?limit=200`)).body['items'] as Record<string, unknown>[];

describe('clause A-2.1 over HTTP: a household is found, identified, planned for and helped', () => {
  it('shows each step in the ledger as soon as it is answered', async () => {
    const caseId = await report('A1', { occurredOn: addDays(today, -3) });
    expect((await system.get(township, `cases/${caseId}`)).body).toMatchObject({
      stage: 'reported',
      deadlines: [{ id: 'identification', due: addDays(today, 12), state: 'open', ownerName: '古韩镇党委' }],
    });
    await system.post(village, `households/${caseId}/village-review`, { occurredOn: addDays(today, -2) });
    await system.post(township, `households/${caseId}/township-check`, { occurredOn: addDays(today, -1) });
    expect(await system.post(bureau, `households/${caseId}/identify`, able)).toMatchObject({
      status: 200,
      body: { stage: 'identified' },
    });
    const { deadlines } = (await system.get(township, `cases/${caseId}`)).body as {
      deadlines: { id: string; due: string; state: string }[];
    };
    expect(Object.fromEntries(deadlines.map(({ id, due, state }) => [id, [due, state]]))).toEqual({
      identification: [addDays(today, 12), 'met'],
      plan: [addDays(today, 10), 'open'],
      measures: [addDays(today, 25), 'open'],
    });
    expect(await verifyChain(system.dataSource, caseId)).toMatchObject({ intact: true, waiting: 0 });
  });

  it('explains a date by the clause and every day counted', async () => {
    const caseId = await report('A2');
    const answer = await system.get(township, `cases/${caseId}/deadlines/identification/explanation`);
    expect(answer.body).toMatchObject({
      clause: 'A-2.1',
      due: addDays(today, 15),
      days: [
        { counted: false, days: 1 },
        { counted: true, days: 15 },
      ],
    });
    expect(answer.body['clauseWords']).toContain('15 天内履行认定程序');
  });

  it('announces what is owed in the inbox of who owes it', async () => {
    const caseId = await report('A3');
    await system.dataSource.query('UPDATE notices SET deliver_at = at');
    const { items } = (await system.get(township, 'inbox?limit=200')).body as {
      items: { caseId: string; kind: string }[];
    };
    expect(items).toContainEqual(expect.objectContaining({ caseId, kind: 'deadline-started' }));
  });

  it('escalates at once, in order and once, what was overdue before it was recorded', async () => {
    const caseId = await report('A4', { occurredOn: addDays(today, -19) });
    const fired = (await entriesOf(caseId)).filter((entry) => entry['name'] === 'rung-fired');
    expect(fired.map((entry) => (entry['detail'] as { rung: number }).rung)).toEqual([1, 3]);
  });
});

describe('nothing is done twice', () => {
  it('the same key gives the same answer and one entry', async () => {
    const caseId = await report('B1');
    const once = await system.post(
      village,
      `households/${caseId}/visit`,
      { note: '走访' },
      { 'idempotency-key': 'v1' },
    );
    const twice = await system.post(
      village,
      `households/${caseId}/visit`,
      { note: '走访' },
      { 'idempotency-key': 'v1' },
    );
    expect(twice.body).toEqual(once.body);
    expect((await entriesOf(caseId)).filter((entry) => entry['name'] === 'visit')).toHaveLength(1);
  });

  it('the same key with another body is a conflict', async () => {
    const caseId = await report('B2');
    await system.post(village, `households/${caseId}/visit`, { note: '甲' }, { 'idempotency-key': 'v1' });
    expect(
      await system.post(village, `households/${caseId}/visit`, { note: '乙' }, { 'idempotency-key': 'v1' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'KEY_REUSED' },
    });
  });

  it('opening the same household twice gives the same case, or a refusal when it says something else', async () => {
    const caseId = await report('B3');
    expect(await report('B3')).toBe(caseId);
    expect(await system.post(township, 'households', { ...lead('B3'), source: 'cadre-check' })).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_DONE' },
    });
  });

  it('two officers at once: both recorded, the second told', async () => {
    const caseId = await report('B4');
    await system.post(village, `households/${caseId}/village-review`);
    const answers = await Promise.all([
      system.post(township, `households/${caseId}/township-check`, { person: 'P1', note: '甲查' }),
      system.post(township, `households/${caseId}/township-check`, { person: 'P2', note: '乙查' }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers.filter((answer) => answer.body['told'] !== undefined)).toHaveLength(1);
    expect((await entriesOf(caseId)).filter((entry) => entry['name'] === 'townshipCheck')).toHaveLength(2);
  });
});

describe('wrong input is answered in words, and nothing is lost', () => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await report('C1');
  });
  const at = (operation: string): string => `households/${caseId}/${operation}`;

  it.each([
    [
      'a date in the future',
      () => system.post(bureau, at('end'), { cause: 'death', reason: '测试', occurredOn: addDays(today, 1) }),
      422,
      'FUTURE_DATE',
    ],
    [
      'a date before the case began',
      () => system.post(bureau, at('end'), { cause: 'death', reason: '测试', occurredOn: addDays(today, -1) }),
      422,
      'BEFORE_BEGINNING',
    ],
    [
      'an unknown household',
      () => system.post(village, 'households/household:140423100:NONE:1/visit'),
      404,
      'UNKNOWN_SUBJECT',
    ],
    [
      'an unknown county',
      () =>
        system.post('leading-group-office:14', 'listings', {
          county: '149999',
          grounds: [{ kind: 'national-exam', what: '反馈问题' }],
          problems: [{ id: 'P1', what: '两村季节性缺水' }],
          liaisonLeaders: [{ person: 'L1', office: 'party-committee:1404' }],
        }),
      404,
      'UNKNOWN_SUBJECT',
    ],
    [
      'an unknown township',
      () => system.post(bureau, 'households', { ...lead('C2'), village: '140423999201' }),
      404,
      'UNKNOWN_SUBJECT',
    ],
    ['an unknown field', () => system.post(township, 'households', { ...lead('C3'), speed: 1 }), 400, 'INVALID_INPUT'],
    ['malformed JSON', () => system.post(township, 'households', '{"householdId":'), 400, 'INVALID_INPUT'],
    [
      'two megabytes',
      () => system.post(township, 'households', `{"note":"${'x'.repeat(2_000_000)}"}`),
      413,
      'TOO_LARGE',
    ],
    ['another office than the clause names', () => system.post(township, at('identify'), able), 403, 'NOT_ALLOWED'],
    ["another township's household", () => system.post(elsewhere, at('visit')), 404, 'UNKNOWN_SUBJECT'],
    ['identification before review and check', () => system.post(bureau, at('identify'), able), 409, 'WRONG_STAGE'],
    [
      'suspension where it is not switched on',
      () => system.post('leading-group-office:140423', at('suspend'), { reason: 'flood' }),
      422,
      'SWITCHED_OFF',
    ],
    [
      'extension where it is not switched on',
      () =>
        system.post('leading-group-office:140423', at('extend'), {
          deadline: 'identification',
          days: 5,
          reason: '情况特殊',
        }),
      422,
      'SWITCHED_OFF',
    ],
    ['an operation that does not exist', () => system.post(township, at('abolish')), 404, 'NOT_FOUND'],
    [
      'a deadline that does not exist',
      () => system.get(township, `cases/${caseId}/deadlines/nothing/explanation`),
      404,
      'UNKNOWN_SUBJECT',
    ],
    ['an unknown filter', () => system.get(township, 'cases?colour=red'), 400, 'INVALID_INPUT'],
    ["another territory's list", () => system.get(township, 'cases?territory=140425'), 404, 'UNKNOWN_SUBJECT'],
  ])('%s', async (_title, ask, status, code) => {
    const before = await entriesOf(caseId);
    const answer = await ask();
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer).toMatchObject({ status, body: { code, status } });
    expect(answer.body['detail']).toMatch(/[\u4e00-\u9fa5]{4,}/);
    expect(await entriesOf(caseId)).toEqual(before);
  });

  it('a malformed token, and none', async () => {
    const without = await fetch(`${system.url}/api/v1/cases`);
    const malformed = await fetch(`${system.url}/api/v1/cases`, { headers: { authorization: 'Bearer nonsense' } });
    expect([without.status, malformed.status]).toEqual([401, 401]);
  });

  it('an act on an ended case', async () => {
    const ended = await report('C9');
    expect(
      await system.post(bureau, `households/${ended}/end`, { cause: 'moved-away', reason: '举家迁出' }),
    ).toMatchObject({ status: 200 });
    expect(await system.post(village, `households/${ended}/visit`)).toMatchObject({
      status: 409,
      body: { code: 'CASE_ENDED' },
    });
  });
});

describe('parts of the system may be away', () => {
  it('the ledger database away: acts are accepted with 202 and appear when it is back', async () => {
    const caseId = await report('D1');
    system.database.cut();
    const answer = await system.post(village, `households/${caseId}/village-review`, { note: '断网期间' });
    expect(answer).toMatchObject({ status: 202, body: { ledger: 'pending' } });
    expect(await system.post(township, 'households', lead('D2'))).toMatchObject({
      status: 503,
      body: { code: 'LEDGER_AWAY' },
    });
    system.database.mend();
    await eventually(async () =>
      expect((await entriesOf(caseId)).map((entry) => entry['name'])).toContain('villageReview'),
    );
    expect(await verifyChain(system.dataSource, caseId)).toMatchObject({ intact: true, waiting: 0 });
  }, 60_000);

  it('the engine away: 503 with Retry-After, and nothing half done', async () => {
    const caseId = await report('D3');
    system.engine.cut();
    const answer = await system.post(village, `households/${caseId}/visit`, {}, { 'idempotency-key': 'away' });
    expect(answer).toMatchObject({ status: 503, body: { code: 'ENGINE_AWAY' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    system.engine.mend();
    await eventually(async () =>
      expect((await system.post(village, `households/${caseId}/visit`, {}, { 'idempotency-key': 'away' })).status).toBe(
        200,
      ),
    );
    expect((await entriesOf(caseId)).filter((entry) => entry['name'] === 'visit')).toHaveLength(1);
  }, 60_000);
});

async function eventually(assertion: () => Promise<void>): Promise<void> {
  const patience = Date.now() + 40_000;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (Date.now() > patience) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
