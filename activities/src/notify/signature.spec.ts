import { createHmac } from 'node:crypto';
import { nextAttemptAt, attemptsBeforeGivingUp } from './backoff';
import { defaultHours, isWithinHours } from './hours';
import { signatureOf } from './signature';

describe('the signature of a delivery', () => {
  const content = { at: new Date('2026-07-13T00:30:00.900Z'), delivery: 'd1', body: '{"标题":"提醒"}' };

  it('can be checked by who knows the secret', () => {
    const [, seconds, hash] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signatureOf('secret', content)) ?? [];
    expect(seconds).toBe('1783902600');
    expect(hash).toBe(createHmac('sha256', 'secret').update(`${seconds}.d1.${content.body}`).digest('hex'));
  });

  it.each([{ at: new Date('2026-07-13T00:30:01Z') }, { delivery: 'd2' }, { body: '{}' }])(
    'changes with %o',
    (change) => {
      expect(signatureOf('secret', { ...content, ...change })).not.toBe(signatureOf('secret', content));
      expect(signatureOf('other', content)).not.toBe(signatureOf('secret', content));
    },
  );
});

describe('pauses after failed attempts', () => {
  const failedAt = new Date('2026-07-13T01:00:00Z');
  const pauseAfter = (attempt: number): number | null => {
    const next = nextAttemptAt(failedAt, attempt);
    return next === null ? null : (next.getTime() - failedAt.getTime()) / 1000;
  };

  it('grow to six hours, and end after the eighth attempt', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(pauseAfter)).toEqual([30, 120, 480, 1920, 7680, 21_600, 21_600, null]);
    expect(attemptsBeforeGivingUp).toBe(8);
  });
});

describe('hours in which offices may be disturbed', () => {
  it.each([
    ['2026-07-12T23:59:59.999Z', false],
    ['2026-07-13T00:00:00.000Z', true],
    ['2026-07-13T11:59:59.999Z', true],
    ['2026-07-13T12:00:00.000Z', false],
    ['2026-07-12T16:00:00.000Z', false],
  ])('%s: %s', (instant, expected) => {
    expect(isWithinHours(new Date(instant), defaultHours)).toBe(expected);
  });
});
