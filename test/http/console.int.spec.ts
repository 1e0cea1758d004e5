import { CaseFiles } from '@duban/api/cases/case-files';
import { operationsMeeting } from '@duban/contracts/operation-groups';
import { casesOf } from '@duban/persistence/cases';
import { deadlineOf, deadlinesOf } from '@duban/persistence/deadlines';
import { rulesOf } from '@duban/policy/manifest/processes';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { computeDeadline } from '@duban/policy/dates/deadline';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const township = 'party-committee:140423100';
const village = 'village-committee:140423100201';
const bureau = 'revitalization-bureau:140423';
const today = civilDateOf(new Date().toISOString());

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(() => system.stop(), 60_000);

const reported = async (id: string): Promise<string> => {
  const lead = {
    householdId: id,
    village: '140423100201',
    kind: 'marginal',
    source: 'self-report',
    occurredOn: addDays(today, -2),
  };
  return (await system.post(township, 'households', lead)).body['caseId'] as string;
};
const posting = {
  cadreId: 'C900',
  village: '140423100201',
  unit: 'dispatching-unit:1404:U04',
  senderLevel: 'city',
  role: 'member',
  postedOn: today,
  bornOn: '1985-03-10',
  education: 'bachelor',
  identity: 'ok',
  annualAssessments: [1, 2, 3].map((back) => ({ year: Number(today.slice(0, 4)) - back, grade: 'competent' })),
};

it('says who is calling', async () => {
  expect(await system.get(township, 'me')).toMatchObject({
    status: 200,
    body: {
      office: township,
      officeName: '古韩镇党委',
      territoryName: '山西省长治市襄垣县古韩镇',
      person: null,
      today,
      isDemo: true,
    },
  });
});

describe('what may be done with a case', () => {
  interface Offered {
    name: string;
    route: string;
    isOffered: boolean;
    reason: string | null;
    hint: string | null;
  }
  const actsOf = async (office: string, caseId: string): Promise<Map<string, Offered>> => {
    const answer = await system.get(office, `cases/${caseId}/acts`);
    expect(answer.status).toBe(200);
    return new Map((answer.body['items'] as Offered[]).map((one) => [one.name, one]));
  };

  it('follows it from step to step, and what is offered is admitted', async () => {
    const caseId = await reported('A1');
    expect((await actsOf(village, caseId)).get('villageReview')).toMatchObject({ isOffered: true, hint: null });
    expect((await actsOf(bureau, caseId)).get('identify')).toMatchObject({
      isOffered: false,
      reason: expect.stringContaining('须先完成乡镇核查'),
    });
    const route = (await actsOf(village, caseId)).get('villageReview')?.route.replace('/api/v1/', '') ?? '';
    expect(await system.post(village, route, {})).toMatchObject({ status: 200 });
    expect((await actsOf(village, caseId)).get('villageReview')).toMatchObject({
      isOffered: true,
      hint: expect.stringContaining('办结'),
    });
    await system.post(township, `households/${caseId}/township-check`, {});
    expect((await actsOf(bureau, caseId)).get('identify')).toMatchObject({ isOffered: true });
    await system.post(bureau, `households/${caseId}/end`, { cause: 'death', reason: '已去世' });
    expect((await actsOf(bureau, caseId)).get('identify')).toMatchObject({
      isOffered: false,
      reason: expect.stringContaining('办结（死亡）'),
    });
  });

  it('is nobody’s business elsewhere', async () => {
    expect(await system.get('party-committee:140425100', `cases/${await reported('A2')}/acts`)).toMatchObject({
      status: 404,
    });
  });

  it('says which cases an office may open', async () => {
    const { items } = (await system.get(village, 'openings')).body as {
      items: { resource: string; isOffered: boolean }[];
    };
    expect(items.filter(({ isOffered }) => isOffered).map(({ resource }) => resource)).toEqual([
      'households',
      'problems',
      'project-risks',
    ]);
  });
});

it('says of each deadline what the caller does next, or nothing', async () => {
  const caseId = await reported('C1');
  const nextFor = async (office: string): Promise<unknown> => {
    const { deadlines } = (await system.get(office, `cases/${caseId}`)).body as {
      deadlines: { id: string; nextAct: unknown }[];
    };
    const { items } = (await system.get(office, 'deadlines?process=household-monitoring&limit=200')).body as {
      items: { caseId: string; nextAct: unknown }[];
    };
    const [listed] = items.filter((item) => item.caseId === caseId);
    expect(listed?.nextAct).toEqual(deadlines[0]?.nextAct);
    return deadlines[0]?.nextAct;
  };
  expect(await nextFor(village)).toEqual({ operation: 'villageReview', summary: '村级评议' });
  expect(await nextFor(township)).toEqual({ operation: 'townshipCheck', summary: '乡镇核查' });
  expect(await nextFor('leading-group-office:140423')).toBeNull();
});

it('the file made from the ledger says of every case what the ledger says', async () => {
  await startSomeOfEachKind();
  await compareFiles();
}, 30_000);

async function compareFiles(): Promise<void> {
  const files = await CaseFiles.of(system.dataSource, chinaCalendar);
  const { items } = await casesOf(system.dataSource, { territory: '14' }, { limit: 200 });
  const read = await files.read(items);
  expect(read.length).toBe(items.length);
  expect(new Set(items.map(({ process }) => process)).size).toBeGreaterThan(4);
  for (const { row, file } of read) {
    const view = rulesOf(row.process).view(file);
    expect([row.caseId, view.stage]).toEqual([row.caseId, row.stage]);
    const stored = await deadlinesOf(system.dataSource, { caseId: row.caseId }, { today, nearDays: 3 }, { limit: 200 });
    expect(stored.items.filter(({ process, id }) => operationsMeeting(process, id).length === 0)).toEqual([]);
    const computed = view.deadlines.map((spec) => computeDeadline(spec, file.calendar));
    expect(sorted(computed.map(({ id, due, metOn }) => [id, due, metOn ?? null]))).toEqual(
      sorted(stored.items.map(({ id, deadline }) => [id, deadline.due, deadline.metOn ?? null])),
    );
  }
}

describe('a preview of another policy', () => {
  const province = 'leading-group-office:14';
  const preview = (changes: unknown, office = province) => system.post(office, 'policy-sets/preview', { changes });

  it('names the open deadlines that would move, both dates, and changes nothing', async () => {
    const caseId = await reported('D1');
    const entries = async (): Promise<unknown> =>
      (await system.dataSource.query<unknown[]>('SELECT count(*) FROM entries'))[0];
    const before = await entries();
    const answer = await preview({ identificationDays: 20 });
    expect(answer.status).toBe(200);
    const { cases, moved, movedTotal, unchanged } = answer.body as {
      cases: number;
      moved: { caseId: string }[];
      movedTotal: number;
      unchanged: number;
    };
    expect(moved.find((one) => one.caseId === caseId)).toEqual({
      caseId,
      processName: '防返贫监测',
      territoryName: '山西省长治市襄垣县古韩镇',
      deadline: 'identification',
      what: '履行监测对象认定程序',
      dueBefore: addDays(today, 13),
      dueAfter: addDays(today, 18),
    });
    expect([cases >= moved.length, movedTotal, unchanged > 0]).toEqual([true, moved.length, true]);
    expect(await entries()).toEqual(before);
    expect((await system.get(province, 'policy-sets')).body).toMatchObject({ items: [{ versions: [{ version: 1 }] }] });
  });

  it('stands beside what the office has decided where the clause says nothing', async () => {
    const { items } = (await system.get(province, 'policy-sets')).body as { items: { decisions: { id: string }[] }[] };
    const decisions = items.flatMap((set) => set.decisions);
    expect(decisions.find(({ id }) => id === 'fairness')).toEqual({
      id: 'fairness',
      clause: 'C-3.7',
      citation: '《干部驻村真帮实扶专项行动方案》三（七）',
      title: '先送达、后约谈或召回',
      words: expect.stringContaining('送达收件箱后再进行') as string,
      settings: [],
    });
    expect(decisions.find(({ id }) => id === 'first-help')).toMatchObject({ settings: ['firstHelpDays'] });
  });

  it('moves nothing with what is in force', async () => {
    expect((await preview({})).body).toMatchObject({ moved: [], movedTotal: 0 });
    expect((await preview({ identificationDays: 15 })).body).toMatchObject({ moved: [], movedTotal: 0 });
  });

  it('is the province’s, and judged like the change itself', async () => {
    expect(await preview({ identificationDays: 20 }, bureau)).toMatchObject({
      status: 403,
      body: { code: 'NOT_ALLOWED' },
    });
    expect(await preview({ identificationDays: 0 })).toMatchObject({
      status: 422,
      body: { code: 'OUT_OF_RANGE', field: 'identificationDays' },
    });
    expect(await preview({ nonsense: 1 })).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
  });

  it('comes true when the change is ordered for open cases', async () => {
    const { moved } = (await preview({ identificationDays: 21 })).body as {
      moved: { caseId: string; deadline: string; dueAfter: string }[];
    };
    await system.post(province, 'policy-sets', {
      changes: { identificationDays: 21 },
      reason: '试行延长',
      applyToOpen: true,
    });
    await untilQuiet();
    const day = { today, nearDays: 3 };
    for (const { caseId, deadline, dueAfter } of moved) {
      expect([caseId, (await deadlineOf(system.dataSource, { caseId, id: deadline }, day))?.deadline.due]).toEqual([
        caseId,
        dueAfter,
      ]);
    }
    expect(moved.length).toBeGreaterThan(2);
    await compareFiles();
  }, 30_000);
});

const sorted = (rows: unknown[][]): string[] => rows.map((row) => JSON.stringify(row)).sort();

async function startSomeOfEachKind(): Promise<void> {
  const year = Number(today.slice(0, 4));
  const caseId = await reported('B1');
  await system.post(village, `households/${caseId}/village-review`, {});
  await system.post(township, `households/${caseId}/visit`, { note: '走访' });
  await system.post(township, `households/${caseId}/township-check`, {});
  await system.post(bureau, `households/${caseId}/identify`, {
    labour: 'full',
    wishesToWork: true,
    wholeHouseholdWithoutLabour: false,
  });
  await system.post('stationing-office:140423', 'postings', posting);
  await system.post(village, `postings/posting:140423100:C900:1/meeting`, { what: '两委会议' });
  await system.post(township, 'postings/posting:140423100:C900:1/absence', {});
  await system.post(township, 'postings/posting:140423100:C900:1/record-reminder', { absenceOn: today });
  await system.post('leading-group-office:14', 'cycles', { province: '14', year, title: '行动', counties: ['140423'] });
  const problem = await system.post(township, 'problems', {
    place: '140423100201',
    list: 'monitoring-help',
    what: '措施未落实',
    source: 'check',
  });
  await system.post(township, `problems/${String(problem.body['caseId'])}/plan`, {
    measure: '补落实',
    responsible: 'C001',
    due: addDays(today, 9),
  });
  await untilQuiet();
}

/** What follows from a case begins in the background. */
async function untilQuiet(): Promise<void> {
  const count = async (): Promise<number> =>
    (await system.dataSource.query<{ n: number }[]>('SELECT count(*) AS n FROM entries'))[0]?.n ?? 0;
  for (let before = -1, now = await count(); now !== before; before = now, now = await count())
    await new Promise((resolve) => setTimeout(resolve, 1_500));
}
