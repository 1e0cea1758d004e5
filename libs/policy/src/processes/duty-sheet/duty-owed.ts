import type { HolidayCalendar } from '../../dates/calendar';
import type { CivilDate } from '../../dates/civil-date';
import type { Span } from '../../dates/natural-period';
import { settingsOf, type PolicyRef } from '../../settings/policy-set';
import type { DutyRecordBody, DutySheetOpening } from './duty-acts';
import type { DutySheetFile } from './duty-facts';
import { linesOf, type DutyLine } from './duty-lines';
import type { People } from './duty-owers';
import { peopleByAnswer, peopleOf, saidOfPeople, type Said } from './duty-people';

/** What is owed on a sheet, and by whom. */
export interface Owed {
  people: People;
  lines: readonly DutyLine[];
  /** The lines of each duty and ower; of an office that is not divided, under no name. */
  byOwer: ReadonlyMap<string, DutyLine[]>;
}

export const owerKey = ({ duty, ower }: Pick<DutyRecordBody, 'duty' | 'ower'>): string => `${duty}/${ower ?? ''}`;

export const areSame = <Item>(some: readonly Item[], others: readonly Item[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

/** As the latest answers say it, in the days that the cycle binds. */
export const owedOn = (file: DutySheetFile, cycle: Span): Owed => owed(file, cycle.to);

/** What was owed by each of the answers, as if the cycle had not ended before its time. */
export const everOwed = (file: DutySheetFile): readonly DutyLine[] => linesByAnswer(file, file.opening.cycle.to);

const owed = keptWhileSame((file, until): Owed => {
  const people = peopleOf(file);
  const lines = linesBy(file, people, until);
  return { people, lines, byOwer: byOwer(lines) };
});

const linesByAnswer = keptWhileSame((file, until) =>
  peopleByAnswer(file).flatMap((people) => linesBy(file, people, until)),
);

function linesBy({ opening, policy, calendar }: DutySheetFile, people: People, until: CivilDate): DutyLine[] {
  const { territory, cadence, from, to, cycle } = opening;
  const sheet = { territory, cadence, period: { from, to }, cycle: { ...cycle, to: until } };
  return linesOf(sheet, people, settingsOf(policy), calendar);
}

/** What it was made of. */
interface Made<Value> {
  opening: DutySheetOpening;
  answers: readonly Said[];
  policy: PolicyRef;
  calendar: HolidayCalendar;
  until: CivilDate;
  value: Value;
}

/** It hangs on who is there, on the cycle, the policy and the calendar: it is made anew when one of them has changed. */
function keptWhileSame<Value>(
  make: (file: DutySheetFile, until: CivilDate) => Value,
): (file: DutySheetFile, until: CivilDate) => Value {
  const known = new WeakMap<Said | DutySheetOpening, Made<Value>>();
  return (file, until) => {
    const { opening, policy, calendar } = file;
    const answers = saidOfPeople(file);
    const source = answers.at(-1) ?? opening;
    const before = known.get(source);
    const isSame =
      before?.opening === opening &&
      before.policy === policy &&
      before.calendar === calendar &&
      before.until === until &&
      areSame(before.answers, answers);
    if (before !== undefined && isSame) return before.value;
    const value = make(file, until);
    known.set(source, { opening, answers, policy, calendar, until, value });
    return value;
  };
}

function byOwer(lines: readonly DutyLine[]): Map<string, DutyLine[]> {
  const known = new Map<string, DutyLine[]>();
  for (const line of lines) {
    for (const name of line.ower === line.owner ? ['', line.ower] : [line.ower]) {
      const key = owerKey({ duty: line.duty, ower: name });
      const own = known.get(key);
      if (own === undefined) known.set(key, [line]);
      else own.push(line);
    }
  }
  return known;
}
