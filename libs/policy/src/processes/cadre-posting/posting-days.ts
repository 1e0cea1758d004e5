import type { ClauseId } from '../../base/clauses/clauses';
import { isWithin, levelOf, territoryOf } from '../../base/office';
import { refuse, type FieldRefusal } from '../../base/verdict';
import type { Actor } from '../../case/case';
import type { DayBound, Saying, Situation } from '../../case/operation';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import { isDayOf } from '../../dates/natural-period';
import { villageOn, type Posting, type PostingFacts, type Stay, type Vacancy } from './posting-facts';

type Now = Situation<Posting>;
type Bound = (now: Now) => DayBound | undefined;

/** The latest of several first days. */
export const latestOf =
  (...bounds: readonly Bound[]): Bound =>
  (now) =>
    sorted(bounds, now).at(-1);

/** The earliest of several last days. */
export const earliestOf =
  (...bounds: readonly Bound[]): Bound =>
  (now) =>
    sorted(bounds, now)[0];

const sorted = (bounds: readonly Bound[], now: Now): DayBound[] =>
  bounds.flatMap((bound) => bound(now) ?? []).sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));

/** C-2.1: when the post is vacant nobody is on it. */
export const untilVacant: Bound = ({ facts: { vacancy } }) =>
  vacancy === null
    ? undefined
    : {
        on: vacancy.on,
        what: `${vacancyWords(vacancy)}之日`,
        why: `该干部已于${chineseDate(vacancy.on)}${vacancyWords(vacancy)}，此后不再在岗`,
        code: 'WRONG_STAGE',
        clause: 'C-2.1',
      };

export const vacancyWords = ({ because }: Vacancy): string => (because === 'recall' ? '召回' : '任期届满离任');

/** OBLIGATIONS D3: a village and a township act for the days on which the cadre was theirs; offices above them for any day. */
const ownStays = ({ stays }: PostingFacts, { office }: Actor): readonly Stay[] | undefined => {
  const place = territoryOf(office);
  const level = levelOf(place);
  return level === 'village' || level === 'township'
    ? stays.filter(({ village }) => isWithin(village, place))
    : undefined;
};

export const sinceArrival: Bound = ({ facts, by }) => {
  const first = ownStays(facts, by)?.[0];
  return first === undefined ? undefined : { on: first.from, what: '该干部到本地任职之日' };
};
export const untilDeparture: Bound = ({ facts, by }) => {
  const to = ownStays(facts, by)?.at(-1)?.to;
  return to === undefined ? undefined : { on: to, what: '该干部调离本地的前一日' };
};

/** While the cadre was there. */
export const thereAlone = { since: sinceArrival, until: untilDeparture };
/** While the cadre was there, and on post. */
export const onPost = { since: sinceArrival, until: earliestOf(untilDeparture, untilVacant) };

/** He may have left and come back: the days between are another's. */
export function refuseElsewhere({
  facts,
  by,
  on,
}: Pick<Saying<Posting>, 'facts' | 'by' | 'on'>): FieldRefusal | undefined {
  const own = ownStays(facts, by);
  if (own === undefined || own.some((stay) => isDayOf(stay, on))) return undefined;
  const words = `该干部${chineseDate(on)}在〔${villageOn(facts, on)}〕任职，当日事项应由当地登记。`;
  return refuse('NOT_ALLOWED', 'C-3.1', words, 'occurredOn');
}

/** Days off post without cause that were the office's to deal with. */
export const ownAbsences = ({ facts, by: { office } }: Pick<Now, 'facts' | 'by'>): CivilDate[] =>
  facts.absences.map(({ on }) => on).filter((on) => isWithin(villageOn(facts, on), territoryOf(office)));

export const sinceAbsence =
  (clause: ClauseId): Bound =>
  (now) => {
    const [first] = ownAbsences(now);
    return first === undefined
      ? undefined
      : { on: first, what: '首次无故脱岗之日', code: 'CONDITIONS_NOT_MET', clause };
  };

/** C-2.1: a vacancy begins with the recall, or with the end of the term. */
export const sinceVacancy: Bound = ({ facts: { vacancy } }) =>
  vacancy === null
    ? undefined
    : { on: vacancy.on, what: `${vacancyWords(vacancy)}之日`, code: 'CONDITIONS_NOT_MET', clause: 'C-2.1' };

/** OBLIGATIONS D3: who was moved on a day was still on post that day. */
export const sinceLastMove: Bound = ({ facts: { stays } }) => {
  const last = stays.at(-1);
  return last === undefined || stays.length === 1
    ? undefined
    : { on: last.from, what: `该干部调往〔${last.village}〕任职之日`, code: 'CONDITIONS_NOT_MET', clause: 'C-2.1' };
};

export const sinceAppointment: Bound = ({ facts: { newcomer } }) =>
  newcomer === null ? undefined : { on: newcomer.on, what: '补派人员任职之日', code: 'CONDITIONS_NOT_MET' };
