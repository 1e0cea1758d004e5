import type { Claims } from '../claim';
import { claim, partly, piece, rules, tests } from '../claim-rows';

const problems = tests(
  'problem',
  'problem-overdue.cases.spec.ts',
  'OBLIGATIONS, way T: the day passes and a problem stands as it was',
);
const ledger = tests('problem', 'problem.spec.ts', 'C-2.end: a problem of the ledger');

/** Problems of the ledger, their setbacks, and the risk of a project. */
export const claimsOfProblems: Claims = {
  'A-3.6.d': claim(
    '核查不通过后重新限期整改',
    {
      file: 'processes/problem/problem-overdue.cases.spec.ts',
      title:
        'OBLIGATIONS, way T: the day passes and a problem stands as it was A-3.6.d: found undone, and the office above sets no new date',
    },
    piece(rules.problem, '...renewals(facts, round, mark),'),
  ),
  'A-3.6.e': partly(
    claim(
      '屡次整改不到位的，提请提出问责建议',
      {
        file: 'processes/problem/problem-setbacks.cases.spec.ts',
        title:
          'case 82 (A-3.6.e): reported on the last day, found not done on the day after when that term too passes without a report, the suggestion comes on the day after',
      },
      piece('processes/problem/problem-notices.ts', '...suggestion(file, facts, text), '),
    ),
    '提出问责建议没有期限，是否提出没有跟踪。',
  ),
  'A-3.7.d': claim(
    '问题屡改屡犯列为挂牌依据',
    {
      file: 'processes/problem/problem-return.cases.spec.ts',
      title:
        'A-3.7.d: a problem written off on 1 April 2026 that comes back in the same place, of the same list, on 1 October 2026: a ground for listing its county',
    },
    piece('processes/problem/problem.ts', ', ...groundRow(file, facts)]', ']'),
  ),
  'C-2.4.n': partly(
    claim(
      '项目风险预警送县委、县政府',
      {
        file: 'processes/problem/problem.spec.ts',
        title: 'C-2.4: the risk of a project goes to the county’s party committee and government, who decide on it',
      },
      piece('processes/problem/problem-notices.ts', '[...risk, ...upward,', '[...upward,'),
    ),
    '发现风险后一日内报告的期限尚未核对。',
  ),
  'C-2.end.a': partly(
    claim(
      '发现的问题分类登记在问题台账',
      ledger('stands in the register with its list, owner and date'),
      piece('processes/problem/problem.ts', '[problemRow(file, facts, stage), ', '['),
    ),
    '发现问题后何时登记没有期限核对。',
  ),
  'C-2.end.b': claim(
    '整改结果核查销账期限',
    problems('C-2.end.b: verification@2026-11-18'),
    piece(
      rules.problem,
      '...[...byDay.values()].map((one) => verificationDeadline(verifierOf(file, round), settings, one, mark)),',
    ),
  ),
  'C-2.end.c': claim(
    '研究制定整改举措的期限',
    problems('C-2.end.c: decision'),
    piece(rules.problem, 'decisionDeadline(file, facts, round, mark),'),
  ),
  'C-2.end.d': claim('限期整改到位', problems('C-2.end.d: rectification'), piece(rules.problem, '...dates,')),
  'C-2.end.e': claim(
    '村委会书面报告同时送乡镇党委和县直部门',
    ledger(
      'beyond the village’s power goes in writing to township and department at once, and the department takes it over',
    ),
    piece(
      'processes/problem/problem-notices.ts',
      "[officeId('party-committee', townshipOf(opening.place)), report.department]",
      '[report.department]',
    ),
    piece(
      'processes/problem/problem-notices.ts',
      "[officeId('party-committee', townshipOf(opening.place)), report.department]",
      "[officeId('party-committee', townshipOf(opening.place))]",
    ),
  ),
  'C-2.end.f': claim(
    '接收村委会报告的期限',
    problems('C-2.end.f: takeover'),
    piece(rules.problem, '...takeoverDeadline(file, facts, round, mark),'),
  ),
};
