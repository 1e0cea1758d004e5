import {
  countyChoices,
  countyName,
  easiestFirst,
  methodsOf,
  pastedCells,
  percent,
  scoreIn,
  scoresOf,
  shownScores,
} from './contest-scores';

it.each([
  ['82.5', 82.5],
  ['100', 100],
  [' 0 ', 0],
  ['', undefined],
] as const)('“%s” is read', (written, score) => expect(scoreIn(written)).toBe(score));

it.each(['101', '82.55', '-1', '八十', '100.1'])('“%s” is refused', (written) =>
  expect(scoreIn(written)).toHaveProperty('fault'),
);

it('a block from Excel is laid over the grid from a cell on, and no further than the grid', () => {
  expect(pastedCells('80\t81\t82\r\n83\t84\t85\r\n', ['140423', '140425'], 'daily', { county: 1, content: 2 })).toEqual(
    {
      '140425/daily/work': '80',
      '140425/daily/effect': '81',
    },
  );
});

it('only sound scores of the method are sent', () => {
  const filled = { '140423/daily/duty': '80', '140423/daily/work': '101', '140423/on-site/duty': '70' };
  expect(scoresOf(filled, 'daily', ['140423'], '台账')).toEqual([
    { county: '140423', method: 'daily', content: 'duty', score: 80, evidence: '台账' },
  ]);
});

it('the chance that asks least comes first', () => {
  const chance = (points: number) => ({ method: 'daily', content: 'duty', points, newRank: 1 }) as const;
  expect(easiestFirst([chance(3), chance(1.2)]).map(({ points }) => points)).toEqual([1.2, 3]);
  expect(percent(0.0625)).toBe('6.3%');
});

it('departments score their own evaluation alone', () => {
  expect(methodsOf('department')).toEqual(['departments']);
  expect(methodsOf('party-committee')).toEqual([]);
});

it('districts of the same name are told apart', () => {
  expect(countyName('140423')).toBe('襄垣县');
  const titles = countyChoices('14').map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

it('a department sees its own evaluation, the province all of them with their mean', () => {
  const of = (department: 'water' | 'education', score: number) => ({
    ...({ county: '140423', method: 'departments', content: 'duty', evidence: '评价表' } as const),
    ...{ department, score, by: `department:14:${department}` },
  });
  const facts = {
    evaluators: ['water', 'education'],
    scores: new Map([
      ['140423/departments/duty/water', of('water', 90)],
      ['140423/departments/duty/education', of('education', 80)],
    ]),
    lines: [
      {
        ...{ county: '140423', isKey: false, missing: 0, total: 85, rank: 1, chances: [] },
        parts: [{ method: 'departments', content: 'duty', weight: 1, score: 85 }],
      },
    ],
  } as const;
  const key = '140423/departments/duty';
  expect(shownScores(facts, 'water').get(key)?.score).toBe(90);
  expect(shownScores(facts, 'health').get(key)).toBeUndefined();
  expect(shownScores(facts, undefined).get(key)).toEqual({
    score: 85,
    evidence: '水利部门90分，教育部门80分',
  });
});
