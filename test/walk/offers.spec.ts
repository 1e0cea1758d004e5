import type { CaseFile } from '@duban/policy/case/case';
import type { ProcessRules } from '@duban/policy/case/process';
import { refuse } from '@duban/policy/base/verdict';
import { groupOf } from '@duban/contracts/operation-groups';
import type { OperationGroup } from '@duban/contracts/operation';
import fc from 'fast-check';
import { judged, questions, randomFiles, rulesFor } from './random-files';
import { stories, tales } from './tales';

/** Asks the rules of random files what they offer, and does it. */
function hold(rules: Pick<ProcessRules, 'offer' | 'judge'>, group: OperationGroup, whole: CaseFile): void {
  const situations = randomFiles(group, whole).chain(({ file, today }) =>
    fc.array(questions(group, file, today), { minLength: 12, maxLength: 12 }).map((asked) => ({ file, today, asked })),
  );
  const agree = fc.property(situations, ({ file, today, asked }) => {
    for (const question of asked) {
      const { office, person, name, on, body } = question;
      const by = { office, person };
      const offer = rules.offer(file, name, { by, today });
      const verdict = judged(rules, file, today, question);
      const history = file.acts.map(({ operation, occurredOn }) => `${operation}@${occurredOn}`);
      const told = { office, name, on, body, today, history, offer };
      const isRight = offer.isOffered ? verdict.admitted || verdict.field !== undefined : !verdict.admitted;
      expect({ told, verdict, isRight }).toEqual({ told, verdict, isRight: true });
    }
  });
  fc.assert(agree, { numRuns: 50 });
}

const ofTales = tales.map(([resource, file]) => [resource, groupOf(resource) as OperationGroup, file] as const);

describe('what is offered is never refused for its state, and what is not offered is always refused', () => {
  it.each(ofTales)('%s', (_, group, whole) => hold(rulesFor(group), group, whole));

  it.each(ofTales)('%s: rules that offered everything, or nothing, would be found out', (_, group, whole) => {
    const rules = rulesFor(group);
    const window = { first: { on: '2000-01-01', what: '' }, last: { on: '2099-12-31', what: '' } };
    const judge: ProcessRules['judge'] = (...asked) => rules.judge(...asked);
    const everything = { judge, offer: () => ({ isOffered: true as const, window }) };
    const nothing = {
      judge,
      offer: () => ({ isOffered: false as const, refusal: refuse('WRONG_STAGE', 'A-0', '不可') }),
    };
    expect(() => hold(everything, group, whole)).toThrow();
    // Of a tale in which no office has acted yet, chance alone seldom says what the rules admit.
    if (whole.acts.some(({ by }) => by.office !== 'system')) expect(() => hold(nothing, group, whole)).toThrow();
  });
});

describe('what the rules admit was offered before', () => {
  it.each(stories.map((story) => [story.resource, story] as const))('%s', (resource, { steps }) => {
    const group = groupOf(resource) as OperationGroup;
    const rules = rulesFor(group);
    const whole = tales.find(([name]) => name === resource)?.[1] as CaseFile;
    for (const [index, [on, name, office]] of steps.entries()) {
      if (office === 'system') continue;
      const file = { ...whole, acts: whole.acts.slice(0, index) };
      const act = whole.acts[index] as CaseFile['acts'][number];
      expect([name, on, rules.offer(file, name, { by: act.by, today: on }).isOffered]).toEqual([name, on, true]);
      expect([name, rules.judge(file, act, on)]).toMatchObject([name, { admitted: true }]);
    }
  });
});
