import { codeOf } from '../../case/case-builder';
import { offices, problemFound, type RunningProblem } from './problem-builder';

const plan = { measure: '逐户补落实', responsible: 'C1', due: '2026-11-20' };
const planned = () => {
  const running = problemFound('2026-11-02');
  running.say('plan', '2026-11-04', plan, { office: offices.township });
  return running;
};
const takenOver = () => {
  const running = problemFound('2026-11-02');
  const body = { department: offices.water, report: '需改造供水管网' };
  running.say('reportUpward', '2026-11-03', body, { office: offices.village });
  running.say('plan', '2026-11-06', plan, { office: offices.water });
  return running;
};
const report = (running: RunningProblem, office: string, more: object = {}, person?: string) =>
  running.say(
    'rectified',
    '2026-11-18',
    { what: '已补落实', evidence: '照片', ...more },
    { office, ...(person !== undefined && { person }) },
  );
const look = (running: RunningProblem, office: string, person?: string) =>
  codeOf(
    running.say(
      'verify',
      '2026-11-20',
      { passed: true, note: '入户核查' },
      { office, ...(person !== undefined && { person }) },
    ),
  );
const owerOfVerification = (running: RunningProblem) => running.deadline('verification@2026-11-18')?.owner;

describe('OBLIGATIONS D8 (C-2.end.b): who verifies when the verifier reported or did the work', () => {
  it('the township verifies what it reported for the village, by another person where persons are known', () => {
    const running = planned();
    report(running, offices.township, {}, 'P7');
    expect(owerOfVerification(running)).toBe(offices.township);
    expect(look(running, offices.township, 'P7')).toBe('NOT_ALLOWED');
    expect(look(running, offices.township, 'P8')).toBe('admitted');
  });

  it('the township that did the work does not verify it; the county office owes it then', () => {
    const running = planned();
    report(running, offices.village, { rectifiedBy: offices.township });
    expect(owerOfVerification(running)).toBe(offices.stationing);
    expect(look(running, offices.township)).toBe('NOT_ALLOWED');
    expect(look(running, offices.stationing)).toBe('admitted');
  });

  it('what a department took over is its own work, whoever reports it, and the county office verifies', () => {
    const running = takenOver();
    report(running, offices.village);
    expect(owerOfVerification(running)).toBe(offices.stationing);
    expect(look(running, offices.township)).toBe('admitted');
  });

  it('a township that took it over does not verify itself', () => {
    const running = problemFound('2026-11-02');
    const body = { department: offices.water, report: '需改造供水管网' };
    running.say('reportUpward', '2026-11-03', body, { office: offices.village });
    running.say('plan', '2026-11-06', plan, { office: offices.township });
    report(running, offices.village);
    expect(look(running, offices.township)).toBe('NOT_ALLOWED');
    expect(look(running, offices.leadingGroup)).toBe('admitted');
  });

  it('where the county office did the work, the city office owes the verification', () => {
    const running = takenOver();
    report(running, offices.water, { rectifiedBy: offices.stationing });
    expect(owerOfVerification(running)).toBe('stationing-office:1404');
    expect(look(running, offices.stationing)).toBe('NOT_ALLOWED');
    expect(look(running, 'stationing-office:1404')).toBe('admitted');
  });

  it.each(['village-committee:140423100202', 'department:140429:water', 'party-committee:1405'])(
    'is not said to have been done by %s',
    (rectifiedBy) =>
      expect(report(planned(), offices.village, { rectifiedBy })).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'rectifiedBy',
      }),
  );
});
