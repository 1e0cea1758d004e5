import { calendarOf } from './calendar';

it('has every day of a rehearsal, with counts by kind where something happens', () => {
  const days = calendarOf({ start: '2030-07-30', until: '2030-08-01' }, [
    { day: '2030-07-31', kind: 'overdue', count: 2 },
    { day: '2030-07-31', kind: 'notice', count: 3 },
    { day: '2030-08-02', kind: 'notice', count: 1 },
  ]);
  expect(days).toEqual([
    { day: '2030-07-30', weekday: 2, total: 0, counts: {} },
    { day: '2030-07-31', weekday: 3, total: 5, counts: { overdue: 2, notice: 3 } },
    { day: '2030-08-01', weekday: 4, total: 0, counts: {} },
  ]);
});
