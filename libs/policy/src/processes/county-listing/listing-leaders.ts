import { isWithin, kindOf, territoryOf, type OfficeId, type Territory } from '../../base/office';
import { refuse, type FieldRefusal } from '../../base/verdict';
import { actsOf, inDateOrder } from '../../case/act-order';
import { chineseDate, daysBetween, earlierOf, laterOf, type CivilDate } from '../../dates/civil-date';
import type { AccountableLeaders, EarlierLeader, LiaisonLeader } from '../accountability/accountability-acts';
import type { ListedLeader } from './listing-acts';
import type { ListingFile } from './listing-facts';
import type { Round } from './listing-rounds';

/** Clause A-3.7 [D liaison-leaders]: a leader responsible for the county, from and to, both included; `null` where it is open. */
export interface LeaderTerm extends LiaisonLeader {
  from: CivilDate | null;
  to: CivilDate | null;
  /** The day it was recorded for; that of the listing for those listed with it. */
  namedOn: CivilDate;
}

type KnownFile = Pick<ListingFile, 'opening' | 'openedOn' | 'acts'>;

/** [D liaison-leaders]: who was leader when; of a person named again the last word counts. */
export function readLeaders({ opening, openedOn, acts }: KnownFile): LeaderTerm[] {
  const terms = new Map<string, LeaderTerm>();
  const name = ({ person, office, from, to }: ListedLeader, namedOn: CivilDate): void => {
    const before = terms.get(person);
    terms.set(person, {
      person,
      office,
      from: from ?? before?.from ?? null,
      to: to ?? null,
      namedOn: before?.namedOn ?? namedOn,
    });
  };
  opening.liaisonLeaders.forEach((leader) => name(leader, openedOn));
  actsOf(inDateOrder(acts), 'nameLeader').forEach(({ body: { leader: person, ...term }, occurredOn }) =>
    name({ person, ...term }, occurredOn),
  );
  return [...terms.values()];
}

/** What had been recorded before a line of the record. */
export const recordedBefore = (file: ListingFile, sequence: number): KnownFile => ({
  ...file,
  acts: file.acts.filter((act) => act.sequence < sequence),
});

export const isLeaderOn =
  (on: CivilDate) =>
  ({ from, to }: LeaderTerm): boolean =>
    (from === null || from <= on) && (to === null || on <= to);

/** Leaders on a day, and no earlier ones: those of a county listed anew within months of its delisting. */
export const leadersOn = (terms: readonly LeaderTerm[], on: CivilDate): AccountableLeaders => ({
  leaders: terms.filter(isLeaderOn(on)).map(asLeader),
  earlierLeaders: [],
});

/** Clause A-3.7 [D liaison-leaders]: liable is who was leader on the last day of the round's half-year; earlier ones are shown with their days. */
export function leadersOfRound(terms: readonly LeaderTerm[], { from, acceptanceFrom }: Round): AccountableLeaders {
  const { leaders } = leadersOn(terms, acceptanceFrom);
  const earlier = terms.filter((term) => !isLeaderOn(acceptanceFrom)(term));
  return {
    leaders,
    earlierLeaders: earlier.flatMap((term): EarlierLeader[] => {
      const days = daysWithin(term, from, acceptanceFrom);
      return days > 0 ? [{ ...asLeader(term), days }] : [];
    }),
  };
}

const asLeader = ({ person, office }: LeaderTerm): LiaisonLeader => ({ person, office });

/** Days of the term from one day to another, all included. */
const daysWithin = ({ from, to }: LeaderTerm, first: CivilDate, last: CivilDate): number =>
  daysBetween(laterOf(first, from ?? first), earlierOf(last, to ?? last)) + 1;

/** Clauses: leaders are of the county, its city or the province; the clause names no level. */
export const isOfCountyOrAbove = (office: OfficeId, county: Territory): boolean =>
  kindOf(office) === 'party-committee' && isWithin(county, territoryOf(office));

/** A term that ends before it begins is none. */
export function refuseTerm({ from, to }: Pick<ListedLeader, 'from' | 'to'>, field: string): FieldRefusal | undefined {
  if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return undefined;
  return refuse(
    'OUT_OF_RANGE',
    'A-3.7',
    `包联结束日期应不早于开始日期（${chineseDate(from)}），收到的是${chineseDate(to)}。`,
    field,
  );
}
