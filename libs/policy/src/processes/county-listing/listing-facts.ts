import type { AccountabilityEnded } from '../accountability/accountability-acts';
import { inDateOrder } from '../../case/act-order';
import type { CaseFile, KeptAct } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type { AddGroundBody, ListingGround, ListingOpening, PolicyFindingBody } from './listing-acts';
import { readProblems, type ListedProblem } from './listing-problems';
import { readRounds, type ListingRounds } from './listing-rounds';

/** Clause: a listing read in the order of its dates, whatever the order of recording. */
export interface ListingFacts extends ListingRounds {
  grounds: readonly (ListingGround & { on: CivilDate; key: string })[];
  problems: readonly ListedProblem[];
  policyFindings: readonly { on: CivilDate; positive: boolean }[];
  accountabilityEnds: readonly AccountabilityEnded[];
  delistedOn?: CivilDate;
}

/** Clause: all that is known of a listing. What is dated after the delisting no longer belongs to it. */
export function readListing(file: CaseFile<ListingOpening>): ListingFacts {
  const rounds = readRounds(file);
  const { acceptance } = rounds.current;
  const all = inDateOrder(file.acts);
  const acts = acceptance === undefined ? all : all.filter((act) => act.occurredOn <= acceptance.on);
  return {
    ...rounds,
    grounds: [
      ...file.opening.grounds.map((ground, index) => ({ ...ground, on: file.openedOn, key: `opening-${index + 1}` })),
      ...acts.filter((act) => act.operation === 'addGround').map(groundOf),
    ],
    problems: readProblems(file, acts),
    policyFindings: acts
      .filter((act) => act.operation === 'policyFinding')
      .map((act) => ({ on: act.occurredOn, positive: (act.body as PolicyFindingBody).positive })),
    accountabilityEnds: all
      .filter((act) => act.operation === 'accountabilityEnded')
      .map((act) => act.body as AccountabilityEnded),
    ...(acceptance === undefined ? {} : { delistedOn: acceptance.on }),
  };
}

function groundOf(act: KeptAct): ListingFacts['grounds'][number] {
  const { kind, what, source, confirms } = act.body as AddGroundBody;
  return { kind, what, source, confirms, on: act.occurredOn, key: act.key };
}
