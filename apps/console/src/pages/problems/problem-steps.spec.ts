import type { KeptAct } from '@duban/policy/case/case';
import { stepsOf } from './problem-steps';

const words = { date: (date: string) => date, person: (id: string) => `某${id}`, office: (id: string) => id };
const act = (sequence: number, operation: string, occurredOn: string, body: unknown): KeptAct => ({
  sequence,
  operation,
  occurredOn,
  body,
  key: `k${sequence}`,
  recordedAt: '',
  by: { office: 'party-committee:140423100' },
});

it('steps stand in the order of their dates, with who is responsible', () => {
  const steps = stepsOf(
    [
      act(5, 'verify', '2026-11-20', { passed: false, note: '一户未落实' }),
      act(3, 'plan', '2026-11-02', { measure: '逐户落实', responsible: 'C001', due: '2026-11-30' }),
      act(4, 'rosterRead', '2026-11-03', {}),
    ],
    words,
  );
  expect(steps.map(({ title, tone }) => [title, tone])).toEqual([
    ['确定整改举措，责任人 某C001，2026-11-30前完成', 'plain'],
    ['核查不通过', 'bad'],
  ]);
});
