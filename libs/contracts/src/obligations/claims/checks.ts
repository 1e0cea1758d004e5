import type { Claims } from '../claim';
import { claim, piece, tests } from '../claim-rows';

const checks = tests('inspection', 'inspection-overdue.cases.spec.ts', 'OBLIGATIONS C-3.4: the day passes');
const month = tests('monthly-assessment', 'month-overdue.cases.spec.ts', 'OBLIGATIONS C-3.5: the 5th passes');
const bulletinOfMonth = claim(
  '月考排名和考核通报期限',
  month('C-3.5.c, d: and no bulletin with the county’s ranking was issued'),
  piece('processes/monthly-assessment/monthly-assessment.ts', ', bulletinDeadline(file, facts)]', ']'),
);

/** Checks and their bulletins; the month’s list, scores and bulletin. */
export const claimsOfChecks: Claims = {
  'C-3.4.e': claim(
    '检查情况通报期限',
    checks('C-3.4.e: and the bulletin of a check that has begun was not issued'),
    piece('processes/inspection/inspection-deadlines.ts', 'return [begin, report];', 'return [begin];'),
  ),
  'C-3.4.f': claim(
    '市级举一反三排查期限',
    checks('C-3.4.f: and the city has not looked at its other counties'),
    piece(
      'processes/inspection/inspection-deadlines.ts',
      'toCheck.map((county) => {',
      'toCheck.slice(0, 0).map((county) => {',
    ),
  ),
  'C-3.4.g': claim(
    '检查发现的问题逐项列入问题台账，销账前一直跟踪',
    {
      file: 'processes/inspection/inspection.spec.ts',
      title: 'C-3.4: a flight check makes a problem of the ledger of every finding, at its place',
    },
    piece('processes/inspection/inspection.ts', '...problemsOf(file, facts), '),
  ),
  'C-3.5.a': claim(
    '月任务清单期限',
    month('C-3.5.a: and the month’s task list was not issued'),
    piece(
      'processes/monthly-assessment/monthly-assessment-facts.ts',
      'return excused === undefined ? spec',
      'return excused === undefined ? undefined',
    ),
  ),
  'C-3.5.b': claim(
    '乡镇考核打分期限',
    month('C-3.5.b: and a township has not scored'),
    piece('processes/township-scores/township-scores.ts', 'deadlines: [scores],', 'deadlines: [],'),
  ),
  'C-3.5.c': bulletinOfMonth,
  'C-3.5.d': bulletinOfMonth,
  'C-3.5.e': claim(
    '抄送派出单位；未送达的提示补送',
    {
      file: 'processes/monthly-assessment/monthly-assessment.spec.ts',
      title: 'clause C-3.5: the bulletin says when a copy found no inbox, to the posting and to the county',
    },
    piece(
      'processes/monthly-assessment/monthly-assessment-effects.ts',
      'return file.undelivered.includes(copy.key) ? [copy, repairOf(content, copy)] : [copy];',
      'return [copy];',
    ),
  ),
};
