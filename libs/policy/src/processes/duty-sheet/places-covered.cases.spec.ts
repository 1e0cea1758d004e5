import fc from 'fast-check';
import { codeOf, missed } from '../../case/case-builder';
import { handRegister } from '../../registers/hand-registers';
import { dutyRows, type DutyId, type DutyRow } from '../../settings/duty-rows';
import type { EntriesReadBody } from './duty-acts';
import { builtSheet, record, rowOf, system, township, type Sheet } from './duty-builder';

const [V1, V2] = ['140423100201', '140423100202'] as const;
const committee = { office: 'party-committee:140423' };

const entered = (duty: DutyId, covered: string, on: string, by = township.office): EntriesReadBody[number] => ({
  duty,
  covered,
  on,
  by,
});
const read = (sheet: Sheet, on: string, entries: EntriesReadBody) => sheet.say('entriesRead', on, entries, system);
const month = (places: readonly string[] = [V1, V2]) => builtSheet({ places });
const lineOf = (sheet: Sheet, id: string) =>
  (rowOf(sheet, id)?.lines as { ower: string; state: string; done: number; lacking?: string[] }[] | undefined)?.[0];
const named = (sheet: Sheet) =>
  sheet
    .view()
    .notices.filter(({ key }) => key.startsWith('left-out:'))
    .map(({ to, on, title, text }) => ({ to, on, words: `${title} ${text}` }));

describe('case 80 (A-2.8.f, A-4.1.g, D25): T1 handed in VX for V1 and not for V2 in November 2026, V2’s ledger last changed on 30 Oct', () => {
  const inNovember = [
    entered('village-sheets', V1, '2026-11-26'),
    entered('village-ledgers', V1, '2026-11-20', 'village-committee:140423100201'),
  ];

  it('on 1 Dec T1 is named for V2, twice: village sheet and ledger', () => {
    for (const duty of ['village-sheets', 'village-ledgers'])
      expect(missed(month(), `${duty}@2026-11`)).toMatchObject({ owner: township.office, due: '2026-11-30' });
    const sheet = month();
    read(sheet, '2026-11-29', inNovember);
    expect(named(sheet)).toEqual([]);
    read(sheet, '2026-12-01', inNovember);
    expect(lineOf(sheet, 'village-sheets@2026-11')).toMatchObject({ state: 'open', lacking: [V2] });
    expect(lineOf(sheet, 'village-ledgers@2026-11')).toMatchObject({ state: 'open', lacking: [V2] });
    expect(sheet.deadline('village-sheets@2026-11')).toMatchObject({ due: '2026-11-30', owner: township.office });
    expect(sheet.deadline('village-sheets@2026-11')?.metOn).toBeUndefined();
    expect(named(sheet)).toEqual([
      { to: township.office, on: '2026-12-01', words: expect.stringMatching(/村情表.*〔140423100202〕/) },
      { to: township.office, on: '2026-12-01', words: expect.stringMatching(/村级政策落实台账.*〔140423100202〕/) },
    ]);
    expect(named(sheet).every(({ words }) => !words.includes(V1))).toBe(true);
  });

  it('with both on 30 Nov nobody is named, and both lines are done', () => {
    const sheet = month();
    read(sheet, '2026-12-01', [
      ...inNovember,
      entered('village-sheets', V2, '2026-11-30'),
      entered('village-ledgers', V2, '2026-11-30'),
    ]);
    expect(named(sheet)).toEqual([]);
    expect(sheet.deadline('village-sheets@2026-11')?.metOn).toBe('2026-11-30');
    expect(lineOf(sheet, 'village-ledgers@2026-11')).toMatchObject({ state: 'fulfilled' });
  });

  it('with the sheet of November handed in on 3 Dec: made up for, late', () => {
    const sheet = month();
    read(sheet, '2026-12-07', [...inNovember, entered('village-sheets', V2, '2026-12-03')]);
    expect(lineOf(sheet, 'village-sheets@2026-11')).toMatchObject({ state: 'made-up' });
    expect(sheet.deadline('village-sheets@2026-11')?.metOn).toBe('2026-12-03');
  });

  it('an entry that is withdrawn counts no more', () => {
    const sheet = month([V1]);
    read(sheet, '2026-11-27', inNovember);
    expect(lineOf(sheet, 'village-sheets@2026-11')).toMatchObject({ state: 'fulfilled' });
    read(sheet, '2026-11-30', []);
    expect(lineOf(sheet, 'village-sheets@2026-11')).toMatchObject({ state: 'open', lacking: [V1] });
  });

  it('is entered in its register, and nowhere else', () => {
    const sheet = month();
    const byHand = record(sheet, '2026-11-20', { duty: 'village-sheets', covered: 2, of: 2 });
    expect(byHand).toMatchObject({ code: 'INVALID_INPUT', clause: 'A-2.8' });
    expect(codeOf(sheet.say('takeBack', '2026-11-28', { entry: 4, reason: '有误' }, township))).toBe('UNKNOWN_SUBJECT');
  });

  it('owes nothing before it is known which villages there are, and takes nobody for a stranger', () => {
    const sheet = builtSheet();
    read(sheet, '2026-11-09', inNovember);
    expect(rowOf(sheet, 'village-sheets@2026-11')).toBeUndefined();
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toEqual([]);
    expect(sheet.view().consequences.filter(({ key }) => key.startsWith('people#'))).toEqual([]);
  });

  it('reads the registers before its reminders and on the day after the last', () => {
    const asked = month()
      .view()
      .consequences.flatMap((one) => (one.kind === 'ask' && one.question === 'entries' ? [one.on] : []));
    expect(asked).toEqual(expect.arrayContaining(['2026-11-27', '2026-11-29', '2026-12-01', '2026-12-14']));
    expect(asked).toEqual([...asked].sort());
  });

  it('keeps an answer that says nothing new only when the month is over', () => {
    const sheet = month();
    const kept = (on: string) => read(sheet, on, inNovember);
    expect([kept('2026-11-16'), kept('2026-11-23'), kept('2026-12-01'), kept('2026-12-07')]).toMatchObject([
      { keep: true },
      { keep: false },
      { keep: true },
      { keep: false },
    ]);
  });
});

describe('case 80 (A-4.1.f): a county ranking of the fourth quarter', () => {
  const nine = Array.from({ length: 9 }, (_, index) => `14042310${index}`);
  const quarter = () => builtSheet({ territory: '140423', cadence: 'quarter', on: '2026-10-01', places: nine });
  const ranked = (places: readonly string[]) =>
    places.map((one) => entered('township-ranking', one, '2026-12-28', committee.office));

  it('with 8 of 9 townships: the line stays open and names the ninth', () => {
    const sheet = quarter();
    read(sheet, '2027-01-01', ranked(nine.slice(0, 8)));
    expect(lineOf(sheet, 'township-ranking@2026-Q4')).toMatchObject({ state: 'open', done: 0.88, lacking: [nine[8]] });
    expect(sheet.deadline('township-ranking@2026-Q4')).toMatchObject({ due: '2026-12-31', owner: committee.office });
    expect(named(sheet).filter(({ words }) => words.includes('各乡镇'))).toEqual([
      { to: committee.office, on: '2027-01-01', words: expect.stringContaining(`〔${nine[8]}〕`) },
    ]);
  });

  it('with nobody ranked both lines stand open, of the townships and of the departments', () => {
    for (const duty of ['township-ranking', 'department-ranking'])
      expect(missed(quarter(), `${duty}@2026-Q4`)).toMatchObject({ owner: committee.office, due: '2026-12-31' });
  });

  it('with all nine it is done', () => {
    const sheet = quarter();
    read(sheet, '2027-01-01', ranked(nine));
    expect(lineOf(sheet, 'township-ranking@2026-Q4')).toMatchObject({ state: 'fulfilled' });
    expect(sheet.deadline('township-ranking@2026-Q4')?.metOn).toBe('2026-12-28');
  });

  it('of the departments names each lead department that is left out', () => {
    const sheet = builtSheet({
      territory: '140423',
      cadence: 'quarter',
      on: '2026-10-01',
      changes: { dispatchLeads: { monitoring: ['revitalization'], guarantees: ['education', 'water'] } },
    });
    read(sheet, '2027-01-01', [entered('department-ranking', 'department:140423:education', '2026-12-28')]);
    expect(lineOf(sheet, 'department-ranking@2026-Q4')).toMatchObject({
      lacking: ['revitalization-bureau:140423', 'department:140423:water'],
    });
  });
});

describe('OBLIGATIONS D25: who is left out', () => {
  it('is exactly who is there and not entered, whatever is entered and in whatever order', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 200, max: 215 }), { minLength: 1, maxLength: 10 }),
        fc.array(fc.integer({ min: 200, max: 215 }), { maxLength: 20 }),
        (there, said) => {
          const places = there.map((one) => `140423100${one}`);
          const sheet = month(places);
          const entries = said.map((one, index) =>
            entered('village-sheets', `140423100${one}`, `2026-11-${String((index % 30) + 1).padStart(2, '0')}`),
          );
          read(sheet, '2026-12-01', entries);
          const left = places.filter((place) => !entries.some(({ covered }) => covered === place));
          expect(lineOf(sheet, 'village-sheets@2026-11')?.lacking ?? []).toEqual(left);
          expect(sheet.deadline('village-sheets@2026-11')?.metOn === undefined).toBe(left.length > 0);
        },
      ),
      { numRuns: 60 },
    ));

  it('every duty done by entries names a register that holds what it is covered by', () => {
    const rows = Object.values(dutyRows as Record<string, DutyRow>).flatMap(({ enteredIn }) => enteredIn ?? []);
    expect(rows.length).toBeGreaterThan(0);
    for (const { register, covers } of rows) {
      const { fields, levels } = handRegister(register) ?? { fields: {}, levels: [] };
      expect(covers === 'territory' ? levels : Object.keys(fields)).toContain(
        covers === 'territory' ? 'village' : covers,
      );
    }
  });
});
