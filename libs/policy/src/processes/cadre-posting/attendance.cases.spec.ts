import { buildCase, codeOf } from '../../case/case-builder';
import { cadrePosting } from './cadre-posting';
import { absence, act, builtOpening, moved, postingFile, recall, type BuiltAct } from './posting-builder';

const secretaryOf = (village: string) => `village-party-secretary:${village}`;
const [v1, v2, v3] = ['140423100201', '140423100202', '140423101201'];
const marked = (on: string, days: string[], village = v1, mark: 'on-post' | 'rest' = 'on-post'): BuiltAct =>
  act('attendance', on, { days: days.map((day) => ({ on: day, mark, night: true })) }, secretaryOf(village));
const judged = (said: BuiltAct, before: readonly BuiltAct[] = []) =>
  cadrePosting.judge(postingFile(before), said, said.occurredOn);
const rowsOf = (acts: readonly BuiltAct[], kind: string) =>
  cadrePosting
    .view(postingFile(acts))
    .records.flatMap((record) => (record.table === 'register' && record.row.kind === kind ? [record.row] : []));

describe('OBLIGATIONS C-3.1.k: the village’s party secretary marks each day', () => {
  it('of whom he has on post; no other village’s, no township, no unit', () => {
    expect(codeOf(judged(marked('2026-08-07', ['2026-08-03', '2026-08-04'])))).toBe('admitted');
    expect(judged(marked('2026-08-07', ['2026-08-03'], v2))).toMatchObject({ code: 'NOT_ALLOWED' });
    for (const office of ['party-committee:140423100', builtOpening.unit, 'stationing-office:140423'])
      expect(judged({ ...marked('2026-08-07', ['2026-08-03']), by: { office } })).toMatchObject({
        code: 'NOT_ALLOWED',
      });
  });

  it.each<[string, string[], readonly BuiltAct[], string]>([
    ['a day to come', ['2026-08-08'], [], 'FUTURE_DATE'],
    ['a day before the posting', ['2026-06-30'], [], 'BEFORE_BEGINNING'],
    ['a day twice', ['2026-08-03', '2026-08-03'], [], 'INVALID_INPUT'],
    ['a day after the recall', ['2026-08-06'], [recall('2026-08-05')], 'EXPIRED'],
    ['a day after the term', ['2026-08-06'], [act('end', '2026-08-05', { reason: 'term-ended' })], 'EXPIRED'],
    ['a day of absence', ['2026-08-03'], [absence('2026-08-03')], 'CONDITIONS_NOT_MET'],
  ])('%s is refused, with the day at fault', (_title, days, before, code) =>
    expect(judged(marked('2026-08-07', days), before)).toMatchObject({
      code,
      clause: 'C-3.1',
      field: `days.${days.length - 1}.on`,
    }),
  );

  it('marks again what was wrong; the latest stands', () => {
    const acts = [marked('2026-08-07', ['2026-08-03', '2026-08-04']), marked('2026-08-08', ['2026-08-03'], v1, 'rest')];
    expect(rowsOf(acts, 'attendance')).toMatchObject([
      { period: '2026-08', territory: v1, body: { days: [{ on: '2026-08-03', mark: 'rest' }, { mark: 'on-post' }] } },
    ]);
  });

  it('an absence takes the mark of its day away', () => {
    const acts = [marked('2026-08-07', ['2026-08-03', '2026-08-04']), absence('2026-08-03')];
    expect(rowsOf(acts, 'attendance')).toMatchObject([{ body: { days: [{ on: '2026-08-04' }] } }]);
  });
});

describe('case 15 (C-3.3.f, D3): a move on Wed 18 Nov 2026', () => {
  const acts = [
    marked('2026-11-17', ['2026-11-16', '2026-11-17']),
    moved('2026-11-18', v3),
    marked('2026-11-20', ['2026-11-18', '2026-11-19', '2026-11-20'], v3),
  ];

  it('each secretary marks his own days, before and after', () => {
    expect(codeOf(judged(acts[2]!, acts.slice(0, 2)))).toBe('admitted');
    expect(judged(marked('2026-11-20', ['2026-11-18']), acts.slice(0, 2))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(codeOf(judged(marked('2026-11-17', ['2026-11-16']), acts.slice(0, 2)))).toBe('admitted');
    expect(judged(marked('2026-11-20', ['2026-11-17'], v3), acts.slice(0, 2))).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('a village that he left on the day he came marks nothing', () => {
    const passing = moved('2026-11-18', '140423100202');
    const gone = judged(marked('2026-11-20', ['2026-11-18'], '140423100202'), [passing, acts[1]!]);
    expect(gone).toMatchObject({ code: 'WRONG_STAGE', detail: expect.stringContaining('没有在岗的日子') });
  });

  it('stands in the ledger with both villages, each for its days', () => {
    const stays = cadrePosting.view(postingFile(acts)).records.filter(({ table }) => table === 'posting');
    expect(stays.map(({ key, row }) => [key, row])).toMatchObject([
      [
        'posting:140423100:C1:1@2026-07-01',
        { township: '140423100', village: v1, from: '2026-07-01', to: '2026-11-17' },
      ],
      ['posting:140423100:C1:1', { township: '140423101', village: v3, from: '2026-11-18', to: null }],
    ]);
    expect(rowsOf(acts, 'attendance')).toMatchObject([{ territory: v1 }, { territory: v3 }]);
  });
});

describe('case 43 (C-3.6.h, D9): unmarked days', () => {
  it('give rise to no absence without cause', () => {
    const view = cadrePosting.view(postingFile([marked('2026-11-06', ['2026-11-02'])]));
    expect(view.listed).toMatchObject({ absences: 0 });
    expect(view.deadlines.filter(({ id }) => id.startsWith('reminder'))).toEqual([]);
    expect(rowsOf([marked('2026-11-06', ['2026-11-02'])], 'absence')).toEqual([]);
  });

  it('a case built from its rules keeps the marks', () => {
    const posting = buildCase(cadrePosting, {
      caseId: 'posting:140423100:C1:1',
      openedOn: '2026-07-01',
      opening: builtOpening,
    });
    posting.say('attendance', '2026-11-06', { days: [{ on: '2026-11-02', mark: 'on-post' }] });
    expect(posting.file().acts.at(-1)?.by.office).toBe(secretaryOf(v1));
    expect(posting.view().records.some(({ key }) => key === `attendance/2026-11/${v1}`)).toBe(true);
  });
});
