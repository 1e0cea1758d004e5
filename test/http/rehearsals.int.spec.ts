import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';
import { RehearsalRunner } from '../setup/rehearsal-runner';

const county = 'stationing-office:141032';
const city = 'leading-group-office:1410';
const today = civilDateOf(new Date().toISOString());
const small = { county: '141032', months: 1, start: addDays(today, 20), whatIfs: { cadres: 10, households: 5 } };

type Shown = Record<string, never> & {
  id: string;
  state: string;
  progress: { day: string | null; share: number };
  summary: Record<string, number> | null;
};

let system: LiveSystem;
let runner: RehearsalRunner | undefined;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(() => system.stop(), 60_000);

const order = async (office: string, body: unknown, headers?: Record<string, string>): Promise<Shown> => {
  const answer = await system.post(office, 'rehearsals', body, headers);
  expect({ status: answer.status, detail: answer.body['detail'] }).toEqual({ status: 201, detail: undefined });
  return answer.body as Shown;
};
const read = async (id: string): Promise<Shown> => (await system.get(county, `rehearsals/${id}`)).body as Shown;

async function until(id: string, isReached: (shown: Shown) => boolean, withinMs = 150_000): Promise<Shown> {
  const patience = Date.now() + withinMs;
  for (;;) {
    const shown = await read(id);
    if (isReached(shown)) return shown;
    if (Date.now() > patience) throw new Error(`not reached: ${JSON.stringify(shown).slice(0, 400)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const stagesLeft = async (): Promise<string[]> =>
  (
    await system.dataSource.query<{ name: string }[]>(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'rehearsal\\_%'`,
    )
  ).map(({ name }) => name);

describe('ordering a rehearsal', () => {
  it.each([
    ['a township', 'party-committee:141032100', small, 403, 'NOT_ALLOWED', /县级以上/],
    ['a dispatching unit', 'dispatching-unit:141032:U07', small, 403, 'NOT_ALLOWED', /县级以上/],
    ['a county of another city', city, { ...small, county: '140423' }, 404, 'UNKNOWN_SUBJECT', /不在本单位辖区/],
    [
      'a county that is none',
      'leading-group-office:14',
      { ...small, county: '149999' },
      404,
      'UNKNOWN_SUBJECT',
      /不在区划目录/,
    ],
    ['a start in the past', county, { ...small, start: addDays(today, -1) }, 422, 'OUT_OF_RANGE', /只能从今天/],
    ['thirteen months', county, { ...small, months: 13 }, 400, 'INVALID_INPUT', /1–12 的整数/],
    [
      'too many households',
      county,
      { ...small, whatIfs: { households: 301 } },
      400,
      'INVALID_INPUT',
      /whatIfs\.households：应为5–300之间的整数/,
    ],
    ['an unknown what-if', county, { ...small, whatIfs: { weather: 1 } }, 400, 'INVALID_INPUT', /没有这一项/],
    [
      'more late townships than there are',
      county,
      { ...small, whatIfs: { lateTownships: 7 } },
      422,
      'OUT_OF_RANGE',
      /有 6 个乡镇/,
    ],
    [
      'a policy number that is none',
      county,
      { ...small, whatIfs: { policyChanges: { planDays: '十' } } },
      422,
      'OUT_OF_RANGE',
      /应为1至366之间的整数/,
    ],
  ])('is refused for %s', async (_, office, body, status, code, words) => {
    const answer = await system.post(office, 'rehearsals', body);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body['detail']).toMatch(words);
  });

  it('sent twice under one key is ordered once, and at most three wait for an office', async () => {
    const first = await order(county, small, { 'idempotency-key': 'R1' });
    expect((await order(county, small, { 'idempotency-key': 'R1' })).id).toBe(first.id);
    expect(
      (await system.post(county, 'rehearsals', { ...small, months: 2 }, { 'idempotency-key': 'R1' })).body['code'],
    ).toBe('KEY_REUSED');
    const others = [await order(county, small), await order(county, small)];
    expect((await system.post(county, 'rehearsals', small)).body).toMatchObject({
      code: 'CONDITIONS_NOT_MET',
      detail: expect.stringContaining('3 个推演在排队'),
    });
    expect(await read(others[1]?.id ?? '')).toMatchObject({ state: 'waiting', stateName: '排队中', ahead: 2 });
    for (const { id } of [first, ...others]) {
      expect((await system.post(county, `rehearsals/${id}/cancel`)).body).toMatchObject({
        state: 'cancelled',
        canCancel: false,
      });
    }
  });

  it('is not to be seen by another county', async () => {
    const [mine] = (await system.get(city, 'rehearsals')).body['items'] as Shown[];
    expect((await system.get('stationing-office:140423', `rehearsals/${mine?.id}`)).body['code']).toBe(
      'UNKNOWN_SUBJECT',
    );
    expect((await system.get('stationing-office:140423', 'rehearsals')).body['total']).toBe(0);
  });
});

let whole: string;

describe('the runner', () => {
  it('cancels one under way within seconds and leaves nothing behind', async () => {
    const { id } = await order(county, { ...small, months: 6 });
    runner = await RehearsalRunner.start(system);
    await until(id, ({ state, progress }) => state === 'running' && progress.day !== null);
    const asked = Date.now();
    await system.post(county, `rehearsals/${id}/cancel`);
    await until(id, ({ state }) => state === 'cancelled');
    expect(Date.now() - asked).toBeLessThan(10_000);
    expect(await stagesLeft()).toEqual([]);
    expect((await system.post(county, `rehearsals/${id}/cancel`)).status).toBe(200);
  }, 180_000);

  it('that is killed in the middle begins anew, and shows what happened day by day', async () => {
    const { id } = await order(county, { ...small, title: '入冬推演' });
    await until(id, ({ state, progress }) => state === 'running' && progress.day !== null);
    await runner?.stop('SIGKILL');
    runner = await RehearsalRunner.start(system);
    const done = await until(id, ({ state }) => state === 'done' || state === 'failed');
    expect(done).toMatchObject({ state: 'done', title: '入冬推演', progress: { share: 1 }, failure: null });
    expect(await stagesLeft()).toEqual([]);
    expect(done.summary).toMatchObject({ refused: 0 });

    const all = (await system.get(county, `rehearsals/${id}/events?limit=200`)).body as {
      items: Record<string, unknown>[];
      total: number;
      next: string;
    };
    expect(all.total).toBe(done.summary?.['events']);
    const second = (await system.get(county, `rehearsals/${id}/events?limit=200&after=${all.next}`)).body['items'] as {
      line: number;
    }[];
    expect(second[0]?.line).toBe(201);
    const late = (await system.get(county, `rehearsals/${id}/events?kind=overdue`)).body['items'] as Record<
      string,
      unknown
    >[];
    expect(late[0]).toMatchObject({
      kindName: '逾期',
      processName: expect.stringMatching(/[一-鿿]/),
      citation: expect.stringMatching(/[一-鿿]/),
    });
    expect(late[0]?.['recipientNames']).toEqual([expect.stringMatching(/[一-鿿]/)]);
    whole = id;
  }, 180_000);

  it('gives the calendar and the counts of what it has done', async () => {
    const calendar = (await system.get(county, `rehearsals/${whole}/calendar`)).body as {
      days: { day: string; total: number }[];
    };
    const shown = await read(whole);
    expect(calendar.days[0]?.day).toBe(small.start);
    expect(calendar.days.reduce((sum, { total }) => sum + total, 0)).toBe(shown.summary?.['events']);
    const { counts, order } = shown as unknown as {
      counts: { byKind: { count: number }[]; byClause: { citation: string }[] };
      order: { chosen: unknown[] };
    };
    expect(counts.byKind.reduce((sum, { count }) => sum + count, 0)).toBe(shown.summary?.['events']);
    expect(counts.byClause[0]?.citation).toMatch(/[一-鿿]/);
    expect(order.chosen).toContainEqual({
      id: 'households',
      name: '监测对象户数',
      value: 5,
      words: '5户',
      isOrdinary: false,
    });
  });

  it('plays a changed policy, which the comparison shows event by event', async () => {
    const { id } = await order(county, {
      ...small,
      whatIfs: { ...small.whatIfs, lateHouseholds: 0, policyChanges: { identificationDays: 12 } },
    });
    const { state, failure } = (await until(id, ({ state }) => state === 'done' || state === 'failed')) as Shown & {
      failure: string;
    };
    expect({ state, failure }).toEqual({ state: 'done', failure: null });
    const { body } = await system.get(county, `rehearsals/compare?left=${whole}&right=${id}`);
    const { events, orders, note } = body as unknown as {
      note: string | null;
      orders: { whatIfs: { id: string }[]; policyChanges: { right: { name: string; from: number; to: number }[] } };
      events: { same: number; moved: { items: { days: number; left: { what: string } }[] } };
    };
    expect(note).toBeNull();
    expect(orders.whatIfs.map((one) => one.id)).toEqual(['lateHouseholds']);
    expect(orders.policyChanges.right).toMatchObject([{ name: 'identificationDays', from: 15, to: 12 }]);
    expect(events.same).toBeGreaterThan(100);
    expect(
      events.moved.items.filter(({ left }) => left.what.includes('履行监测对象认定程序')).map(({ days }) => days),
    ).toContain(-3);
  }, 180_000);

  it('compares only what is done', async () => {
    const { id } = await order(county, { ...small, start: addDays(today, 40) });
    await system.post(county, `rehearsals/${id}/cancel`);
    expect((await system.get(county, `rehearsals/compare?left=${whole}&right=${id}`)).body).toMatchObject({
      code: 'WRONG_STAGE',
      field: 'right',
    });
    expect((await system.get(county, `rehearsals/compare?left=${whole}`)).body).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'right',
    });
  });
});

it('the what-ifs come with what a form needs, with the limits of the county', async () => {
  const { body } = await system.get(county, 'rehearsals/what-ifs?county=141032');
  const items = body['items'] as Record<string, unknown>[];
  expect(items.find(({ id }) => id === 'lateTownships')).toMatchObject({
    form: 'count',
    least: 0,
    most: 6,
    default: 1,
    unit: '个',
  });
  expect(body['start']).toEqual({ earliest: today, default: addDays(today, 1) });
});
