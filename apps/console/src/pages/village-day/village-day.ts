import type { Answered } from '@duban/contracts/answers/routes';
import type { AttendanceMark } from '@duban/policy/processes/cadre-posting/attendance';
import type {
  VillageDayBody,
  VillageMeeting,
  VillageMeetingKind,
} from '@duban/policy/processes/duty-sheet/village-day';

/** A village's day as it was read. */
export type ReadDay = Answered<'/village-days'>;
type ReadCadre = ReadDay['cadres'][number];

/** How a cadre's day is marked on the page. */
export interface FilledMark {
  mark: AttendanceMark | null;
  night: boolean;
}

/** What stands on the page: marks by posting, who visited each household, meetings and the broadcast. */
export interface FilledDay {
  marks: Readonly<Record<string, FilledMark>>;
  visits: Readonly<Record<string, readonly string[]>>;
  meetings: readonly VillageMeeting[];
  broadcast: boolean;
}

/** What was entered before is what the page begins with. */
export const filledFrom = ({ cadres, said }: ReadDay): FilledDay => ({
  marks: Object.fromEntries(cadres.map(({ postingCase, mark, night }) => [postingCase, { mark, night }])),
  visits: Object.fromEntries((said?.visits ?? []).map(({ household, by }) => [household, by])),
  meetings: (said?.meetings ?? []).map(({ kind, attended }) => ({ kind, attended: [...attended] })),
  broadcast: said?.broadcast ?? false,
});

/** Leave is approved elsewhere, and not asked for again; for who was absent without cause only rest may be marked. */
export const isAsked = ({ onLeave }: Pick<ReadCadre, 'onLeave'>): boolean => !onLeave;
export const mayMark = ({ absent }: Pick<ReadCadre, 'absent'>, mark: AttendanceMark): boolean =>
  !absent || mark === 'rest';

/** Who is there to visit and to meet. */
export const cadresThere = ({ cadres }: Pick<ReadDay, 'cadres'>): string[] =>
  cadres.filter(isAsked).map(({ cadre }) => cadre);

/** One thing that is sent: the marks of a posting, or the day. */
export interface Sending {
  /** The case it is said to; what is answered is shown there. */
  target: string;
  path: string;
  body: object;
}

/** What this office may say of the day. */
export interface Rights {
  marks: boolean;
  day: boolean;
}

/** What has changed and is still to be sent, marks first. */
export function unsent(read: ReadDay, filled: FilledDay, { marks, day }: Rights): Sending[] {
  return [...(marks ? marksToSend(read, filled) : []), ...(day ? daysToSend(read, filled) : [])];
}

function marksToSend({ cadres, on }: ReadDay, filled: FilledDay): Sending[] {
  return cadres.filter(isAsked).flatMap((cadre) => {
    const { mark, night } = filled.marks[cadre.postingCase] ?? { mark: null, night: false };
    if (mark === null || (mark === cadre.mark && night === cadre.night)) return [];
    const body = { days: [{ on, mark, night }] };
    return [{ target: cadre.postingCase, path: `postings/${cadre.postingCase}/attendance`, body }];
  });
}

function daysToSend(read: ReadDay, filled: FilledDay): Sending[] {
  const body = dayOf(read, filled);
  if (JSON.stringify(body) === JSON.stringify(dayOf(read, filledFrom(read)))) return [];
  return sheetsOpen(read).map(({ caseId }) => ({
    target: caseId,
    path: `duties/${caseId}/village-day`,
    body: { ...body, occurredOn: read.on },
  }));
}

/** The month's sheets that take the day in. */
export const sheetsOpen = ({ sheets, on }: Pick<ReadDay, 'sheets' | 'on'>): ReadDay['sheets'] =>
  sheets.filter(({ isOpen, from }) => isOpen && from <= on);

const dayOf = ({ village }: ReadDay, { visits, meetings, broadcast }: FilledDay): VillageDayBody => ({
  village,
  visits: Object.entries(visits)
    .map(([household, by]) => ({ household, by: [...by] }))
    .sort((one, other) => (one.household < other.household ? -1 : 1)),
  meetings: meetings.map(({ kind, attended }) => ({ kind, attended: [...attended].sort() })),
  broadcast,
});

/** As read, with what has been taken in: it is not sent again, and whatever changes later is. */
export function withSaved(read: ReadDay, filled: FilledDay, target: string): ReadDay {
  const isPosting = read.cadres.some(({ postingCase }) => postingCase === target);
  if (isPosting)
    return {
      ...read,
      cadres: read.cadres.map((cadre) => ({
        ...cadre,
        ...(cadre.postingCase === target && filled.marks[target]),
      })),
    };
  const { visits = [], meetings = [], broadcast = false } = dayOf(read, filled);
  const before = read.said ?? { entry: 0, by: '', byName: '' };
  return { ...read, said: { ...before, visits, meetings, broadcast } };
}

/** A household is ticked with who visited it, and ticked off. */
export function withVisit(filled: FilledDay, household: string, by: readonly string[]): FilledDay {
  const { [household]: known, ...others } = filled.visits;
  return { ...filled, visits: known === undefined ? { ...filled.visits, [household]: [...by] } : others };
}

/** A meeting with everybody who is there; whoever was not is ticked off. */
export const withMeeting = (filled: FilledDay, kind: VillageMeetingKind, attended: readonly string[]): FilledDay => ({
  ...filled,
  meetings: [...filled.meetings, { kind, attended: [...attended] }],
});

export const withoutMeeting = (filled: FilledDay, index: number): FilledDay => ({
  ...filled,
  meetings: filled.meetings.filter((_, at) => at !== index),
});

/** Everybody who is asked for and not marked yet is marked as on post. */
export const allOnPost = ({ cadres }: ReadDay, filled: FilledDay): FilledDay => ({
  ...filled,
  marks: Object.fromEntries(
    cadres.map((cadre) => {
      const known = filled.marks[cadre.postingCase] ?? { mark: null, night: false };
      const isOpen = isAsked(cadre) && known.mark === null && mayMark(cadre, 'on-post');
      return [cadre.postingCase, isOpen ? { ...known, mark: 'on-post' as const } : known];
    }),
  ),
});

/** Households by a part of their number, ticked ones first; monitored ones come first as read. */
export function householdsFor(
  { households }: Pick<ReadDay, 'households'>,
  { visits }: Pick<FilledDay, 'visits'>,
  words: string,
): ReadDay['households'] {
  const wanted = words.trim().toLowerCase();
  const isTicked = (household: string): number => Number(visits[household] !== undefined);
  return households
    .filter(({ household }) => household.toLowerCase().includes(wanted))
    .sort((one, other) => isTicked(other.household) - isTicked(one.household));
}
