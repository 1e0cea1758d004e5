import type { Actor } from '../../case/case';
import { codeOf } from '../../case/case-builder';
import { basePolicy, settingsOf } from '../../settings/policy-set';
import { builtSheet, countyOffice, record, rowOf, system, threeCadres, township, type Sheet } from './duty-builder';
import { dutySheet } from './duty-sheet';
import { reopenersOf } from './duty-whose';

const countyCommittee: Actor = { office: 'party-committee:140423' };
const cityCommittee: Actor = { office: 'party-committee:1404' };
const cityUnit: Actor = { office: 'dispatching-unit:1404:U04' };
const secretaryOf = (village: string): Actor => ({ office: `village-party-secretary:${village}` });
const [own, other] = ['140423100201', '140423100202'];
const county = () => builtSheet({ territory: '140423', cadence: 'two-months' });
const offerOf = (sheet: Sheet, operation: string, by: Actor, today = '2026-11-20') =>
  dutySheet.offer(sheet.file(), operation, { by, today });
const entryOf = (sheet: Sheet): number => sheet.file().acts.at(-1)?.sequence ?? 0;
const takeBack = (sheet: Sheet, entry: number, by: Actor) =>
  sheet.say('takeBack', '2026-11-20', { entry, reason: '登记有误' }, by);

describe('RULES 9.rights: who records', () => {
  it('what a unit owes is recorded by the unit itself or, naming it, by the county’s stationing office', () => {
    const sheet = county();
    const visit = (ower: string, by: Actor, unit?: string) =>
      sheet.say('record', '2026-11-20', { duty: 'upper-unit-visit', ower, ...(unit && { unit }) }, by);
    expect(codeOf(visit('leader-in-charge', cityUnit))).toBe('admitted');
    expect(visit('leader-for-village', countyOffice)).toMatchObject({ code: 'INVALID_INPUT', field: 'unit' });
    expect(codeOf(visit('leader-for-village', countyOffice, cityUnit.office))).toBe('admitted');
    expect(visit('secretary', cityUnit)).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
      detail: expect.stringContaining('分管领导'),
    });
    expect(visit('department-head', { office: 'dispatching-unit:140423:U07' })).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
      field: 'unit',
    });
    expect(visit('department-head', countyCommittee)).toMatchObject({ code: 'NOT_ALLOWED', clause: 'C-3.2' });
    expect(visit('department-head', township)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(codeOf(visit('department-head', cityUnit))).toBe('admitted');
    expect(sheet.deadline(`upper-unit-visit@2026-M11-12~${cityUnit.office}`)?.metOn).toBe('2026-11-20');
  });

  it('a unit records for no other unit, and one with nobody on post in the county not at all', () => {
    const help = { duty: 'unit-study', unit: 'dispatching-unit:14:U01' };
    expect(county().say('record', '2026-11-20', help, cityUnit)).toMatchObject({ code: 'NOT_ALLOWED', field: 'unit' });
    const stranger = { office: 'dispatching-unit:140423:U99' };
    expect(offerOf(county(), 'record', stranger)).toMatchObject({ isOffered: false, refusal: { code: 'NOT_ALLOWED' } });
    expect(codeOf(county().say('record', '2026-11-20', { duty: 'unit-study' }, stranger))).toBe('NOT_ALLOWED');
  });

  it('a secretary records for his own village’s team and cadres, and for somebody nobody knows yet', () => {
    const sheet = builtSheet();
    const days = (ower: string) =>
      record(sheet, '2026-11-12', { duty: 'five-days', ower, amount: 1 }, secretaryOf(own));
    expect(codeOf(record(sheet, '2026-11-12', { duty: 'work-meeting', ower: own }, secretaryOf(own)))).toBe('admitted');
    expect(record(sheet, '2026-11-12', { duty: 'work-meeting', ower: other }, secretaryOf(own))).toMatchObject({
      code: 'NOT_ALLOWED',
      field: 'ower',
    });
    expect(codeOf(days('C01'))).toBe('admitted');
    expect(days('C03')).toMatchObject({ code: 'NOT_ALLOWED', field: 'ower' });
    expect(days('C09')).toMatchObject({ admitted: true, told: expect.stringContaining('重新核对花名册') });
  });

  it('what a secretary recorded for somebody who turns out to be in another village does not count, and he is told', () => {
    const sheet = builtSheet();
    record(sheet, '2026-11-12', { duty: 'five-days', ower: 'C09', amount: 5 }, secretaryOf(own));
    const newcomer = { ...threeCadres()[2]!, cadre: 'C09', from: '2026-11-09' };
    sheet.say('rosterRead', '2026-11-12', [...threeCadres(), newcomer], system);
    expect(rowOf(sheet, 'five-days@2026-W46')).toMatchObject({ owed: 4, fulfilled: 0 });
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toMatchObject([
      { to: secretaryOf(own).office, text: expect.stringContaining('不在2026-11本村在岗花名册中') },
    ]);
  });

  it.each<[string, Actor]>([
    ['the office above', countyOffice],
    ['another township', { office: 'party-committee:140423101' }],
    ['a village of another township', secretaryOf('140423101201')],
    ['a unit', cityUnit],
  ])('a township’s sheet is offered to the township and its villages, not to %s', (_title, by) => {
    expect(offerOf(builtSheet(), 'record', township)).toMatchObject({ isOffered: true });
    expect(offerOf(builtSheet(), 'record', secretaryOf(own))).toMatchObject({ isOffered: true });
    for (const operation of ['record', 'recordAll'])
      expect(offerOf(builtSheet(), operation, by)).toMatchObject({
        isOffered: false,
        refusal: { code: 'NOT_ALLOWED' },
      });
    expect(codeOf(record(builtSheet(), '2026-11-12', { duty: 'township-study' }, by))).toBe('NOT_ALLOWED');
  });
});

describe('RULES 9.corrections: each office takes back only its own records', () => {
  it('not the township what a secretary recorded, not a secretary what another did', () => {
    const sheet = builtSheet();
    record(sheet, '2026-11-12', { duty: 'work-meeting', ower: own }, secretaryOf(own));
    const entry = entryOf(sheet);
    record(sheet, '2026-11-13', { duty: 'township-study' });
    record(sheet, '2026-11-13', { duty: 'work-meeting', ower: other }, secretaryOf(other));
    for (const by of [township, secretaryOf(other)])
      expect(takeBack(sheet, entry, by)).toMatchObject({ code: 'NOT_ALLOWED', field: 'entry' });
    expect(codeOf(takeBack(sheet, entry, secretaryOf(own)))).toBe('admitted');
  });

  it('is offered to who has recorded something', () => {
    const sheet = county();
    sheet.say('record', '2026-11-20', { duty: 'unit-study' }, cityUnit);
    const entry = entryOf(sheet);
    expect(offerOf(sheet, 'takeBack', countyOffice)).toMatchObject({
      isOffered: false,
      refusal: { code: 'UNKNOWN_SUBJECT' },
    });
    expect(codeOf(takeBack(sheet, entry, countyOffice))).toBe('UNKNOWN_SUBJECT');
    expect(offerOf(sheet, 'takeBack', cityUnit)).toMatchObject({ isOffered: true });
    expect(codeOf(takeBack(sheet, entry, cityUnit))).toBe('admitted');
  });

  it('nobody what the system recorded for another case', () => {
    const sheet = builtSheet({ territory: '140423' });
    sheet.say('dutyDone', '2026-11-20', { duty: 'county-flight-check', period: '2026-11' }, system);
    const entry = entryOf(sheet);
    sheet.say('record', '2026-11-20', { duty: 'spot-quiz' }, countyOffice);
    expect(takeBack(sheet, entry, countyOffice)).toMatchObject({ code: 'NOT_ALLOWED', field: 'entry' });
  });

  it('a unit still its own, when it has nobody on post any more', () => {
    const sheet = county();
    sheet.say('record', '2026-11-20', { duty: 'unit-study' }, cityUnit);
    const entry = entryOf(sheet);
    sheet.say('unitsRead', '2026-11-20', [], system);
    expect(codeOf(takeBack(sheet, entry, cityUnit))).toBe('admitted');
  });
});

describe('RULES 9.excuse: excused 原则上 only, by the office above on the same line', () => {
  const excuse = (sheet: Sheet, duty: string, by: Actor, more: object = { ower: 'party-committee:140423' }) =>
    sheet.say('excuse', '2026-11-20', { duty, reason: '防汛', ...more }, by);

  it('a county’s party committee by the city’s, never by a 驻村办', () => {
    const sheet = county();
    expect(excuse(sheet, 'unit-study', cityCommittee)).toMatchObject({ code: 'CONDITIONS_NOT_MET', clause: 'C-3.2' });
    expect(excuse(sheet, 'county-study', countyCommittee)).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const office of ['stationing-office:140423', 'stationing-office:1404', 'party-committee:14'])
      expect(excuse(sheet, 'county-study', { office })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(codeOf(excuse(sheet, 'county-study', cityCommittee))).toBe('admitted');
    expect(rowOf(sheet, 'county-study@2026-M11-12')).toMatchObject({ excused: 1, missing: 0 });
    expect(excuse(sheet, 'county-study', cityCommittee)).toMatchObject({ code: 'ALREADY_DONE' });
  });

  it('a township’s party committee by the county’s; a 驻村办 by the one above it', () => {
    const study = { ower: township.office };
    expect(excuse(builtSheet(), 'township-study', township, study)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(excuse(builtSheet(), 'township-study', countyOffice, study)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(codeOf(excuse(builtSheet(), 'township-study', countyCommittee, study))).toBe('admitted');
    const month = builtSheet({ territory: '140423' });
    expect(excuse(month, 'county-flight-check', countyOffice, {})).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(codeOf(excuse(month, 'county-flight-check', { office: 'stationing-office:1404' }, {}))).toBe('admitted');
  });

  it('a unit’s sales help by the 驻村办 of its level, naming the unit', () => {
    const year = builtSheet({ territory: '140423', cadence: 'year', on: '2026-01-01' });
    const city = { office: 'stationing-office:1404' };
    expect(excuse(year, 'city-sales-help', city, {})).toMatchObject({ code: 'INVALID_INPUT', field: 'unit' });
    const help = { unit: cityUnit.office, ower: own };
    expect(codeOf(excuse(year, 'city-sales-help', countyOffice, help))).toBe('NOT_ALLOWED');
    expect(codeOf(excuse(year, 'city-sales-help', city, help))).toBe('admitted');
    expect(rowOf(year, `city-sales-help@2026~${cityUnit.office}`)).toMatchObject({ excused: 1 });
  });

  it('is not offered once everything has been settled that the office may excuse', () => {
    const sheet = builtSheet({ territory: '140423' });
    const city = { office: 'stationing-office:1404' };
    expect(offerOf(sheet, 'excuse', city)).toMatchObject({ isOffered: true });
    sheet.say('record', '2026-11-20', { duty: 'county-flight-check' }, countyOffice);
    expect(offerOf(sheet, 'excuse', city)).toMatchObject({ isOffered: false, refusal: { code: 'ALREADY_DONE' } });
  });
});

describe('RULES 9.corrections: a closed sheet is opened again by the office directly above', () => {
  const closed = (territory: string) => {
    const sheet = builtSheet({ territory });
    sheet.say('periodClosed', '2026-12-21', { until: territory === '140423' ? '2026-12-14' : '2026-12-20' }, system);
    return sheet;
  };
  const reopen = (sheet: Sheet, office: string) =>
    codeOf(sheet.say('reopen', '2026-12-22', { until: '2026-12-25', reason: '系统故障' }, { office }));

  it.each<[string, Actor]>([
    ['record', township],
    ['recordAll', township],
    ['takeBack', township],
    ['excuse', countyCommittee],
  ])('until then takes no %s', (operation, by) => {
    const sheet = builtSheet();
    record(sheet, '2026-11-12', { duty: 'township-study' });
    expect(offerOf(sheet, operation, by)).toMatchObject({ isOffered: true });
    sheet.say('periodClosed', '2026-12-21', { until: '2026-12-20' }, system);
    expect(offerOf(sheet, operation, by, '2026-12-22')).toMatchObject({
      isOffered: false,
      refusal: { code: 'CLOSED_PERIOD' },
    });
  });

  it('a township’s month, which has duties of both lines, by either office of the county, and by nobody further above', () => {
    for (const office of ['party-committee:140423', 'stationing-office:1404', 'leading-group-office:14'])
      expect(reopen(closed('140423100'), office)).toBe('NOT_ALLOWED');
    for (const office of ['stationing-office:140423', 'leading-group-office:140423'])
      expect(reopen(closed('140423100'), office)).toBe('admitted');
  });

  it('a township’s year, which has no duties of the other line, by the county’s 驻村办 alone', () => {
    const sheet = { territory: '140423100', cadence: 'year' } as const;
    expect(reopenersOf(sheet, settingsOf(basePolicy))).toEqual(['stationing-office:140423']);
  });

  it('a county’s month by either line of the city, not by the county nor the province', () => {
    for (const office of ['stationing-office:140423', 'leading-group-office:140423', 'stationing-office:14'])
      expect(reopen(closed('140423'), office)).toBe('NOT_ALLOWED');
    expect(reopen(closed('140423'), 'stationing-office:1404')).toBe('admitted');
    expect(reopen(closed('140423'), 'leading-group-office:1404')).toBe('admitted');
  });
});
