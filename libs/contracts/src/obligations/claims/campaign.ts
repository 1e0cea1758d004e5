import type { Claims } from '../claim';
import { claim, partly, piece, rules, tests } from '../claim-rows';

const contested = tests('contest', 'contest-overdue.cases.spec.ts', 'OBLIGATIONS A-3.1: the contest of a year');
const method = (of: string, title: string, row: string) =>
  claim(of, contested(title), piece('base/contest-parts.ts', row));
const dispatched = tests('dispatch', 'dispatch-overdue.cases.spec.ts', 'OBLIGATIONS A-3.3: the half month is over');
const dispatching = claim(
  '半月调度报送期限',
  dispatched('A-3.3.a: the line of the department that has not reported stands open'),
  piece(rules.dispatch, '[...returnDeadlines(file, facts), ', '['),
);
const report = tests('dispatch', 'dispatch.spec.ts', 'A-3.3: a half month’s dispatch');
const absent = report('names in its report who did not report, and keeps the places nobody reported on in the table');
const followUp = claim(
  '通报批评后跟进督查的期限',
  {
    file: 'processes/work-bulletin/bulletin-overdue.cases.spec.ts',
    title: 'OBLIGATIONS A-3.4: thirty days after the criticism A-3.4.d: nobody has followed it up',
  },
  piece('processes/work-bulletin/work-bulletin.ts', 'deadlines: followUpDeadlines(file, facts),', 'deadlines: [],'),
);
const ofOffice = '期限由巩固衔接办承担，未分列党委政府和行业部门。';
const talked = tests('area-interview', 'area-interview-overdue.cases.spec.ts', 'OBLIGATIONS A-3.5: the day passes');

/** Contest, dispatch, bulletins and talks. */
export const claimsOfCampaign: Claims = {
  'A-3.1.a': claim(
    '大比拼公布排名期限',
    contested('A-3.1.a: its year ends and it was not published'),
    piece('processes/contest/contest.ts', 'deadlines: [publishDeadline(file, facts)],', 'deadlines: [],'),
  ),
  'A-3.1.b': method(
    '缺工作同台展示得分的县点名',
    'A-3.1.b: a county without scores by showcase is named, and not ranked',
    "showcase: '工作同台展示',",
  ),
  'A-3.1.c': method(
    '缺到县实地核查得分的县点名',
    'A-3.1.c: a county without scores by on-site is named, and not ranked',
    "'on-site': '到县实地核查',",
  ),
  'A-3.1.e': claim(
    '未评价齐的省直部门点名，不公布排名',
    {
      file: 'processes/contest/contest-departments.cases.spec.ts',
      title:
        'A-3.1.e (D20): 省直部门评价 by several departments names who is missing when it is to be published, and how much of it',
    },
    piece('processes/contest/contest-operations.ts', '；尚未评价齐的省直部门：${lackingWords(lacking)}'),
  ),
  'A-3.1.f': method(
    '缺日常监督评价得分的县点名',
    'A-3.1.f: a county without scores by daily is named, and not ranked',
    "daily: '日常监督评价',",
  ),
  'A-3.3.a': dispatching,
  'A-3.3.c': claim(
    '排队表：未报的地区列在表中',
    absent,
    piece('processes/dispatch/dispatch-report.ts', '? `未报 〔${place}〕`', "? ''"),
  ),
  'A-3.3.d': claim(
    '调度报告列明未报送的部门',
    absent,
    piece('processes/dispatch/dispatch-report.ts', '`未报送的牵头部门：${absent', '`${absent'),
  ),
  'A-3.3.f': claim(
    '对落后地区采取针对性措施的期限',
    dispatched('A-3.3.f: a place lags, and the lead department that does nothing about it is heard of'),
    piece(rules.dispatch, ', ...superviseDeadlines(file, facts)]', ']'),
  ),
  'A-3.4.d': partly(followUp, ofOffice),
  'A-3.5.a': partly(
    claim(
      '约谈期限',
      talked('A-3.5.a: and the talk was not held'),
      piece('processes/area-interview/area-interview.ts', 'holdingDeadline(file, facts),\n', '\n'),
    ),
    '达到约谈条件后不会自动提出，须由省级决定约谈。',
  ),
  'A-3.5.c': claim(
    '约谈承诺事项期限',
    talked('A-3.5.c: and who was talked to has not kept a commitment'),
    piece(
      'processes/area-interview/area-interview.ts',
      '...facts.commitments.flatMap((commitment) => commitmentDeadlines(file, commitment)),',
    ),
  ),
  'A-3.8.a': partly(followUp, `未分别登记问题、原因和对策；${ofOffice}`),
  'B-3.3.a': dispatching,
};
