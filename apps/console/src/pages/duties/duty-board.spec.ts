import type { DutyStanding } from '@duban/contracts/answers/duties';
import {
  boardsOf,
  dayPathOf,
  excuserOf,
  isFilled,
  lackingWords,
  linesFor,
  mayRecord,
  recordOf,
  remainingOf,
  usualFilling,
} from './duty-board';

const line = (ower: string) => ({
  ower,
  owerName: ower,
  owed: 4,
  done: 1,
  state: 'open' as const,
  stateName: '未完成',
  doneOn: null,
});
const row = (more: Partial<DutyStanding> = {}): DutyStanding => ({
  caseId: 'duties:140423100:2026-11',
  key: 'k',
  duty: 'broadcast',
  what: '村大喇叭宣讲涉农政策',
  clause: 'C-2.5',
  period: '2026-W48',
  cadence: 'week',
  territory: '140423100',
  owner: 'party-committee:140423100',
  ownerName: '古韩镇党委',
  from: '2026-11-23',
  due: '2026-11-29',
  owed: 2,
  fulfilled: 0,
  late: 0,
  excused: 0,
  missing: 2,
  lines: [line('140423100204'), line('140423100208'), line('C001')],
  ...more,
});
const filled = { amount: 1, covered: null, of: null, nothingToDo: false };
const words = { office: 'party-committee:140423100', note: ' ', evidence: '照片' };

it('missed duties, those of now and those to come stand apart', () => {
  const rows = [
    row(),
    row({ key: 'late', due: '2026-11-22', from: '2026-11-16' }),
    row({ key: 'done', due: '2026-11-22', missing: 0 }),
    row({ key: 'next', from: '2026-11-30', due: '2026-12-06' }),
  ];
  const { late, current, coming } = boardsOf(rows, '2026-11-26');
  expect([late, current, coming].map((list) => list.map(({ key }) => key))).toEqual([['late'], ['k'], ['next']]);
});

it.each([
  ['party-committee:140423100', true],
  ['village-party-secretary:140423100204', true],
  ['village-committee:140423100204', false],
  ['village-party-secretary:140423101200', false],
  ['stationing-office:140423', false],
])('%s records what teams owe: %s', (office, may) => expect(mayRecord(office, row())).toBe(may));

it('the county’s stationing office records for units and says which', () => {
  const ofUnit = row({
    duty: 'unit-study',
    territory: '140423',
    owner: 'dispatching-unit:1404:U04',
    period: '2026-M11-12',
  });
  expect(mayRecord('stationing-office:140423', ofUnit)).toBe(true);
  expect(
    recordOf(ofUnit, line('dispatching-unit:1404:U04'), filled, { ...words, office: 'stationing-office:140423' }),
  ).toMatchObject({
    unit: 'dispatching-unit:1404:U04',
  });
  expect(
    recordOf(ofUnit, line('dispatching-unit:1404:U04'), filled, { ...words, office: 'dispatching-unit:1404:U04' }),
  ).not.toHaveProperty('unit');
});

it('a village sees its own team and cadres', () =>
  expect(linesFor('village-party-secretary:140423100204', row(), new Set(['C001'])).map(({ ower }) => ower)).toEqual([
    '140423100204',
    'C001',
  ]));

it('a record says its period and leaves out what is empty', () =>
  expect(recordOf(row(), line('140423100204'), filled, words)).toEqual({
    duty: 'broadcast',
    ower: '140423100204',
    period: '2026-W48',
    amount: 1,
    evidence: '照片',
  }));

it('meetings are counted by how many of how many', () => {
  const meetings = row({ duty: 'village-meetings' });
  expect(isFilled('village-meetings', usualFilling('village-meetings'))).toBe(false);
  expect(recordOf(meetings, line('140423100204'), { ...filled, covered: 3, of: 4 }, words)).toMatchObject({
    covered: 3,
    of: 4,
  });
});

it('visits are ticked household by household on the village’s day', () => {
  const [one, other] = [line('140423100204'), line('140423100208')];
  expect(dayPathOf(row({ duty: 'visit-all' }), [one])).toBe('/village-day?village=140423100204');
  expect(dayPathOf(row({ duty: 'visit-monitored' }), [one, other])).toBe('/village-day');
  expect(dayPathOf(row({ duty: 'village-meetings' }), [one])).toBeUndefined();
});

it('names the first of many who are left', () => {
  const many = Array.from({ length: 25 }, (_, at) => `H${at}`);
  expect(lackingWords(['H017', 'H093'])).toBe('H017、H093');
  expect(lackingWords(many)).toMatch(/H19等 25 户$/);
});

it('what is left is offered at once', () => expect(remainingOf('broadcast', { owed: 4, done: 1.5 }).amount).toBe(2.5));

it('only what is owed in principle is excused, by the office above', () => {
  expect(excuserOf(row())).toBeUndefined();
  expect(excuserOf(row({ duty: 'township-study' }))).toBe('party-committee:140423');
});

it('an insurance is said by its days, a festival’s visit by whom it was paid to', () => {
  const insurance = row({ duty: 'insurance', period: '2026' });
  expect(isFilled('insurance', usualFilling('insurance'))).toBe(false);
  const days = { ...usualFilling('insurance'), from: '2026-07-01', to: null };
  expect(isFilled('insurance', days)).toBe(true);
  expect(recordOf(insurance, line('C001'), days, words)).toMatchObject({ ower: 'C001', from: '2026-07-01' });
  expect(recordOf(insurance, line('C001'), days, words)).not.toHaveProperty('amount');
  const festival = row({ duty: 'festival-visit', period: '2026-AUTUMN' });
  const both = usualFilling('festival-visit');
  expect(recordOf(festival, line('C001'), both, words)).toMatchObject({ visited: ['cadre', 'family'] });
  expect(isFilled('festival-visit', { ...both, visited: [] })).toBe(false);
});
