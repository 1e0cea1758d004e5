import type { Level, OfficeKind } from '../base/office';
import { codeOf } from '../case/case-builder';
import { basePolicy, settingsOf, type Settings } from '../settings/policy-set';
import { handRegister, isKeptBy, judgeEntry } from './hand-registers';
import type { FieldValue, HandRegister, RegisterEntry } from './register-rules';

const village = '140423100202';
const good = { cleaned: true, rubbish: true, ponds: true, manure: true, unseparated: 0 };
let number = 0;
const sheet = (month: string, body: Record<string, FieldValue> = {}, territory = village): RegisterEntry => ({
  id: `S${(number += 1)}`,
  kind: 'village-sheet',
  territory,
  on: `${month}-25`,
  body: { month, ...good, ...body },
});
const settings = settingsOf(basePolicy);
const found = (entries: readonly RegisterEntry[], today: string, changes: Partial<Settings> = {}): string[] =>
  (handRegister('village-sheet')?.findings?.({ entries, today, settings: { ...settings, ...changes } }) ?? []).map(
    ({ clause, text }) => `${clause} ${text}`,
  );
const unsaid = (words: string[]): string[] => words.filter((one) => one.includes('未填'));
const faults = (words: string[]): string[] => words.filter((one) => !one.includes('未填'));

describe('OBLIGATIONS A-2.8.f–i, k: the monthly sheet of a village', () => {
  it('finds what was not cleaned, and how many households still live beside their animals', () =>
    expect(faults(found([sheet('2026-11', { ponds: false, unseparated: 3 })], '2026-11-30'))).toEqual([
      'A-2.8 〔140423100202〕“已清理村内沟塘”：否',
      'A-2.8 〔140423100202〕尚未人畜分离户数3，应为0',
    ]));

  it('carries a part forward until it is said anew', () => {
    const october = sheet('2026-10', { finances: false, courtyards: 0 });
    expect(faults(found([october, sheet('2026-11')], '2026-11-30'))).toEqual([
      'B-2.1.1 〔140423100202〕发展微菜园、非遗工坊、特色民宿、休闲农庄的户数为0',
      'C-2.7 〔140423100202〕“已公开财务”：否',
    ]);
    expect(faults(found([october, sheet('2026-11', { finances: true, courtyards: 4 })], '2026-11-30'))).toEqual([]);
  });

  it('asks for each part once in its own period: the quarter’s in the quarter, the year’s in the year', () => {
    const quarter = ['2026-07', '2026-08', '2026-09'].map((month) => sheet(month));
    const affairs = { partyAffairs: true, villageAffairs: true, finances: true };
    expect(unsaid(found(quarter, '2026-09-30'))).toEqual([]);
    expect(unsaid(found(quarter, '2026-10-01'))).toEqual([
      'C-2.7 〔140423100202〕2026年7月至9月未填“已公开党务”',
      'C-2.7 〔140423100202〕2026年7月至9月未填“已公开村务”',
      'C-2.7 〔140423100202〕2026年7月至9月未填“已公开财务”',
    ]);
    expect(unsaid(found([...quarter.slice(1), sheet('2026-07', affairs)], '2026-10-01'))).toEqual([]);
    expect(unsaid(found(quarter, '2027-01-01')).some((one) => one.includes('未填“已开办政策讲堂'))).toBe(true);
    expect(unsaid(found(quarter, '2027-01-01')).some((one) => one.includes('2026年1月至12月未填“有政策宣传栏'))).toBe(
      true,
    );
  });

  it('asks for all of them every month where the office chooses so', () =>
    expect(unsaid(found([sheet('2026-10')], '2026-11-01', { villageCheckCadence: 'month' }))).toHaveLength(10));

  it('is one for each village and month', () => {
    const view = { entries: [sheet('2026-11')], today: '2026-11-30', settings };
    expect(codeOf(judgeEntry(sheet('2026-11'), view))).toBe('ALREADY_DONE');
    expect(codeOf(judgeEntry(sheet('2026-11', {}, '140423100201'), view))).toBe('admitted');
    expect(codeOf(judgeEntry(sheet('2026-10'), view))).toBe('admitted');
    expect(codeOf(judgeEntry(view.entries[0] as RegisterEntry, view))).toBe('admitted');
  });
});

describe('OBLIGATIONS A-4.1.g: 乡镇党委政府组织乡村两级干部: who keeps a village’s ledger', () => {
  it.each<[OfficeKind, Level, boolean]>([
    ['party-committee', 'township', true],
    ['village-committee', 'village', true],
    ['village-party-secretary', 'village', true],
    ['department', 'county', false],
    ['party-committee', 'county', false],
    ['stationing-office', 'county', false],
  ])('%s of the %s: %s, for nobody else fulfils what the township owes', (kind, level, may) =>
    expect(isKeptBy(handRegister('village-ledger') as HandRegister, kind, level)).toBe(may),
  );
});

describe('OBLIGATIONS A-4.1.f: who is ranked', () => {
  const judged = (subject: string, rank = 1) =>
    judgeEntry(
      {
        ...{ id: 'R1', kind: 'office-ranking', territory: '140423', on: '2026-12-28' },
        body: { month: '2026-12', subject, rank, basis: '季度评比' },
      },
      { entries: [], today: '2026-12-28', settings },
    );
  const ranked = (subject: string) => codeOf(judged(subject));

  it('there is no place 0', () =>
    expect(judged('140423100', 0)).toMatchObject({ code: 'OUT_OF_RANGE', field: 'rank' }));

  it.each<[OfficeKind, Level, boolean]>([
    ['party-committee', 'county', true],
    ['leading-group-office', 'county', true],
    ['department', 'county', false],
    ['stationing-office', 'county', false],
    ['party-committee', 'city', false],
  ])('by %s of the %s: %s, for nobody who is ranked ranks', (kind, level, may) =>
    expect(isKeptBy(handRegister('office-ranking') as HandRegister, kind, level)).toBe(may),
  );

  it.each([
    ['140423100', 'admitted'],
    ['department:140423:education', 'admitted'],
    ['revitalization-bureau:140423', 'admitted'],
    ['140429100', 'UNKNOWN_SUBJECT'],
    ['140423100201', 'UNKNOWN_SUBJECT'],
    ['department:1404:education', 'UNKNOWN_SUBJECT'],
    ['C001', 'UNKNOWN_SUBJECT'],
  ])('%s: %s', (subject, code) => expect(ranked(subject)).toBe(code));
});
