import { actsOf } from '../../case/act-order';
import type { KeptActOf } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import { isDayOf } from '../../dates/natural-period';
import { dutyRows, type DutyId, type DutyRow } from '../../settings/duty-rows';
import type { DutySheetBodies } from './duty-acts';
import type { DutyRecord, DutySheetFile } from './duty-facts';
import type { DutyLine } from './duty-lines';
import type { People } from './duty-owers';
import { isOfCadre, meetingsOn, recordsOn, servedBy, type NamedMeeting, type VillageDay } from './village-day';

/** The villages' days as they stand: said to this sheet, or told by another of the same township. */
export const villageDaysOf = (file: DutySheetFile): VillageDay[] => [...saidDays(file), ...toldDays(file)];

type Said = KeptActOf<Pick<DutySheetBodies, 'villageDay'>>;
type Told = KeptActOf<Pick<DutySheetBodies, 'villageDayTold' | 'villageDayWithdrawn'>>;

/** Of each village and day what was said last and not taken back. */
function saidDays({ acts }: DutySheetFile): VillageDay[] {
  const takenBack = new Set(actsOf(acts, 'takeBack').map(({ body }) => body.entry));
  const latest = new Map<string, Said>();
  for (const act of actsOf(acts, 'villageDay'))
    if (!takenBack.has(act.sequence)) latest.set(dayKey(act.body.village, act.occurredOn), act);
  return [...latest.values()].map((act) => dayOf(act, act.occurredOn));
}

export const dayKey = (village: string, on: CivilDate): string => `${village}@${on}`;

/** What another sheet told and did not withdraw. */
function toldDays({ acts }: DutySheetFile): VillageDay[] {
  const standing = new Map<string, Told>();
  for (const act of actsOf(acts, 'villageDayTold', 'villageDayWithdrawn').sort((a, b) => a.sequence - b.sequence)) {
    if (act.operation === 'villageDayTold') standing.set(act.body.source, act);
    else standing.delete(act.body.source);
  }
  return [...standing.values()].map((act) => dayOf(act, act.body.on));
}

const days = new WeakMap<Said | Told, VillageDay>();
function dayOf(act: Said | Told, on: CivilDate): VillageDay {
  const day = days.get(act) ?? { entry: act.sequence, on, by: act.by.office, body: act.body };
  days.set(act, day);
  return day;
}

const records = new WeakMap<VillageDay, DutyRecord[]>();

/** What a day says for the duties it serves; all of it is one entry. */
export function recordsOfDay(day: VillageDay): DutyRecord[] {
  const { entry, on, by, body } = day;
  const made =
    records.get(day) ??
    recordsOn(on, body).map((record): DutyRecord => ({ entry, line: 0, on, by, body: record, isOfDay: true }));
  records.set(day, made);
  return made;
}

/** A meeting that was held, and where and when. */
interface HeldMeeting extends NamedMeeting {
  village: string;
  on: CivilDate;
}

/** The meetings that duties of cadres are counted from. */
export const heldMeetings = (standing: readonly VillageDay[]): HeldMeeting[] =>
  standing.flatMap(({ on, body }) =>
    meetingsOn(on, body)
      .filter(({ kind }) => servedBy[kind].some(isOfCadre))
      .map((meeting) => ({ ...meeting, village: body.village, on })),
  );

/** C-2.7: the meetings a cadre was to be at: those of the village he was posted to that day, but for days on leave. */
export function meetingsToAttend(
  { duty, ower, since, span }: DutyLine,
  held: readonly HeldMeeting[],
  people: People,
): string[] {
  if (!isCountedFromMeetings(duty)) return [];
  return held
    .filter(({ kind, on }) => servedBy[kind].some((one) => one === duty) && isDayOf({ from: since, to: span.to }, on))
    .filter((meeting) => meeting.attended.includes(ower) || isExpected(ower, meeting, people))
    .map(({ name }) => name)
    .sort();
}

const isCountedFromMeetings = (duty: DutyId): boolean =>
  isOfCadre(duty) && (dutyRows[duty] as DutyRow).measure === 'coverage';

const isExpected = (cadre: string, { village, on }: Pick<HeldMeeting, 'village' | 'on'>, { cadres }: People): boolean =>
  cadres.some(
    (entry) =>
      entry.cadre === cadre &&
      isPostedTo(entry, village, on) &&
      !(entry.leaves ?? []).some((leave) => isDayOf(leave, on)),
  );

export const isPostedTo = (entry: People['cadres'][number], village: string, on: CivilDate): boolean =>
  entry.village === village && isDayOf(entry, on);
