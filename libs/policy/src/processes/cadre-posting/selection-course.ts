import { actsOf } from '../../case/act-order';
import { isAfter, type CivilDate } from '../../dates/civil-date';
import type { Settings } from '../../settings/policy-set';
import type { AnnualAssessment, PendingGrade } from './assessment-check';
import type { PostingFile } from './ladder-facts';
import type { PostingOpening, RecheckBody } from './posting-acts';
import { selectionCheck, type SelectionResult } from './selection-check';

/** A time in which the check failed; without an end it still does. */
export interface FailedStretch {
  on: CivilDate;
  cancelledOn?: CivilDate;
}

/** Clause C-2.1: what the selection check says as more becomes known: at the posting, in a spot check, when a grade comes out or does not. */
export interface SelectionCourse {
  now: SelectionResult;
  failed: FailedStretch[];
  /** OBLIGATIONS D10: a grade that was not out at the posting, and the day it was handed in. */
  grade: (PendingGrade & { statedOn?: CivilDate }) | null;
}

export function selectionCourse(file: PostingFile, settings: Settings): SelectionCourse {
  const { opening, openedOn } = file;
  const known = subjectsOf(file).map(({ on, subject }) => ({
    on,
    result: selectionCheck(subject, opening.postedOn, settings, on),
  }));
  const first = selectionCheck(opening, opening.postedOn, settings, openedOn);
  return {
    now: known.at(-1)?.result ?? first,
    failed: stretchesOf(known),
    grade: first.pending === undefined ? null : handedIn(file, first.pending),
  };
}

interface KnownSubject {
  on: CivilDate;
  subject: PostingOpening;
}

/** What was known of him, from one day to the next. */
function subjectsOf({ opening, openedOn, acts }: PostingFile): KnownSubject[] {
  let subject = opening;
  const later = actsOf(acts, 'recheck', 'gradeOverdue').map((act): KnownSubject => {
    if (act.operation === 'recheck') subject = rechecked(subject, act.body);
    return { on: act.occurredOn, subject };
  });
  return [{ on: openedOn, subject: opening }, ...later];
}

/** What was known of him on a day. */
export const subjectOn = (file: PostingFile, day: CivilDate): PostingOpening =>
  subjectsOf(file).findLast(({ on }) => on <= day)?.subject ?? file.opening;

/** What was found later counts. */
export function rechecked(
  subject: PostingOpening,
  { annualAssessments = [], identity, education }: RecheckBody,
): PostingOpening {
  const years = new Set(annualAssessments.map(({ year }) => year));
  return {
    ...subject,
    annualAssessments: [...subject.annualAssessments.filter(({ year }) => !years.has(year)), ...annualAssessments],
    ...(identity !== undefined && { identity }),
    ...(education !== undefined && { education }),
  };
}

function stretchesOf(known: readonly { on: CivilDate; result: SelectionResult }[]): FailedStretch[] {
  const stretches: FailedStretch[] = [];
  for (const { on, result } of known) {
    const last = stretches.at(-1);
    const isFailing = last !== undefined && last.cancelledOn === undefined;
    if (!result.passed && !isFailing) stretches.push({ on });
    if (result.passed && isFailing) last.cancelledOn = on;
  }
  return stretches;
}

function handedIn({ acts }: PostingFile, pending: PendingGrade): SelectionCourse['grade'] {
  const isStated = ({ annualAssessments = [] }: { annualAssessments?: AnnualAssessment[] | undefined }): boolean =>
    annualAssessments.some(({ year }) => year === pending.year);
  const stated = actsOf(acts, 'recheck').find(({ body }) => isStated(body));
  return stated === undefined ? pending : { ...pending, statedOn: stated.occurredOn };
}

/** Was it handed in by its day? */
export const isHandedInTime = ({ dueOn, statedOn }: NonNullable<SelectionCourse['grade']>): boolean =>
  statedOn !== undefined && !isAfter(statedOn, dueOn);
