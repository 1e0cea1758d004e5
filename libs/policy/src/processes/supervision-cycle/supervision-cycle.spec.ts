import fc from 'fast-check';
import { buildCase, codeOf, judgeBeginningOf } from '../../case/case-builder';
import { isInScope } from '../../case/scope';
import { supervisionCycle } from './supervision-cycle';
import type { CycleOpening } from './supervision-cycle-acts';

const opening = (more: Partial<CycleOpening> = {}): CycleOpening => ({
  province: '14',
  year: 2026,
  title: '2026年专项行动',
  startsOn: '2026-11-03',
  counties: ['140423'],
  ...more,
});
const cycle = (more: Partial<CycleOpening> = {}, openedOn = '2026-11-01') =>
  buildCase(supervisionCycle, { caseId: 'cycle:14:2026', openedOn, opening: opening(more) });
const startsOf = (running: ReturnType<typeof cycle>) =>
  running
    .view()
    .consequences.filter((consequence) => consequence.kind === 'start' && consequence.process === 'monthly-assessment')
    .map(({ key, on }) => `${key} ${on}`);

describe('clause A-0: the months of a cycle', () => {
  it('begins within its first month and starts every later month on the 1st, up to December', () => {
    expect(startsOf(cycle({ startsOn: '2026-10-03' }, '2026-10-01'))).toEqual([
      'assessment:140423:2026-10 2026-10-03',
      'assessment:140423:2026-11 2026-11-01',
      'assessment:140423:2026-12 2026-12-01',
    ]);
  });

  it('starts the month for every county by a fixed id', () => {
    const [first, second] = cycle({ startsOn: '2026-12-31', counties: ['140423', '140425'] }).view().consequences;
    expect(first).toMatchObject({
      kind: 'start',
      process: 'monthly-assessment',
      caseId: 'assessment:140423:2026-12',
      opening: { county: '140423', month: '2026-12', cycle: 'cycle:14:2026' },
    });
    expect(second).toMatchObject({ caseId: 'assessment:140425:2026-12', on: '2026-12-31' });
  });

  it('begins on the day of opening when no day is named or the named one has passed', () => {
    expect(cycle({ startsOn: undefined }, '2026-11-20').view().listed).toMatchObject({ startsOn: '2026-11-20' });
    expect(cycle({ startsOn: '2026-11-01' }, '2026-11-20').view().listed).toMatchObject({ startsOn: '2026-11-20' });
  });

  it('ends on 31 December, by a message to itself when the year is over', () => {
    const running = cycle();
    expect(running.view()).toMatchObject({ stage: 'open', listed: { endsOn: '2026-12-31' } });
    expect(running.view().ended).toBeUndefined();
    expect(running.view().consequences.at(-1)).toMatchObject({
      kind: 'tell',
      caseId: 'cycle:14:2026',
      operation: 'yearEnded',
      on: '2027-01-01',
    });
    running.say('yearEnded', '2027-01-01', { year: 2026 });
    expect(running.view()).toMatchObject({ stage: 'closed', ended: { on: '2026-12-31', outcome: 'year-end' } });
  });
});

describe('clause A-0, RULES 0.campaign: closing and joining', () => {
  it('drops the months not yet started and takes nothing back from those that run', () => {
    const running = cycle();
    running.say('close', '2026-11-20', { reason: '任务提前完成' });
    expect(startsOf(running)).toEqual(['assessment:140423:2026-11 2026-11-03']);
    expect(running.view().consequences.every((consequence) => !('withdraw' in consequence))).toBe(true);
    expect(running.view()).toMatchObject({ stage: 'closed', ended: { on: '2026-11-20', outcome: 'closed-early' } });
  });

  it('lets a county join from its day on, once', () => {
    const running = cycle();
    expect(codeOf(running.say('addCounty', '2026-11-16', { county: '140425' }))).toBe('admitted');
    expect(startsOf(running)).toContain('assessment:140425:2026-11 2026-11-16');
    expect(running.say('addCounty', '2026-11-17', { county: '140425' })).toMatchObject({ admitted: true, keep: false });
    expect(running.say('addCounty', '2026-11-17', { county: '410100' })).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
      field: 'county',
    });
  });

  it('gives the same view whatever the order of recording', () => {
    const acts = [
      { operation: 'addCounty', occurredOn: '2026-11-16', body: { county: '140425' } },
      { operation: 'addCounty', occurredOn: '2026-11-10', body: { county: '140425' } },
      { operation: 'addCounty', occurredOn: '2026-11-12', body: { county: '140426' } },
      { operation: 'close', occurredOn: '2026-12-10', body: { reason: '提前完成' } },
    ].map((act, index) => ({ ...act, key: `k${index}`, by: { office: 'system' as const }, recordedAt: '' }));
    const viewOf = (order: typeof acts) =>
      supervisionCycle.view({ ...cycle().file(), acts: order.map((act, index) => ({ ...act, sequence: index + 2 })) });
    fc.assert(
      fc.property(fc.shuffledSubarray(acts, { minLength: 4 }), (order) => expect(viewOf(order)).toEqual(viewOf(acts))),
    );
  });
});

describe('clause A-0: a cycle that cannot be opened', () => {
  const judge = (more: Partial<CycleOpening>, openedOn = '2026-11-01') =>
    judgeBeginningOf(supervisionCycle, opening(more), { openedOn });
  it.each<[string, Partial<CycleOpening>, string, string]>([
    ['starts in another year', { startsOn: '2027-01-01' }, 'OUT_OF_RANGE', 'startsOn'],
    ['starts on no day of the calendar', { startsOn: '2026-02-30' }, 'OUT_OF_RANGE', 'startsOn'],
    ['has no counties', { counties: [] }, 'CONDITIONS_NOT_MET', 'counties'],
    ['has a county of another province', { counties: ['140423', '410100'] }, 'UNKNOWN_SUBJECT', 'counties.1'],
    ['has a city for a county', { counties: ['1404'] }, 'UNKNOWN_SUBJECT', 'counties.0'],
  ])('%s', (_title, more, code, field) => expect(judge(more)).toMatchObject({ admitted: false, code, field }));

  it('is opened after its year', () => expect(codeOf(judge({ startsOn: '2026-12-31' }, '2027-01-01'))).toBe('EXPIRED'));
  it('may be opened before its year when it says from when', () => {
    expect(codeOf(judge({ year: 2027, startsOn: '2027-01-01' }))).toBe('admitted');
    expect(codeOf(judge({ year: 2027, startsOn: undefined }))).toBe('OUT_OF_RANGE');
  });
});

describe('clause A-0: a cycle is the province’s', () => {
  it.each([
    ['province-group:14', 'admitted'],
    ['leading-group-office:14', 'admitted'],
    ['stationing-office:14', 'admitted'],
    ['leading-group-office:1404', 'NOT_ALLOWED'],
    ['stationing-office:140423', 'NOT_ALLOWED'],
    ['party-committee:14', 'NOT_ALLOWED'],
    ['leading-group-office:15', 'NOT_ALLOWED'],
  ])('%s opens it, adds counties and closes it: %s', (office, code) => {
    const by = { office };
    expect(codeOf(judgeBeginningOf(supervisionCycle, opening(), { openedOn: '2026-11-01', by }))).toBe(code);
    expect(codeOf(cycle().say('addCounty', '2026-11-16', { county: '140425' }, by))).toBe(code);
    expect(codeOf(cycle().say('close', '2026-11-20', { reason: '任务提前完成' }, by))).toBe(code);
  });

  it('is seen by its province’s offices', () => {
    const sees = (office: string) => isInScope(supervisionCycle.scope(cycle().file()), office);
    expect(['party-committee:14', 'stationing-office:1404', 'province-group:15'].map(sees)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('hears of the end of its year from the system alone', () =>
    expect(codeOf(cycle().say('yearEnded', '2027-01-01', { year: 2026 }, { office: 'province-group:14' }))).toBe(
      'NOT_ALLOWED',
    ));
});

describe('clause A-0: the days of a cycle', () => {
  it.each([
    ['before the cycle was opened', '2026-10-31', 'BEFORE_BEGINNING'],
    ['after its year', '2027-01-01', 'EXPIRED'],
  ])('nobody joins or closes it %s', (_title, on, code) => {
    const refusal = { code, field: 'occurredOn', clause: 'A-0' };
    expect(cycle().say('addCounty', on, { county: '140425' })).toMatchObject(refusal);
    expect(cycle().say('close', on, { reason: '任务提前完成' })).toMatchObject(refusal);
  });

  it('count to its last, though recorded after it', () => {
    const late = () =>
      buildCase(supervisionCycle, {
        caseId: 'cycle:14:2026',
        openedOn: '2026-11-01',
        opening: opening(),
        today: '2027-01-01',
      });
    expect(codeOf(late().say('addCounty', '2026-12-31', { county: '140425' }))).toBe('admitted');
    expect(codeOf(late().say('close', '2026-12-31', { reason: '任务提前完成' }))).toBe('admitted');
  });

  it('begin with the plan: none is opened before it was issued, nor in the future', () => {
    const open = (openedOn: string, today: string) =>
      judgeBeginningOf(supervisionCycle, opening({ year: 2023, startsOn: '2023-07-12' }), { openedOn, today });
    expect(open('2023-07-10', '2023-07-10')).toMatchObject({ code: 'BEFORE_BEGINNING', field: 'occurredOn' });
    expect(codeOf(open('2023-07-11', '2023-07-11'))).toBe('admitted');
    expect(open('2023-07-12', '2023-07-11')).toMatchObject({ code: 'FUTURE_DATE', field: 'occurredOn' });
  });
});

describe('clause A-0: the recurring duties of a cycle', () => {
  const booksOf = (running: ReturnType<typeof cycle>) =>
    running
      .view()
      .consequences.flatMap((one) =>
        one.kind === 'start' && one.process === 'duty-book'
          ? [`${one.caseId} ${one.on} ${(one.opening as { from: string }).from}`]
          : [],
      );

  it('begin for the province, each county and its city on the day it takes part', () => {
    const running = cycle({ startsOn: '2026-10-03', counties: ['140423', '140581'] }, '2026-10-01');
    running.say('addCounty', '2026-11-16', { county: '140425' });
    expect(booksOf(running)).toEqual([
      'duty-book:14:2026 2026-10-03 2026-10-03',
      'duty-book:1404:2026 2026-10-03 2026-10-03',
      'duty-book:140423:2026 2026-10-03 2026-10-03',
      'duty-book:1405:2026 2026-10-03 2026-10-03',
      'duty-book:140581:2026 2026-10-03 2026-10-03',
      'duty-book:140425:2026 2026-11-16 2026-11-16',
    ]);
  });

  it('are told when the cycle is closed', () => {
    const running = cycle();
    running.say('close', '2026-11-20', { reason: '任务提前完成' });
    const told = running.view().consequences.filter((one) => one.kind === 'tell');
    expect(told.map(({ caseId, on }) => `${caseId} ${on}`)).toEqual(
      ['14', '1404', '140423'].map((territory) => `duty-book:${territory}:2026 2026-11-20`),
    );
  });
});
