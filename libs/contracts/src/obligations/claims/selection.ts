import type { Claims } from '../claim';
import { claim, partly, piece, rules, tests } from '../claim-rows';

const overdue = tests('cadre-posting', 'posting-overdue.cases.spec.ts', 'OBLIGATIONS C-3.7, C-2.1: the day passes');
const recalled = claim(
  '同级驻村办召回期限',
  overdue('C-2.1.m: and the stationing office has not recalled who failed the check'),
  piece(
    rules.posting,
    '...recallDeadline(facts),\n    ...handlingDeadlines(facts),\n    ...replacementDeadline(facts),',
    '...handlingDeadlines(facts),\n    ...replacementDeadline(facts),',
  ),
);
const selected = partly(recalled, '未核对干部基本信息审核认定表，未出“五查五看”情况表。');
const unchecked = tests(
  'cadre-posting',
  'posting-overdue.cases.spec.ts',
  'OBLIGATIONS C-2.1: posted without the check before it',
);
const preCheck = 'processes/cadre-posting/pre-check.ts';
const failed = tests(
  'cadre-posting',
  'posting-overdue.cases.spec.ts',
  'OBLIGATIONS C-2.1: who fails a requirement is on post, and the day for his recall passes',
);

/** Who is sent, and the recall of who should not have been. */
export const claimsOfSelection: Claims = {
  'A-2.7.a': selected,
  'A-4.4.a': selected,
  'C-2.1.b': claim(
    '前置审核：未经县级驻村办审核的，标注并告知',
    unchecked('C-2.1.b: unit and county stationing office are named'),
    piece(
      preCheck,
      "{ level: '县级', office: officeId('stationing-office', countyOf(village)), on: countyCheckedOn },",
    ),
  ),
  'C-2.1.c': claim(
    '前置审核：未经市级驻村办审核的，标注并告知',
    unchecked('C-2.1.c: unit and city stationing office are named'),
    piece(preCheck, "{ level: '市级', office: officeId('stationing-office', cityOf(village)), on: cityCheckedOn },"),
  ),
  'C-2.1.d': claim(
    '选派审核：近三年考核等次',
    failed('C-2.1.d: 近3年年度考核等次'),
    piece(rules.selection, '...assessed.failures,'),
  ),
  'C-2.1.e': claim(
    '选派审核：年龄',
    failed('C-2.1.e: 年龄55周岁以下'),
    piece(rules.selection, '...ageFailures(subject, on, settings),'),
  ),
  'C-2.1.f': claim(
    '选派审核：队长年龄',
    failed('C-2.1.f: 队长年龄不超50周岁'),
    piece(
      rules.selection,
      "role === 'team-leader' ? Math.min(settings.maximumLeaderAge, settings.maximumAge) : settings.maximumAge",
      'settings.maximumAge',
    ),
  ),
  'C-2.1.g': claim(
    '选派审核：中央、省、市派学历',
    failed('C-2.1.g: 中央、省、市派须大专以上学历'),
    piece(rules.selection, "central: 'college',", "central: 'below-secondary',"),
    piece(rules.selection, "province: 'college',", "province: 'below-secondary',"),
    piece(rules.selection, "city: 'college',", "city: 'below-secondary',"),
  ),
  'C-2.1.h': claim(
    '选派审核：县派学历',
    failed('C-2.1.h: 县派须中专以上学历'),
    piece(rules.selection, "county: 'secondary',\n} as const", "county: 'below-secondary',\n} as const"),
  ),
  'C-2.1.i': claim('选派审核：身份', failed('C-2.1.i: 身份'), piece(rules.selection, '...identityFailures(subject),')),
  'C-2.1.k': claim(
    '任期届满须先压茬交接',
    {
      file: 'processes/cadre-posting/rotation.cases.spec.ts',
      title:
        'case 53 (C-2.1.k, D23): the end of a term without a newcomer is refused until 5 January, saying what is expected',
    },
    piece(
      'processes/cadre-posting/posting-changes.ts',
      'if (!isBefore(on, first)) return undefined;',
      'return undefined;',
    ),
  ),
  'C-2.1.m': recalled,
  'C-2.1.n': claim(
    '5日内补派期限',
    overdue('C-2.1.n: and the unit has not sent a newcomer'),
    piece(rules.posting, '...replacementDeadline(facts),'),
  ),
};
