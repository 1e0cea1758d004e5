import { childrenOf } from '@duban/contracts/divisions';
import { ordinary, type WhatIfs } from '@duban/contracts/rehearsals';
import { addDays } from '@duban/policy/dates/civil-date';
import { demoActs } from './demo-routine';
import { operationOf, type Scenario, type ScenarioAct } from './scenario';

const scenario = (
  varied: Partial<WhatIfs> = {},
  { start = '2030-07-01', until = '2030-12-31', county = '141032', months = 6 } = {},
  settings: Record<string, unknown> = {},
): Scenario => {
  const {
    withDuties,
    withSupervision,
    policyChanges: _,
    ...rest
  } = { ...ordinary(), cadres: 24, households: 20, ...varied };
  const demo = {
    ...rest,
    county,
    townships: childrenOf(county).length,
    months,
    duties: withDuties,
    supervision: withSupervision,
  };
  return { title: '试', start, until, settings, holidays: {}, demo, acts: [], expect: [], never: [] };
};
const actsTo = (operation: string, ...args: Parameters<typeof scenario>): ScenarioAct[] =>
  demoActs(scenario(...args)).filter((act) => act.do === operation);

describe('what is varied in the ordinary months of a county', () => {
  it('late townships hand in on the 9th every third month, in a short rehearsal every month', () => {
    const days = (late: number, months: number): string[] =>
      actsTo('scores.scoreAll', { lateTownships: late }, { months } as never).map(({ on }) => on);
    expect(days(2, 6).filter((day) => day.endsWith('-09'))).toEqual(['2030-10-09', '2030-10-09']);
    expect(days(0, 6).filter((day) => day.endsWith('-09'))).toEqual([]);
    expect(days(1, 2).filter((day) => day.endsWith('-09'))).toEqual(['2030-08-09', '2030-09-09']);
  });

  it('townships that never hand in leave the bulletin waiting until the days of grace are over', () => {
    const varied = { lateTownships: 1, lateTownshipsHow: 'never' } as const;
    const october = actsTo('scores.scoreAll', varied).filter(({ on }) => on.startsWith('2030-10'));
    expect(october).toHaveLength(actsTo('scores.scoreAll').filter(({ on }) => on.startsWith('2030-10')).length - 1);
    const [bulletin] = actsTo('assessments.issueBulletin', varied).filter(({ on }) => on.startsWith('2030-10'));
    expect(bulletin?.on).toBe('2030-10-12');
  });

  it.each([
    [0, 0],
    [0.1, 2],
    [0.5, 10],
    [1, 20],
  ])('of 20 households a share of %d is identified late: %d', (share, expected) => {
    const acts = demoActs(scenario({ lateHouseholds: share }));
    const reported = new Map(
      acts.filter((act) => act.do === 'households.report').map(({ name, on }) => [`$${name}`, on]),
    );
    const late = acts.filter(
      (act) => act.do === 'households.identify' && act.on > addDays(reported.get(act.case ?? '') ?? '', 15),
    );
    expect(late).toHaveLength(expected);
  });

  it.each([0, 1, 5])('%d cadres are absent twice, and one once', (absentCadres) => {
    const acts = actsTo('postings.absence', { absentCadres });
    expect(acts).toHaveLength(2 * absentCadres + 1);
    expect(new Set(acts.map((act) => act.case)).size).toBe(absentCadres + 1);
  });

  it('both absences of a short rehearsal lie within it', () => {
    const acts = actsTo('postings.absence', { absentCadres: 1 }, { until: '2030-07-30' });
    expect(acts).toHaveLength(3);
  });

  it('cadres with low scores are at the bottom of the first two months', () => {
    const lowest = (month: string): string[] =>
      actsTo('scores.scoreAll', { lowCadres: 3 })
        .filter(({ on }) => on.startsWith(month))
        .flatMap((act) =>
          (act.with['scores'] as { cadre: string; task: number }[])
            .filter(({ task }) => task < 72)
            .map(({ cadre }) => cadre),
        )
        .sort();
    expect([lowest('2030-08'), lowest('2030-09'), lowest('2030-10')]).toEqual([
      ['C001', 'C002', 'C003'],
      ['C001', 'C002', 'C003'],
      [],
    ]);
  });

  it('without duties and supervision nobody records them', () => {
    expect(actsTo('duties.recordAll', { withDuties: false })).toEqual([]);
    expect(actsTo('dispatches.fileReturn', { withSupervision: false })).toEqual([]);
  });

  it('who does not pass the selection check of the changed policy is put forward, and not scored', () => {
    const young = { maximumAge: 30, maximumLeaderAge: 30 };
    expect(actsTo('postings.post', {}, {}, young)).toHaveLength(24);
    const scored = actsTo('scores.scoreAll', {}, {}, young).flatMap((act) => act.with['scores'] as unknown[]);
    expect(scored.length).toBeLessThan(
      actsTo('scores.scoreAll').flatMap((act) => act.with['scores'] as unknown[]).length,
    );
  });
});

describe('months from any day on', () => {
  it('a month in which nobody is on post long enough is not scored', () => {
    const late = { start: '2030-07-25', months: 3 };
    expect(actsTo('assessments.issueTaskList', {}, late).map(({ on }) => on)).toEqual(['2030-08-03', '2030-09-03']);
    expect(actsTo('assessments.issueTaskList', {}, { start: '2030-07-15', months: 2 }).map(({ on }) => on)).toEqual([
      '2030-07-15',
      '2030-08-03',
    ]);
  });

  it('a new year begins a new cycle, with duties of its own', () => {
    const over = { start: '2030-11-27', until: '2031-02-26' };
    expect(actsTo('cycles.start', {}, over).map(({ on, with: { year } }) => [on, year])).toEqual([
      ['2030-11-27 08:00', 2030],
      ['2031-01-01 08:00', 2031],
    ]);
    const sheets = new Set(actsTo('duties.recordAll', {}, over).map((act) => act.case));
    expect(sheets).toContain('duties:141032100:2031-01');
    expect(sheets).toContain('duties:1410:2030');
  });

  it.each(childrenOf('14').flatMap((city) => childrenOf(city)))(
    '%s has ordinary months that can be played',
    (county) => {
      const acts = demoActs(scenario({}, { county, start: '2031-03-12', until: '2031-04-11', months: 2 }));
      const known = new Set(acts.flatMap(({ name }) => name ?? []));
      expect(acts.length).toBeGreaterThan(200);
      expect(
        acts.filter(
          (act) => operationOf(act) === undefined || (act.case?.startsWith('$') && !known.has(act.case.slice(1))),
        ),
      ).toEqual([]);
    },
  );
});
