import { codeOf, heardBy, missed } from '../../case/case-builder';
import type { CivilDate } from '../../dates/civil-date';
import type { RosterEntry } from '../cadre-posting/roster';
import { builtSheet, countyOffice, rowOf, system, threeCadres, type Sheet } from './duty-builder';
import { readSheet, type DutySheetFile } from './duty-facts';
import { owedPeriodName } from './duty-occasions';

const unit = { office: 'dispatching-unit:1404:U07' };
const other = { office: 'dispatching-unit:14:U01' };
const [example] = threeCadres() as [RosterEntry];
const posted = (cadre: string, from: CivilDate, to: CivilDate | null = null): RosterEntry => ({
  ...example,
  ...{ cadre, postingCase: `posting:140423100:${cadre}:1`, unit: unit.office, from, to },
});
const yearOf = (more: Parameters<typeof builtSheet>[0] = {}) =>
  builtSheet({
    ...{ territory: '140423', cadence: 'year', on: '2026-01-01', roster: [posted('C1', '2026-07-01')] },
    ...more,
  });
interface Line {
  ower: string;
  state: string;
  doneOn: CivilDate | null;
  lacking?: string[];
}
const lineOf = (sheet: Sheet, id: string) =>
  ((rowOf(sheet, `${id}~${unit.office}`)?.lines ?? []) as unknown as Line[])[0];
const deadlineOf = (sheet: Sheet, id: string) => sheet.deadline(`${id}~${unit.office}`);
const visit = (sheet: Sheet, on: CivilDate, more: object = {}) =>
  sheet.say('record', on, { duty: 'festival-visit', ower: 'C1', visited: ['cadre', 'family'], ...more }, unit);

describe('case 78 (C-3.6.i, j, D22): 中秋 2026, holiday 25–27 Sep', () => {
  const festivalOf = (on: CivilDate, more: object = {}) => {
    const sheet = yearOf();
    visit(sheet, on, more);
    return [lineOf(sheet, 'festival-visit@2026-AUTUMN'), lineOf(sheet, 'festival-visit@2026-NATIONAL')];
  };

  it.each(['2026-09-10', '2026-09-27'])('a visit to C1 and his family on %s: done', (on) =>
    expect(festivalOf(on)).toMatchObject([{ ower: 'C1', state: 'fulfilled', doneOn: on }, { state: 'open' }]),
  );

  it('on 28 Sep: late for 中秋, it serves 国庆', () => {
    expect(festivalOf('2026-09-28')).toMatchObject([{ state: 'open' }, { state: 'fulfilled', doneOn: '2026-09-28' }]);
    const made = festivalOf('2026-09-28', { period: '2026-AUTUMN' });
    expect(made).toMatchObject([{ state: 'made-up', doneOn: '2026-09-28' }, { state: 'open' }]);
  });

  it('on 9 Sep it is no festival’s visit yet, and says which periods there are', () => {
    const refused = visit(yearOf(), '2026-09-09');
    expect(refused).toMatchObject({ code: 'OUT_OF_RANGE', field: 'occurredOn', clause: 'C-3.6' });
    expect(refused.admitted ? '' : refused.detail).toContain('2026-AUTUMN（2026年中秋节）');
  });

  it('U’s line is due on the last day of the holiday, and says whose decision it is', () =>
    expect(deadlineOf(yearOf(), 'festival-visit@2026-AUTUMN')).toMatchObject({
      due: '2026-09-27',
      owner: unit.office,
      what: expect.stringContaining('2026年中秋节'),
      decisions: ['festivals', 'festivalVisitDays'],
    }));

  it('nobody came: the line stands open by the name of C1, for himself and for his family', () => {
    expect(lineOf(yearOf(), 'festival-visit@2026-AUTUMN')).toMatchObject({
      ...{ ower: 'C1', state: 'open' },
      lacking: ['驻村干部本人', '家属'],
    });
    expect(missed(yearOf(), `festival-visit@2026-AUTUMN~${unit.office}`)).toMatchObject({
      ...{ owner: unit.office, due: '2026-09-27', overdueFrom: '2026-09-28' },
    });
  });

  it('on a day of both windows one visit serves one festival, the next the other', () => {
    const sheet = yearOf();
    visit(sheet, '2026-09-20');
    expect(lineOf(sheet, 'festival-visit@2026-NATIONAL')).toMatchObject({ state: 'open' });
    visit(sheet, '2026-09-21');
    expect(lineOf(sheet, 'festival-visit@2026-NATIONAL')).toMatchObject({ state: 'fulfilled', doneOn: '2026-09-21' });
  });

  it('names whom it is still owed to: the family', () => {
    const sheet = yearOf();
    visit(sheet, '2026-09-12', { visited: ['cadre'] });
    expect(lineOf(sheet, 'festival-visit@2026-AUTUMN')).toMatchObject({ state: 'open', lacking: ['家属'] });
    visit(sheet, '2026-09-26', { visited: ['family'] });
    expect(lineOf(sheet, 'festival-visit@2026-AUTUMN')).toMatchObject({ state: 'fulfilled', doneOn: '2026-09-26' });
  });

  it('no number is a visit, and nobody else is visited', () => {
    const refusal = (more: object) => visit(yearOf(), '2026-09-12', more);
    expect(refusal({ visited: undefined, covered: 2, of: 2 })).toMatchObject({ field: 'covered' });
    expect(refusal({ visited: undefined })).toMatchObject({ field: 'visited' });
    expect(refusal({ visited: ['C2'] })).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
      detail: expect.stringContaining('〔驻村干部本人〕、〔家属〕'),
    });
  });

  it('is owed for who came before the first day off and is there on the last', () => {
    const owed = (from: CivilDate, to: CivilDate | null) =>
      lineOf(yearOf({ roster: [posted('C1', from, to)] }), 'festival-visit@2026-NATIONAL') !== undefined;
    expect([owed('2026-10-01', null), owed('2026-10-02', null)]).toEqual([true, false]);
    expect([owed('2026-01-01', '2026-10-07'), owed('2026-01-01', '2026-10-06')]).toEqual([true, false]);
  });

  it('which festivals, and how long before, an office chooses', () => {
    const sheet = yearOf({ changes: { festivals: ['spring-festival', 'national-day'], festivalVisitDays: 3 } });
    expect(lineOf(sheet, 'festival-visit@2026-AUTUMN')).toBeUndefined();
    expect(codeOf(visit(sheet, '2026-09-27'))).toBe('OUT_OF_RANGE');
    expect(codeOf(visit(sheet, '2026-09-28'))).toBe('admitted');
  });

  it('a festival whose holiday is over when the cycle begins is not owed', () => {
    const roster = [posted('C1', '2025-07-01')];
    const sheet = yearOf({ roster, on: '2026-07-11', cycle: { from: '2026-07-11', to: '2026-12-31' } });
    expect(lineOf(sheet, 'festival-visit@2026-SPRING')).toBeUndefined();
    expect(lineOf(yearOf({ roster }), 'festival-visit@2026-SPRING')).toMatchObject({ state: 'open' });
  });
});

describe('case 78 (C-3.6.k, D22): C1 falls gravely ill on 10 Nov 2026', () => {
  const struck = (on: CivilDate = '2026-11-10', body: object = { cadre: 'C1' }, by = unit) => {
    const sheet = yearOf({
      roster: [posted('C1', '2026-07-01'), { ...posted('C3', '2026-07-01'), unit: other.office }],
    });
    return { sheet, verdict: sheet.say('misfortune', on, body, by) };
  };
  const dueOfC9 = (sheet: Sheet) =>
    readSheet(sheet.file() as DutySheetFile).lines.flatMap(({ duty, ower, due }) =>
      duty === 'misfortune-visit' && ower === 'C9' ? [due] : [],
    );
  const idOf = (sheet: Sheet) =>
    sheet.view().deadlines.flatMap(({ id }) => /^misfortune-visit@[^~]+/.exec(id) ?? [])[0] ?? '';

  it('U’s visit is due on 17 Nov 2026', () => {
    const { sheet } = struck();
    expect(deadlineOf(sheet, idOf(sheet))).toMatchObject({
      due: '2026-11-17',
      clause: 'C-3.6',
      owner: unit.office,
      decisions: ['misfortuneVisitDays'],
      what: expect.stringContaining('2026年11月10日变故'),
    });
    expect(lineOf(sheet, idOf(sheet))).toMatchObject({ ower: 'C1', state: 'open' });
  });

  it('the seven days pass and U has not come: it is heard of on the days of the ladder', () => {
    const { sheet } = struck();
    expect(missed(sheet, `${idOf(sheet)}~${unit.office}`)).toEqual(
      heardBy('2026-11-17', [unit.office, 'stationing-office:1404', 'stationing-office:14']),
    );
  });

  it.each([
    ['2026-11-17', 'fulfilled'],
    ['2026-11-18', 'made-up'],
  ])('a visit on %s: %s', (on, state) => {
    const { sheet } = struck();
    const period = idOf(sheet).split('@')[1];
    sheet.say('record', on, { duty: 'misfortune-visit', ower: 'C1', period }, unit);
    expect(lineOf(sheet, idOf(sheet))).toMatchObject({ state, doneOn: on });
  });

  it('without a misfortune nothing is owed', () =>
    expect(
      yearOf()
        .view()
        .deadlines.filter(({ id }) => id.startsWith('misfortune-visit')),
    ).toEqual([]));

  it('is still owed when he leaves his post within the days', () => {
    const { sheet } = struck();
    sheet.say('rosterRead', '2026-12-01', [posted('C1', '2026-07-01', '2026-11-12')], system);
    expect(lineOf(sheet, idOf(sheet))).toMatchObject({ ower: 'C1', state: 'open' });
  });

  it('recorded by mistake it is taken back, and its visit owed no more', () => {
    const { sheet } = struck();
    const id = idOf(sheet);
    const entry = sheet.file().acts.find(({ operation }) => operation === 'misfortune')?.sequence;
    expect(codeOf(sheet.say('takeBack', '2026-11-11', { entry, reason: '误登' }, other))).not.toBe('admitted');
    expect(codeOf(sheet.say('takeBack', '2026-11-11', { entry, reason: '误登' }, unit))).toBe('admitted');
    expect(lineOf(sheet, id)).toBeUndefined();
    expect(sheet.view().deadlines.find((one) => one.id.startsWith(id))).toMatchObject({
      dropped: { on: '2026-11-11' },
    });
  });

  it('is recorded by the unit that sent him or the county’s 驻村办, for a day he was on post, once', () => {
    expect(codeOf(struck('2026-11-10', { cadre: 'C1' }, countyOffice).verdict)).toBe('admitted');
    expect(struck('2026-11-10', { cadre: 'C1' }, other).verdict).toMatchObject({ code: 'UNKNOWN_SUBJECT' });
    expect(struck('2026-06-30').verdict).toMatchObject({ code: 'UNKNOWN_SUBJECT', field: 'cadre', clause: 'C-3.6' });
    const { sheet } = struck();
    expect(codeOf(sheet.say('misfortune', '2026-11-10', { cadre: 'C1' }, countyOffice))).toBe('ALREADY_DONE');
    const month = builtSheet({ territory: '140423', cadence: 'month', on: '2026-11-01' });
    expect(codeOf(month.say('misfortune', '2026-11-10', { cadre: 'C1' }, unit))).toBe('NOT_ALLOWED');
  });

  it('who came on post since the roster was read is taken in, and the roster read again', () => {
    const { sheet } = struck();
    const told = sheet.say('misfortune', '2026-11-12', { cadre: 'C9' }, unit);
    expect(told).toMatchObject({ admitted: true, told: expect.stringContaining('重新核对花名册') });
    expect(sheet.view().consequences.filter(({ key }) => key.startsWith('people#'))).toMatchObject([
      { question: 'roster', on: '2026-11-12' },
    ]);
    const found = [posted('C1', '2026-07-01'), posted('C9', '2026-11-05')];
    sheet.say('rosterRead', '2026-11-12', found, system);
    expect(dueOfC9(sheet)).toEqual(['2026-11-19']);
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toEqual([]);
  });

  it.each<[string, RosterEntry[]]>([
    ['is nowhere on it', []],
    ['was sent by another unit', [{ ...posted('C9', '2026-11-05'), unit: other.office }]],
    ['came later', [posted('C9', '2026-11-13')]],
  ])('who %s is owed no visit, and the office that said so is asked to look again', (_, found) => {
    const { sheet } = struck();
    sheet.say('misfortune', '2026-11-12', { cadre: 'C9' }, unit);
    sheet.say('rosterRead', '2026-11-12', [posted('C1', '2026-07-01'), ...found], system);
    expect(dueOfC9(sheet)).toEqual([]);
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toMatchObject([
      { to: unit.office, clause: 'C-3.6', text: expect.stringContaining('〔C9〕') },
    ]);
  });

  it('two misfortunes owe two visits, each by its own day', () => {
    const { sheet } = struck();
    sheet.say('misfortune', '2026-11-20', { cadre: 'C1' }, unit);
    const owed = sheet.view().deadlines.filter(({ id }) => id.startsWith('misfortune-visit'));
    expect(owed.map(({ trigger }) => trigger)).toEqual(['2026-11-10', '2026-11-20']);
  });
});

describe('what a period is called', () => {
  it.each([
    ['2026-AUTUMN', '2026-09-10', '2026年中秋节'],
    ['2026-E12', '2026-11-10', '2026年11月10日变故'],
    ['2026-11', '2026-11-01', '2026年11月'],
  ])('%s', (id, from, name) => expect(owedPeriodName(id, from)).toBe(name));
});
