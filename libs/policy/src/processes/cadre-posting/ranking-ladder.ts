import { isBefore, laterOf, type CivilDate, type Month } from '../../dates/civil-date';
import {
  freeMatters,
  freeMonths,
  interviewKey,
  isUnbroken,
  lowRuns,
  nextGrounds,
  type InterviewGrounds,
  type KnownGrounds,
} from '../interview/interview-grounds';
import type { Settings } from '../../settings/policy-set';

/** Clause C-3.7: dated facts the ranking ladder is computed from. */
export type RankingFact = { on: CivilDate } & (
  | {
      kind: 'month';
      month: Month;
      low?: boolean;
      neutral?: boolean;
      bulletin?: string | undefined;
      copyDelivered?: boolean | undefined;
    }
  | { kind: 'copy'; bulletin: string; delivered: boolean }
  | { kind: 'named'; matter: string; source: string; named: boolean; copyDelivered: boolean }
  | { kind: 'ordered'; because: InterviewGrounds }
  | { kind: 'held'; key: string; because: InterviewGrounds; orderedOn: CivilDate }
  | { kind: 'handled' }
);

export interface LadderInterview {
  key: string;
  because: InterviewGrounds;
  formedOn: CivilDate;
  /** The day it may be ordered; `null` while a copy behind it is undelivered. */
  orderedOn: CivilDate | null;
  byHand: boolean;
  heldOn?: CivilDate;
  /** A later correction took its grounds away; once held it stands. */
  groundlessSince?: CivilDate;
}

/** Organizational handling by circumstances, called for by interviews held. */
export interface HandlingRound {
  calledOn: CivilDate;
  handledOn?: CivilDate;
}

export interface RankingLadder {
  interviews: LadderInterview[];
  rounds: HandlingRound[];
  lowRun: number;
  lastLowMonth: Month | null;
  /** Low months and named matters that no interview has consumed. */
  freeMonths: Month[];
  freeMatters: string[];
  interviewsHeld: number;
}

interface State extends KnownGrounds {
  /** Bulletins whose copy found no inbox: `null`, or the day it was delivered after all. */
  copies: Map<string, CivilDate | null>;
  interviews: LadderInterview[];
  rounds: HandlingRound[];
  handledOn: CivilDate | null;
}

/**
 * Clause C-3.7: two low months in a row, or two superior bulletins → interview; two interviews held → organizational handling.
 * The facts are gone through day by day, so the order of recording never matters; no interview is formed from the day of a recall on.
 */
export function rankingLadder(
  facts: readonly RankingFact[],
  settings: Settings,
  recalledOn?: CivilDate,
): RankingLadder {
  const state: State = {
    months: new Map(),
    copies: new Map(),
    matters: new Map(),
    interviews: [],
    rounds: [],
    handledOn: null,
  };
  for (const [day, today] of byDay(facts)) {
    for (const fact of today) learn(state, fact);
    for (const fact of today) if (fact.kind === 'ordered') claim(state, handOrdered(fact.on, fact.because));
    for (const fact of today) if (fact.kind === 'held') hold(state, fact);
    dropGroundless(state, day);
    if (recalledOn === undefined || isBefore(day, recalledOn)) formInterviews(state, day, settings);
    settleRounds(
      state,
      day,
      today.some(({ kind }) => kind === 'handled'),
      settings,
    );
  }
  return result(state, settings, recalledOn);
}

/** Clause C-3.7: an interview ordered by hand is known by its day. */
export const handOrderedKey = (on: CivilDate): string => `hand-${on}`;

function byDay(facts: readonly RankingFact[]): [CivilDate, RankingFact[]][] {
  const days = [...new Set(facts.map(({ on }) => on))].sort();
  return days.map((day) => [day, facts.filter(({ on }) => on === day)]);
}

function learn(state: State, fact: RankingFact): void {
  switch (fact.kind) {
    case 'month':
      learnMonth(state, fact);
      return;
    case 'copy':
      state.copies.set(fact.bulletin, fact.delivered ? fact.on : null);
      return;
    case 'named':
      learnNaming(state, fact);
      return;
    case 'ordered':
    case 'held':
    case 'handled':
  }
}

/** One matter counts once, from the earliest of the bulletins that stand. */
function learnNaming({ matters }: State, fact: Extract<RankingFact, { kind: 'named' }>): void {
  const known = matters.get(fact.matter);
  const bulletins = (known?.bulletins ?? []).filter(({ source }) => source !== fact.source || fact.named);
  const { source, on, copyDelivered } = fact;
  if (fact.named) bulletins.push({ source, on, ...(copyDelivered && { deliveredOn: on }) });
  const [first] = bulletins;
  if (first === undefined) matters.delete(fact.matter);
  else
    matters.set(fact.matter, {
      since: first.on,
      ...(first.deliveredOn !== undefined && { deliveredOn: first.deliveredOn }),
      bulletins,
    });
}

function learnMonth(state: State, fact: Extract<RankingFact, { kind: 'month' }>): void {
  const before = state.months.get(fact.month) ?? { low: false, neutral: false };
  const after = { ...before, low: fact.low ?? before.low, neutral: fact.neutral ?? before.neutral };
  if (fact.low === true) {
    after.bulletin = fact.bulletin ?? before.bulletin;
    const stillDelivered = before.low ? before.deliveredOn : undefined;
    after.deliveredOn = stillDelivered ?? (fact.copyDelivered === true ? fact.on : undefined);
  }
  state.months.set(fact.month, after);
}

const handOrdered = (on: CivilDate, because: InterviewGrounds): LadderInterview => ({
  key: handOrderedKey(on),
  because,
  formedOn: on,
  orderedOn: on,
  byHand: true,
});

/** What a person has ordered or held keeps its grounds; an interview merely computed from them gives way. */
function claim(state: State, interview: LadderInterview): void {
  const claimed = [...interview.because.months, ...interview.because.bulletins];
  const overlaps = ({ because }: LadderInterview): boolean =>
    [...because.months, ...because.bulletins].some((ground) => claimed.includes(ground));
  state.interviews = state.interviews.filter(
    (other) => other.key !== interview.key && (other.heldOn !== undefined || other.byHand || !overlaps(other)),
  );
  state.interviews.push(interview);
}

function hold(state: State, fact: Extract<RankingFact, { kind: 'held' }>): void {
  const known = state.interviews.find(({ key }) => key === fact.key);
  if (known?.heldOn !== undefined) return;
  const { key, because, orderedOn, on } = fact;
  claim(state, {
    byHand: false,
    ...known,
    key,
    because,
    formedOn: known?.formedOn ?? orderedOn,
    orderedOn,
    heldOn: on,
  });
}

function dropGroundless(state: State, day: CivilDate): void {
  state.interviews = state.interviews.flatMap((interview) => {
    if (stands(state, interview)) return [interview];
    return interview.heldOn === undefined ? [] : [{ groundlessSince: day, ...interview }];
  });
}

/** The grounds still hold; months the ladder joined are still joined by low or neutral ones. */
const stands = (state: State, { because: { months, bulletins }, byHand }: LadderInterview): boolean =>
  months.every((month) => state.months.get(month)?.low === true) &&
  bulletins.every((matter) => state.matters.has(matter)) &&
  (byHand || isUnbroken(state, months));

function formInterviews(state: State, day: CivilDate, settings: Settings): void {
  for (let because = nextGrounds(state, settings); because !== null; because = nextGrounds(state, settings)) {
    state.interviews.push({ key: interviewKey(because), because, formedOn: day, orderedOn: null, byHand: false });
  }
}

function settleRounds(state: State, day: CivilDate, handled: boolean, settings: Settings): void {
  const open = state.rounds.at(-1);
  const isOpen = open !== undefined && open.handledOn === undefined;
  if (!isOpen && heldCount(state) >= settings.interviewsForHandling) state.rounds.push({ calledOn: day });
  const last = state.rounds.at(-1);
  if (!handled || last === undefined || last.handledOn !== undefined) return;
  last.handledOn = day;
  state.handledOn = day;
}

const heldCount = ({ interviews, handledOn }: State): number =>
  interviews.filter(({ heldOn }) => heldOn !== undefined && (handledOn === null || heldOn > handledOn)).length;

function result(state: State, settings: Settings, recalledOn: CivilDate | undefined): RankingLadder {
  const interviews = state.interviews
    .map((interview) => ({ ...interview, orderedOn: interview.orderedOn ?? orderableOn(state, interview) }))
    .filter(
      ({ heldOn, orderedOn }) =>
        heldOn !== undefined || recalledOn === undefined || (orderedOn !== null && isBefore(orderedOn, recalledOn)),
    )
    .sort((a, b) => (`${a.formedOn}/${a.key}` < `${b.formedOn}/${b.key}` ? -1 : 1));
  const low = [...state.months].filter(([, month]) => month.low).map(([month]) => month);
  return {
    interviews,
    rounds: state.rounds,
    lowRun: lowRuns(state, settings.lowMonthsForInterview).last.length,
    lastLowMonth: low.sort().at(-1) ?? null,
    freeMonths: freeMonths(state),
    freeMatters: freeMatters(state),
    interviewsHeld: heldCount(state),
  };
}

/** Fairness: ordered by counters only once every copy behind it lies in its inbox. */
function orderableOn(state: State, { because, formedOn }: LadderInterview): CivilDate | null {
  const months = because.months.map((month) => copyDeliveredOn(state, month));
  const delivered = [...months, ...because.bulletins.map((matter) => state.matters.get(matter)?.deliveredOn)];
  return delivered.every((day) => typeof day === 'string') ? laterOf(formedOn, ...delivered) : null;
}

function copyDeliveredOn({ months, copies }: State, month: Month): CivilDate | null | undefined {
  const known = months.get(month);
  const repaired = known?.bulletin === undefined ? undefined : copies.get(known.bulletin);
  return repaired === undefined ? known?.deliveredOn : repaired;
}
