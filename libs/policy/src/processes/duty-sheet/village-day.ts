import { levelOf, type OfficeId, type Territory } from '../../base/office';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import { dutyRows, type DutyId, type DutyRow } from '../../settings/duty-rows';
import type { Settings } from '../../settings/policy-set';
import type { DutyRecordBody } from './duty-acts';

/** Meetings of a village that duties ask for. */
export const villageMeetings = {
  committee: '村“两委”会议',
  work: '工作例会',
} as const;
export type VillageMeetingKind = keyof typeof villageMeetings;

/** A household visited on a day, and by which stationed cadres. */
export type HouseholdVisit = { household: string; by: string[] };

/** A meeting held on a day, and which stationed cadres were there. */
export type VillageMeeting = { kind: VillageMeetingKind; attended: string[] };

/** A township's month takes in its villages' days. */
export const takesDays = ({ territory, cadence }: { territory: Territory; cadence: string }): boolean =>
  levelOf(territory) === 'township' && cadence === 'month';

/** What was done in a village on one day: said once, whatever duties it serves. */
export interface VillageDayBody {
  village: Territory;
  visits?: HouseholdVisit[] | undefined;
  meetings?: VillageMeeting[] | undefined;
  /** 村大喇叭 was on. */
  broadcast?: boolean | undefined;
}

/** The part of a village's day that serves duties of another sheet; `source` is the entry it was said in. */
export interface VillageDayTold extends VillageDayBody {
  on: CivilDate;
  source: string;
}

/** What can be done in a village on a day. */
export type Deed = 'visit' | 'broadcast' | VillageMeetingKind;

/** C-2.3, C-2.5, C-2.7, C-3.3: which duties a deed serves, each on the sheet it is kept on. */
export const servedBy = {
  visit: ['visit-monitored', 'visit-all'],
  broadcast: ['broadcast'],
  committee: ['village-meetings'],
  work: ['work-meeting'],
} as const satisfies Record<Deed, readonly DutyId[]>;

/** Those that the policy set asks for. */
export const dutiesServed = (deed: Deed, { duties }: Pick<Settings, 'duties'>): DutyId[] =>
  servedBy[deed].filter((duty) => (duties[duty]?.amount ?? 0) > 0);

/** The deeds of a day, each once. */
export function deedsOf({ visits = [], meetings = [], broadcast = false }: VillageDayBody): Deed[] {
  const kinds = meetings.map(({ kind }) => kind);
  return [
    ...new Set<Deed>([
      ...(visits.length > 0 ? ['visit' as const] : []),
      ...kinds,
      ...(broadcast ? ['broadcast' as const] : []),
    ]),
  ];
}

/** What of a day is of some deeds, as on the wire: what was not done is left out. */
export type DayPart = { village: Territory; visits?: HouseholdVisit[]; meetings?: VillageMeeting[]; broadcast?: true };

export function partOf(body: VillageDayBody, deeds: readonly Deed[]): DayPart {
  const { village, visits = [], meetings = [], broadcast = false } = body;
  const held = meetings.filter(({ kind }) => deeds.includes(kind));
  return {
    village,
    ...(visits.length > 0 && deeds.includes('visit') && { visits }),
    ...(held.length > 0 && { meetings: held }),
    ...(broadcast && deeds.includes('broadcast') && { broadcast }),
  };
}

/** A meeting of a day, by the name it has where it is named as one somebody missed. */
export type NamedMeeting = VillageMeeting & { name: string };

export const meetingsOn = (on: CivilDate, { meetings = [] }: VillageDayBody): NamedMeeting[] =>
  meetings.map((meeting, index) => {
    const number = meetings.slice(0, index).filter(({ kind }) => kind === meeting.kind).length + 1;
    const which = number === 1 ? '' : `第${number}次`;
    return { ...meeting, name: `${chineseDate(on)}${villageMeetings[meeting.kind]}${which}` };
  });

/** What a day is to each duty it serves: a team's is its village's, a cadre's is that of each who was there. */
export function recordsOn(on: CivilDate, body: VillageDayBody): DutyRecordBody[] {
  const { village, visits = [], broadcast = false } = body;
  const visited = visits.map(({ household }) => household);
  return [
    ...(visits.length === 0 ? [] : servedBy.visit.map((duty) => ({ duty, ower: village, visited }))),
    ...(broadcast ? servedBy.broadcast.map((duty) => ({ duty, ower: village })) : []),
    ...meetingsOn(on, body).flatMap(({ kind, attended, name }) =>
      servedBy[kind].flatMap((duty): DutyRecordBody[] =>
        isOfCadre(duty) ? attended.map((ower) => ({ duty, ower, visited: [name] })) : [{ duty, ower: village }],
      ),
    ),
  ];
}

export const isOfCadre = (duty: DutyId): boolean => (dutyRows[duty] as DutyRow).bound.who === 'cadre';

/** A day as it stands: said again, it is the latest; taken back, the one before. */
export interface VillageDay {
  entry: number;
  on: CivilDate;
  by: OfficeId | 'system';
  body: VillageDayBody;
}
