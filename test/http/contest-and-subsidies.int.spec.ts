import { civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type Answer, type LiveSystem } from '../setup/live-system';

const year = civilDateOf(new Date().toISOString()).slice(0, 4);
const township = 'party-committee:140423100';
const village = 'village-committee:140423100204';
const bureau = 'revitalization-bureau:140423';
const province = 'leading-group-office:14';

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 90_000);
afterAll(() => system.stop(), 60_000);

const itemsOf = (answer: Answer) => answer.body['items'] as Record<string, unknown>[];
const refused = async (answer: Promise<Answer>, code: string): Promise<void> => {
  const { body } = await answer;
  expect({ code: body['code'], detail: body['detail'] }).toEqual({ code, detail: expect.stringMatching(/[一-鿿]/) });
};

describe('B-2.3.4 over HTTP: subsidies', () => {
  const claim = { worker: 'W1', kind: 'transport' };
  const say = (by: string, what: string, body: object) =>
    system.post(by, `subsidies/subsidies:140423100:${year}/${what}`, body);
  const entitled = (more: object = {}) => ({
    entitled: [{ ...claim, household: 'H1', village: '140423100204', ...more }],
  });

  it('are opened once, by the township for itself', async () => {
    await refused(
      system.post('party-committee:140423101', 'subsidies', { township: '140423100', year }),
      'UNKNOWN_SUBJECT',
    );
    await refused(system.post(township, 'subsidies', { township: '140423100', year: '2001' }), 'OUT_OF_RANGE');
    expect((await system.post(township, 'subsidies', { township: '140423100', year })).status).toBe(201);
  });

  it('go from the list over application and review to the payment, each refusal saying what was expected', async () => {
    await refused(say(village, 'apply', { applications: [{ ...claim, by: 'self' }] }), 'UNKNOWN_SUBJECT');
    await refused(say(township, 'entitle', entitled({ village: '140423101200' })), 'UNKNOWN_SUBJECT');
    expect((await say(village, 'entitle', entitled())).status).toBe(200);
    await refused(say(village, 'apply', { applications: [{ ...claim, by: 'neighbour' }] }), 'INVALID_INPUT');
    await refused(say(village, 'apply', { applications: [{ ...claim, by: 'relative' }] }), 'INVALID_INPUT');
    expect(
      (await say(village, 'apply', { applications: [{ ...claim, by: 'labour-agency', proxy: 'A1' }] })).status,
    ).toBe(200);
    await refused(say(township, 'review', { decisions: [{ ...claim, approved: true }] }), 'NOT_ALLOWED');
    await refused(say(bureau, 'pay', { payments: [{ ...claim, yuan: 600 }] }), 'WRONG_STAGE');
    expect((await say(bureau, 'review', { decisions: [{ ...claim, approved: true }] })).status).toBe(200);
    await refused(say(bureau, 'pay', { payments: [{ ...claim, yuan: -600 }] }), 'OUT_OF_RANGE');
    expect((await say(bureau, 'pay', { payments: [{ ...claim, yuan: 600 }] })).status).toBe(200);
    await refused(say(bureau, 'pay', { payments: [{ ...claim, yuan: 601 }] }), 'ALREADY_DONE');
    expect(itemsOf(await system.get(township, 'registers/subsidy'))).toMatchObject([
      { territory: '140423100204', state: 'complete', body: { entitled: 1, paid: 1, yuan: 600, notApplied: [] } },
    ]);
  });
});

describe('A-3.1 over HTTP: the contest', () => {
  const contest = `contests/contest:14:${year}`;
  const part = { county: '140423', method: 'daily', content: 'duty', score: 80, evidence: '台账' };

  it('is opened by the province with its list of key counties, and scored part by part', async () => {
    const body = {
      province: '14',
      year,
      title: '大比拼',
      counties: ['140423', '140425'],
      keyCounties: ['140425'],
      membershipSource: '省名单',
    };
    await refused(system.post('leading-group-office:1404', 'contests', body), 'NOT_ALLOWED');
    expect((await system.post(province, 'contests', body)).status).toBe(201);
    await refused(
      system.post(province, `${contest}/score-all`, { scores: [{ ...part, method: 'on-site' }] }),
      'CONDITIONS_NOT_MET',
    );
    await refused(
      system.post(province, `${contest}/score-all`, { scores: [{ ...part, score: 100.1 }] }),
      'OUT_OF_RANGE',
    );
    await refused(
      system.post(province, `${contest}/score-all`, { scores: [{ ...part, evidence: '' }] }),
      'INVALID_INPUT',
    );
    expect((await system.post(province, `${contest}/score-all`, { scores: [part] })).status).toBe(200);
    await refused(
      system.post(province, `${contest}/score-all`, { scores: [{ ...part, score: 81 }] }),
      'DUPLICATE_SCORE',
    );
    await refused(system.post(province, `${contest}/publish`, { number: '晋〔2026〕30号' }), 'CONDITIONS_NOT_MET');
    await refused(
      system.post('leading-group-office:140423', `${contest}/publish`, { number: '晋〔2026〕30号' }),
      'NOT_ALLOWED',
    );
  });
});
