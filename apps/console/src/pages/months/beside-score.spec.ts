import type { BesideScore } from '@duban/contracts/answers/score-sheets';
import { dutiesOfMonth, presenceWords, taskWords, unmarkedWords } from './beside-score';

const nothing: BesideScore = {
  cadre: 'C1',
  presence: { posted: 30, onPost: 0, business: 0, nights: 0, leave: 0, absent: 0, unmarked: [] },
  duties: [],
  findings: [],
  quizzes: [],
};
const line = (more: Partial<BesideScore['duties'][number]>): BesideScore['duties'][number] => ({
  ...{ duty: 'five-days', what: '每周驻村五天', isOwn: true, periodName: '第45周', owed: 5, done: 5 },
  ...{ state: 'fulfilled', stateName: '已完成', lacking: [] },
  ...more,
});
const open = { state: 'open', stateName: '未完成' } as const;

it('C-3.5, C-3.3: says what attendance, leave and absence say, and only that', () => {
  expect(presenceWords(nothing)).toBe('在岗 0 天，驻村 0 夜');
  const presence = { posted: 30, onPost: 17, business: 2, nights: 14, leave: 1, absent: 1, unmarked: ['2026-11-09'] };
  expect(presenceWords({ ...nothing, presence })).toBe(
    '在岗 17 天，因公 2 天，驻村 14 夜，请假 1 天，无故脱岗 1 天，1 天未登记',
  );
  expect(unmarkedWords({ ...nothing, presence })).toBe('2026年11月9日');
});

it('C-3.5: counts what was owed and not excused, and what checks found', () => {
  expect(taskWords(nothing)).toBe('当月无职责台账');
  const excused = line({ state: 'excused', stateName: '经同意免除' });
  expect(
    taskWords({
      ...nothing,
      duties: [line({}), line({ ...open, done: 3 }), excused],
      findings: [{ caseId: 'i', on: '2026-11-06', officeName: '省驻村办', number: '1号', what: '干部不在岗' }],
      quizzes: [{ caseId: 'q', on: '2026-11-11', asked: 5, correct: 3 }],
    }),
  ).toBe('职责完成 1/2 项，检查点到 1 次，答对 3/5 题');
});

it('puts a duty’s periods together, the unfinished first, and keeps his own apart from the team’s', () => {
  const visits = { duty: 'visit-monitored', what: '走访监测户', isOwn: false, periodName: '11月', owed: 3, done: 3 };
  expect(
    dutiesOfMonth([
      line({ ...visits }),
      line({}),
      line({ ...open, periodName: '第46周', done: 3 }),
      line({ ...visits, ...open, isOwn: true, done: 2, lacking: ['H3'] }),
    ]),
  ).toEqual([
    { what: '每周驻村五天', isOwn: true, done: 1, periods: 2, short: ['第46周未完成（3/5）'] },
    { what: '走访监测户', isOwn: true, done: 0, periods: 1, short: ['11月未完成（2/3，尚缺 H3）'] },
    { what: '走访监测户', isOwn: false, done: 1, periods: 1, short: [] },
  ]);
});
