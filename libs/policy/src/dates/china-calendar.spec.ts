import chineseDays from 'chinese-days';
import { isWorkday } from './calendar';
import { chinaCalendar } from './china-calendar';
import { addDays } from './civil-date';

const daysOf = (year: string) =>
  Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i)).filter((day) => day.startsWith(year));

describe('the published calendar', () => {
  test.each(Object.keys(chinaCalendar.years))('every day of %s is worked or not as in chinese-days', (year) => {
    const differing = daysOf(year).filter(
      (day) => isWorkday(chinaCalendar, day).workday !== chineseDays.isWorkday(day),
    );
    expect(differing).toEqual([]);
  });

  test.each(Object.keys(chinaCalendar.years))('every named day of %s carries the festival of chinese-days', (year) => {
    const { rest, work, names } = chinaCalendar.years[year]!;
    const differing = [...rest, ...work].filter(
      (day) => !names![day]!.includes(chineseDays.getDayDetail(day).name.split(',')[1]!),
    );
    expect(differing).toEqual([]);
  });

  test('has no 2027', () => expect(chinaCalendar.years['2027']).toBeUndefined());
});
