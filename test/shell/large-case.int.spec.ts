import {
  caseState,
  recordAct,
  tellCase,
  workflowTypeOf,
  type ActAnswer,
  type ActRequest,
  type CarriedCase,
  type CaseStart,
  type CaseState,
} from '@duban/contracts/case-workflow';
import { startOptions } from '@duban/platform/start-options';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { civilDateOf } from '@duban/policy/dates/civil-date';
import { periodOf } from '@duban/policy/dates/natural-period';
import { rosterOf } from '@duban/policy/processes/monthly-assessment/month-builder';
import { basePolicy } from '@duban/policy/settings/policy-set';
import { carriedBytes } from '../../workflows/src/case/case-size';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

/** What a case takes in when offices write much: nothing that the engine could not carry on. */
const township = 'party-committee:140423100';
const county = 'stationing-office:140423';
const now = (): string => new Date().toISOString();
const today = civilDateOf(now());
const month = periodOf('month', today);
const taskQueue = 'duban-cases';

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(() => system.stop(), 60_000);

/** A township's sheet of the month, as the cycle would begin it. */
const sheetOf = (place: string, continueAfterEvents: number): CaseStart => ({
  process: 'duty-sheet',
  caseId: `duties:${place}:${month.id}`,
  openedOn: month.from,
  openedBy: { office: 'system' },
  opening: {
    ...{ territory: place, cadence: 'month', period: month.id, from: month.from, to: month.to },
    cycle: { from: month.from, to: month.to },
    book: `duty-book:${place}:${month.id.slice(0, 4)}`,
  },
  policy: basePolicy,
  calendar: chinaCalendar,
  ...{ key: `begin-${place}`, bodyHash: '', at: now(), clause: 'C-3.1', what: '建立履职台账' },
  run: { spreadMinutes: 0, continueAfterEvents },
});
const begin = (start: CaseStart) =>
  system.client.workflow.start(workflowTypeOf(start.process), startOptions(start, taskQueue));
const handleOf = (caseId: string) => system.client.workflow.getHandle(caseId);
const stateOf = (caseId: string) => handleOf(caseId).query<CaseState>(caseState);

/** Five hundred characters of which none repeats what was said before. */
const words = (seed: number): string =>
  Array.from({ length: 500 }, (_, index) =>
    String.fromCharCode(0x4e00 + ((seed * 7919 + index * 104_729) % 20_000)),
  ).join('');
const manyLines = (act: number) => ({
  records: Array.from({ length: 320 }, (_, line) => ({
    ...{ duty: 'five-days', ower: `C${line}`, amount: 0.1 },
    note: words(act * 1_000 + line),
    evidence: `第${act}批第${line}项的佐证`.repeat(45),
  })),
});

/** A cadre for every line, told to the sheet once it has read the ledger, which knows nobody. */
async function withCadres(caseId: string, place: string): Promise<void> {
  await until('the roster is read as often as it asked', async () => {
    const read = (await entriesOf(caseId, 'rosterRead')).length;
    const asked = Object.keys((await stateOf(caseId)).carriedOut).filter((key) => key.startsWith('people@'));
    return read > 0 && read === asked.length;
  });
  const [entry] = rosterOf(place, 1, 1);
  const body = Array.from({ length: 320 }, (_, line) => ({ ...entry, cadre: `C${line}`, leaves: [] }));
  const act = {
    key: `roster-${place}`,
    operation: 'rosterRead',
    occurredOn: today,
    by: { office: 'system' as const },
    body,
  };
  const told = { act, ...{ bodyHash: '', at: now(), clause: 'C-3.1', what: '读取在岗花名册' } };
  await handleOf(caseId).signal<[ActRequest]>(tellCase, told as unknown as ActRequest);
}

async function until<T>(what: string, ask: () => Promise<T | false>, seconds = 30): Promise<T> {
  for (let left = seconds * 10; ; left -= 1) {
    const found = await ask();
    if (found !== false) return found;
    if (left === 0) throw new Error(`still waiting until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const entriesOf = (caseId: string, name: string) =>
  system.dataSource.query<{ detail: { body: { records: { note: string }[] } } }[]>(
    'SELECT detail FROM entries WHERE case_id = $1 AND name = $2 ORDER BY sequence',
    [caseId, name],
  );

/** As an office does it: where the answer asks for the same content again, it sends it again. */
async function recordedOn(caseId: string, body: object): Promise<Record<string, unknown>> {
  return until('it is recorded', async () => {
    const answer = await system.post(township, `duties/${caseId}/record-all`, body);
    if (answer.status === 503) return false;
    expect([200, 202]).toContain(answer.status);
    return answer.body;
  });
}

describe('a sheet on which six lists of 320 lines with their evidence are recorded at once', () => {
  const caseId = `duties:140423100:${month.id}`;

  it('takes them all, carries none of the texts, and goes on as new', async () => {
    const { firstExecutionRunId } = await begin(sheetOf('140423100', 30));
    await withCadres(caseId, '140423100');
    const bodies = [1, 2, 3, 4, 5, 6].map(manyLines);
    expect(Buffer.byteLength(JSON.stringify(bodies))).toBeGreaterThan(5_000_000);
    const answers = await Promise.all(bodies.map((body) => recordedOn(caseId, body)));
    expect(answers).toMatchObject(bodies.map(() => ({ caseId, answer: { records: 320 } })));

    const recorded = await until('all stand in the ledger', async () => {
      const found = await entriesOf(caseId, 'recordAll');
      return found.length === 6 && found;
    });
    expect(recorded.flatMap(({ detail }) => detail.body.records).every(({ note }) => note.length === 500)).toBe(true);
    await until('it goes on as new', async () => (await handleOf(caseId).describe()).runId !== firstExecutionRunId, 60);
    const state = await stateOf(caseId);
    const kept = state.file.acts.filter(({ operation }) => operation === 'recordAll');
    expect(kept).toHaveLength(6);
    expect(JSON.stringify(kept)).not.toContain('佐证');
    expect(JSON.stringify(kept).length).toBeLessThan(200_000);
    expect(await system.post(township, `duties/${caseId}/record`, { duty: 'township-study' })).toMatchObject({
      status: 200,
      body: { ledger: 'written' },
    });
    const { body } = await system.get(county, `cases/${caseId}/verification`);
    expect(body).toMatchObject({ intact: true });
  }, 180_000);
});

describe('a case that is nearly full', () => {
  /** Bytes: for three lines, and not for three hundred. */
  const roomLeft = 500;
  const caseId = `duties:140423101:${month.id}`;
  const request = (key: string, body: ActRequest['act']['body']): ActRequest => ({
    act: { key, operation: 'recordAll', occurredOn: today, by: { office: 'party-committee:140423101' }, body },
    ...{ bodyHash: `hash of ${key}`, at: now(), clause: 'C-3.1', what: '登记' },
  });
  const act = (asked: ActRequest) =>
    handleOf(caseId).executeUpdate<ActAnswer, [ActRequest]>(recordAct, { args: [asked], updateId: asked.act.key });

  it('refuses what would not fit, in words, and goes on', async () => {
    await begin(sheetOf('140423101', 2000));
    await withCadres(caseId, '140423101');
    const state = await until('it knows its cadres', async () => {
      const known = await stateOf(caseId);
      return known.file.acts.length > 1 && known;
    });
    const { opening: _, ...start } = sheetOf('140423101', 2000);
    await handleOf(caseId).terminate('is carried on with more in it');
    const carried: CarriedCase = {
      start,
      state: { ...state, packedBytes: (state.packedBytes ?? 0) + 1_700_000 - carriedBytes(state) - roomLeft },
      position: { offset: 0, ahead: [] },
    };
    await system.client.workflow.start(workflowTypeOf('duty-sheet'), {
      workflowId: caseId,
      taskQueue,
      args: [carried],
    });

    // Each cadre once, and in no order, so that little is gained by packing.
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 16_807) % 2_147_483_647) % below;
    const everybody = Array.from({ length: 320 }, (_, cadre) => ({ ower: `C${cadre}`, place: next(1_000_000) }))
      .sort((a, b) => a.place - b.place)
      .map(({ ower }) => ({ duty: 'five-days', ower, amount: (1 + next(9)) / 10 }));
    const [few, lines] = [everybody.slice(0, 3), everybody.slice(3)];
    await expect(act(request('large', { records: lines }))).rejects.toMatchObject({
      cause: { type: 'TOO_LARGE', message: expect.stringContaining('容量上限') },
    });
    expect(await act(request('small', { records: few }))).toMatchObject({
      caseId,
      ledger: 'written',
    });
    const answer = await system.post('party-committee:140423101', `duties/${caseId}/record-all`, {
      records: lines,
    });
    expect(answer.body).toMatchObject({ status: 413, code: 'TOO_LARGE', title: '内容过大' });
    expect(await entriesOf(caseId, 'recordAll')).toHaveLength(1);
  }, 60_000);
});
