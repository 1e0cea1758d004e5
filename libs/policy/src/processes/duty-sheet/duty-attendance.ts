import { officeId, type Territory } from '../../base/office';
import { actsOf } from '../../case/act-order';
import type { Consequence, KeptActOf, NoticeSpec } from '../../case/case';
import { folded } from '../../case/fold';
import { addDays, chineseDate, type CivilDate } from '../../dates/civil-date';
import { daysOf, isDayOf, type Span } from '../../dates/natural-period';
import { dutyRows, type DutyRow } from '../../settings/duty-rows';
import type { Settings } from '../../settings/policy-set';
import { countsAsOnPost, type MarkedDay } from '../cadre-posting/attendance';
import { isStationingDay } from './cadre-presence';
import type { DutySheetBodies } from './duty-acts';
import type { DutySheetFile, SheetFacts } from './duty-facts';
import type { DutyLine } from './duty-lines';
import { owerKey } from './duty-owed';

/** By cadre, the days as last read. */
export type Attendance = ReadonlyMap<string, ReadonlyMap<CivilDate, MarkedDay>>;

type Answer = KeptActOf<Pick<DutySheetBodies, 'attendanceRead'>>;

/** Clause C-3.1: what the villages' secretaries marked; a later answer says all there is of its span. */
export const attendanceIn = ({ acts }: DutySheetFile): Attendance =>
  attendanceBy(actsOf(acts, 'attendanceRead').sort((a, b) => a.sequence - b.sequence));

const attendanceBy = folded<Answer, Attendance>({
  whole: (answers) => answers.reduce<Attendance>(afterAnswer, new Map()),
  step: afterAnswer,
});

function afterAnswer(known: Attendance, { body: { from, to, cadres } }: Answer): Attendance {
  const isOutside = ([on]: readonly [CivilDate, MarkedDay]): boolean => on < from || to < on;
  const kept = new Map([...known].map(([cadre, days]) => [cadre, new Map([...days].filter(isOutside))] as const));
  for (const { cadre, days } of cadres)
    kept.set(cadre, new Map([...(kept.get(cadre) ?? []), ...days.map((day) => [day.on, day] as const)]));
  return kept;
}

/** OBLIGATIONS D9: the days, or the nights, that were marked in a line's week. */
export function markedFor(
  { duty, ower, span }: DutyLine,
  attendance: Attendance,
  settings: Pick<Settings, 'businessCounts'>,
): CivilDate[] {
  const { stationed } = dutyRows[duty] as DutyRow;
  if (stationed === undefined) return [];
  return [...(attendance.get(ower)?.values() ?? [])]
    .filter(({ on }) => isDayOf(span, on))
    .filter((day) => (stationed === 'nights' ? day.night : countsAsOnPost(day, settings)))
    .map(({ on }) => on)
    .sort();
}

/** Every Monday the week before is read, and all of it once more before the sheet closes. */
export function attendanceQuestions(
  { opening }: DutySheetFile,
  { lines, openUntil }: Pick<SheetFacts, 'lines' | 'openUntil'>,
): Consequence[] {
  const weeks = new Map(lines.filter(isStationed).map(({ period, span }) => [period.id, span]));
  const spans = [...weeks.values()];
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ask = (key: string, on: CivilDate, { from, to }: Span): Consequence => ({
    kind: 'ask',
    question: 'attendance',
    key,
    clause: 'C-3.1',
    on,
    operation: 'attendanceRead',
    body: { territory: opening.territory, from, to },
  });
  return [
    ...[...weeks].map(([week, span]) => ask(`attendance@${week}`, addDays(span.to, 1), span)),
    ask(`attendance@${openUntil}`, openUntil, { from: first.from, to: last.to }),
  ];
}

const isStationed = ({ duty }: DutyLine): boolean => (dutyRows[duty] as DutyRow).stationed !== undefined;

/** Clause C-3.3: working days that nobody marked are no days on post, and no absence either; each village's secretary and the township are told which they are, once all weeks have been read. */
export function unmarkedNotices(file: DutySheetFile, facts: SheetFacts): NoticeSpec[] {
  const missing = unmarkedByVillage(file, facts);
  if (missing.size === 0) return [];
  const on = addDays(facts.lastDay, 2);
  const common = { clause: 'C-3.1', on, kind: 'inform', title: `考勤未登记（${file.opening.period}）` } as const;
  const words = new Map([...missing].map(([village, days]) => [village, wordsOf(days)]));
  const told = '未登记的不计入在岗天数，也不作为无故脱岗；请核实后补登考勤。';
  return [
    ...[...words].map(([village, text]) => ({
      ...common,
      key: `unmarked:${village}`,
      to: officeId('village-party-secretary', village),
      text: `${text}。${told}`,
    })),
    {
      ...common,
      key: 'unmarked',
      to: officeId('party-committee', file.opening.territory),
      text: `${[...words].map(([village, text]) => `〔${village}〕${text}`).join('；')}。${told}`,
    },
  ];
}

type Unmarked = ReadonlyMap<string, readonly CivilDate[]>;

/** Of the weeks that are not done; where the township entered the days as a number, nobody is asked for them again. */
function unmarkedByVillage(
  file: DutySheetFile,
  { lines, byOwer, people, attendance, settings }: SheetFacts,
): Map<Territory, Unmarked> {
  const missing = new Map<Territory, Map<string, CivilDate[]>>();
  const weeks = new Map(lines.filter(isStationed).map(({ period, span }) => [period.id, span]));
  const expected = new Map(
    [...weeks].map(([id, span]) => [id, daysOf(span).filter((day) => isStationingDay(day, file.calendar, settings))]),
  );
  for (const entry of people.cadres) {
    const { cadre, village, leaves = [] } = entry;
    const weekly = byOwer.get(owerKey({ duty: 'five-days', ower: cadre })) ?? [];
    const own = weekly
      .filter(({ state }) => state === 'open')
      .flatMap(({ period }) => expected.get(period.id) ?? [])
      .filter(
        (day) =>
          isDayOf(entry, day) &&
          !leaves.some((leave) => isDayOf(leave, day)) &&
          attendance.get(cadre)?.get(day) === undefined,
      );
    if (own.length > 0) missing.set(village, (missing.get(village) ?? new Map()).set(cadre, own));
  }
  return missing;
}

const wordsOf = (days: Unmarked): string =>
  [...days].map(([cadre, own]) => `〔${cadre}〕${own.length}天：${own.map(chineseDate).join('、')}`).join('；');
