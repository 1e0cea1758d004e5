import { differences, lineOf, type RehearsedEvent } from './timeline';

const event: RehearsedEvent = {
  at: '2030-07-13T08:30+08:00',
  on: '2030-07-13',
  subject: 'household:140423100:H1:1',
  process: 'household-monitoring',
  kind: 'rung-fired',
  clause: 'A-2.1',
  recipients: ['party-committee:140423100'],
  detail: { what: '提醒：完成认定还有3天到期', by: 'system', data: null },
};
const names = new Map([['H', event.subject]]);

describe('expectations of a scenario', () => {
  it('are met by an event that matches every field', () => {
    expect(
      differences([event], [{ on: '2030-07-13', subject: '$H', kind: 'rung-fired', contains: '3天' }], [], names),
    ).toEqual([]);
  });

  it('name what is missing, and the event of another day that comes near', () => {
    const [line] = differences([event], [{ on: '2030-07-14', kind: 'rung-fired' }], [], names);
    expect(line).toContain('期待而实际 0 次：on=2030-07-14 kind=rung-fired');
    expect(line).toContain('相近：2030-07-13');
  });

  it('count when asked to', () => {
    expect(differences([event], [{ kind: 'rung-fired', times: 2 }], [], names)).toEqual([
      `期待 2 次而实际 1 次：kind=rung-fired\n    实际：${lineOf(event)}`,
    ]);
    expect(differences([event], [{ kind: 'rung-fired', times: 1 }], [], names)).toEqual([]);
  });

  it('name what never should have come', () => {
    expect(differences([event], [], [{ contains: '到期' }], names)[0]).toContain('不应发生而发生了');
  });
});

it('a line of the timeline names date, case, what, clause and recipients', () => {
  expect(lineOf(event)).toBe(
    '2030-07-13  08:30  household:140423100:H1:1  提醒：完成认定还有3天到期  〔A-2.1〕  → party-committee:140423100',
  );
});
