import type { CaseDeadline, CaseRow, CaseWithDeadlines } from '@duban/contracts/answers/cases';
import { monthSteps, townshipsOf } from './month-state';

const deadline = (id: string, state: string): CaseDeadline => ({ id, state, due: '2026-11-05' }) as CaseDeadline;
const file = (more: Partial<CaseWithDeadlines>): CaseWithDeadlines =>
  ({
    stage: 'scoring',
    listed: { taskItems: 3 },
    deadlines: [deadline('task-list', 'met'), deadline('bulletin', 'open')],
    ...more,
  }) as CaseWithDeadlines;
const sheet = (stage: string, open: number): CaseRow => ({ stage, listed: { open } }) as unknown as CaseRow;
const states = (...given: Parameters<typeof monthSteps>) => monthSteps(...given).map(({ state }) => state);

it('counts who has handed in', () => {
  expect(townshipsOf([sheet('complete', 0), sheet('scoring', 4), sheet('closed', 1)]).missing).toHaveLength(2);
});

it.each<[string, Parameters<typeof monthSteps>, string[]]>([
  [
    'the month runs',
    [file({ stage: 'in-month', listed: { taskItems: 0 }, deadlines: [deadline('task-list', 'near')] }), [], null],
    ['now', 'ahead', 'ahead', 'ahead'],
  ],
  [
    'begun after the 5th',
    [file({ stage: 'in-month', listed: { taskItems: 0 }, deadlines: [] }), [], null],
    ['dropped', 'ahead', 'ahead', 'ahead'],
  ],
  [
    'excused',
    [file({ listed: { taskItems: 0 }, deadlines: [deadline('task-list', 'dropped')] }), [], null],
    ['dropped', 'ahead', 'ahead', 'ahead'],
  ],
  [
    'townships score',
    [file({}), [sheet('scoring', 2)], { due: '2026-11-05', isLate: false }],
    ['done', 'now', 'ahead', 'ahead'],
  ],
  [
    'townships are late',
    [
      file({ deadlines: [deadline('bulletin', 'overdue')] }),
      [sheet('scoring', 2)],
      { due: '2026-11-05', isLate: true },
    ],
    ['done', 'late', 'late', 'ahead'],
  ],
  [
    'all are in',
    [file({}), [sheet('complete', 0)], { due: '2026-11-05', isLate: true }],
    ['done', 'done', 'now', 'ahead'],
  ],
  [
    'published',
    [
      file({ stage: 'published', listed: { taskItems: 3, ranked: 9, bulletin: '1号', corrections: 1 } }),
      [sheet('closed', 0)],
      null,
    ],
    ['done', 'done', 'done', 'done'],
  ],
])('%s', (_, given, expected) => expect(states(...given)).toEqual(expected));

it('names the bulletin and its corrections', () => {
  const steps = monthSteps(
    file({ stage: 'published', listed: { taskItems: 3, ranked: 9, bulletin: '襄驻办〔2026〕3号', corrections: 1 } }),
    [],
    null,
  );
  expect(steps.at(-1)?.words).toBe('襄驻办〔2026〕3号，更正 1 次');
});
