import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import type { RollPart } from './duty-acts';
import { builtSheet, countyOffice, record, rowOf, system, threeCadres, township, type Sheet } from './duty-builder';

const [v1, v2] = ['140423100201', '140423100202'];
const secretaryOf = (village: string) => ({ office: `village-party-secretary:${village}` });
const secretary = secretaryOf(v1);
const say = (sheet: Sheet, on: string, deeds: object, by = secretary, village = v1) =>
  sheet.say('villageDay', on, { village, ...deeds }, by);
interface Line {
  ower: string;
  done: number;
  state: string;
  doneOn: string | null;
  lacking?: string[];
}
const lineOf = (sheet: Sheet, id: string, ower = v1) =>
  ((rowOf(sheet, id)?.lines ?? []) as unknown as Line[]).find((line) => line.ower === ower);
const told = (sheet: Sheet) =>
  sheet.view().consequences.flatMap((one) => (one.kind === 'tell' && one.operation === 'villageDayTold' ? [one] : []));
const entryOf = (sheet: Sheet) => sheet.file().acts.at(-1)!.sequence;

const wholeDay = {
  visits: [
    { household: 'W201', by: ['C01'] },
    { household: 'F1-201', by: ['C01', 'C02'] },
  ],
  meetings: [
    { kind: 'committee', attended: ['C01'] },
    { kind: 'work', attended: ['C01', 'C02'] },
  ],
  broadcast: true,
};

describe('OBLIGATIONS, the same fact recorded once: a village’s day', () => {
  it('serves every duty of the month that asks for its deeds, from one entry', () => {
    const sheet = builtSheet();
    expect(say(sheet, '2026-11-05', wholeDay)).toMatchObject({
      admitted: true,
      answer: { serves: ['visit-monitored', 'visit-all', 'village-meetings', 'work-meeting', 'broadcast'] },
    });
    expect(lineOf(sheet, 'visit-monitored@2026-11')).toMatchObject({ state: 'fulfilled', doneOn: '2026-11-05' });
    expect(lineOf(sheet, 'work-meeting@2026-W45')).toMatchObject({ state: 'fulfilled', done: 1 });
    expect(lineOf(sheet, 'broadcast@2026-W45')).toMatchObject({ state: 'open', done: 1 });
    expect(lineOf(sheet, 'village-meetings@2026-11', 'C01')).toMatchObject({ state: 'fulfilled' });
    expect(lineOf(sheet, 'village-meetings@2026-11', 'C02')).toMatchObject({
      ...{ state: 'open', done: 0 },
      lacking: ['2026年11月5日（周四）村“两委”会议'],
    });
    expect(lineOf(sheet, 'visit-monitored@2026-11', v2)).toMatchObject({ state: 'open', lacking: ['W202'] });
  });

  it('its visits are told to the quarter’s sheet, its deeds in a week of the month before to that month’s', () => {
    const sheet = builtSheet({ on: '2026-12-01' });
    say(sheet, '2026-12-01', wholeDay);
    expect(told(sheet)).toMatchObject([
      {
        caseId: 'duties:140423100:2026-Q4',
        on: '2026-12-01',
        body: { village: v1, on: '2026-12-01', visits: wholeDay.visits },
        withdraw: 'villageDayWithdrawn',
      },
      { caseId: 'duties:140423100:2026-11', body: { meetings: [wholeDay.meetings[1]], broadcast: true } },
    ]);
    expect(told(sheet)[0]?.body).not.toHaveProperty('broadcast');
    const november = builtSheet();
    november.say('villageDayTold', '2026-12-01', told(sheet)[1]?.body ?? {}, system);
    expect(lineOf(november, 'work-meeting@2026-W49')).toMatchObject({ state: 'fulfilled', doneOn: '2026-12-01' });
    expect(lineOf(november, 'broadcast@2026-W49')).toMatchObject({ done: 1 });
  });

  it('the quarter’s line counts the households once, and no longer when the day is withdrawn', () => {
    const sheet = builtSheet();
    say(sheet, '2026-11-05', wholeDay);
    const [one] = told(sheet);
    const body = one?.body ?? {};
    const quarter = builtSheet({ cadence: 'quarter', on: '2026-10-01' });
    quarter.say('villageDayTold', '2026-11-05', body, system);
    quarter.say('villageDayTold', '2026-11-05', body, system);
    expect(lineOf(quarter, 'visit-all@2026-Q4')).toMatchObject({ done: 0.66, lacking: ['F2-201'] });
    expect(quarter.view().notices.filter(({ key }) => key.startsWith('stranger'))).toEqual([]);
    quarter.say('villageDayWithdrawn', '2026-11-06', body, system);
    expect(lineOf(quarter, 'visit-all@2026-Q4')).toMatchObject({ done: 0 });
    quarter.say('villageDayTold', '2026-11-07', body, system);
    expect(lineOf(quarter, 'visit-all@2026-Q4')).toMatchObject({ done: 0.66 });
  });

  it('said again it replaces what was said, which is said; taken back, what was said before stands again', () => {
    const sheet = builtSheet();
    record(sheet, '2026-11-04', { duty: 'township-study' });
    say(sheet, '2026-11-05', wholeDay);
    const first = entryOf(sheet);
    expect(say(sheet, '2026-11-05', { broadcast: true })).toMatchObject({
      told: expect.stringContaining('此前的登记已由本次的代替'),
    });
    const second = entryOf(sheet);
    expect(lineOf(sheet, 'visit-monitored@2026-11')).toMatchObject({ state: 'open', lacking: ['W201'] });
    expect(lineOf(sheet, 'broadcast@2026-W45')).toMatchObject({ done: 1 });
    expect(told(sheet)).toEqual([]);
    const takeBack = (entry: number, by = secretary) =>
      codeOf(sheet.say('takeBack', '2026-11-06', { entry, reason: '重复登记' }, by));
    expect(takeBack(first)).toBe('UNKNOWN_SUBJECT');
    expect(takeBack(second, township as typeof secretary)).toBe('NOT_ALLOWED');
    expect(takeBack(second)).toBe('admitted');
    expect(lineOf(sheet, 'visit-monitored@2026-11')).toMatchObject({ state: 'fulfilled' });
    expect(told(sheet)).toHaveLength(1);
    expect(takeBack(first)).toBe('admitted');
    expect(lineOf(sheet, 'work-meeting@2026-W45')).toMatchObject({ state: 'open', done: 0 });
    expect(told(sheet)).toEqual([]);
  });

  it('a day said empty leaves nothing of what was said, and can be taken back as well', () => {
    const sheet = builtSheet();
    expect(say(sheet, '2026-11-05', {})).toMatchObject({ code: 'INVALID_INPUT' });
    say(sheet, '2026-11-05', wholeDay);
    expect(codeOf(say(sheet, '2026-11-05', { visits: [], meetings: [], broadcast: false }))).toBe('admitted');
    expect(lineOf(sheet, 'work-meeting@2026-W45')).toMatchObject({ done: 0 });
    sheet.say('takeBack', '2026-11-06', { entry: entryOf(sheet), reason: '误操作' }, secretary);
    expect(lineOf(sheet, 'work-meeting@2026-W45')).toMatchObject({ done: 1 });
  });

  it('days typed for the week and days said in it are the same days: the more counts', () => {
    const sheet = builtSheet();
    for (const on of ['2026-11-02', '2026-11-03', '2026-11-04']) say(sheet, on, { broadcast: true });
    record(sheet, '2026-11-04', { duty: 'broadcast', ower: v1, amount: 2 });
    expect(lineOf(sheet, 'broadcast@2026-W45')).toMatchObject({ done: 3 });
    for (const on of ['2026-11-05', '2026-11-06', '2026-11-07', '2026-11-08']) say(sheet, on, { broadcast: true });
    expect(lineOf(sheet, 'broadcast@2026-W45')).toMatchObject({ done: 7, state: 'fulfilled', doneOn: '2026-11-08' });
  });

  it('is read where it was said: one row for each village’s month', () => {
    const sheet = builtSheet();
    say(sheet, '2026-11-06', { broadcast: true });
    say(sheet, '2026-11-05', wholeDay);
    const rows = sheet
      .view()
      .records.flatMap((one) => (one.table === 'register' && one.row.kind === 'village-day' ? [one.row] : []));
    expect(rows).toMatchObject([
      {
        territory: v1,
        period: '2026-11',
        on: '2026-11-06',
        body: {
          days: [
            { on: '2026-11-05', ...wholeDay },
            { on: '2026-11-06', visits: [] },
          ],
        },
      },
    ]);
  });
});

describe('OBLIGATIONS C-2.7.f: 全程参加村“两委”会议', () => {
  const meeting = (attended: string[]) => ({ meetings: [{ kind: 'committee', attended }] });

  it('counts there, of held: who missed one is open, and it is named', () => {
    const sheet = builtSheet();
    say(sheet, '2026-11-05', meeting(['C01', 'C02']));
    say(sheet, '2026-11-19', { meetings: [...meeting(['C01']).meetings, ...meeting(['C01', 'C02']).meetings] });
    expect(lineOf(sheet, 'village-meetings@2026-11', 'C01')).toMatchObject({ state: 'fulfilled' });
    expect(lineOf(sheet, 'village-meetings@2026-11', 'C02')).toMatchObject({
      ...{ state: 'open', done: 0.66 },
      lacking: ['2026年11月19日（周四）村“两委”会议'],
    });
    expect(lineOf(sheet, 'village-meetings@2026-11', 'C03')).toMatchObject({ state: 'open', done: 0 });
  });

  it('on approved leave, or before he was posted, nobody misses one', () => {
    const [first, second] = threeCadres();
    const leaves = [{ from: '2026-11-04', to: '2026-11-06' }];
    const sheet = builtSheet({
      roster: [
        { ...first!, leaves },
        { ...second!, from: '2026-11-10' },
      ],
    });
    say(sheet, '2026-11-05', meeting([]));
    say(sheet, '2026-11-12', meeting(['C01', 'C02']));
    for (const cadre of ['C01', 'C02'])
      expect(lineOf(sheet, 'village-meetings@2026-11', cadre)).toMatchObject({ state: 'fulfilled' });
  });

  it('once meetings are said one by one, numbers are refused and no longer counted', () => {
    const sheet = builtSheet();
    record(sheet, '2026-11-04', { duty: 'village-meetings', ower: 'C02', covered: 4, of: 4 });
    expect(lineOf(sheet, 'village-meetings@2026-11', 'C02')).toMatchObject({ state: 'fulfilled' });
    say(sheet, '2026-11-05', meeting(['C01']));
    expect(lineOf(sheet, 'village-meetings@2026-11', 'C02')).toMatchObject({ state: 'open', done: 0 });
    const typed = record(sheet, '2026-11-06', { duty: 'village-meetings', ower: 'C02', covered: 1, of: 1 });
    expect(typed).toMatchObject({
      ...{ code: 'CONDITIONS_NOT_MET', field: 'covered' },
      detail: expect.stringContaining('“今日登记”'),
    });
  });
});

describe('who says a village’s day, and of whom', () => {
  const visit = (household: string, by = ['C01']) => ({ visits: [{ household, by }] });
  it.each([
    ['another village', { broadcast: true }, secretaryOf(v2), v1, 'NOT_ALLOWED', 'village'],
    ['another township’s village', { broadcast: true }, township, '140423101201', 'UNKNOWN_SUBJECT', 'village'],
    ['no village at all', { broadcast: true }, township, '140423100', 'UNKNOWN_SUBJECT', 'village'],
    ['the county', { broadcast: true }, countyOffice, v1, 'NOT_ALLOWED', undefined],
    ['a cadre of another village', visit('W201', ['C01', 'C03']), secretary, v1, 'UNKNOWN_SUBJECT', 'visits.0.by.1'],
    [
      'at a meeting, a cadre of another village',
      { meetings: [{ kind: 'work', attended: ['C03'] }] },
      secretary,
      v1,
      'UNKNOWN_SUBJECT',
      'meetings.0.attended.0',
    ],
    ['a household of another village', visit('W202'), secretary, v1, 'UNKNOWN_SUBJECT', 'visits.0.household'],
    ['one on another village’s roll', visit('F1-202'), secretary, v1, 'UNKNOWN_SUBJECT', 'visits.0.household'],
    [
      'a household twice',
      { visits: [...visit('W201').visits, ...visit('W201').visits] },
      secretary,
      v1,
      'INVALID_INPUT',
      'visits.1.household',
    ],
  ])('%s is refused', (_, deeds, by, village, code, field) => {
    const sheet = builtSheet();
    const verdict = say(sheet, '2026-11-05', deeds, by as typeof secretary, village);
    expect(verdict).toMatchObject({ admitted: false, code, ...(field !== undefined && { field }) });
    expect(told(sheet)).toEqual([]);
  });

  it('a cadre who was not there yet on that day is refused, and who was is named', () => {
    const [first, second] = threeCadres();
    const sheet = builtSheet({ roster: [{ ...first!, from: '2026-11-10' }, second!] });
    const refused = say(sheet, '2026-11-05', visit('W201'));
    expect(refused).toMatchObject({ code: 'UNKNOWN_SUBJECT', detail: expect.stringContaining('〔C02〕') });
    expect(codeOf(say(sheet, '2026-11-12', visit('W201')))).toBe('admitted');
  });

  it('a day of another month, or one to come, is refused; a quarter takes none', () => {
    const sheet = builtSheet();
    expect(codeOf(say(sheet, '2026-12-01', { broadcast: true }))).toBe('OUT_OF_RANGE');
    const quarter = builtSheet({ cadence: 'quarter', on: '2026-10-01' });
    expect(codeOf(say(quarter, '2026-11-05', { broadcast: true }))).toBe('WRONG_STAGE');
  });

  it('the township says it for a village, and stands against the secretary until it says otherwise', () => {
    const sheet = builtSheet();
    const party = township as typeof secretary;
    say(sheet, '2026-11-05', { broadcast: true });
    expect(codeOf(say(sheet, '2026-11-05', wholeDay, party))).toBe('admitted');
    expect(say(sheet, '2026-11-05', { broadcast: true })).toMatchObject({
      ...{ code: 'NOT_ALLOWED', field: 'village' },
      detail: expect.stringContaining('乡镇党委'),
    });
    expect(lineOf(sheet, 'work-meeting@2026-W45')).toMatchObject({ done: 1 });
  });

  it('whom no roster knows yet is taken in, looked up at once, and handed back when still unknown', () => {
    const sheet = builtSheet();
    expect(say(sheet, '2026-11-05', { meetings: [{ kind: 'committee', attended: ['C09'] }] })).toMatchObject({
      admitted: true,
      told: expect.stringContaining('〔C09〕'),
    });
    expect(sheet.view().consequences.filter(({ key }) => key.startsWith('people#'))).toHaveLength(1);
    sheet.say('rosterRead', '2026-11-05', threeCadres(), system);
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toMatchObject([{ to: secretary.office }]);
  });

  it('a household on no list is taken in, the lists are read at once, and it counts as soon as it is on one', () => {
    const sheet = builtSheet();
    expect(say(sheet, '2026-11-05', visit('H900'))).toMatchObject({ told: expect.stringContaining('〔H900〕') });
    const entry = entryOf(sheet);
    const asked = () =>
      sheet.view().consequences.flatMap((one) => (one.kind === 'ask' && one.key.endsWith(`#${entry}`) ? [one] : []));
    expect(asked().map(({ question, on }) => [question, on])).toEqual([
      ['households', '2026-11-05'],
      ['roll', '2026-11-05'],
    ]);
    expect(sheet.view().notices.filter(({ key }) => key === `unknown-households:${entry}`)).toMatchObject([
      { to: secretary.office, on: '2026-11-12', text: expect.stringContaining('〔H900〕') },
    ]);
    const found = { household: 'H900', village: v1, from: '2026-11-05', to: null };
    sheet.say('householdsRead', '2026-11-05', [found], system);
    expect(lineOf(sheet, 'visit-monitored@2026-11')).toMatchObject({ state: 'fulfilled' });
    expect([...asked(), ...sheet.view().notices.filter(({ key }) => key.startsWith('unknown-households'))]).toEqual([]);
  });
});

describe('the same fact recorded once: any days in any order', () => {
  const households = Array.from({ length: 8 }, (_, at) => `H${at}`);
  const roll: RollPart[] = [{ village: v1, from: '2026-01-01', to: null, households }];
  const dates = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-08'];
  const day = fc.record({
    on: fc.constantFrom(...dates),
    visited: fc.uniqueArray(fc.constantFrom(...households), { maxLength: 5 }),
    broadcast: fc.boolean(),
  });

  it('of each day what was said last counts, once: broadcasts in the week, households in the quarter', () =>
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 8 }), (said) => {
        const sheet = builtSheet({ roll });
        const last = new Map<string, (typeof said)[number]>();
        for (const { on, visited, broadcast } of said) {
          const visits = visited.map((household) => ({ household, by: ['C01'] }));
          const verdict = say(sheet, on, { visits, broadcast });
          if (verdict.admitted) last.set(on, { on, visited, broadcast });
        }
        const standing = [...last.values()];
        expect(lineOf(sheet, 'broadcast@2026-W45')?.done).toBe(standing.filter(({ broadcast }) => broadcast).length);
        const quarter = builtSheet({ cadence: 'quarter', on: '2026-10-01', roll });
        for (const one of told(sheet)) quarter.say('villageDayTold', one.on, one.body, system);
        const visited = new Set(standing.flatMap((one) => one.visited));
        const lacking = households.filter((household) => !visited.has(household));
        expect(lineOf(quarter, 'visit-all@2026-Q4')?.lacking ?? []).toEqual(lacking);
      }),
      { numRuns: 50 },
    ));
});
