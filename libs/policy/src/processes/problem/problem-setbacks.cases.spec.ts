import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { offices, problemFound, untilDay, type RunningProblem } from './problem-builder';

/** Planned on 2 July 2030, due on the 20th. */
const planned = () => {
  const running = problemFound('2030-07-01');
  plan(running, '2030-07-02', '2030-07-20');
  return running;
};
const plan = (running: RunningProblem, on: CivilDate, due: CivilDate) =>
  running.say('plan', on, { measure: '逐户补落实', responsible: 'C1', due }, { office: offices.township });
const report = (running: RunningProblem, on: CivilDate) =>
  running.say('rectified', on, { what: '已补落实', evidence: '照片' }, { office: offices.village });
const look = (running: RunningProblem, on: CivilDate, passed: boolean, office: string = offices.stationing) =>
  running.say('verify', on, { passed, note: '入户核查' }, { office });
const renew = (running: RunningProblem, on: CivilDate, due: CivilDate) =>
  running.say('renew', on, { due, reason: '核查不通过' }, { office: offices.stationing });
const suggestions = (running: RunningProblem) => [
  ...new Set(
    running
      .view()
      .notices.filter(({ clause }) => clause === 'A-3.6')
      .map(({ on }) => on),
  ),
];
const listed = (running: RunningProblem) => running.view().listed;

describe('case 81 (A-3.6.e, C-2.end.b): found not done, given a new date before the first was due, then written off', () => {
  const running = planned();
  report(running, '2030-07-10');
  look(running, '2030-07-12', false);
  renew(running, '2030-07-13', '2030-07-30');
  report(running, '2030-07-15');
  look(running, '2030-07-18', true);
  untilDay(running, '2030-12-31');

  it('is no accountability suggestion on any day', () => {
    expect(suggestions(running)).toEqual([]);
    expect(listed(running)).toMatchObject({ setbacks: 1, repeatedlyUnrectified: false });
    expect(running.view()).toMatchObject({ stage: 'written-off' });
  });

  it('the first term was never missed, and is not shown as 未按期完成', () => {
    const first = running.deadline('rectification');
    expect(first?.metOn).toBeUndefined();
    expect(first?.dropped).toMatchObject({ on: '2030-07-13', reason: '核查不通过，已重新限期' });
    expect(running.view().consequences.filter(({ key }) => key.startsWith('missed'))).toEqual([]);
    expect(running.deadline('rectification:2')).toMatchObject({ due: '2030-07-30', metOn: '2030-07-15' });
  });

  it('the office above was asked for the new date, and gave it', () =>
    expect(running.deadline('renewal@2030-07-12')).toMatchObject({
      due: '2030-07-15',
      metOn: '2030-07-13',
      owner: offices.stationing,
      clause: 'A-3.6',
    }));
});

describe('case 82 (A-3.6.e): reported on the last day, found not done on the day after', () => {
  const failed = () => {
    const running = planned();
    report(running, '2030-07-20');
    look(running, '2030-07-21', false);
    untilDay(running, '2030-07-21');
    return running;
  };

  it('is one setback, and no suggestion on 21 July', () => {
    expect(listed(failed())).toMatchObject({ setbacks: 1, repeatedlyUnrectified: false });
    expect(suggestions(failed())).toEqual([]);
  });

  it('the office above is asked to set a new date within 3 days', () => {
    expect(failed().deadline('renewal@2030-07-21')).toMatchObject({
      due: '2030-07-24',
      owner: offices.stationing,
      decisions: ['problemRenewalDays'],
    });
    expect(failed().deadline('renewal@2030-07-21')?.metOn).toBeUndefined();
  });

  it('when that term too passes without a report, the suggestion comes on the day after', () => {
    const running = failed();
    renew(running, '2030-07-23', '2030-08-05');
    untilDay(running, '2030-08-05');
    expect(suggestions(running)).toEqual([]);
    untilDay(running, '2030-08-06');
    expect(suggestions(running)).toEqual(['2030-08-06']);
    expect(listed(running)).toMatchObject({ setbacks: 2 });
  });

  it('reported again before a new date, none is asked for any more', () => {
    const running = failed();
    report(running, '2030-07-22');
    expect(running.deadline('renewal@2030-07-21')?.dropped).toMatchObject({ on: '2030-07-22' });
  });
});

describe('RULES 6.setbacks: one report failed by two offices is one setback', () => {
  it('the second is a supplement', () => {
    const running = planned();
    report(running, '2030-07-10');
    look(running, '2030-07-12', false);
    expect(look(running, '2030-07-12', false, offices.leadingGroup)).toMatchObject({
      admitted: true,
      keep: false,
      told: expect.stringContaining('补充记录'),
    });
    expect(listed(running)).toMatchObject({ setbacks: 1 });
  });

  it('a new date is set once for a failure, not again while the new term runs', () => {
    const running = planned();
    report(running, '2030-07-10');
    look(running, '2030-07-12', false);
    expect(codeOf(renew(running, '2030-07-11', '2030-07-30'))).toBe('BEFORE_BEGINNING');
    expect(codeOf(renew(running, '2030-07-13', '2030-07-30'))).toBe('admitted');
    expect(codeOf(renew(running, '2030-07-14', '2030-12-31'))).toBe('TOO_EARLY');
  });

  type Step = { kind: 'report' | 'fail' | 'fail-twice' | 'renew'; after: number; term: number };
  const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom<Step['kind']>('report', 'fail', 'fail-twice', 'renew'),
    after: fc.integer({ min: 0, max: 12 }),
    term: fc.integer({ min: 1, max: 20 }),
  });

  /** Counted by hand beside the rules: dates that passed without a report in time, and reports found wrong. */
  const play = (steps: readonly Step[]) => {
    const running = planned();
    const terms: { due: CivilDate; reportedOn?: CivilDate; renewedOn?: CivilDate }[] = [{ due: '2030-07-20' }];
    let day = '2030-07-02';
    const failures: CivilDate[] = [];
    for (const { kind, after, term } of steps) {
      day = addDays(day, after);
      untilDay(running, day);
      const last = terms.at(-1) as (typeof terms)[number];
      if (kind === 'report' && codeOf(report(running, day)) === 'admitted') last.reportedOn ??= day;
      if (kind === 'renew' && codeOf(renew(running, day, addDays(day, term))) === 'admitted') {
        last.renewedOn = day;
        terms.push({ due: addDays(day, term) });
      }
      if (kind.startsWith('fail')) {
        const verdict = look(running, day, false);
        if (verdict.admitted && verdict.keep) failures.push(day);
        if (kind === 'fail-twice') look(running, day, false, offices.leadingGroup);
      }
    }
    const end = addDays(day, 40);
    untilDay(running, end);
    const missed = terms
      .filter(({ due, reportedOn, renewedOn }) => !((reportedOn ?? end) <= due) && !((renewedOn ?? end) <= due))
      .map(({ due }) => addDays(due, 1));
    return { running, setbacks: [...missed, ...failures].sort() };
  };

  it('setbacks are the dates missed and the reports found wrong, whatever comes in between', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const { running, setbacks } = play(steps);
        expect(listed(running)['setbacks']).toBe(setbacks.length);
        expect(suggestions(running)).toEqual(setbacks[1] === undefined ? [] : [setbacks[1]]);
      }),
    ));
});
