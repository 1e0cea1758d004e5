import { civilDateOf } from '@duban/policy/dates/civil-date';
import { periodOf } from '@duban/policy/dates/natural-period';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const village = '140423100204';
const secretary = `village-party-secretary:${village}`;
const township = 'party-committee:140423100';
const county = 'stationing-office:140423';
const bureau = 'revitalization-bureau:140423';
const today = civilDateOf(new Date().toISOString());
const month = periodOf('month', today);
const sheet = `duties:140423100:${month.id}`;

let system: LiveSystem;
const waited = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let left = 300; left > 0 && !(await isSo()); left -= 1) await new Promise((resolve) => setTimeout(resolve, 100));
};

/** A household that is monitored from the month's first day on. */
async function monitored(householdId: string): Promise<void> {
  const occurredOn = month.from;
  const lead = { householdId, village, kind: 'marginal', source: 'self-report', occurredOn };
  const caseId = String((await system.post(township, 'households', lead)).body['caseId']);
  await system.post(`village-committee:${village}`, `households/${caseId}/village-review`, { occurredOn });
  await system.post(township, `households/${caseId}/township-check`, { occurredOn });
  const able = { labour: 'full', wishesToWork: true, wholeHouseholdWithoutLabour: false, occurredOn };
  await system.post(bureau, `households/${caseId}/identify`, able);
}

const posted = (cadreId: string): Promise<unknown> =>
  system.post(county, 'postings', {
    ...{ cadreId, village, unit: 'dispatching-unit:140423:U07', senderLevel: 'county', role: 'member' },
    ...{ postedOn: month.from, occurredOn: month.from, bornOn: '1988-05-01', education: 'bachelor' },
    annualAssessments: [1, 2, 3].map((back) => ({ year: Number(month.from.slice(0, 4)) - back, grade: 'competent' })),
  });

const enrolled = (...households: string[]) =>
  system.post(secretary, 'registers/household-roll/batch', {
    entries: households.map((household) => ({ territory: village, household, from: month.from })),
  });

beforeAll(async () => {
  system = await startLiveSystem();
  await posted('D1');
  await posted('D2');
  await monitored('W1');
  expect(await enrolled('W1', 'F1', 'F2')).toMatchObject({ status: 201 });
  await system.post('leading-group-office:14', 'cycles', {
    ...{ province: '14', year: Number(today.slice(0, 4)), title: '专项行动', counties: ['140423'] },
    ...{ occurredOn: month.from, startsOn: month.from },
  });
  await waited(
    async () => (await lineOf('visit-monitored')) !== undefined && (await lineOf('visit-all')) !== undefined,
  );
}, 90_000);
afterAll(() => system.stop(), 60_000);

interface Line {
  ower: string;
  done: number;
  state: string;
  lacking?: string[];
}
async function lineOf(duty: string, ower = village): Promise<Line | undefined> {
  const query = `duties?owner=${township}&duty=${duty}&limit=200`;
  const rows = ((await system.get(township, query)).body['items'] ?? []) as {
    from: string;
    due: string;
    lines: Line[];
  }[];
  return rows.find(({ from, due }) => from <= today && today <= due)?.lines.find((line) => line.ower === ower);
}
const say = (by: string, deeds: object, headers?: Record<string, string>) =>
  system.post(by, `duties/${sheet}/village-day`, { village, ...deeds }, headers);
const day = {
  visits: [
    { household: 'W1', by: ['D1', 'D2'] },
    { household: 'F1', by: ['D1'] },
  ],
  meetings: [{ kind: 'committee', attended: ['D1'] }],
  broadcast: true,
};
const dayRead = async (by: string) => (await system.get(by, `village-days?territory=${village}`)).body;
const daysRead = async (by: string) =>
  (await system.get(by, `registers/village-day?period=${month.id}`)).body['items'] as { body: { days: object[] } }[];

describe('OBLIGATIONS, the same fact recorded once, over HTTP', () => {
  it('one day with two visits, a meeting and a broadcast serves four duties, once, and the quarter’s line too', async () => {
    const headers = { 'idempotency-key': 'day-1' };
    const answer = await say(secretary, day, headers);
    expect(answer).toMatchObject({ status: 200, body: { ledger: 'written' } });
    expect(await say(secretary, day, headers)).toMatchObject({
      status: 200,
      body: { sequence: answer.body['sequence'] },
    });
    await waited(async () => ((await lineOf('visit-all'))?.done ?? 0) > 0);
    expect(await lineOf('visit-monitored')).toMatchObject({ state: 'fulfilled', done: 1 });
    expect(await lineOf('visit-all')).toMatchObject({ state: 'open', done: 0.66, lacking: ['F2'] });
    expect(await lineOf('broadcast')).toMatchObject({ done: 1 });
    expect(await lineOf('village-meetings', 'D1')).toMatchObject({ state: 'fulfilled' });
    expect(await lineOf('village-meetings', 'D2')).toMatchObject({ state: 'open', done: 0 });
    expect(await lineOf('work-meeting')).toMatchObject({ state: 'open', done: 0 });
  });

  it('is read as it was said by the village and by those above it, not by another village', async () => {
    for (const by of [secretary, township, county])
      expect(await daysRead(by)).toMatchObject([{ body: { days: [{ on: today, ...day }] } }]);
    expect(await daysRead('village-party-secretary:140423100208')).toEqual([]);
  });

  it('is filled in from one read: who is there and how the day stands, whom to visit, what was said', async () => {
    const marks = { days: [{ on: today, mark: 'on-post', night: true }] };
    await system.post(secretary, 'postings/posting:140423100:D1:1/attendance', marks);
    expect(await dayRead(secretary)).toMatchObject({
      ...{ village, on: today, today, sheets: [{ caseId: sheet, isOpen: true }] },
      cadres: [
        { cadre: 'D1', mark: 'on-post', night: true, onLeave: false, absent: false, roleName: '工作队队员' },
        { cadre: 'D2', mark: null, night: false },
      ],
      households: [
        { household: 'W1', isMonitored: true, isOnRoll: true, visitedOn: today },
        { household: 'F1', isMonitored: false, isOnRoll: true, visitedOn: today },
        { household: 'F2', visitedOn: null },
      ],
      said: { by: secretary, ...day },
    });
    await system.post(township, 'postings/posting:140423100:D2:1/leave', { from: today, to: today, reason: '因病' });
    expect(await dayRead(township)).toMatchObject({ cadres: [{ onLeave: false }, { cadre: 'D2', onLeave: true }] });
    for (const by of ['village-party-secretary:140423100208', 'dispatching-unit:140423:U07'])
      expect(await system.get(by, `village-days?territory=${village}`)).toMatchObject({ status: 404 });
  });

  it('said again it replaces the day on both sheets; taken back, what was said before stands again', async () => {
    const all = ['W1', 'F1', 'F2'].map((household) => ({ household, by: ['D1'] }));
    const again = await say(secretary, { visits: all, meetings: [{ kind: 'work', attended: ['D1', 'D2'] }] });
    expect(again).toMatchObject({ status: 200, body: { told: expect.stringContaining('由本次的代替') as string } });
    await waited(async () => (await lineOf('visit-all'))?.state === 'fulfilled');
    expect(await lineOf('visit-all')).toMatchObject({ state: 'fulfilled', done: 1 });
    expect(await lineOf('work-meeting')).toMatchObject({ state: 'fulfilled' });
    expect(await lineOf('broadcast')).toMatchObject({ done: 0 });
    const { entry } = (await dayRead(secretary))['said'] as { entry: number };
    const back = await system.post(secretary, `duties/${sheet}/take-back`, { entry, reason: '误填' });
    expect(back).toMatchObject({ status: 200 });
    await waited(async () => (await lineOf('visit-all'))?.done === 0.66);
    expect(await lineOf('visit-all')).toMatchObject({ done: 0.66, lacking: ['F2'] });
    expect(await lineOf('broadcast')).toMatchObject({ done: 1 });
  });

  it('a household enrolled since is known at once, and counts', async () => {
    await enrolled('F3');
    const visits = [...day.visits, { household: 'F3', by: ['D2'] }];
    expect(await say(secretary, { ...day, visits })).toMatchObject({
      ...{ status: 200, body: { told: expect.stringContaining('〔F3〕') as string } },
    });
    await waited(async () => (await lineOf('visit-all'))?.done === 0.66);
    expect((await dayRead(secretary))['said']).toMatchObject({ visits });
  });

  it.each<[string, () => ReturnType<typeof say>, number, string]>([
    ['another village’s secretary', () => say('village-party-secretary:140423100208', day), 403, 'NOT_ALLOWED'],
    ['a day to come', () => say(secretary, { ...day, occurredOn: '2099-01-01' }), 422, 'FUTURE_DATE'],
    ['nothing at all', () => system.post(township, `duties/${sheet}/village-day`, {}), 400, 'INVALID_INPUT'],
    ['a visit by nobody', () => say(secretary, { visits: [{ household: 'W1', by: [] }] }), 400, 'INVALID_INPUT'],
  ])('%s is refused in Chinese', async (_title, act, status, code) => {
    const answer = await act();
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body['detail']).toMatch(/[一-鿿]/);
  });
});
