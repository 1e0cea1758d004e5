import { eventRows } from './event-rows';
import type { RehearsedEvent } from './timeline';

const entry = (kind: string, what: string): RehearsedEvent => ({
  at: '2026-11-30T09:30+08:00',
  on: '2026-11-30',
  subject: 'register:welfare-post',
  process: 'register',
  kind,
  clause: '',
  recipients: [],
  detail: { what, by: 'party-committee:140423100', data: {} },
});

it('entries of registers are told by the name of the register, with the reason where one was given', () => {
  const events = [entry('enter', '{"name": "保洁员"}'), entry('withdraw', '岗位已撤')];
  expect(eventRows({ events, dueDates: [], refused: [] }).map(({ what }) => what)).toEqual([
    '登记“乡村公益岗位”',
    '撤回“乡村公益岗位”：岗位已撤',
  ]);
});
