import type { HolidayCalendar, HolidayYear } from './calendar';
import { addDays, type CivilDate } from './civil-date';

/** A festival as announced: days off from … to, and the weekend days worked for it. */
type Festival = [name: string, from: CivilDate, to: CivilDate, ...work: CivilDate[]];

/** The public holidays of 2024–2026, for rollover and working days (RULES 0.rest-days). Data of the npm package chinese-days 1.5.7, checked against it day by day. */
export const chinaCalendar: HolidayCalendar = {
  version: 'china-2026.1',
  years: {
    '2024': holidayYear('国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）', [
      ['元旦', '2024-01-01', '2024-01-01'],
      ['春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'],
      ['清明节', '2024-04-04', '2024-04-06', '2024-04-07'],
      ['劳动节', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'],
      ['端午节', '2024-06-10', '2024-06-10'],
      ['中秋节', '2024-09-15', '2024-09-17', '2024-09-14'],
      ['国庆节', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'],
    ]),
    '2025': holidayYear('国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）', [
      ['元旦', '2025-01-01', '2025-01-01'],
      ['春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'],
      ['清明节', '2025-04-04', '2025-04-06'],
      ['劳动节', '2025-05-01', '2025-05-05', '2025-04-27'],
      ['端午节', '2025-05-31', '2025-06-02'],
      ['国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'],
    ]),
    '2026': holidayYear('国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）', [
      ['元旦', '2026-01-01', '2026-01-03', '2026-01-04'],
      ['春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'],
      ['清明节', '2026-04-04', '2026-04-06'],
      ['劳动节', '2026-05-01', '2026-05-05', '2026-05-09'],
      ['端午节', '2026-06-19', '2026-06-21'],
      ['中秋节', '2026-09-25', '2026-09-27'],
      ['国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'],
    ]),
  },
};

function holidayYear(source: string, festivals: readonly Festival[]): HolidayYear {
  const days = festivals.map(([name, from, to, ...work]) => ({ name, rest: daysFrom(from, to), work }));
  return {
    source,
    rest: days.flatMap(({ rest }) => rest),
    work: days.flatMap(({ work }) => work),
    names: Object.fromEntries(days.flatMap(({ name, rest, work }) => [...rest, ...work].map((day) => [day, name]))),
  };
}

function daysFrom(from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
