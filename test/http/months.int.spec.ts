import { addToMonth, civilDateOf, firstDayOf, monthOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const county = 'stationing-office:140423';
const township = 'party-committee:140423100';
const neighbour = 'party-committee:140423101';
const month = addToMonth(monthOf(civilDateOf(new Date().toISOString())), -1);
const since = firstDayOf(month);
const sheet = `scores:140423100:${month}`;
const assessment = `assessment:140423:${month}`;

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
  const posted = (cadreId: string, village: string) =>
    system.post(county, 'postings', {
      cadreId,
      village,
      unit: 'dispatching-unit:140423:U07',
      senderLevel: 'county',
      role: 'member',
      postedOn: since,
      occurredOn: since,
      bornOn: '1988-05-01',
      education: 'bachelor',
      annualAssessments: [1, 2, 3].map((back) => ({ year: Number(since.slice(0, 4)) - back, grade: 'competent' })),
    });
  const cadres = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6'];
  await Promise.all([...cadres.map((cadre) => posted(cadre, '140423100204')), posted('N1', '140423101200')]);
  await system.post('leading-group-office:14', 'cycles', {
    province: '14',
    year: Number(since.slice(0, 4)),
    title: '专项行动',
    counties: ['140423'],
    occurredOn: since,
    startsOn: since,
  });
  for (let left = 100; (await system.get(township, `cases/${sheet}`)).status !== 200; left -= 1) {
    if (left === 0) throw new Error('the township got no score sheet');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}, 60_000);
afterAll(() => system.stop(), 60_000);

const score = (cadre: string, task: unknown = 90, presence: unknown = 80) =>
  system.post(township, `scores/${sheet}/score`, { cadre, task, presence });
const entriesOf = async (caseId: string) =>
  (await system.get(county, `cases/${caseId}/timeline?limit=200`)).body['items'] as { name: string }[];

describe('clause C-3.5 over HTTP: a month is scored, ranked and published', () => {
  it.each([
    ['a score over 100', () => score('M1', 101), 422, 'OUT_OF_RANGE'],
    ['a negative score', () => score('M1', -1), 422, 'OUT_OF_RANGE'],
    ['a score with two decimals', () => score('M1', 88.25), 422, 'OUT_OF_RANGE'],
    ['a score that is no number', () => score('M1', '优'), 400, 'INVALID_INPUT'],
    ["another township's cadre", () => score('N1'), 404, 'UNKNOWN_SUBJECT'],
    ['a cadre nobody knows', () => score('X9'), 404, 'UNKNOWN_SUBJECT'],
    [
      "another township's sheet",
      () => system.post(neighbour, `scores/${sheet}/score`, { cadre: 'M1', task: 90, presence: 80 }),
      404,
      'UNKNOWN_SUBJECT',
    ],
    [
      'the county scoring itself',
      () => system.post(county, `scores/${sheet}/score`, { cadre: 'M1', task: 90, presence: 80 }),
      403,
      'NOT_ALLOWED',
    ],
    [
      'one wrong among a whole township',
      () =>
        system.post(township, `scores/${sheet}/score-all`, {
          scores: [
            { cadre: 'M1', task: 90, presence: 90 },
            { cadre: 'M2', task: 900, presence: 90 },
          ],
        }),
      422,
      'OUT_OF_RANGE',
    ],
    [
      'a correction of what was never scored',
      () =>
        system.post(township, `scores/${sheet}/correct`, { cadre: 'M1', task: 90, presence: 80, reason: '录入有误' }),
      422,
      'CONDITIONS_NOT_MET',
    ],
    [
      'a bulletin while townships are missing',
      () => system.post(county, `assessments/${assessment}/issue-bulletin`, { number: '襄驻办〔2026〕11号' }),
      422,
      'CONDITIONS_NOT_MET',
    ],
    [
      'a bulletin without its number',
      () => system.post(county, `assessments/${assessment}/issue-bulletin`, {}),
      400,
      'INVALID_INPUT',
    ],
  ])('refuses %s, and records nothing', async (_what, ask, status, code) => {
    const before = await Promise.all([entriesOf(sheet), entriesOf(assessment)]);
    const answer = await ask();
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body['detail']).toMatch(/[一-鿿]{4,}/);
    expect(await Promise.all([entriesOf(sheet), entriesOf(assessment)])).toEqual(before);
  });

  it('takes a score once, and a correction with its reason', async () => {
    expect(await score('M1', 90.5)).toMatchObject({ status: 200, body: { ledger: 'written' } });
    expect(await score('M1', 70)).toMatchObject({ status: 409, body: { code: 'DUPLICATE_SCORE', clause: 'C-3.5' } });
    expect(
      await system.post(township, `scores/${sheet}/correct`, {
        cadre: 'M1',
        task: 70,
        presence: 80,
        reason: '录入有误',
      }),
    ).toMatchObject({ status: 200 });
  });

  it('publishes the bulletin, and says afterwards who corrects', async () => {
    const scores = ['M2', 'M3', 'M4', 'M5', 'M6'].map((cadre, index) => ({ cadre, task: 80 + index, presence: 90 }));
    expect(await system.post(township, `scores/${sheet}/score-all`, { scores })).toMatchObject({ status: 200 });
    expect(
      await system.post(neighbour, `scores/scores:140423101:${month}/score`, { cadre: 'N1', task: 60, presence: 60 }),
    ).toMatchObject({ status: 200 });
    const issued = await untilTownshipsAreHeard();
    expect(issued).toMatchObject({ status: 200 });
    const { items } = (await system.get(county, `bulletins?county=140423&month=${month}`)).body as {
      items: { text: string }[];
    };
    expect(items).toHaveLength(1);
    expect(items[0]?.text).toContain('参加排队7人');
    await untilEnded();
    const late = await score('M1', 99);
    expect(late).toMatchObject({ status: 409, body: { code: 'CASE_ENDED' } });
    expect(late.body['detail']).toContain('此后的更正由县驻村办办理');
  });

  it('corrects after the bulletin by a correcting one, and keeps both', async () => {
    const corrected = { cadre: 'N1', task: 95, presence: 95, reason: '材料补齐', number: '襄驻办〔2026〕11号更正' };
    expect(await system.post(county, `assessments/${assessment}/correct-score`, corrected)).toMatchObject({
      status: 200,
    });
    const { items } = (await system.get(county, `bulletins?county=140423&month=${month}`)).body as { items: unknown[] };
    expect(items).toHaveLength(2);
  });
});

async function untilTownshipsAreHeard() {
  for (let left = 50; ; left -= 1) {
    const answer = await system.post(county, `assessments/${assessment}/issue-bulletin`, {
      number: '襄驻办〔2026〕11号',
    });
    if (answer.status === 200 || left === 0) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function untilEnded(): Promise<void> {
  for (let left = 50; left > 0 && (await system.get(county, `cases/${sheet}`)).body['ended'] === null; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
