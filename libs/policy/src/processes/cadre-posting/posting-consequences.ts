import type { CaseId } from '../../case/process-list';
import type { Json } from '../../base/json';
import type { Consequence } from '../../case/case';
import { caseId } from '../../case/case-id';
import { addDays } from '../../dates/civil-date';
import type { InterviewOpening } from '../interview/interview-acts';
import type { PostingOpening } from './posting-acts';
import type { PostingFacts } from './posting-facts';
import type { LadderInterview } from './ranking-ladder';
import { isHandedInTime } from './selection-course';

/** Clauses C-2.1 and C-3.7: interviews the ranking ladder orders, and the newcomer's posting. */
export const postingConsequences = (facts: PostingFacts): Consequence[] => [
  ...facts.ranking.interviews.flatMap((interview) => interviewStart(facts, interview)),
  ...newcomerStart(facts),
  ...gradeWatch(facts),
];

/** OBLIGATIONS D10: a grade that is not handed in by its day fails the check from the next on. */
function gradeWatch({ caseId: own, grade }: PostingFacts): Consequence[] {
  if (grade === null || isHandedInTime(grade)) return [];
  return [
    {
      kind: 'tell',
      key: `grade-overdue:${grade.year}`,
      clause: 'C-2.1',
      on: addDays(grade.dueOn, 1),
      caseId: own,
      operation: 'gradeOverdue',
      body: { year: grade.year },
    },
  ];
}

/** Clause C-2.1: id of the newcomer's posting; unless a number is given it is the date of the appointment, which no other posting has. */
export function newcomerCaseId({ newcomer, township }: PostingFacts): CaseId | null {
  if (newcomer === null) return null;
  return caseId(
    'cadre-posting',
    township,
    newcomer.body.cadreId,
    newcomer.body.postingNumber ?? Number(newcomer.on.replaceAll('-', '')),
  );
}

function interviewStart(
  { caseId: posting, county, opening, number }: PostingFacts,
  interview: LadderInterview,
): Consequence[] {
  const { key, because, orderedOn, groundlessSince, byHand } = interview;
  if (orderedOn === null || groundlessSince !== undefined) return [];
  const interviewOpening: InterviewOpening = {
    county,
    cadre: opening.cadreId,
    posting,
    unit: opening.unit,
    key,
    because,
    orderedOn,
    byHand,
  };
  return [
    {
      kind: 'start',
      key: `interview:${key}`,
      clause: 'C-3.7',
      on: orderedOn,
      process: 'interview',
      caseId: caseId('interview', county, opening.cadreId, number, key),
      opening: asJson(interviewOpening),
      withdraw: 'withdrawn',
    },
  ];
}

function newcomerStart(facts: PostingFacts): Consequence[] {
  const { newcomer, opening, village } = facts;
  const id = newcomerCaseId(facts);
  if (newcomer === null || id === null) return [];
  const { postingNumber: _number, role = opening.role, ...person } = newcomer.body;
  const next: PostingOpening = {
    ...person,
    role,
    village,
    unit: opening.unit,
    senderLevel: opening.senderLevel,
    postedOn: newcomer.on,
    replaces: facts.caseId,
  };
  return [
    {
      kind: 'start',
      key: `newcomer:${person.cadreId}`,
      clause: 'C-2.1',
      on: newcomer.on,
      process: 'cadre-posting',
      caseId: id,
      opening: asJson(next),
    },
  ];
}

/** Openings are plain data; what is missing is left out, as on the wire. */
const asJson = (opening: PostingOpening | InterviewOpening): Json => JSON.parse(JSON.stringify(opening)) as Json;
