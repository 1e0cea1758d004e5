import type { LedgerRecord } from '@duban/policy/case/case';
import { addDays, weekdayOf } from '@duban/policy/dates/civil-date';
import { deadlineState, startOf, type Deadline } from '@duban/policy/dates/deadline';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { builtDeadline, builtEntry, builtWrite } from './case-rows-builder';
import { dueCounts } from './forecast';
import { dispatchRanks, listedCounties, listedRounds, lowCadres, rankMovements } from './standings';
import { owedByArea, runningCasesByArea } from './statistics';
import { closeTestSchema, openTestSchema } from './test-schema';
import { deadlineWeeks } from './weeks';
import { writeCase } from './write-case';

const today = '2026-07-15';
let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openTestSchema();
});
afterAll(() => closeTestSchema(dataSource));

let number = 0;
const put = (
  territory: string,
  deadlines: { id: string; deadline: Deadline }[],
  more: Parameters<typeof builtWrite>[0] = {},
) =>
  writeCase(
    dataSource,
    builtWrite({
      ...more,
      deadlines,
      snapshot: { caseId: `household:${territory}:W${(number += 1)}:1`, territory, ...more.snapshot },
    }),
  );

describe('deadlines week by week', () => {
  const day = fc.integer({ min: -60, max: 20 }).map((days) => addDays(today, days));
  const past = fc.integer({ min: -60, max: 0 }).map((days) => addDays(today, days));
  const sample = fc.record({
    due: day,
    startedOn: past,
    metOn: fc.option(past, { nil: undefined }),
    droppedOn: fc.option(past, { nil: undefined, freq: 4 }),
  });

  it('count as the states of the rules do at each week’s end', async () => {
    let county = 140500;
    await fc.assert(
      fc.asyncProperty(
        fc.array(sample, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 6 }),
        async (samples, weeks) => {
          const territory = String((county += 1));
          const deadlines = samples.map(({ due, startedOn, metOn, droppedOn }, index) =>
            builtDeadline(`d${index}`, due, {
              startedOn,
              ...(metOn === undefined ? {} : { metOn }),
              ...(droppedOn === undefined ? {} : { dropped: { on: droppedOn, reason: '撤销' } }),
            }),
          );
          await put(territory, deadlines);
          const rows = await deadlineWeeks(dataSource, { territory }, today, weeks);
          expect(rows).toHaveLength(weeks);
          expect(rows.at(-1)?.from).toBe('2026-07-13');
          for (const row of rows)
            expect(row).toEqual(
              countedByRules(
                row,
                deadlines.map(({ deadline }) => deadline),
              ),
            );
        },
      ),
      { numRuns: 25 },
    );
  });

  function countedByRules({ from, to }: { from: string; to: string }, deadlines: Deadline[]) {
    const end = to < today ? to : today;
    const stateOf = (deadline: Deadline) => (startOf(deadline) <= end ? deadlineState(deadline, end, 0) : 'unborn');
    const metIn = ({ metOn }: Deadline) => metOn !== undefined && metOn >= from && metOn <= end;
    const last = (deadline: Deadline) => deadlineState(deadline, today, 0);
    return {
      from,
      to,
      open: deadlines.filter((one) => ['open', 'due-today', 'near', 'overdue'].includes(stateOf(one))).length,
      overdue: deadlines.filter((one) => deadlineState(one, end, 0) === 'overdue').length,
      due: deadlines.filter((one) => one.due >= from && one.due <= to && last(one) !== 'dropped').length,
      metInTime: deadlines.filter((one) => metIn(one) && last(one) === 'met').length,
      metLate: deadlines.filter((one) => metIn(one) && last(one) === 'met-late').length,
    };
  }

  it('begin on Mondays and may be asked for one office and process', async () => {
    const unit = 'dispatching-unit:1407:U01';
    const deadlines = [builtDeadline('a', '2026-07-10'), builtDeadline('b', '2026-07-10', { owner: unit })];
    await put('140701100', deadlines, { snapshot: { listed: { unit } } });
    await put('140701100', deadlines);
    const scope = { territory: '1407', part: { unit }, process: 'household-monitoring' } as const;
    const [week] = await deadlineWeeks(dataSource, scope, today, 1);
    expect(week).toMatchObject({ open: 1, overdue: 1 });
    expect(weekdayOf(week?.from ?? '')).toBe(1);
    expect(await deadlineWeeks(dataSource, { territory: '1407', process: 'interview' }, today, 1)).toMatchObject([
      { open: 0 },
    ]);
  });
});

describe('what falls due', () => {
  it('is counted by the parts of the territory, day and process, from today on', async () => {
    const met = { metOn: '2026-07-14' };
    await put('140801100', [
      builtDeadline('a', today),
      builtDeadline('b', '2026-07-20'),
      builtDeadline('c', '2026-07-20', met),
      builtDeadline('d', '2026-07-14'),
    ]);
    await put('140801101', [builtDeadline('a', '2026-07-20'), builtDeadline('b', '2026-08-20')]);
    const process = 'household-monitoring';
    expect(await dueCounts(dataSource, { territory: '140801' }, today, 30)).toEqual([
      { area: '140801100', day: today, process, count: 1 },
      { area: '140801100', day: '2026-07-20', process, count: 1 },
      { area: '140801101', day: '2026-07-20', process, count: 1 },
    ]);
    expect(await dueCounts(dataSource, { territory: '1408' }, today, 1)).toEqual([
      { area: '140801', day: today, process, count: 1 },
    ]);
  });
});

describe('measures by area', () => {
  it('count what runs and what is owed for areas of the size asked for', async () => {
    await put('140901100', [
      builtDeadline('a', '2026-07-01'),
      builtDeadline('b', '2026-07-20'),
      builtDeadline('c', '2026-07-01', { dropped: { on: '2026-07-02', reason: '撤销' } }),
    ]);
    await put('140902100', [], {
      snapshot: { ended: { on: '2026-07-03', outcome: 'eliminated', outcomeName: '风险消除' } },
    });
    expect(await runningCasesByArea(dataSource, { territory: '1409', length: 6 })).toEqual([
      { area: '140901', count: 1 },
    ]);
    expect(await owedByArea(dataSource, { territory: '1409', length: 6 }, { today, nearDays: 0 })).toEqual([
      { area: '140901', owed: 2, overdue: 1 },
    ]);
    expect(await owedByArea(dataSource, { territory: '140901' }, { today, nearDays: 0 })).toMatchObject([
      { area: '140901100', overdue: 1 },
    ]);
  });

  it('read the latest closed dispatch and the latest ranking', async () => {
    const dispatch = (period: string, on: string, rank: number, closed: boolean): LedgerRecord => ({
      table: 'register',
      key: `place/overall/${period}`,
      row: {
        kind: 'dispatch',
        territory: '141001',
        period,
        owner: null,
        on,
        state: 'ranked',
        body: { area: 'overall', progress: 80, rank, of: 12, problems: 0, closed },
      },
    });
    const rank = (month: string, scope: string, cadre: string, place: number, low = false): LedgerRecord => ({
      table: 'rank',
      key: `${scope}/${month}/${cadre}`,
      row: { month, scope, cadre, total: 80, rank: place, low },
    });
    const posting: LedgerRecord = {
      ...{ table: 'posting', key: 'C1' },
      row: {
        cadre: 'C1',
        township: '141001100',
        village: '141001100201',
        unit: 'dispatching-unit:1410:U01',
        role: 'member',
        from: '2026-01-01',
        to: null,
      },
    };
    await put('141001', [], {
      records: [
        ...[
          dispatch('2026-06-H1', '2026-06-15', 3, true),
          dispatch('2026-06-H2', '2026-06-30', 5, true),
          dispatch('2026-07-H1', '2026-07-15', 1, false),
        ],
        ...[
          rank('2026-05', '141001', 'C1', 4, true),
          rank('2026-06', '141001', 'C1', 2),
          rank('2026-06', '141001', 'C2', 3, true),
          posting,
        ],
      ],
    });
    expect(await dispatchRanks(dataSource, '1410', 6)).toEqual([{ area: '141001', value: 5, asOf: '2026-06-H2' }]);
    expect(await lowCadres(dataSource, '1410', 6)).toEqual([{ area: '141001', value: 1, asOf: '2026-06' }]);
    expect(await rankMovements(dataSource, '2026-06', '141001')).toMatchObject([
      { cadre: 'C1', rank: 2, lastRank: 4, lastLow: true, village: '141001100201', role: 'member' },
      { cadre: 'C2', rank: 3, lastRank: null, low: true, village: null },
    ]);
  });

  it('show listed counties with the finding of their round', async () => {
    const finding = (sequence: number, occurredOn: string, positive: boolean) =>
      builtEntry(sequence, { name: 'policyFinding', occurredOn, detail: { body: { positive, note: '认定' } } });
    const listing = {
      caseId: 'listing:141101:1',
      process: 'county-listing',
      territory: '141101',
      listed: { round: 2, roundFrom: '2026-06-01' },
    } as const;
    await writeCase(
      dataSource,
      builtWrite({ snapshot: listing, entries: [finding(1, '2026-06-01', false), finding(2, '2026-06-20', true)] }),
    );
    expect(await listedRounds(dataSource, '14')).toEqual([{ area: '141101', value: 2 }]);
    expect(await listedCounties(dataSource, '1411')).toMatchObject([
      { county: '141101', policyFinding: { on: '2026-06-20', positive: true } },
    ]);
    const early = { ...listing, caseId: 'listing:141102:1', territory: '141102' };
    await writeCase(dataSource, builtWrite({ snapshot: early, entries: [finding(1, '2026-06-01', false)] }));
    expect(await listedCounties(dataSource, '141102')).toMatchObject([{ policyFinding: null }]);
  });
});
