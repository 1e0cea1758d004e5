import type { Claims } from '../claim';
import { claim, partly, piece, rules, tests } from '../claim-rows';

const overdue = tests('cadre-posting', 'posting-overdue.cases.spec.ts', 'OBLIGATIONS C-3.7, C-2.1: the day passes');
const talks = tests('interview', 'interview-overdue.cases.spec.ts', 'OBLIGATIONS C-3.7: the day passes');
const posting = tests(
  'cadre-posting',
  'cadre-posting.spec.ts',
  'clauses C-2.2, C-2.4, C-3.7: registers and misconduct',
);
const misconduct = posting(
  'orders the unit to handle misconduct, and transfers a suspected violation to the unit’s discipline commission',
);
const transfer =
  "notice(facts, { key: `transfer:${key}`, on, to, kind: 'order', title: '移交涉嫌违纪违法问题', text: transfer }),";

/** Absence, low months, talks, recall and handling; leave and allowance. */
export const claimsOfDiscipline: Claims = {
  'C-3.3.d': partly(
    claim(
      '事前请假；已批准的不算脱岗',
      {
        file: 'processes/cadre-posting/cadre-posting.spec.ts',
        title:
          'clause C-3.7: absence asks for leave beforehand to be approved beforehand, and lets no absence fall on it',
      },
      piece('processes/cadre-posting/posting-discipline.ts', 'if (isBefore(from, on)) {', 'if (false) {'),
    ),
    '假期结束后次日销假尚未核对。',
  ),
  'C-3.6.h': partly(
    claim(
      '按实际在岗天数计算驻村补贴',
      {
        file: 'processes/cadre-posting/allowance.cases.spec.ts',
        title:
          'case 41 (C-3.6.h, D9): marked on post Monday to Friday throughout November 2026 21 days, not 30; at 50 yuan a day 1,050',
      },
      piece('processes/cadre-posting/allowance.ts', 'yuan: paid.size * settings.allowanceYuanPerDay,', 'yuan: 0,'),
    ),
    '补贴发放没有期限，未发放的不会被点名。',
  ),
  'C-3.7.b': claim(
    '乡镇党委提醒期限',
    overdue('C-3.7.b: and the township has not reminded him'),
    piece(rules.posting, '...facts.absence.reminders.map((duty) => reminderDeadline(facts, duty)),'),
  ),
  'C-3.7.c': partly(
    claim(
      '列出年度考核不得评为优秀的年度',
      {
        file: 'processes/cadre-posting/absence-ladder.spec.ts',
        title: 'clause C-3.7: twice takes 优秀 of the second absence’s year and calls for recall on that day',
      },
      piece(
        'processes/cadre-posting/absence-ladder.ts',
        'recalls.filter((duty) => duty.cancelledOn === undefined)',
        'recalls.slice(0, 0)',
      ),
    ),
    '未登记年度考核等次，评为优秀时不能当场退回；未将名单送派出单位和组织部门。',
  ),
  'C-3.7.d': claim(
    '派出单位召回期限',
    overdue('C-3.7.d: and the unit has not recalled him'),
    piece(rules.posting, '...gradeDeadline(facts),\n    ...recallDeadline(facts),', '...gradeDeadline(facts),'),
  ),
  'C-3.7.e': claim(
    '派出单位组织处理期限',
    overdue('C-3.7.e: and the unit has not handled it'),
    piece('processes/cadre-posting/handling-duty.ts', '...absence.recalls.map(', '...absence.recalls.slice(0, 0).map('),
  ),
  'C-3.7.f': claim(
    '约谈期限',
    talks('C-3.7.f: and the talk was not held'),
    piece('processes/interview/interview.ts', '[interviewDeadline(file, facts), ...', '[...'),
  ),
  'C-3.7.g': claim(
    '被上级通报两次即约谈',
    {
      file: 'processes/inspection/named.cases.spec.ts',
      title:
        'case 23 (C-3.7.g, D5): one matter counts once another matter of 27 November calls for a talk by 7 December',
    },
    piece(
      'processes/interview/interview-grounds.ts',
      'return matters.length === settings.superiorBulletinsForInterview ? { months: [], bulletins: matters } : null;',
      'return null;',
    ),
  ),
  'C-3.7.h': claim(
    '约谈反馈期限',
    talks('C-3.7.h: and the unit was not told of the talk'),
    piece('processes/interview/interview.ts', ', ...feedbackDeadline(file, facts)]', ']'),
  ),
  'C-3.7.i': claim(
    '被约谈两次的组织处理期限',
    {
      file: 'processes/cadre-posting/posting-overdue.cases.spec.ts',
      title: 'OBLIGATIONS C-3.7.i: talked to twice, and the day for handling it passes',
    },
    piece('processes/cadre-posting/handling-duty.ts', '...ranking.rounds.map(', '...ranking.rounds.slice(0, 0).map('),
  ),
  'C-3.7.j': partly(
    claim(
      '责成派出单位处理',
      misconduct,
      piece(
        rules.postingNotices,
        "if (kind !== 'suspected-violation') return [order];",
        "if (kind !== 'suspected-violation') return [];",
      ),
    ),
    '责成和处理结果没有期限，结果没有跟踪。',
  ),
  'C-3.7.k': partly(claim('涉嫌违纪违法的移交', misconduct, piece(rules.postingNotices, transfer)), '移交没有期限。'),
  'C-3.7.l': partly(
    claim('移交时提出对派出单位追责问责', misconduct, piece(rules.postingNotices, transfer)),
    '对派出单位追责问责没有立案，结果没有跟踪。',
  ),
};
