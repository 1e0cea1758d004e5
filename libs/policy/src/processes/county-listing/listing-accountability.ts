import type { CaseId } from '../../case/process-list';
import type { AccountabilityGround, AccountabilityOpening } from '../accountability/accountability-acts';
import type { Consequence } from '../../case/case';
import { caseId, parseCaseId } from '../../case/case-id';
import { addMonths, laterOf, type CivilDate } from '../../dates/civil-date';
import type { ListingFacts, ListingFile } from './listing-facts';
import { leadersOfRound, leadersOn, readLeaders, recordedBefore } from './listing-leaders';
import type { Round } from './listing-rounds';
import { settingsOf } from '../../settings/policy-set';

/** Clause: what two consecutive listings call for, and the procedure that is open now. */
export interface ListingAccountability {
  consequences: readonly Consequence[];
  openCase: string | null;
}

/**
 * Clause A-3.7: the first of two consecutive listings starts the procedure with the leaders' joint liability; a later round joins the
 * open one as a further ground. A procedure that has ended says which grounds it dealt with; any other ground starts the next one.
 */
export function accountabilityOf(file: ListingFile, facts: ListingFacts): ListingAccountability {
  const consequences: Consequence[] = [];
  let current: { id: CaseId; openedOn: CivilDate } | undefined;
  let number = 0;
  for (const found of groundsOf(file, facts)) {
    if (current === undefined || hasEndedWithout(facts, current.id, found.ground.id)) {
      number += 1;
      current = { id: accountabilityId(file, number), openedOn: found.first.on };
      consequences.push(start(file, current.id, found));
      if (markOf(found.ground) !== markOf(found.first)) consequences.push(join(current, found.ground));
    } else consequences.push(join(current, found.ground));
  }
  return {
    consequences,
    openCase: current === undefined || endOf(facts, current.id) !== undefined ? null : current.id,
  };
}

/** Clause A-3.7 [D consecutive-listings]: listed anew within the months of a delisting, the corresponding day included. */
export const followsDelisting = (file: ListingFile): boolean => {
  const delistedOn = file.opening.previous?.delistedOn ?? null;
  return delistedOn !== null && file.openedOn <= addMonths(delistedOn, settingsOf(file.policy).relistingWithinMonths);
};

/** `first`: the ground as it was first known: the procedure was opened with it, and no correction changes that. */
interface FoundGround {
  ground: AccountabilityGround;
  first: AccountabilityGround;
}

function groundsOf(file: ListingFile, facts: ListingFacts): FoundGround[] {
  const failures = facts.rounds.flatMap((round) => failureOf(file, facts, round));
  return followsDelisting(file) ? [relistingOf(file, facts), ...failures] : failures;
}

function relistingOf(file: ListingFile, { leaders }: ListingFacts): FoundGround {
  const on = file.openedOn;
  const ground = { id: 'relisting', kind: 'relisted-within-months', round: 1, on } as const;
  return {
    ground: { ...ground, ...leadersOn(leaders, on) },
    first: { ...ground, ...leadersOn(readLeaders({ ...file, acts: [] }), on) },
  };
}

function failureOf(file: ListingFile, { leaders }: ListingFacts, round: Round): FoundGround[] {
  const { acceptance } = round;
  if (acceptance === undefined || acceptance.passed) return [];
  const ground = { id: `failed-acceptance:${round.round}`, kind: 'failed-acceptance', round: round.round + 1 } as const;
  const known = readLeaders(recordedBefore(file, acceptance.sequence));
  return [
    {
      ground: { ...ground, on: acceptance.on, ...leadersOfRound(leaders, round) },
      first: { ...ground, on: acceptance.firstRecordedFor, ...leadersOfRound(known, round) },
    },
  ];
}

/** Tells a ground from the same one corrected: by its day and its leaders. */
const markOf = ({ on, leaders, earlierLeaders }: AccountabilityGround): string =>
  [on, ...leaders.map(({ person }) => person), ...earlierLeaders.map(({ person, days }) => `${person}:${days}`)].join();

const start = (file: ListingFile, id: CaseId, { first }: FoundGround): Consequence => ({
  kind: 'start',
  key: `accountability:${id}`,
  clause: 'A-3.7',
  on: first.on,
  process: 'accountability',
  caseId: id,
  opening: openingOf(file, first),
  withdraw: 'withdraw',
});

const openingOf = (file: ListingFile, ground: AccountabilityGround): AccountabilityOpening => ({
  county: file.opening.county,
  listing: file.caseId,
  round: ground.round,
  grounds: [ground],
  pendingConfirmation: ground.kind === 'relisted-within-months',
  startedOn: ground.on,
});

const join = (current: { id: CaseId; openedOn: CivilDate }, ground: AccountabilityGround): Consequence => ({
  kind: 'tell',
  key: `${current.id}/${ground.id}@${markOf(ground)}`,
  clause: 'A-3.7',
  on: laterOf(ground.on, current.openedOn),
  caseId: current.id,
  operation: 'addGround',
  body: { ground },
  withdraw: 'withdrawGround',
});

const hasEndedWithout = (facts: ListingFacts, id: string, ground: string): boolean =>
  endOf(facts, id)?.grounds.includes(ground) === false;

/** A procedure taken back and started again carries a mark behind its id. */
const endOf = (facts: ListingFacts, id: string): ListingFacts['accountabilityEnds'][number] | undefined =>
  facts.accountabilityEnds.find((end) => end.caseId.split('~', 1)[0] === id);

const accountabilityId = (file: ListingFile, number: number): CaseId =>
  caseId('accountability', file.opening.county, `${parseCaseId(file.caseId)?.subject[0] ?? '1'}-${number}`);
