import { actsOf, inDateOrder } from '../case/act-order';
import type { CaseFile, KeptAct } from '../case/case';
import type { OfficeId } from '../case/office';
import type { CivilDate } from '../dates/civil-date';
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

/** One date a commitment had: the first, and one more for each renewal. */
export interface CommitmentTerm {
  from: CivilDate;
  due: CivilDate;
  /** The day it was reported kept, where that report was not found wrong. */
  metOn?: CivilDate;
  /** Replaced by a new date on this day. */
  renewedOn?: CivilDate;
}

export interface CommitmentStanding extends Commitment {
  terms: readonly [CommitmentTerm, ...CommitmentTerm[]];
  reports: readonly { on: CivilDate; by: OfficeId | 'system' }[];
  failures: number;
  /** The day it was found kept. */
  closedOn?: CivilDate;
}

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
    postponed: postponements.map(({ occurredOn, body }, index) => ({ on: occurredOn, from: days[index] ?? '', reason: body.reason })),
    ...(held !== undefined && { held }),
    ...(cancelled !== undefined && held === undefined && { cancelled }),
    commitments: held === undefined ? [] : held.body.commitments.map((commitment) => standingOf(file, held, commitment)),
  };
}

type Said = ReportCommitmentBody | VerifyCommitmentBody | RenewCommitmentBody;

function standingOf(file: AreaInterviewFile, held: KeptAct, commitment: Commitment): CommitmentStanding {
  const said = inDateOrder(file.acts).filter(({ body }) => (body as Partial<Said>).commitment === commitment.id) as KeptAct<Said>[];
  const terms: [CommitmentTerm, ...CommitmentTerm[]] = [{ from: held.occurredOn, due: commitment.due }];
  const reports: { on: CivilDate; by: OfficeId | 'system' }[] = [];
  let failures = 0;
  let closedOn: CivilDate | undefined;
  for (const { operation, occurredOn, by, body } of said) {
    const term = terms.at(-1) as CommitmentTerm;
    switch (operation) {
      case 'reportCommitment':
        reports.push({ on: occurredOn, by: by.office });
        term.metOn ??= occurredOn;
        break;
      case 'verifyCommitment':
        if ((body as VerifyCommitmentBody).kept) closedOn ??= occurredOn;
        else {
          failures += 1;
          delete term.metOn;
        }
        break;
      case 'renewCommitment':
        term.renewedOn = occurredOn;
        terms.push({ from: occurredOn, due: (body as RenewCommitmentBody).due });
    }
  }
  return { ...commitment, terms, reports, failures, ...(closedOn !== undefined && { closedOn }) };
}

/** The last of the days on which the commitments were found kept, once all are; the day of the interview where none were made. */
export function settledOn({ held, commitments }: AreaInterviewFacts): CivilDate | undefined {
  if (held === undefined || commitments.some(({ closedOn }) => closedOn === undefined)) return undefined;
  return commitments.reduce((last, { closedOn = last }) => (closedOn > last ? closedOn : last), held.occurredOn);
}
