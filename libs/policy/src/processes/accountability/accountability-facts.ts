import { actsOf } from '../../case/act-order';
import type { CaseFile } from '../../case/case';
import { earlierOf, type CivilDate } from '../../dates/civil-date';
import type {
  AccountabilityBodies,
  AccountabilityGround,
  AccountabilityOpening,
  LiaisonLeader,
  OutcomeBody,
} from './accountability-acts';

export type AccountabilityFile = CaseFile<AccountabilityOpening, AccountabilityBodies>;

/** What the rules of a procedure are about. */
export interface Accountability {
  opening: AccountabilityOpening;
  facts: AccountabilityFacts;
  bodies: AccountabilityBodies;
}

/** Clause: an accountability procedure read in the order of its dates. */
export interface AccountabilityFacts {
  grounds: readonly AccountabilityGround[];
  /** Jointly liable for one of the grounds, each named once. */
  leaders: readonly LiaisonLeader[];
  round: number;
  /** `undefined` while the province has not confirmed it (待省级确认). */
  startedOn: CivilDate | undefined;
  ended?: { on: CivilDate; outcome: OutcomeBody['outcome'] | 'declined' | 'withdrawn' };
}

/** Clause: all that is known of a procedure; a failed acceptance needs no confirmation, a listing anew does. */
export function readAccountability(file: AccountabilityFile): AccountabilityFacts {
  const grounds = groundsOf(file);
  const ended = endOf(file);
  return {
    grounds,
    leaders: leadersOf(grounds),
    round: Math.max(file.opening.round, ...grounds.map(({ round }) => round)),
    startedOn: startOf(file, grounds),
    ...(ended === undefined ? {} : { ended }),
  };
}

/** A ground stands when it was told more often than taken back, so that the order of the messages does not matter. */
function groundsOf(file: AccountabilityFile): AccountabilityGround[] {
  const told = actsOf(file.acts, 'addGround').map(({ body }) => body.ground);
  const takenBack = actsOf(file.acts, 'withdrawGround').map(({ body }) => body.ground);
  const count = (grounds: readonly AccountabilityGround[], ground: AccountabilityGround): number =>
    grounds.filter((one) => JSON.stringify(one) === JSON.stringify(ground)).length;
  const standing = told.filter((ground) => count(told, ground) > count(takenBack, ground));
  const grounds = new Map([...file.opening.grounds, ...standing].map((ground) => [ground.id, ground]));
  return [...grounds.values()].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)) || (a.id < b.id ? -1 : 1));
}

const leadersOf = (grounds: readonly AccountabilityGround[]): LiaisonLeader[] => [
  ...new Map(grounds.flatMap(({ leaders }) => leaders).map((leader) => [leader.person, leader])).values(),
];

function startOf(file: AccountabilityFile, grounds: readonly AccountabilityGround[]): CivilDate | undefined {
  const [first, ...others] = [
    ...grounds.filter(({ kind }) => kind === 'failed-acceptance').map(({ on }) => on),
    ...actsOf(file.acts, 'confirm').map(({ occurredOn }) => occurredOn),
    ...(file.opening.pendingConfirmation ? [] : [grounds[0]?.on ?? file.openedOn]),
  ];
  return first === undefined ? undefined : earlierOf(first, ...others);
}

function endOf(file: AccountabilityFile): AccountabilityFacts['ended'] {
  const last = actsOf(file.acts, 'decline', 'outcome', 'withdraw')[0];
  switch (last?.operation) {
    case undefined:
      return undefined;
    case 'outcome':
      return { on: last.occurredOn, outcome: last.body.outcome };
    case 'decline':
      return { on: last.occurredOn, outcome: 'declined' };
    case 'withdraw':
      return { on: last.occurredOn, outcome: 'withdrawn' };
  }
}
