import { heardBy, missed } from '../../case/case-builder';
import { offices, problemFound, type RunningProblem } from './problem-builder';

const by = (office: string) => ({ office });
const measure = { measure: '逐户补落实', responsible: 'C001', due: '2026-11-20' };
const planned = (): RunningProblem => {
  const running = problemFound('2026-11-02');
  running.say('plan', '2026-11-04', measure, by(offices.township));
  return running;
};
const reported = (): RunningProblem => {
  const running = planned();
  running.say('rectified', '2026-11-18', { what: '已补落实', evidence: '照片' }, by(offices.village));
  return running;
};
const failed = (): RunningProblem => {
  const running = reported();
  running.say('verify', '2026-11-20', { passed: false, note: '仍有一户未落实' }, by(offices.stationing));
  return running;
};
const takenUp = (): RunningProblem => {
  const running = problemFound('2026-11-02');
  running.say('reportUpward', '2026-11-03', { department: offices.water, report: '需改造管网' }, by(offices.village));
  return running;
};

type Owed = [obligation: string, deadline: string, problem: () => RunningProblem, owner: string, due: string];

const { township, stationing, water } = offices;
const [city, province] = ['stationing-office:1404', 'stationing-office:14'] as const;
const owed: Owed[] = [
  ['C-2.end.c', 'decision', () => problemFound('2026-11-02'), township, '2026-11-05'],
  ['C-2.end.d', 'rectification', planned, township, '2026-11-20'],
  ['C-2.end.b', 'verification@2026-11-18', reported, township, '2026-11-28'],
  ['C-2.end.f', 'takeover', takenUp, water, '2026-11-08'],
];

describe('OBLIGATIONS, way T: the day passes and a problem stands as it was', () => {
  it.each(owed)('%s: %s', (_, id, running, owner, due) =>
    expect(missed(running(), id)).toEqual(heardBy(due, [owner, stationing, city])),
  );

  it('A-3.6.d: found undone, and the office above sets no new date', () =>
    expect(missed(failed(), 'renewal@2026-11-20')).toEqual(heardBy('2026-11-23', [stationing, city, province])));
});
