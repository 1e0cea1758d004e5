import { codeOf } from '../../case/case-builder';
import type { CivilDate } from '../../dates/civil-date';
import type { LeaderOnList } from './duty-acts';
import { builtSheet, rowOf, system, type Sheet } from './duty-builder';

const province = { office: 'party-committee:14' };
const city = { office: 'party-committee:1404' };
const leads = (leader: string, office: string, from: CivilDate, to: CivilDate | null = null): LeaderOnList => ({
  ...{ leader, office, from, to },
});
const successor = leads('L2', province.office, '2026-08-01');
const predecessor = leads('L1', province.office, '2026-01-01', '2026-07-31');
const quarter = (leaders: readonly LeaderOnList[], on: CivilDate = '2026-07-01') => {
  const sheet = builtSheet({ territory: '140423', cadence: 'quarter', on });
  sheet.say('leadersRead', on, leaders, system);
  return sheet;
};
interface Line {
  ower: string;
  state: string;
  doneOn: CivilDate | null;
}
const lines = (sheet: Sheet, office = province.office, period = '2026-Q3') =>
  (rowOf(sheet, `liaison-supervision@${period}~${office}`)?.lines ?? []) as unknown as Line[];
const supervise = (sheet: Sheet, on: CivilDate, ower: string | undefined, by = province) =>
  sheet.say('record', on, { duty: 'liaison-supervision', ...(ower !== undefined && { ower }) }, by);

describe('case 40 (A-4.1.c, D21): a province leader named for the county from 1 Aug 2026', () => {
  it('owes the supervision of the third quarter, due 30 Sep, by his name', () => {
    const sheet = quarter([predecessor, successor]);
    expect(sheet.deadline(`liaison-supervision@2026-Q3~${province.office}`)).toMatchObject({
      due: '2026-09-30',
      clause: 'A-4.1',
      owner: province.office,
      decisions: ['duties'],
    });
    expect(lines(sheet)).toMatchObject([{ ower: 'L2', state: 'open' }]);
  });

  it('his predecessor owes none for it, but owed the second', () => {
    expect(lines(quarter([predecessor, successor])).map(({ ower }) => ower)).not.toContain('L1');
    const second = quarter([predecessor, successor], '2026-04-01');
    expect(lines(second, province.office, '2026-Q2')).toMatchObject([{ ower: 'L1' }]);
  });

  it('a supervision by him meets it, late after 30 Sep; his predecessor’s does not', () => {
    const sheet = quarter([predecessor, successor]);
    expect(supervise(sheet, '2026-07-10', 'L1')).toMatchObject({ told: expect.stringContaining('补充记录') });
    expect(lines(sheet)).toMatchObject([{ state: 'open' }]);
    sheet.say('unitsRead', '2026-08-01', [], system);
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toEqual([]);
    supervise(sheet, '2026-09-30', 'L2');
    expect(lines(sheet)).toMatchObject([{ ower: 'L2', state: 'fulfilled', doneOn: '2026-09-30' }]);
    const late = quarter([successor]);
    late.say('record', '2026-10-01', { duty: 'liaison-supervision', ower: 'L2', period: '2026-Q3' }, province);
    expect(lines(late)).toMatchObject([{ state: 'made-up' }]);
  });

  it('leaders of several levels owe each their own, and no office enters another’s', () => {
    const sheet = quarter([successor, leads('L3', city.office, '2026-01-01')]);
    expect([lines(sheet)[0]?.ower, lines(sheet, city.office)[0]?.ower]).toEqual(['L2', 'L3']);
    expect(supervise(sheet, '2026-09-10', 'L2', city)).toMatchObject({ code: 'NOT_ALLOWED', field: 'ower' });
    expect(supervise(sheet, '2026-09-10', undefined)).toMatchObject({
      field: 'ower',
      detail: expect.stringContaining('哪位包联领导'),
    });
    supervise(sheet, '2026-09-10', 'L3', city);
    expect([lines(sheet)[0]?.state, lines(sheet, city.office)[0]?.state]).toEqual(['open', 'fulfilled']);
  });

  it('a leader registered twice owes it once, and one whose beginning is unknown owes it', () => {
    const open: LeaderOnList = { ...successor, from: null };
    expect(lines(quarter([successor, { ...successor, from: '2026-09-01' }]))).toHaveLength(1);
    expect(lines(quarter([open]))).toMatchObject([{ ower: 'L2' }]);
  });

  it('while nobody leads on the last day it is the city party committee’s', () => {
    for (const leaders of [[], [predecessor]]) {
      const sheet = quarter(leaders);
      expect(lines(sheet, city.office)).toMatchObject([{ ower: city.office, state: 'open' }]);
      expect(supervise(sheet, '2026-09-10', undefined, { office: 'party-committee:140423' })).toMatchObject({
        code: 'NOT_ALLOWED',
        detail: `“包联领导督导、检查包联县政策落实”应由${city.office}登记。`,
      });
      expect(codeOf(supervise(sheet, '2026-09-10', undefined, city))).toBe('admitted');
      expect(lines(sheet, city.office)).toMatchObject([{ state: 'fulfilled' }]);
    }
  });

  it('named in the quarter he is found by the Monday after, and the city owes it no more', () => {
    const sheet = quarter([]);
    const asked = sheet
      .view()
      .consequences.flatMap((one) => (one.kind === 'ask' && one.question === 'leaders' ? [one.on] : []));
    expect(asked).toEqual(expect.arrayContaining(['2026-07-01', '2026-08-03', '2026-10-01']));
    sheet.say('leadersRead', '2026-08-03', [successor], system);
    expect(lines(sheet)).toMatchObject([{ ower: 'L2' }]);
    expect(sheet.deadline(`liaison-supervision@2026-Q3~${city.office}`)).toMatchObject({
      dropped: { on: '2026-08-03' },
    });
  });

  it('a leader nobody has named yet is looked up again, and handed back when still unknown', () => {
    const sheet = quarter([successor]);
    expect(supervise(sheet, '2026-08-05', 'L9')).toMatchObject({
      admitted: true,
      told: expect.stringContaining('包联领导登记'),
    });
    expect(sheet.view().consequences.filter(({ key }) => key.startsWith('people#'))).toMatchObject([
      { question: 'leaders', on: '2026-08-05' },
    ]);
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toEqual([]);
    sheet.say('leadersRead', '2026-08-05', [successor], system);
    sheet.say('unitsRead', '2026-09-01', [], system);
    expect(sheet.view().notices.filter(({ kind }) => kind === 'repair')).toMatchObject([
      { to: province.office, text: expect.stringContaining('先登记包联领导') },
    ]);
  });
});
