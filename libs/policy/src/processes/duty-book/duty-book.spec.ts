import type { CaseId } from '../../case/process-list';
import type { Settings } from '../../settings/policy-set';
import { buildCase, codeOf, judgeBeginningOf } from '../../case/case-builder';
import { dutyBook } from './duty-book';
import { system } from '../duty-sheet/duty-builder';

const book = (
  territory: string,
  from = '2026-11-11',
  cycle: CaseId = 'cycle:14:2026',
  changes: Partial<Settings> = {},
) =>
  buildCase(dutyBook, {
    caseId: `duty-book:${territory}:2026`,
    openedOn: from,
    opening: { territory, from, to: '2026-12-31', cycle },
    changes,
  });
const allStartsOf = (running: ReturnType<typeof book>) =>
  running.view().consequences.flatMap((one) => (one.kind === 'start' ? [`${one.caseId} ${one.on}`] : []));
const startsOf = (running: ReturnType<typeof book>) => allStartsOf(running).filter((start) => start.startsWith('dut'));

describe('A-0: the book of a territory', () => {
  it('begins the sheet of every period, the first with the cycle', () =>
    expect(startsOf(book('140423100'))).toEqual([
      'duties:140423100:2026-11 2026-11-11',
      'duties:140423100:2026-12 2026-12-01',
      'duties:140423100:2026-Q4 2026-11-11',
      'duties:140423100:2026 2026-11-11',
    ]));

  it('has the sheets its level’s duties call for', () => {
    const periods = (territory: string) => startsOf(book(territory)).map((start) => start.split(/[: ]/)[2]);
    expect(periods('140423')).toEqual(expect.arrayContaining(['2026-11', '2026-M11-12', '2026-Q4', '2026']));
    expect(periods('1404')).toEqual(['2026-M11-12', '2026', '2026-11', '2026-12']);
    expect(periods('14')).toEqual(['2026-M11-12', '2026', '2026-11', '2026-12', '2026-Q4']);
  });

  it('asks for nothing where the office keeps no duties', () => {
    expect(
      book('140423', '2026-11-11', 'cycle:14:2026', { duties: {}, dispatchLeads: {} }).view().consequences,
    ).toEqual([]);
    const onlyStudy = book('140423100', '2026-11-11', 'cycle:14:2026', {
      duties: { 'township-study': { cadence: 'quarter', amount: 1 } },
    });
    expect(startsOf(onlyStudy)).toEqual(['duties:140423100:2026-Q4 2026-11-11']);
  });

  it('A-3.3: begins the dispatch of every half month from the county up, none in a township', () => {
    expect(allStartsOf(book('140423')).filter((start) => start.startsWith('dispatch'))).toEqual([
      'dispatch:140423:2026-11-H1 2026-11-11',
      'dispatch:140423:2026-11-H2 2026-11-16',
      'dispatch:140423:2026-12-H1 2026-12-01',
      'dispatch:140423:2026-12-H2 2026-12-16',
    ]);
    expect(allStartsOf(book('140423100')).filter((start) => start.startsWith('dispatch'))).toEqual([]);
  });

  it('A-3.4: begins the bulletin of every month from the county up, over the data of the month before', () => {
    const bulletins = book('140423')
      .view()
      .consequences.flatMap((one) => (one.kind === 'start' && one.process === 'work-bulletin' ? [one] : []));
    expect(bulletins.map(({ caseId, on }) => `${caseId} ${on}`)).toEqual([
      'work-bulletin:140423:2026-11 2026-11-11',
      'work-bulletin:140423:2026-12 2026-12-01',
    ]);
    expect(bulletins[1]?.opening).toMatchObject({
      data: { from: '2026-11-01', to: '2026-11-30' },
      sheet: 'duties:140423:2026-12',
      duty: 'county-bulletin',
    });
  });

  it('of a second cycle in a year keeps apart from the first', () =>
    expect(startsOf(book('140423100', '2026-11-11', 'cycle:14:2026:spring'))[0]).toBe(
      'duties:140423100:2026-11:spring 2026-11-11',
    ));

  it('finds a county’s townships by who is on post, and begins their books once', () => {
    const county = book('140423');
    expect(
      county
        .view()
        .consequences.filter(({ kind }) => kind === 'ask')
        .map(({ on }) => on)
        .slice(0, 4),
    ).toEqual(['2026-11-11', '2026-11-12', '2026-11-16', '2026-11-23']);
    county.say('townshipsRead', '2026-11-11', [], system);
    county.say('townshipsRead', '2026-11-12', [{ township: '140423100' }], system);
    county.say('townshipsRead', '2026-11-16', [{ township: '140423100' }, { township: '140423101' }], system);
    expect(startsOf(county).filter((start) => start.startsWith('duty-book'))).toEqual([
      'duty-book:140423100:2026 2026-11-12',
      'duty-book:140423101:2026 2026-11-16',
    ]);
  });

  it('stops with its cycle, and shortens what still runs', () => {
    const township = book('140423100');
    township.say('cycleClosed', '2026-11-20', { on: '2026-11-20' }, system);
    const { stage, ended, consequences } = township.view();
    expect([stage, ended?.on]).toEqual(['closed', '2026-11-20']);
    expect(startsOf(township)).not.toContain('duties:140423100:2026-12 2026-12-01');
    expect(consequences.flatMap((one) => (one.kind === 'tell' ? [one.caseId] : []))).toEqual(
      ['2026-11', '2026-Q4', '2026'].map((period) => `duties:140423100:${period}`),
    );
  });

  it('at the end of the year leaves its sheets as they are', () => {
    const township = book('140423100');
    township.say('cycleClosed', '2026-12-31', { on: '2026-12-31' }, system);
    expect(township.view().consequences.filter(({ kind }) => kind === 'tell')).toEqual([]);
  });

  it('hears nobody but the system', () =>
    expect(
      book('140423').say('cycleClosed', '2026-11-20', { on: '2026-11-20' }, { office: 'stationing-office:140423' }),
    ).toMatchObject({
      code: 'NOT_ALLOWED',
    }));

  it('begins with its cycle, never by an office', () => {
    const opening = { territory: '140423', from: '2026-11-11', to: '2026-12-31', cycle: 'cycle:14:2026' } as const;
    const begun = (more: object, by = system) =>
      codeOf(judgeBeginningOf(dutyBook, { ...opening, ...more }, { openedOn: '2026-11-11', by }));
    expect(begun({})).toBe('admitted');
    expect(begun({ to: '2026-11-10' })).toBe('EXPIRED');
    expect(begun({ territory: '1404231' })).toBe('UNKNOWN_SUBJECT');
    expect(begun({}, { office: 'leading-group-office:14' })).toBe('NOT_ALLOWED');
  });
});
