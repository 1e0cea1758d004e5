import type { CaseId } from '@duban/policy/case/process-list';
import {
  confirmOpening,
  recordAct,
  tellCase,
  workflowTypeOf,
  type ActAnswer,
  type ActRequest,
  type CaseStart,
} from '@duban/contracts/case-workflow';
import { startOptions } from '@duban/platform/start-options';
import type { Json } from '@duban/policy/base/json';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { basePolicy } from '@duban/policy/settings/policy-set';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

/** What happens to content that nobody can store once it has come past the api: here it goes to the engine directly. */
const province = 'leading-group-office:14';
const county = 'stationing-office:140423';
const township = 'party-committee:140423100';
const now = (): string => new Date().toISOString();
const today = civilDateOf(now());

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(() => system.stop(), 60_000);

interface Standing {
  state: string;
  stateName: string;
  activities: { items: object[] };
  setAside: { count: number; items: { id: string; caseId: string; kind: string; reason: string; since: string }[] };
}
const standing = async () => (await system.get(province, 'system')).body as unknown as Standing;
const asideOf = async (caseId: string) => (await standing()).setAside.items.filter((item) => item.caseId === caseId);

async function opened(householdId: string): Promise<string> {
  const report = { householdId, village: '140423100204', kind: 'marginal', source: 'self-report' };
  const answer = await system.post(township, 'households', report);
  expect(answer).toMatchObject({ status: 201, body: { ledger: 'written' } });
  return String(answer.body['caseId']);
}

const visit = (key: string, body: ActRequest['act']['body'], more: Partial<ActRequest['act']> = {}): ActRequest => ({
  act: { key, operation: 'visit', occurredOn: today, by: { office: township }, body, ...more },
  bodyHash: `hash of ${key}`,
  at: now(),
  clause: 'A-2.1',
  what: '走访',
});
const act = (caseId: string, request: ActRequest): Promise<ActAnswer> =>
  system.client.workflow
    .getHandle(caseId)
    .executeUpdate<ActAnswer, [ActRequest]>(recordAct, { args: [request], updateId: request.act.key });
const verification = async (caseId: string) => (await system.get(county, `cases/${caseId}/verification`)).body;
const timeline = async (caseId: string) =>
  (await system.get(county, `cases/${caseId}/timeline`)).body['items'] as {
    name: string;
    what: string;
    detail: object;
  }[];

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let left = 100; !(await isSo()); left -= 1) {
    if (left === 0) throw new Error('it did not come about');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('an act that came past the door with what nobody can store', () => {
  it('is set aside at once, the case goes on, and the operator is told which', async () => {
    const caseId = await opened('A1');
    const began = performance.now();
    expect(await act(caseId, visit('bad', { note: '走\u0000访' }))).toMatchObject({ caseId, ledger: 'set-aside' });
    expect(performance.now() - began).toBeLessThan(3_000);
    // Nothing is tried again, and what comes next is written as ever.
    expect(await system.post(township, `households/${caseId}/visit`, { note: '再走访' })).toMatchObject({
      status: 200,
      body: { ledger: 'written' },
    });
    expect((await standing()).activities.items).toEqual([]);
    expect(await standing()).toMatchObject({ state: 'impaired', stateName: '有内容待修复' });
    expect(await asideOf(caseId)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        caseId,
        sequence: expect.any(Number) as number,
        kind: 'write',
        what: '写入台账',
        processName: '防返贫监测',
        reason: expect.stringMatching(/^第 \d+ 条记录：含有无法保存的字符$/) as string,
        since: expect.stringMatching(/^20/) as string,
      },
    ]);
    expect(await verification(caseId)).toMatchObject({ intact: true, waiting: 0 });
    expect((await timeline(caseId)).filter(({ name }) => name === 'visit').map(({ detail }) => detail)).toMatchObject([
      { body: { note: '走\ufffd访' }, setAside: { reason: '含有无法保存的字符' } },
      { body: { note: '再走访' } },
    ]);
  });

  it('sent again has one effect', async () => {
    const caseId = await opened('A2');
    const bad = visit('bad', { note: '\ud800' });
    const first = await act(caseId, bad);
    expect(await act(caseId, bad)).toEqual(first);
    expect(await asideOf(caseId)).toHaveLength(1);
    expect((await timeline(caseId)).filter(({ name }) => name === 'visit')).toHaveLength(1);
  });

  it('or as a message nobody waits for does not stop the case', async () => {
    const caseId = await opened('A3');
    const handle = system.client.workflow.getHandle(caseId);
    await handle.signal(tellCase, visit('heard', { note: '\u0000' }));
    await handle.signal(tellCase, visit('heard-2', { note: '二' }, { occurredOn: 'no day' }));
    await handle.signal(tellCase, { ...visit('heard-3', { note: '三' }), at: 'no moment' });
    await handle.signal(tellCase, visit('heard-4', { note: '四' }));
    await until(async () => (await timeline(caseId)).filter(({ name }) => name === 'visit').length === 2);
    expect((await timeline(caseId)).filter(({ name }) => name === 'message-ignored')).toHaveLength(2);
    expect(await asideOf(caseId)).toHaveLength(1);
    expect(await verification(caseId)).toMatchObject({ intact: true, waiting: 0 });
  });

  it('on a day that is none is refused by the case itself', async () => {
    const caseId = await opened('A4');
    const ends = (occurredOn: string) =>
      act(caseId, visit(`on ${occurredOn}`, {}, { occurredOn })).then(
        () => 'taken',
        (error: { cause: { type: string } }) => error.cause.type,
      );
    expect(await Promise.all(['2026-02-30', '0000-13-01', 'x'].map(ends))).toEqual([
      'INVALID_INPUT',
      'INVALID_INPUT',
      'INVALID_INPUT',
    ]);
    expect(await asideOf(caseId)).toEqual([]);
  });
});

/** As the api would open it, if it let it through. */
const opening = (caseId: CaseId, more: Partial<CaseStart>): CaseStart => ({
  process: 'household-monitoring',
  caseId,
  openedOn: today,
  openedBy: { office: township },
  opening: {
    ...{ household: 'Y0', village: '140423100201', kind: 'marginal', settlement: false, source: 'self-report' },
    ...{
      greenChannel: null,
      features: [],
      note: null,
      episode: 1,
      relapseOf: null,
      previousOpen: null,
      previousEndedOn: null,
    },
  },
  policy: basePolicy,
  calendar: chinaCalendar,
  key: `open ${caseId}`,
  bodyHash: `hash of ${caseId}`,
  at: now(),
  clause: 'A-2.1',
  what: '登记线索',
  run: { spreadMinutes: 0, continueAfterEvents: 2000 },
  ...more,
});
const open = (start: CaseStart): Promise<ActAnswer> =>
  system.client.workflow.executeUpdateWithStart<
    (start: CaseStart) => Promise<string>,
    ActAnswer,
    [{ key: string; bodyHash: string }]
  >(confirmOpening, {
    args: [{ key: start.key, bodyHash: start.bodyHash }],
    updateId: start.key,
    startWorkflowOperation: new WithStartWorkflowOperation(workflowTypeOf(start.process), {
      ...startOptions(start, 'duban-cases'),
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  });

it('a case that would have been opened in year 0 is refused by its own rules', async () => {
  const caseId = 'household:140423100:Y9:1';
  const code = await open(opening(caseId, { openedOn: '0000-01-01' })).then(
    () => 'opened',
    (error: { cause: { type: string } }) => error.cause.type,
  );
  expect(code).toBe('BEFORE_BEGINNING');
  expect(await asideOf(caseId)).toEqual([]);
});

describe('a case that was opened with what no table takes', () => {
  const caseId = 'household:140423100:Y0:1';

  it('stands in the ledger, takes acts, and is named for repair', async () => {
    const { opening: sound, ...start } = opening(caseId, {});
    const spoilt = { ...(sound as Record<string, Json>), kind: 'mar\u0000ginal' };
    expect(await open({ ...start, opening: spoilt })).toMatchObject({ caseId, ledger: 'set-aside' });
    const answer = await system.post(township, `households/${caseId}/visit`, { note: '走访' });
    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({ ledger: 'set-aside' });
    expect(await system.get(county, `cases/${caseId}`)).toMatchObject({ status: 200, body: { openedOn: today } });
    expect((await asideOf(caseId)).map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([expect.stringContaining('案件概要：')]),
    );
    expect((await standing()).activities.items).toEqual([]);
    expect(await verification(caseId)).toMatchObject({ intact: true, waiting: 0 });
  });

  it('tells the operator once, not with every act', async () => {
    const inbox = (await system.get(province, 'inbox')).body['items'] as { caseId: string; text: string }[];
    const told = inbox.filter((one) => one.caseId === caseId).map(({ text }) => text);
    expect(new Set(told).size).toBe(told.length);
    expect(told[0]).toContain('不再自动重试，案件照常办理');
  });
});

it('a question that cannot be asked is set aside, and its case goes on', async () => {
  await system.dataSource.query('ALTER TABLE postings RENAME TO postings_kept');
  await system.dataSource.query(
    `CREATE VIEW postings AS SELECT * FROM postings_kept WHERE starts_on > '0000-01-01'::text::date`,
  );
  const caseId = 'duty-book:140423:2026';
  const book = { territory: '140423', from: today, to: addDays(today, 2), cycle: 'cycle:14:2026' };
  await open(opening(caseId, { process: 'duty-book', opening: book, openedBy: { office: 'system' } }));
  const questions = async () => (await asideOf(caseId)).filter(({ kind }) => kind === 'question');
  await until(async () => (await questions()).length > 0);
  expect((await questions())[0]).toMatchObject({ what: '查询台账', reason: '日期或时刻超出可保存的范围' });
  await system.dataSource.query('DROP VIEW postings');
  await system.dataSource.query('ALTER TABLE postings_kept RENAME TO postings');
  expect((await standing()).activities.items).toEqual([]);
  await system.client.workflow.getHandle(caseId).signal(tellCase, {
    ...visit('closed', { on: today }, { operation: 'cycleClosed', by: { office: 'system' } }),
    what: '督办周期结束',
  });
  await until(async () => (await timeline(caseId)).some(({ name }) => name === 'ended'));
}, 30_000);

describe('what was set aside', () => {
  it('is counted in the figures, open until somebody has put it right', async () => {
    const figures = async () => {
      const text = await (await fetch(`${system.url}/metrics`)).text();
      const of = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
      return { ever: of('duban_set_aside_writes_total'), open: of('duban_set_aside_writes_open') };
    };
    const { setAside } = await standing();
    const before = await figures();
    expect(before).toEqual({ ever: setAside.count, open: setAside.count });
    const [item] = setAside.items;
    const settle = (office: string, body: object) => system.post(office, 'system/set-aside/settle', body);
    expect(await settle(county, { id: item?.id, note: '已更正' })).toMatchObject({ status: 403 });
    expect(await settle(province, { id: item?.id, note: '好' })).toMatchObject({ status: 400 });
    expect(await settle(province, { id: item?.id, note: '已按原件更正' })).toMatchObject({
      status: 200,
      body: { settled: true },
    });
    expect(await settle(province, { id: item?.id, note: '已按原件更正' })).toMatchObject({ status: 422 });
    expect(await figures()).toEqual({ ever: before.ever, open: before.open - 1 });
    for (const { id } of setAside.items.slice(1)) await settle(province, { id, note: '已按原件更正' });
    expect(await standing()).toMatchObject({ state: 'well', setAside: { count: 0, items: [] } });
  });
});
