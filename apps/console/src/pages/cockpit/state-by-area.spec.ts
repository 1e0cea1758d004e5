import { statesByArea } from './state-by-area';

const found = statesByArea(
  {
    cases: [
      { area: '1404', ended: false, count: 5 },
      { area: '1404', ended: true, count: 2 },
      { area: '14', ended: false, count: 1 },
      { area: '1402', ended: true, count: 4 },
    ],
    deadlines: [
      { area: '1404', state: 'overdue', count: 3 },
      { area: '1404', state: 'overdue', count: 4 },
      { area: '14', state: 'near', count: 2 },
      { area: '1401', state: 'overdue', count: 9 },
    ],
  },
  ['1401', '1402', '1403', '1404'],
);

it('counts running cases and deadlines of every area over all processes, the most overdue first', () => {
  expect(found.rows.map(({ area, cases, states }) => [area, cases, states.overdue, states.near])).toEqual([
    ['1401', 0, 9, 0],
    ['1404', 5, 7, 0],
    ['14', 1, 0, 2],
  ]);
});

it('adds up, and names the parts that have nothing', () => {
  expect([found.total.cases, found.total.states.overdue, found.total.states.near]).toEqual([6, 16, 2]);
  expect(found.empty).toEqual(['1402', '1403']);
});
