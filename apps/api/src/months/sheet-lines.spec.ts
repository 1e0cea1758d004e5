import type { RosterEntry } from '@duban/policy/processes/cadre-posting/roster';
import { sheetRows, type RecordedSheet } from './sheet-lines';

const township = '140423100';
const rule = { minimumDaysOnPost: 10, taskWeight: 0.6, presenceWeight: 0.4 };
const posted = (cadre: string, from: string, to: string | null = null, where = township): RosterEntry => ({
  cadre,
  postingCase: `posting:${where}:${cadre}:1`,
  township: where,
  village: `${where}201`,
  unit: 'dispatching-unit:140423:U01',
  role: 'member',
  from,
  to,
});
const roster = [
  posted('C1', '2026-01-01'),
  posted('C2', '2026-11-25'),
  posted('C3', '2026-01-01', '2026-11-12'),
  posted('C4', '2026-01-01', '2026-11-15'),
  posted('C4', '2026-11-16', null, '140423101'),
];
const lineOf = (cadre: string) => ({
  cadre,
  postingCase: `posting:${township}:${cadre}:1` as const,
  unit: 'dispatching-unit:140423:U01',
  role: 'member',
});
const recorded = (
  lines: [string, object][],
  more: Partial<RecordedSheet> & { closed?: boolean } = {},
): RecordedSheet => ({
  cadres: [lineOf('C1'), lineOf('C5')],
  published: more.published ?? [],
  sheet: {
    lines: new Map(lines.map(([cadre, line]) => [cadre, { doneOn: '2026-12-02', since: '2026-12-02', ...line }])),
    ...(more.closed === true ? { closed: { on: '2026-12-06', bulletin: '襄驻办〔2026〕11号', counted: 2 } } : {}),
  },
});
const rows = (sheet: RecordedSheet | null) =>
  Object.fromEntries(sheetRows(township, '2026-11', roster, sheet, rule).map((row) => [row.cadre, row]));

describe('clause C-3.5: the lines of a township’s sheet', () => {
  it('name everybody on post in the month, with days, and why somebody is not scored', () => {
    expect(rows(null)).toMatchObject({
      C1: { toBeScored: true, state: 'open', days: 30, operation: null },
      C2: { toBeScored: false, reason: 'too-few-days', reasonName: '当月在岗天数不足', days: 6 },
      C3: { toBeScored: false, reason: 'not-on-post', days: 12 },
      C4: { toBeScored: false, reason: 'not-on-post', days: 15 },
    });
  });

  it('follow the sheet once it has begun, whoever the roster lacks since', () => {
    expect(rows(recorded([]))).toMatchObject({
      C1: { operation: 'score' },
      C5: { toBeScored: true, state: 'open', village: null, days: 0 },
    });
  });

  it.each<[string, RecordedSheet, object]>([
    [
      'scored: total and correction',
      recorded([['C1', { score: { cadre: 'C1', task: 90, presence: 80 } }]]),
      { state: 'scored', total: 86, operation: 'correct', scoredOn: '2026-12-02' },
    ],
    [
      'left unscored: it may still be scored',
      recorded([['C1', {}]]),
      { state: 'excused', reason: 'excused', operation: 'score' },
    ],
    [
      'closed without a score',
      recorded([], { closed: true }),
      { state: 'open', reason: 'not-scored', operation: null },
    ],
    [
      'closed and corrected by the county',
      recorded([['C1', { score: { cadre: 'C1', task: 90, presence: 80 } }]], {
        closed: true,
        published: [{ cadre: 'C1', task: 70, presence: 70 }],
      }),
      { task: 70, total: 70, operation: null },
    ],
  ])('say how a line stands: %s', (_, sheet, expected) => {
    expect(rows(sheet)['C1']).toMatchObject(expected);
  });
});
