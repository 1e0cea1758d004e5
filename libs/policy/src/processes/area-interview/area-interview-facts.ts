import { actsOf } from '../../case/act-order';
import type { CaseFile, KeptAct, KeptActOf } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import { readTerms, type Said, type TermHistory } from '../../case/term-history';
import type {
  AreaInterviewBodies,
  AreaInterviewOpening,
  CancelAreaInterviewBody,
  Commitment,
  HoldAreaInterviewBody,
} from './area-interview-acts';

export type AreaInterviewFile = CaseFile<AreaInterviewOpening, AreaInterviewBodies>;

/** What the rules of an interview are about. */
export interface AreaInterview {
  opening: AreaInterviewOpening;
  facts: AreaInterviewFacts;
  bodies: AreaInterviewBodies;
}

export interface CommitmentStanding extends Commitment, TermHistory {}

/** an interview read in the order of its dates. */
export interface AreaInterviewFacts {
  plannedOn: CivilDate;
  postponed: readonly { on: CivilDate; from: CivilDate; reason: string }[];
  held?: KeptAct<HoldAreaInterviewBody>;
  cancelled?: KeptAct<CancelAreaInterviewBody>;
  commitments: readonly CommitmentStanding[];
}

/** All that is known of an interview. */
export function readAreaInterview(file: AreaInterviewFile): AreaInterviewFacts {
  const postponements = actsOf(file.acts, 'postpone');
  const [held] = actsOf(file.acts, 'hold');
  const [cancelled] = actsOf(file.acts, 'cancel');
  const days = [file.opening.plannedOn, ...postponements.map(({ body }) => body.plannedOn)];
  return {
    plannedOn: days.at(-1) ?? file.opening.plannedOn,
    postponed: postponements.map(({ occurredOn, body }, index) => ({
      on: occurredOn,
      from: days[index] ?? '',
      reason: body.reason,
    })),
    ...(held !== undefined && { held }),
    ...(cancelled !== undefined && held === undefined && { cancelled }),
    commitments:
      held === undefined ? [] : held.body.commitments.map((commitment) => standingOf(file, held, commitment)),
  };
}

function standingOf(file: AreaInterviewFile, held: KeptAct, commitment: Commitment): CommitmentStanding {
  const said = actsOf(file.acts, 'reportCommitment', 'verifyCommitment', 'renewCommitment').filter(
    ({ body }) => body.commitment === commitment.id,
  );
  return { ...commitment, ...readTerms({ from: held.occurredOn, due: commitment.due }, said.map(saidBy)) };
}

type OfCommitment = Pick<AreaInterviewBodies, 'reportCommitment' | 'verifyCommitment' | 'renewCommitment'>;

function saidBy(act: KeptActOf<OfCommitment>): Said {
  const on = act.occurredOn;
  switch (act.operation) {
    case 'reportCommitment':
      return { kind: 'report', on, by: act.by };
    case 'verifyCommitment':
      return { kind: act.body.kept ? 'verified' : 'failed', on };
    case 'renewCommitment':
      return { kind: 'renewed', on, due: act.body.due };
  }
}

/** The last of the days on which the commitments were found kept, once all are; the day of the interview where none were made. */
export function settledOn({ held, commitments }: AreaInterviewFacts): CivilDate | undefined {
  if (held === undefined || commitments.some(({ closedOn }) => closedOn === undefined)) return undefined;
  return commitments.reduce((last, { closedOn = last }) => (closedOn > last ? closedOn : last), held.occurredOn);
}
