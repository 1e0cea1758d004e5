import type { AccountabilityEnded } from '../accountability/accountability-acts';
import { actsOf, inDateOrder } from '../../case/act-order';
import type { CaseFile, KeptAct } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type { AddGroundBody, ListingBodies, ListingGround, ListingOpening } from './listing-acts';
import { readLeaders, type LeaderTerm } from './listing-leaders';
import { readProblems, type ListedProblem } from './listing-problems';
import { readRounds, type ListingRounds } from './listing-rounds';

export type ListingFile = CaseFile<ListingOpening, ListingBodies>;

/** What the rules of a listing are about. */
export interface Listing {
  opening: ListingOpening;
  facts: ListingFacts;
  bodies: ListingBodies;
}

/** Clause: a listing read in the order of its dates, whatever the order of recording. */
export interface ListingFacts extends ListingRounds {
  grounds: readonly (ListingGround & { on: CivilDate; key: string })[];
  problems: readonly ListedProblem[];
  leaders: readonly LeaderTerm[];
  policyFindings: readonly { on: CivilDate; positive: boolean }[];
  accountabilityEnds: readonly AccountabilityEnded[];
  delistedOn?: CivilDate;
}

/** Clause: all that is known of a listing. What is dated after the delisting no longer belongs to it. */
export function readListing(file: ListingFile): ListingFacts {
  const rounds = readRounds(file);
  const { acceptance } = rounds.current;
  const all = inDateOrder(file.acts);
  const acts = acceptance === undefined ? all : all.filter((act) => act.occurredOn <= acceptance.on);
  return {
    ...rounds,
    grounds: [
      ...file.opening.grounds.map((ground, index) => ({ ...ground, on: file.openedOn, key: `opening-${index + 1}` })),
      ...actsOf(acts, 'addGround').map(groundOf),
    ],
    problems: readProblems(file, acts),
    leaders: readLeaders({ ...file, acts }),
    policyFindings: actsOf(acts, 'policyFinding').map(({ occurredOn, body }) => ({
      on: occurredOn,
      positive: body.positive,
    })),
    accountabilityEnds: actsOf(all, 'accountabilityEnded').map(({ body }) => body),
    ...(acceptance === undefined ? {} : { delistedOn: acceptance.on }),
  };
}

function groundOf({ key, occurredOn: on, body }: KeptAct<AddGroundBody>): ListingFacts['grounds'][number] {
  const { kind, what, source, confirms } = body;
  return { kind, what, source, confirms, on, key };
}
