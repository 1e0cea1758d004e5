import { laterOf, type CivilDate } from '../../dates/civil-date';
import type { SubsidyKind } from './subsidy-acts';
import { isMissing, isOpen, standingIn, type SubsidyLine, type VillageClaims } from './subsidy-facts';

/** Those who came to a step on one day, and how far they have come beyond it. */
export interface DayTally {
  count: number;
  done: number;
  lastDoneOn: CivilDate;
}

export interface OwedTally {
  entitled: number;
  open: number;
  /** The first day somebody was listed, and the last day somebody was paid or refused. */
  firstOn: CivilDate;
  lastOn: CivilDate;
}

/** What the claims of one kind come to. */
export interface KindTally {
  entitled: number;
  applied: number;
  approved: number;
  refused: number;
  paid: number;
  missing: number;
  open: number;
  yuan: number;
  /** The last day somebody was paid or refused. */
  lastOn: CivilDate;
  /** Of those listed by the last day of payment: who is listed later is not owed by then. */
  owed: OwedTally | undefined;
  /** By day of application, and by day of approval. */
  review: ReadonlyMap<CivilDate, DayTally>;
  payment: ReadonlyMap<CivilDate, DayTally>;
}

export type Counts = Pick<KindTally, 'entitled' | 'applied' | 'approved' | 'refused' | 'paid' | 'missing' | 'yuan'>;

/** Of one village, counted once: the claims of a village never change, others take their place. */
export function tallyOf(claims: VillageClaims, kind: SubsidyKind, last: CivilDate): KindTally | undefined {
  const known = tallies.get(claims) ?? new Map<SubsidyKind, KindTally | undefined>();
  tallies.set(claims, known);
  if (!known.has(kind))
    known.set(
      kind,
      counted(
        standingIn(claims).filter((line) => line.kind === kind),
        last,
      ),
    );
  return known.get(kind);
}
const tallies = new WeakMap<VillageClaims, Map<SubsidyKind, KindTally | undefined>>();

function counted(lines: readonly SubsidyLine[], last: CivilDate): KindTally | undefined {
  if (lines.length === 0) return undefined;
  const count = (isSo: (line: SubsidyLine) => boolean): number => lines.filter(isSo).length;
  return {
    entitled: lines.length,
    applied: count(({ appliedOn }) => appliedOn !== undefined),
    approved: count(({ approvedOn }) => approvedOn !== undefined),
    refused: count(({ refusedOn }) => refusedOn !== undefined),
    paid: count(({ paidOn }) => paidOn !== undefined),
    missing: count(isMissing),
    open: count(isOpen),
    yuan: lines.reduce((sum, { yuan = 0 }) => sum + yuan, 0),
    lastOn: lines.map(endOf).reduce(later),
    owed: owedOf(lines.filter(({ entitledOn }) => entitledOn <= last)),
    review: byDay(
      lines,
      ({ appliedOn }) => appliedOn,
      ({ approvedOn, refusedOn }) => approvedOn ?? refusedOn,
    ),
    payment: byDay(
      lines,
      ({ approvedOn }) => approvedOn,
      ({ paidOn }) => paidOn,
    ),
  };
}

const endOf = ({ paidOn, refusedOn, entitledOn }: SubsidyLine): CivilDate => paidOn ?? refusedOn ?? entitledOn;

const owedOf = (lines: readonly SubsidyLine[]): OwedTally | undefined =>
  lines
    .map((line) => {
      const { entitledOn: firstOn } = line;
      return { entitled: 1, open: isOpen(line) ? 1 : 0, firstOn, lastOn: endOf(line) };
    })
    .reduce<OwedTally | undefined>(joinedOwed, undefined);

function joinedOwed(one: OwedTally | undefined, other: OwedTally | undefined): OwedTally | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    entitled: one.entitled + other.entitled,
    open: one.open + other.open,
    firstOn: one.firstOn < other.firstOn ? one.firstOn : other.firstOn,
    lastOn: later(one.lastOn, other.lastOn),
  };
}

type DayOf = (line: SubsidyLine) => CivilDate | undefined;

function byDay(lines: readonly SubsidyLine[], from: DayOf, to: DayOf): Map<CivilDate, DayTally> {
  const days = new Map<CivilDate, DayTally>();
  for (const line of lines) {
    const day = from(line);
    if (day === undefined) continue;
    const end = to(line);
    add(days, day, { count: 1, done: end === undefined ? 0 : 1, lastDoneOn: end ?? day });
  }
  return days;
}

function add(days: Map<CivilDate, DayTally>, day: CivilDate, more: DayTally): void {
  const known = days.get(day);
  if (known === undefined) days.set(day, { ...more, lastDoneOn: later(day, more.lastDoneOn) });
  else
    days.set(day, {
      count: known.count + more.count,
      done: known.done + more.done,
      lastDoneOn: later(known.lastDoneOn, more.lastDoneOn),
    });
}

const later = (one: CivilDate, other: CivilDate): CivilDate => laterOf(one, other);

/** Of the whole township, from its villages. */
export function together(parts: readonly KindTally[]): KindTally | undefined {
  const [first, ...others] = parts;
  return first === undefined ? undefined : others.reduce(joined, first);
}

const joined = (one: KindTally, other: KindTally): KindTally => ({
  ...sumOf(one, other),
  open: one.open + other.open,
  lastOn: later(one.lastOn, other.lastOn),
  owed: joinedOwed(one.owed, other.owed),
  review: joinedDays(one.review, other.review),
  payment: joinedDays(one.payment, other.payment),
});

function joinedDays(one: ReadonlyMap<CivilDate, DayTally>, other: ReadonlyMap<CivilDate, DayTally>) {
  const days = new Map(one);
  for (const [day, tally] of other) add(days, day, tally);
  return days;
}

export const sumOf = (one: Counts, other: Counts): Counts => ({
  entitled: one.entitled + other.entitled,
  applied: one.applied + other.applied,
  approved: one.approved + other.approved,
  refused: one.refused + other.refused,
  paid: one.paid + other.paid,
  missing: one.missing + other.missing,
  yuan: one.yuan + other.yuan,
});

export const nothing: Counts = { entitled: 0, applied: 0, approved: 0, refused: 0, paid: 0, missing: 0, yuan: 0 };
