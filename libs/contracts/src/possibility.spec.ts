import { admit, refuse, type Verdict } from '@duban/policy/base/verdict';
import { z } from 'zod';
import { possibilityOf } from './possibility';

const body = z.strictObject({
  kind: z.enum(['a', 'b', 'c']),
  passed: z.boolean(),
  yuan: z.number().positive(),
  problem: z.string().regex(/^P\d$/),
  note: z.string().min(2).optional(),
});
type Body = z.infer<typeof body>;
const asked = (judge: (said: Body) => Verdict) => possibilityOf(body, ['P1', 'P2'], (said) => judge(said as Body));
const closed = refuse('CLOSED_PERIOD', 'clause', '本期已封账。');

describe('is possible', () => {
  it.each<[string, (said: Body) => Verdict]>([
    ['when any body is admitted', ({ kind }) => (kind === 'c' ? admit() : closed)],
    ['when only a large amount is', ({ yuan }) => (yuan > 5_000 ? admit() : closed)],
    [
      'when only a full body is',
      ({ note }) => (note === undefined ? refuse('INVALID_INPUT', 'clause', '应写明。', 'note') : admit()),
    ],
    [
      'when only a known subject is',
      ({ problem }) => (problem === 'P2' ? admit() : refuse('UNKNOWN_SUBJECT', 'clause', '没有。', 'problem')),
    ],
    [
      'when a field is to blame whose values nobody can list',
      () => refuse('CONDITIONS_NOT_MET', 'clause', '不符。', 'problem'),
    ],
    ['when no subject is known', () => refuse('UNKNOWN_SUBJECT', 'clause', '没有。', 'problem')],
    ['when the body as a whole is wrong', () => refuse('INVALID_INPUT', 'clause', '不符。')],
  ])('%s', (_, judge) => expect(asked(judge).isPossible).toBe(true));

  it('and says what is answered to whoever repeats it', () =>
    expect(asked(() => admit({ keep: false, told: '已由县级办结。' }))).toEqual({
      isPossible: true,
      isSure: false,
      told: '已由县级办结。',
    }));

  it('without such words when they hang on the body', () =>
    expect(asked(({ kind }) => admit({ keep: false, told: `${kind}已登记。` }))).toEqual({
      isPossible: true,
      isSure: false,
    }));
});

describe('is not possible', () => {
  it.each<[string, (said: Body) => Verdict]>([
    ['when the state forbids it', () => closed],
    ['for the same reason in other words', ({ kind }) => refuse('NOT_ALLOWED', 'clause', `${kind}不由本单位登记。`)],
    [
      'when every value there is was refused',
      ({ passed }) => refuse('CONDITIONS_NOT_MET', 'clause', `${passed}不符。`, 'passed'),
    ],
    [
      'when a contradictory body hides the state',
      ({ kind, passed }) => (passed && kind !== 'c' ? refuse('INVALID_INPUT', 'clause', '矛盾。', 'kind') : closed),
    ],
    [
      'when what is known is refused by the state',
      ({ problem }) => (problem === 'P1' ? closed : refuse('UNKNOWN_SUBJECT', 'clause', '没有。', 'problem')),
    ],
    ['when it is too early today', () => refuse('TOO_EARLY', 'clause', '尚早。', 'occurredOn')],
  ])('%s', (_, judge) => expect(asked(judge).isPossible).toBe(false));
});
