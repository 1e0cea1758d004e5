import { deadlineState, deadlineStates, type DeadlineSpec, type DeadlineState } from '@duban/policy/dates/deadline';
import { addDays } from '@duban/policy/dates/civil-date';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { builtDeadline, builtEntry, builtNotice, builtWrite } from './case-rows-builder';
import { caseOf, caseOpenedUnder, casesOf, previousCaseOf, type CaseFilter, type CaseRow } from './cases';
import { deadlineOf, deadlinesOf, nextDeadlinesOf, type DeadlineFilter } from './deadlines';
import { inboxOf, markAllRead, markRead, unreadOf } from './inbox';
import { InvalidCursor } from './page';
import { candidatesOf, rankingOf, scoresOf } from './records';
import { statisticsByArea } from './statistics';
import { closeTestSchema, openTestSchema } from './test-schema';
import { eventsOf, timelineOf } from './timeline';
import { writeCase } from './write-case';

const day = { today: '2026-07-14', nearDays: 3 };
const page = { limit: 50 };
let dataSource: DataSource;

beforeAll(async () => {
  dataSource = await openTestSchema();
  for (const write of county) await writeCase(dataSource, write);
});
afterAll(() => closeTestSchema(dataSource));

/** Two townships of one county, a neighbouring county and another city. */
const households: [string, string, number, string, string, CaseRow['listed']][] = [
  ['140423100', 'H1', 1, '2026-07-01', 'planned', { kind: 'sudden', watched: true, size: 3 }],
  ['140423100', 'H1', 2, '2026-07-05', 'reported', { kind: 'sudden', watched: false, size: 4 }],
  ['140423101', 'H2', 1, '2026-07-05', 'reported', { kind: 'unstable', watched: true, size: 3 }],
  ['140429100', 'H3', 1, '2026-06-01', 'reported', { kind: 'sudden', watched: true, size: 3, village: '140429100201' }],
  ['140581100', 'H4', 1, '2026-06-02', 'reported', { kind: 'sudden', watched: true, size: '3' }],
];

const county = households.map(([territory, subject, number, openedOn, stage, listed], index) =>
  builtWrite({
    snapshot: {
      caseId: `household:${territory}:${subject}:${number}`,
      territory,
      subject: `household:${territory}:${subject}`,
      number,
      openedOn,
      stage,
      stageName: stage,
      policy: { set: 'shanxi-2023', version: number },
      ended: stage === 'planned' ? { on: '2026-07-04', outcome: 'eliminated', outcomeName: '风险消除' } : null,
      listed,
    },
    entries: [builtEntry(1, { key: `open-${index}`, at: `2026-07-0${index + 1}T01:00:00.000Z` }), builtEntry(2)],
    deadlines: [builtDeadline('identification', addDays('2026-07-13', index))],
  }),
);

const idsOf = async (filter: CaseFilter, sort?: 'newest' | 'oldest' | 'territory'): Promise<string[]> =>
  (await casesOf(dataSource, filter, page, sort)).items.map(({ caseId }) => caseId.slice('household:'.length));

describe('lists of cases', () => {
  it.each<[string, CaseFilter, string[]]>([
    [
      'a county with its townships, newest first',
      { territory: '140423' },
      ['140423101:H2:1', '140423100:H1:2', '140423100:H1:1'],
    ],
    ['a township', { territory: '140423101' }, ['140423101:H2:1']],
    ['another process', { process: 'interview' }, []],
    ['a stage', { territory: '1404', stage: 'reported' }, ['140423101:H2:1', '140423100:H1:2', '140429100:H3:1']],
    ['ended cases', { ended: true }, ['140423100:H1:1']],
    ['running cases', { territory: '140423100', ended: false }, ['140423100:H1:2']],
    ['a policy version', { policy: { set: 'shanxi-2023', version: 2 } }, ['140423100:H1:2']],
    ['listed', { listed: { kind: 'sudden', watched: true } }, ['140423100:H1:1', '140581100:H4:1', '140429100:H3:1']],
    ['listed written as text', { territory: '1404', listed: { watched: 'false' } }, ['140423100:H1:2']],
    [
      'a figure that may be text',
      { listed: { size: '3', kind: 'sudden' } },
      ['140423100:H1:1', '140581100:H4:1', '140429100:H3:1'],
    ],
    ['ids that begin so', { search: { name: 'h1', places: [] } }, ['140423100:H1:2', '140423100:H1:1']],
    ['an id or a place', { search: { name: 'H4', places: ['140423101'] } }, ['140423101:H2:1', '140581100:H4:1']],
    ['a village', { search: { places: ['140429100201'] } }, ['140429100:H3:1']],
    ['nothing where nothing is meant', { search: { places: [] } }, []],
    [
      'what is overdue',
      { overdue: { is: true, on: '2026-07-16' } },
      ['140423101:H2:1', '140423100:H1:2', '140423100:H1:1'],
    ],
    ['what is not', { territory: '1404', overdue: { is: false, on: '2026-07-16' } }, ['140429100:H3:1']],
    ['these alone', { caseIds: ['household:140423101:H2:1', 'household:140423100:H9:1'] }, ['140423101:H2:1']],
    ['a subject', { subject: 'household:140423100:H1' }, ['140423100:H1:2', '140423100:H1:1']],
  ])('show %s', async (_, filter, expected) => {
    expect(await idsOf(filter)).toEqual(expected);
  });

  it('sort by day of opening and by territory', async () => {
    expect((await idsOf({}, 'oldest'))[0]).toBe('140429100:H3:1');
    expect((await idsOf({}, 'territory')).map((id) => id.slice(0, 9))).toEqual([
      '140423100',
      '140423100',
      '140423101',
      '140429100',
      '140581100',
    ]);
  });

  it.each(['newest', 'oldest', 'territory'] as const)('page through all rows once, %s', async (sort) => {
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const found = await casesOf(dataSource, {}, { limit: 2, ...(after == null ? {} : { after }) }, sort);
      expect(found.total).toBe(5);
      seen.push(...found.items.map(({ caseId }) => caseId.slice('household:'.length)));
      after = found.next;
    } while (after !== null);
    expect(seen).toEqual(await idsOf({}, sort));
  });

  it.each(['x', Buffer.from('["a"]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
    'refuse the cursor %s',
    async (after) => {
      await expect(casesOf(dataSource, {}, { limit: 2, after })).rejects.toThrow(InvalidCursor);
    },
  );

  it('know one case, the latest of a subject, and who was opened under a key', async () => {
    expect(await caseOf(dataSource, 'household:140423100:H1:1')).toMatchObject({
      process: 'household-monitoring',
      policy: { set: 'shanxi-2023', version: 1 },
      openedOn: '2026-07-01',
      ended: { on: '2026-07-04', outcome: 'eliminated', outcomeName: '风险消除' },
      listed: { kind: 'sudden', watched: true, size: 3 },
      sequence: 2,
      changedAt: '2026-07-02T01:00:00.000Z',
    });
    expect(await caseOf(dataSource, 'household:140423100:H9:1')).toBeNull();
    expect(await previousCaseOf(dataSource, 'household:140423100:H1')).toEqual({
      caseId: 'household:140423100:H1:2',
      number: 2,
      openedOn: '2026-07-05',
      endedOn: null,
      outcome: null,
    });
    expect(await previousCaseOf(dataSource, 'household:140423100:H')).toBeNull();
    expect(await caseOpenedUnder(dataSource, 'open-2')).toBe('household:140423101:H2:1');
    expect(await caseOpenedUnder(dataSource, 'key-2')).toBeNull();
  });
});

describe('lists of deadlines', () => {
  it.each<[string, DeadlineFilter, string[]]>([
    ['all of a city, soonest first', { territory: '1404' }, ['overdue', 'due-today', 'near', 'near']],
    ['overdue ones', { states: ['overdue'] }, ['overdue']],
    ['what comes next', { states: ['due-today', 'near'], territory: '140423' }, ['due-today', 'near']],
    ['a window of days, both included', { from: '2026-07-14', until: '2026-07-15' }, ['due-today', 'near']],
    ['an owner without any', { owner: 'department:140423' }, []],
    ['a case', { caseId: 'household:140423101:H2:1' }, ['near']],
    ['another process', { process: 'interview' }, []],
  ])('show %s', async (_, filter, states) => {
    expect((await deadlinesOf(dataSource, filter, day, page)).items.map(({ state }) => state)).toEqual(states);
  });

  it('tell of each case the one it runs against next: neither met nor dropped, and what stands still last', async () => {
    const caseId = 'interview:140900:NEXT';
    const standing = builtDeadline('standing', '2026-07-02');
    const standstills = [{ from: '2026-07-01', reason: 'flood' as const, remainder: 1 }];
    const deadlines = [
      builtDeadline('met', '2026-07-01', { metOn: '2026-07-01' }),
      builtDeadline('dropped', '2026-07-02', { dropped: { on: '2026-07-02', reason: '迁出' } }),
      { ...standing, deadline: { ...standing.deadline, standstills } },
      builtDeadline('measures', '2026-07-22'),
      builtDeadline('plan', '2026-07-20'),
    ];
    const next = async (): Promise<string | undefined> =>
      (await nextDeadlinesOf(dataSource, [caseId, 'interview:140900:NONE'], day)).get(caseId)?.id;
    expect(await next()).toBeUndefined();
    await writeCase(
      dataSource,
      builtWrite({ snapshot: { caseId, process: 'interview', territory: '140900' }, deadlines }),
    );
    expect(await next()).toBe('plan');
    const met = ['measures', 'plan'].map((id) => builtDeadline(id, '2026-07-22', { metOn: '2026-07-10' }));
    await writeCase(
      dataSource,
      builtWrite({
        snapshot: { caseId, process: 'interview', territory: '140900' },
        entries: [builtEntry(2)],
        deadlines: met,
      }),
    );
    expect(await next()).toBe('standing');
  });

  it('carry all that explains the date', async () => {
    const found = await deadlineOf(dataSource, { caseId: 'household:140423100:H1:1', id: 'identification' }, day);
    expect(found).toMatchObject({
      state: 'overdue',
      stageName: 'planned',
      territory: '140423100',
      deadline: builtDeadline('identification', '2026-07-13').deadline,
    });
    expect(await deadlineOf(dataSource, { caseId: 'household:140423100:H1:1', id: 'plan' }, day)).toBeNull();
  });

  it('tell every state as policy tells it', async () => {
    const days = fc.integer({ min: -6, max: 6 }).map((shift) => addDays('2026-07-14', shift));
    const cases = fc.record({
      due: days,
      metOn: fc.option(days),
      droppedOn: fc.option(days),
      from: fc.option(days),
      pause: fc.option(fc.integer({ min: 1, max: 5 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cases, { minLength: 5, maxLength: 12 }), async (given) => {
        const caseId = `interview:140900:P${Math.random()}`;
        const deadlines = given.map(({ due, metOn, droppedOn, from, pause }, index) => {
          const more: Partial<DeadlineSpec> = {
            ...(metOn === null ? {} : { metOn }),
            ...(droppedOn === null ? {} : { dropped: { on: droppedOn, reason: '迁出' } }),
          };
          const row = builtDeadline(`d${index}`, due, more);
          const standstills =
            from === null
              ? undefined
              : [
                  {
                    from,
                    reason: 'flood' as const,
                    remainder: 1,
                    ...(pause === null ? {} : { to: addDays(from, pause) }),
                  },
                ];
          return standstills === undefined ? row : { ...row, deadline: { ...row.deadline, standstills } };
        });
        await writeCase(
          dataSource,
          builtWrite({ snapshot: { caseId, process: 'interview', territory: '140900' }, deadlines }),
        );
        const stateById = Object.fromEntries(
          deadlines.map(({ id, deadline }) => [id, deadlineState(deadline, day.today, day.nearDays)]),
        );
        const { items } = await deadlinesOf(dataSource, { caseId }, day, page);
        expect(Object.fromEntries(items.map(({ id, state }) => [id, state]))).toEqual(stateById);
        for (const state of Object.keys(deadlineStates) as DeadlineState[]) {
          const wanted = Object.keys(stateById).filter((id) => stateById[id] === state && !isMetLater(deadlines, id));
          const shown = (await deadlinesOf(dataSource, { caseId, states: [state] }, day, page)).items.map(
            ({ id }) => id,
          );
          expect(shown.sort()).toEqual(wanted.sort());
        }
      }),
      { numRuns: 25 },
    );
  }, 30_000);
});

/** No act lies in the future: a list of what is owed need not look among the met for one that will be. */
const isMetLater = (deadlines: ReturnType<typeof builtDeadline>[], id: string): boolean =>
  deadlines.some(
    (row) =>
      row.id === id &&
      row.deadline.metOn !== undefined &&
      row.deadline.metOn > day.today &&
      deadlineState(row.deadline, day.today, day.nearDays) !== 'dropped',
  );

describe('a timeline', () => {
  it('shows a case in order, page by page', async () => {
    const first = await timelineOf(dataSource, 'household:140423101:H2:1', { limit: 1 });
    expect(first.items).toMatchObject([
      {
        sequence: 1,
        key: 'open-2',
        by: { office: 'party-committee:140423100', person: 'P1' },
        at: '2026-07-03T01:00:00.000Z',
        algorithm: 'sha256',
      },
    ]);
    const second = await timelineOf(dataSource, 'household:140423101:H2:1', { limit: 1, after: first.next ?? '' });
    expect(second).toMatchObject({ items: [{ sequence: 2 }], next: null, total: 2 });
  });

  it('of a territory goes by instant', async () => {
    const { items } = await eventsOf(
      dataSource,
      { territory: '140423', from: '2026-07-02T01:00:00.000Z', until: '2026-07-03T01:00:00.000Z' },
      page,
    );
    expect(items.map(({ subject, sequence }) => `${subject}/${sequence}`)).toEqual([
      'household:140423100:H1/2',
      'household:140423100:H1/1',
      'household:140423100:H1/2',
      'household:140423101:H2/2',
      'household:140423101:H2/1',
    ]);
  });
});

describe('an inbox', () => {
  const office = 'stationing-office:141100';
  const at = '2026-07-13T14:00:00.000Z';
  const morning = '2026-07-14T00:00:00.000Z';

  it('holds what comes at night until 08:00, and is read once', async () => {
    const notices = [
      builtNotice('night', { to: office, at, deliverAt: morning }),
      builtNotice('day', { to: office, deliverAt: '2026-07-13T02:00:00.000Z' }),
    ];
    await writeCase(
      dataSource,
      builtWrite({ snapshot: { caseId: 'interview:141100:I1', territory: '141100', process: 'interview' }, notices }),
    );
    const keys = async (now: string, unread?: boolean) =>
      (await inboxOf(dataSource, office, now, page, unread)).items.map(({ key }) => key);
    expect(await keys('2026-07-13T23:59:59.999Z')).toEqual(['day']);
    expect(await keys(morning)).toEqual(['night', 'day']);
    const [night, other] = (await inboxOf(dataSource, office, morning, page)).items.map(({ id }) => id) as [
      string,
      string,
    ];
    expect(await markRead(dataSource, office, [night, other], { at, by: null })).toBe(1);
    expect(await markRead(dataSource, 'stationing-office:141101', [night], { at: morning, by: 'P1' })).toBe(0);
    expect(await keys(morning, true)).toEqual(['night']);
    expect(await markRead(dataSource, office, [night, other], { at: morning, by: 'P2' })).toBe(1);
    expect(await keys(morning, true)).toEqual([]);
    expect((await inboxOf(dataSource, office, morning, page)).items).toMatchObject([
      { readBy: 'P2', readAt: morning },
      { readBy: null, readAt: at },
    ]);
  });
});

describe('an inbox as a whole', () => {
  const office = 'stationing-office:141200';

  it('counts what is unread and may be read at once, up to what the reader has seen', async () => {
    const notices = ['01', '02', '03'].map((hour) =>
      builtNotice(hour, { to: office, deliverAt: `2026-07-13T${hour}:00:00.000Z` }),
    );
    await writeCase(
      dataSource,
      builtWrite({ snapshot: { caseId: 'interview:141200:I1', territory: '141200', process: 'interview' }, notices }),
    );
    const unread = (now: string) => unreadOf(dataSource, [office, 'stationing-office:141201'], now);
    expect([...(await unread('2026-07-13T02:00:00.000Z'))]).toEqual([
      [office, 2],
      ['stationing-office:141201', 0],
    ]);
    const reading = { at: '2026-07-13T09:00:00.000Z', by: 'P1' };
    expect(await markAllRead(dataSource, office, '2026-07-13T02:00:00.000Z', reading)).toBe(2);
    expect((await unread(reading.at)).get(office)).toBe(1);
  });
});

describe('records and statistics', () => {
  it('count by the parts of a territory', async () => {
    const { cases, deadlines } = await statisticsByArea(dataSource, { territory: '140423' }, day);
    expect(cases).toEqual([
      {
        area: '140423100',
        process: 'household-monitoring',
        stage: 'planned',
        stageName: 'planned',
        ended: true,
        count: 1,
      },
      {
        area: '140423100',
        process: 'household-monitoring',
        stage: 'reported',
        stageName: 'reported',
        ended: false,
        count: 1,
      },
      {
        area: '140423101',
        process: 'household-monitoring',
        stage: 'reported',
        stageName: 'reported',
        ended: false,
        count: 1,
      },
    ]);
    expect(deadlines).toEqual([
      { area: '140423100', process: 'household-monitoring', state: 'due-today', count: 1 },
      { area: '140423100', process: 'household-monitoring', state: 'overdue', count: 1 },
      { area: '140423101', process: 'household-monitoring', state: 'near', count: 1 },
    ]);
    expect(
      (await statisticsByArea(dataSource, { territory: '14', process: 'household-monitoring' }, day)).cases.map(
        ({ area, count }) => [area, count],
      ),
    ).toEqual([
      ['1404', 1],
      ['1404', 3],
      ['1405', 1],
    ]);
  });

  it('show scores, ranks and candidates of a month', async () => {
    const score = (cadre: string, township: string, total: number) =>
      ({
        table: 'score',
        key: cadre,
        row: { month: '2026-06', township, cadre, task: 90.5, presence: 80, total },
      }) as const;
    const rank = (cadre: string, scope: string, place: number) =>
      ({
        table: 'rank',
        key: `${scope}/${cadre}`,
        row: { month: '2026-06', scope, cadre, total: 86.3, rank: place, low: place > 1 },
      }) as const;
    const candidate = {
      area: '141024',
      office: 'department:141024',
      deadline: 'd',
      clause: 'A-3.4',
      since: '2026-07-20',
      withdrawnOn: null,
    } as const;
    const write = builtWrite({
      snapshot: { caseId: 'assessment:141024:2026-06', territory: '141024', process: 'monthly-assessment' },
      records: [
        score('C2', '141024100', 86.3),
        score('C1', '141024101', 70),
        rank('C2', '141024', 1),
        rank('C1', '141024', 2),
        rank('C1', '141024101', 1),
      ],
      candidates: [
        { ...candidate, key: 'a' },
        { ...candidate, key: 'b', withdrawnOn: '2026-07-21' },
      ],
    });
    await writeCase(dataSource, write);
    expect(
      (await scoresOf(dataSource, '2026-06', '141024')).map(({ cadre, task, total }) => [cadre, task, total]),
    ).toEqual([
      ['C2', 90.5, 86.3],
      ['C1', 90.5, 70],
    ]);
    expect(
      (await rankingOf(dataSource, '2026-06', '141024')).map(({ cadre, rank: place, low }) => [cadre, place, low]),
    ).toEqual([
      ['C2', 1, false],
      ['C1', 2, true],
    ]);
    expect(await rankingOf(dataSource, '2026-07', '141024')).toEqual([]);
    expect((await candidatesOf(dataSource, { territory: '1410', withdrawn: false })).map(({ key }) => key)).toEqual([
      'a',
    ]);
    expect((await candidatesOf(dataSource, { territory: '1410', from: '2026-07-21' })).map(({ key }) => key)).toEqual(
      [],
    );
  });
});
