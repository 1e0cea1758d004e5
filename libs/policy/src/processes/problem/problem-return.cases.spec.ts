import fc from 'fast-check';
import { codeOf } from '../../case/case-builder';
import { addDays, addMonths, type CivilDate } from '../../dates/civil-date';
import type { ProblemList, ProblemOpening, WrittenOffReadBody } from './problem-acts';
import { problem as problemRules } from './problem';
import { offices, problemFound, untilDay, type RunningProblem } from './problem-builder';

const system = { office: 'system' };
const earlier = 'problem:140423100201:1';
const writtenOff = (on: CivilDate, list: ProblemList = 'monitoring-help'): WrittenOffReadBody => [
  { caseId: earlier, list, on },
];
/** A further problem, with what the ledger says was written off before. */
function further(openedOn: CivilDate, before: WrittenOffReadBody, more: Partial<ProblemOpening> = {}): RunningProblem {
  const running = problemFound(openedOn, { recurs: earlier, ...more });
  running.say('writtenOffRead', openedOn, before, system);
  return running;
}
const grounds = (running: RunningProblem) =>
  running.view().records.flatMap((one) => (one.table === 'register' && one.row.kind === 'ground' ? [one.row] : []));
const proposes = (running: RunningProblem): boolean => grounds(running).length > 0;

/** The same case, planned, put right and written off on a day. */
function closed(on: CivilDate): RunningProblem {
  const running = problemFound('2026-03-02');
  running.say(
    'plan',
    '2026-03-03',
    { measure: '逐户落实', responsible: 'P1', due: '2026-03-30' },
    { office: offices.township },
  );
  running.say('rectified', '2026-03-20', { what: '已落实', evidence: '照片' }, { office: offices.township });
  running.say('verify', on, { passed: true, note: '属实' }, { office: offices.stationing });
  return running;
}
const returned = (running: RunningProblem, on: CivilDate) =>
  codeOf(running.say('returned', on, { what: '措施中断' }, { office: offices.stationing }));

describe('A-3.7.d: a problem written off on 1 April 2026 that comes back', () => {
  it('in the same place, of the same list, on 1 October 2026: a ground for listing its county', () =>
    expect(grounds(further('2026-10-01', writtenOff('2026-04-01')))).toMatchObject([
      { territory: '140423', on: '2026-10-01', state: 'proposed', body: { kind: 'recurring-problems' } },
    ]));

  it('on 2 October 2026, more than six months later: nothing is proposed', () => {
    const running = further('2026-10-02', writtenOff('2026-04-01'));
    expect(proposes(running)).toBe(false);
    expect(running.view().listed).toMatchObject({ recurring: false });
  });

  it('a new different problem in the same place proposes nothing, whether it names the old one or not', () => {
    expect(proposes(further('2026-05-01', writtenOff('2026-04-01', 'publicity')))).toBe(false);
    expect(proposes(further('2026-05-01', writtenOff('2026-04-01'), { recurs: null }))).toBe(false);
    expect(proposes(problemFound('2026-05-01'))).toBe(false);
  });

  it('the ledger is asked, and until it has answered nothing is proposed', () => {
    const running = problemFound('2026-10-01', { recurs: earlier });
    expect(running.view().consequences).toMatchObject([
      {
        ...{ kind: 'ask', question: 'written-off', on: '2026-10-01' },
        body: { territory: '140423100201', from: '2026-03-01', to: '2026-10-01' },
      },
    ]);
    expect(proposes(running)).toBe(false);
    expect(problemFound('2026-10-01').view().consequences).toEqual([]);
  });

  it('told as the return of the case itself: until 1 October, and not after', () => {
    const inTime = closed('2026-04-01');
    expect(returned(inTime, '2026-10-01')).toBe('admitted');
    expect(proposes(inTime)).toBe(true);
    const late = closed('2026-04-01');
    expect(returned(late, '2026-10-02')).toBe('EXPIRED');
    untilDay(late, '2026-10-02');
    expect(returned(late, '2026-10-03')).toBe('CASE_ENDED');
    expect(proposes(late)).toBe(false);
  });

  it('proposes a ground exactly where the named problem was written off there, of the same list, within six months', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -10, max: 400 }),
        fc.constantFrom<ProblemList>('monitoring-help', 'publicity', 'livelihood'),
        fc.boolean(),
        (days, list, isNamed) => {
          const on = addDays('2026-04-01', days);
          const running = further(on, writtenOff('2026-04-01'), { list, ...(!isNamed && { recurs: null }) });
          const isReturn = isNamed && list === 'monitoring-help' && days >= 0 && on <= addMonths('2026-04-01', 6);
          expect(proposes(running)).toBe(isReturn);
        },
      ),
    ));
});

describe('OBLIGATIONS A-3.7.d: what was named wrongly', () => {
  it('is told to who entered it', () => {
    const running = further('2026-10-02', writtenOff('2026-04-01'));
    const file = { ...running.file(), openedBy: { office: offices.stationing } };
    expect(problemRules.view(file).notices).toContainEqual(
      expect.objectContaining({ key: 'no-return', to: offices.stationing, kind: 'repair' }),
    );
  });
});
