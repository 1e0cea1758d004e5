import { actsOf } from '../../case/act-order';
import type { KeptAct } from '../../case/case';
import { addMonths, type CivilDate } from '../../dates/civil-date';
import type { AcceptanceBody, CorrectAcceptanceBody } from './listing-acts';
import type { ListingFile } from './listing-facts';
import { settingsOf } from '../../settings/policy-set';

/** Clause: an acceptance as it counts; `firstRecordedFor` is the day it was recorded for before any correction. */
export interface Acceptance {
  on: CivilDate;
  passed: boolean;
  firstRecordedFor: CivilDate;
  /** Its place in the record. */
  sequence: number;
}

/** Clause: one half-year of a listing, from the listing or from the failed acceptance before it. */
export interface Round {
  round: number;
  from: CivilDate;
  /** The end of the half-year: the first day on which acceptance may be held. */
  acceptanceFrom: CivilDate;
  acceptance?: Acceptance;
}

export interface ListingRounds {
  rounds: readonly Round[];
  current: Round;
  /** Rounds that began by an acceptance corrected since: they never were. */
  superseded: readonly Round[];
  correctedOn?: CivilDate;
}

/** Clause A-3.7: rounds in the order of the acceptances' dates, corrections applied. */
export function readRounds(file: ListingFile): ListingRounds {
  const months = settingsOf(file.policy).listingMonths;
  const recorded = actsOf(file.acts, 'acceptance').map(asAcceptance);
  const corrections = actsOf(file.acts, 'correctAcceptance');
  const effective = recorded.map((acceptance, index) =>
    corrections
      .map(({ body }) => body)
      .filter(({ round }) => round === index + 1)
      .reduce(correct, acceptance),
  );
  const rounds = roundsFrom(file.openedOn, effective, months);
  const superseded = roundsFrom(file.openedOn, recorded, months).slice(rounds.length);
  const correctedOn = corrections.at(-1)?.occurredOn;
  return { rounds, current: rounds.at(-1) as Round, superseded, ...(correctedOn === undefined ? {} : { correctedOn }) };
}

/** Does a finding of that day belong to the round? The day of a failed acceptance still belongs to the round it closes. */
export const isOfRound = (round: Round, on: CivilDate): boolean =>
  round.round === 1 ? on >= round.from : on > round.from;

function roundsFrom(openedOn: CivilDate, acceptances: readonly Acceptance[], months: number): Round[] {
  const rounds: Round[] = [];
  let from = openedOn;
  for (const acceptance of acceptances) {
    rounds.push({ round: rounds.length + 1, from, acceptanceFrom: addMonths(from, months), acceptance });
    if (acceptance.passed) return rounds;
    from = acceptance.on;
  }
  return [...rounds, { round: rounds.length + 1, from, acceptanceFrom: addMonths(from, months) }];
}

const asAcceptance = ({ occurredOn: on, sequence, body: { passed } }: KeptAct<AcceptanceBody>): Acceptance => ({
  on,
  passed,
  firstRecordedFor: on,
  sequence,
});

const correct = (acceptance: Acceptance, correction: CorrectAcceptanceBody): Acceptance => ({
  ...acceptance,
  on: correction.correctedDate ?? acceptance.on,
  passed: correction.passed ?? acceptance.passed,
});
