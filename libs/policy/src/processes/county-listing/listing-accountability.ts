import type { CaseId } from '../../case/process-list';
import type { AccountabilityGround, AccountabilityOpening } from '../accountability/accountability-acts';
import type { Consequence } from '../../case/case';
import { caseId, parseCaseId } from '../../case/case-id';
import { addMonths, laterOf, type CivilDate } from '../../dates/civil-date';
import type { ListingFacts, ListingFile } from './listing-facts';
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
      current = { id: accountabilityId(file, number), openedOn: found.firstRecordedFor };
      consequences.push(start(file, current.id, found));
      if (found.ground.on !== found.firstRecordedFor) consequences.push(join(current, found.ground));
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

/** `firstRecordedFor`: the day the ground was first known for; the procedure was opened on it and no correction moves that. */
interface FoundGround {
  ground: AccountabilityGround;
  firstRecordedFor: CivilDate;
}

function groundsOf(file: ListingFile, facts: ListingFacts): FoundGround[] {
  const relisting: FoundGround = {
    ground: { id: 'relisting', kind: 'relisted-within-months', round: 1, on: file.openedOn },
    firstRecordedFor: file.openedOn,
  };
  const failures = facts.rounds.flatMap(({ round, acceptance }): FoundGround[] =>
    acceptance === undefined || acceptance.passed
      ? []
      : [
          {
            ground: {
              id: `failed-acceptance:${round}`,
              kind: 'failed-acceptance',
              round: round + 1,
              on: acceptance.on,
            },
            firstRecordedFor: acceptance.firstRecordedFor,
          },
        ],
  );
  return followsDelisting(file) ? [relisting, ...failures] : failures;
}

const start = (file: ListingFile, id: CaseId, { ground, firstRecordedFor }: FoundGround): Consequence => ({
  kind: 'start',
  key: `accountability:${id}`,
  clause: 'A-3.7',
  on: firstRecordedFor,
  process: 'accountability',
  caseId: id,
  opening: openingOf(file, ground, firstRecordedFor),
  withdraw: 'withdraw',
});

const openingOf = (file: ListingFile, ground: AccountabilityGround, startedOn: CivilDate): AccountabilityOpening => ({
  county: file.opening.county,
  listing: file.caseId,
  round: ground.round,
  leaders: file.opening.liaisonLeaders.map(({ person, office }) => ({ person, office })),
  grounds: [{ ...ground, on: startedOn }],
  pendingConfirmation: ground.kind === 'relisted-within-months',
  startedOn,
});

const join = (current: { id: CaseId; openedOn: CivilDate }, ground: AccountabilityGround): Consequence => ({
  kind: 'tell',
  key: `${current.id}/${ground.id}@${ground.on}`,
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
