import { actsOf, inDateOrder } from '../../case/act-order';
import type { CaseFile, KeptAct } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import { readTerms, type Said, type TermHistory } from '../../case/term-history';
import type {
  AreaInterviewOpening,
  CancelAreaInterviewBody,
  Commitment,
  HoldAreaInterviewBody,
  PostponeBody,
  RenewCommitmentBody,
  ReportCommitmentBody,
  VerifyCommitmentBody,
} from './area-interview-acts';

export type AreaInterviewFile = CaseFile<AreaInterviewOpening>;

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
  const postponements = actsOf<PostponeBody>(file.acts, 'postpone');
  const [held] = actsOf<HoldAreaInterviewBody>(file.acts, 'hold');
  const [cancelled] = actsOf<CancelAreaInterviewBody>(file.acts, 'cancel');
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

type Spoken = ReportCommitmentBody | VerifyCommitmentBody | RenewCommitmentBody;

function standingOf(file: AreaInterviewFile, held: KeptAct, commitment: Commitment): CommitmentStanding {
  const said = inDateOrder(file.acts).filter(
    ({ body }) => (body as Partial<Spoken>).commitment === commitment.id,
  ) as KeptAct<Spoken>[];
  return {
    ...commitment,
    ...readTerms(
      { from: held.occurredOn, due: commitment.due },
      said.flatMap((act) => saidBy(act) ?? []),
    ),
  };
}

function saidBy({ operation, occurredOn: on, by, body }: KeptAct<Spoken>): Said | undefined {
  switch (operation) {
    case 'reportCommitment':
      return { kind: 'report', on, by: by.office };
    case 'verifyCommitment':
      return { kind: (body as VerifyCommitmentBody).kept ? 'verified' : 'failed', on };
    case 'renewCommitment':
      return { kind: 'renewed', on, due: (body as RenewCommitmentBody).due };
    default:
      return undefined;
  }
}

/** The last of the days on which the commitments were found kept, once all are; the day of the interview where none were made. */
export function settledOn({ held, commitments }: AreaInterviewFacts): CivilDate | undefined {
  if (held === undefined || commitments.some(({ closedOn }) => closedOn === undefined)) return undefined;
  return commitments.reduce((last, { closedOn = last }) => (closedOn > last ? closedOn : last), held.occurredOn);
}
