import type { ActRequest } from '@duban/contracts/case-workflow';
import { ignoreUnreadable, refuseUnreadable } from './unreadable-act';

const request = (occurredOn: unknown, at: unknown = '2026-07-01T00:00:00.000Z'): ActRequest =>
  ({ act: { occurredOn }, at }) as ActRequest;

describe('an act whose day or moment cannot be read', () => {
  it.each([['0000-13-45'], ['x'], [undefined], [7], ['']])('%j is refused, and ignored where nobody waits', (day) => {
    expect([refuseUnreadable(request(day)), ignoreUnreadable(request(day))]).toMatchObject([
      { admitted: false, code: 'INVALID_INPUT', field: 'occurredOn' },
      { admitted: false, code: 'INVALID_INPUT' },
    ]);
  });

  it('is one with an unreadable moment too', () => {
    expect(refuseUnreadable(request('2026-07-01', 'soon'))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(ignoreUnreadable(request('2026-07-01', null))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is refused where the calendar has no such day, and goes on where it was taken in before', () => {
    expect(refuseUnreadable(request('2026-02-30'))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(ignoreUnreadable(request('2026-02-30'))).toBeUndefined();
  });

  it('is none of the others', () => {
    expect([refuseUnreadable(request('2026-07-01')), ignoreUnreadable(request('2026-07-01'))]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
