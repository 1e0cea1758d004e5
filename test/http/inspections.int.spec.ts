import { verify } from '@duban/cli/verify-sample/verify';
import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { commitmentOf, type CommitmentList } from '@duban/policy/processes/inspection/commitment';
import { verifySample, type SampleRecord } from '@duban/policy/processes/inspection/sample';
import { sha256 } from '@duban/policy/processes/inspection/sha256';
import { startLiveSystem, type Answer, type LiveSystem } from '../setup/live-system';

const today = civilDateOf(new Date().toISOString());
const seed = 'known to the county office alone';
const office = 'stationing-office:140423';
const township = 'party-committee:140423100';
const village = 'village-committee:140423100204';
const province = 'leading-group-office:14';
const check = 'inspection:140423:flight-check:1';
const problem = 'problem:140423100204:140423-flight-check-1-F1:1';
const frame = ['204', '208', '209', '210'].map((number) => ({ id: `140423100${number}`, stratum: '140423100' }));

let system: LiveSystem;
let saved: CommitmentList;
beforeAll(async () => {
  system = await startLiveSystem();
}, 90_000);
afterAll(() => system.stop(), 60_000);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let left = 100; !(await isSo()); left -= 1) {
    if (left === 0) throw new Error('it did not come to be');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const itemsOf = (answer: Answer) => answer.body['items'] as Record<string, unknown>[];
const say = (by: string, what: string, body: object = {}) => system.post(by, `inspections/${check}/${what}`, body);
const ask = (by: string, what: string, body: object) => system.post(by, `problems/${problem}/${what}`, body);
const plan = (by: string, more: object = {}) =>
  system.post(by, 'inspections', {
    territory: '140423',
    kind: 'flight-check',
    scope: '140423',
    plannedOn: today,
    sample: { seedHash: sha256(seed), frame, size: 2, excludeMonths: 6 },
    ...more,
  });
const refused = async (answer: Promise<Answer>, status: number, code: string): Promise<void> => {
  const { status: came, body } = await answer;
  expect({ status: came, code: body['code'], detail: body['detail'] }).toEqual({
    status,
    code,
    detail: expect.stringMatching(/[一-鿿]/),
  });
};

describe('C-3.4 over HTTP: a flight check', () => {
  it('is not planned by the township, nor for another county, nor without a proper hash', async () => {
    await refused(plan(township), 403, 'NOT_ALLOWED');
    await refused(plan(office, { territory: '140429', scope: '140429' }), 404, 'UNKNOWN_SUBJECT');
    await refused(plan(office, { sample: { seedHash: seed, frame, size: 2, excludeMonths: 6 } }), 400, 'INVALID_INPUT');
    await refused(plan(office, { plannedOn: addDays(today, -1) }), 422, 'OUT_OF_RANGE');
    await refused(plan(office, { seed }), 400, 'INVALID_INPUT');
  });

  it('is seen by nobody it may concern before its bulletin', async () => {
    expect(await plan(office)).toMatchObject({ status: 201, body: { caseId: check } });
    for (const outsider of [township, village, 'dispatching-unit:140423:U07', 'party-committee:140423101']) {
      expect((await system.get(outsider, `cases/${check}`)).status).toBe(404);
      expect((await system.get(outsider, `inspections/${check}/sample`)).status).toBe(404);
      for (const list of [
        'cases?process=inspection',
        'deadlines?process=inspection',
        'registers/inspection',
        'registers/inspection-sample',
        'inbox',
      ])
        expect({ outsider, list, items: itemsOf(await system.get(outsider, list)) }).toEqual({
          outsider,
          list,
          items: [],
        });
    }
  });

  it('stands with a commitment in the public list before its sample is drawn, and anybody may read that without a token', async () => {
    const answer = await fetch(`${system.url}/api/v1/public/sample-commitments`);
    expect(answer.status).toBe(200);
    saved = (await answer.json()) as CommitmentList;
    const sample = { seedHash: sha256(seed), frame, size: 2, excludeMonths: 6 };
    expect(saved).toEqual({
      asOf: expect.any(String),
      items: [{ commitment: commitmentOf({ caseId: check, ...sample }), recordedOn: today }],
      next: null,
      total: 1,
      isTotalCapped: false,
    });
    expect(JSON.stringify(saved)).not.toMatch(/1404|inspection|flight|stationing|\u98de/);
  });

  it('draws its sample once, from the seed that was committed to', async () => {
    await until(async () =>
      (itemsOf(await system.get(office, `cases/${check}/timeline?limit=50`)) as { name: string }[]).some(
        ({ name }) => name === 'drawnRead',
      ),
    );
    await refused(say(office, 'begin'), 409, 'WRONG_STAGE');
    await refused(say(office, 'draw', { seed: 'too short' }), 400, 'INVALID_INPUT');
    await refused(say(office, 'draw', { seed: 'long enough but another seed' }), 422, 'CONDITIONS_NOT_MET');
    expect((await say(office, 'draw', { seed, publicValue: '30079' })).status).toBe(200);
    await refused(say(office, 'draw', { seed, publicValue: '30080' }), 409, 'ALREADY_DONE');
    expect((await say(office, 'begin')).status).toBe(200);
    await refused(
      say('stationing-office:1404', 'conclude', { number: '长驻办1号', summary: '代发' }),
      403,
      'NOT_ALLOWED',
    );
  });

  it('once its bulletin is out, its sample is drawn again by whoever has the record', async () => {
    expect(
      (
        await say(office, 'find', {
          id: 'F1',
          place: '140423100204',
          list: 'livelihood',
          what: '公益岗位无考勤',
          persons: ['C001'],
        })
      ).status,
    ).toBe(200);
    expect((await say(office, 'conclude', { number: '襄驻办〔2026〕11号', summary: '检查两个村' })).status).toBe(200);
    const { body } = await system.get(township, `inspections/${check}/sample`);
    expect(verifySample(body as unknown as SampleRecord)).toEqual({ isSound: true, faults: [] });
    expect((body as unknown as SampleRecord).drawn).toHaveLength(2);
    expect(verify(body, [saved])).toMatchObject({
      isSound: true,
      words: expect.stringContaining('抽取前已在公开名单中'),
    });
    const [bulletin] = itemsOf(await system.get(township, 'bulletins?process=inspection'));
    expect(bulletin).toMatchObject({ text: expect.stringContaining('责任人：〔C001〕') });
  });
});

describe('A-3.6 over HTTP: the public list of commitments', () => {
  const list = async (query = '') => {
    const answer = await fetch(`${system.url}/api/v1/public/sample-commitments${query}`);
    return {
      status: answer.status,
      body: (await answer.json()) as CommitmentList & { next: string | null; total: number; code?: string },
    };
  };

  it('leads from page to page by cursors that tell nothing, and keeps what was cancelled', async () => {
    for (const scope of ['140423', '140423101'])
      expect(await plan(office, { scope, note: '第二批' })).toMatchObject({
        status: 201,
        body: { caseId: expect.any(String) },
      });
    expect(
      (await system.post(office, 'inspections/inspection:140423:flight-check:2/cancel', { reason: '与其他检查合并' }))
        .status,
    ).toBe(200);
    expect((await plan(office, { sample: undefined })).status).toBe(201);
    const first = await list('?limit=2');
    const rest = await list(`?limit=2&after=${first.body.next}`);
    expect(Buffer.from(first.body.next ?? '', 'base64url').toString()).toMatch(
      /^\["\d{4}-\d{2}-\d{2}","[0-9a-f]{64}"\]$/,
    );
    const items = [...first.body.items, ...rest.body.items];
    expect([first.body.total, rest.body.next, new Set(items.map(({ commitment }) => commitment)).size]).toEqual([
      3,
      null,
      3,
    ]);
    expect(items).toContainEqual(saved.items[0]);
    expect(items.every((item) => Object.keys(item).sort().join() === 'commitment,recordedOn')).toBe(true);
  });

  it('refuses other queries in Chinese', async () => {
    for (const query of ['?limit=0', '?territory=140423', '?after=nonsense'])
      expect(await list(query)).toMatchObject({
        status: 400,
        body: { code: 'INVALID_INPUT', detail: expect.stringMatching(/[一-鿿]/) },
      });
  });
});

describe('C-2.end over HTTP: the problem it found', () => {
  it('is put right by a date, and written off by somebody else', async () => {
    await until(async () => (await system.get(township, `cases/${problem}`)).status === 200);
    await refused(
      ask(village, 'plan', { measure: '建立考勤', responsible: 'C001', due: addDays(today, 9) }),
      403,
      'NOT_ALLOWED',
    );
    await refused(ask(township, 'plan', { measure: '建立考勤', responsible: 'C001', due: today }), 422, 'OUT_OF_RANGE');
    await refused(ask(township, 'verify', { passed: true, note: '属实' }), 409, 'WRONG_STAGE');
    expect(
      (await ask(township, 'plan', { measure: '建立考勤', responsible: 'C001', due: addDays(today, 9) })).status,
    ).toBe(200);
    expect(
      (await ask(township, 'rectified', { what: '已建立', evidence: '考勤表', rectifiedBy: township })).status,
    ).toBe(200);
    await refused(ask(township, 'verify', { passed: true, note: '属实' }), 403, 'NOT_ALLOWED');
    expect(await ask(office, 'verify', { passed: true, note: '入村查看属实' })).toMatchObject({
      status: 200,
      body: { stageName: '已销账' },
    });
    expect(itemsOf(await system.get(township, 'registers/problem'))).toMatchObject([
      { territory: '140423100204', state: 'written-off' },
    ]);
  });

  it('come back is a ground the province finds, and confirms by listing for it', async () => {
    expect((await ask(office, 'returned', { what: '考勤又中断' })).status).toBe(200);
    await until(async () => itemsOf(await system.get(province, 'listings/grounds?county=140423')).length === 1);
    const [ground] = itemsOf(await system.get(province, 'listings/grounds?county=140423'));
    expect(ground).toMatchObject({
      countyName: '山西省长治市襄垣县',
      body: { kind: 'recurring-problems' },
      confirms: { caseId: problem, key: 'ground/recurring' },
    });
    const listed = await system.post(province, 'listings', {
      county: '140423',
      grounds: [{ kind: 'recurring-problems', what: '公益岗位考勤反复中断', confirms: ground?.['confirms'] }],
      problems: [{ id: 'P1', what: '两村季节性缺水' }],
      liaisonLeaders: [{ person: 'L001', office: 'party-committee:1404' }],
    });
    expect(listed.status).toBe(201);
    await until(async () => itemsOf(await system.get(province, 'listings/grounds?county=140423')).length === 0);
  });
});

describe('C-2.4 over HTTP: the risk of a project', () => {
  const warn = (yuan: unknown) =>
    system.post(township, 'project-risks', { place: '140423100208', project: '大棚', yuan, risk: '承包方停工' });

  it('of 500,000 yuan or less is an ordinary problem; no or absurd money is refused', async () => {
    await refused(warn(500_000), 422, 'CONDITIONS_NOT_MET');
    await refused(warn(-1), 400, 'INVALID_INPUT');
    await refused(warn('多'), 400, 'INVALID_INPUT');
    expect((await warn(800_000)).status).toBe(201);
  });
});
