import { officeId } from '@duban/policy/base/office';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import { act, type DemoAct } from './demo-act';
import type { StoryPlace } from './story-place';

const province = 'leading-group-office:14';

/** the county was listed four months ago; one of its problems is verified, one rectified, one open. */
export function listing({ county, today }: StoryPlace): DemoAct[] {
  const of = { case: '$listing' };
  const office = officeId('leading-group-office', county);
  const body = {
    county,
    grounds: [{ kind: 'national-exam', what: '国考反馈帮扶措施落实不到位', source: '年度考核反馈意见' }],
    problems: [
      { id: 'P1', what: '监测户帮扶措施与风险不对应', area: '乡村振兴' },
      { id: 'P2', what: '公益岗位考勤不规范', area: '人社' },
      { id: 'P3', what: '农村供水管护机制不健全', area: '水利' },
    ],
    liaisonLeaders: [{ person: 'L01', office: `party-committee:${county.slice(0, 4)}` }],
  };
  const on = (days: number): CivilDate => addDays(today, -days);
  return [
    act(on(120), province, 'listings.list', body, { name: 'listing' }),
    act(
      on(80),
      office,
      'listings.problemProgress',
      { problem: 'P1', rectified: true, note: '逐户核对并调整措施', evidence: '核对清单' },
      of,
    ),
    act(
      on(70),
      officeId('leading-group-office', county.slice(0, 4)),
      'listings.verifyProblem',
      { problem: 'P1', passed: true, note: '抽查30户属实' },
      of,
    ),
    act(
      on(20),
      office,
      'listings.problemProgress',
      { problem: 'P2', rectified: true, note: '已建立考勤制度', evidence: '考勤表' },
      of,
    ),
  ];
}

/** the province has asked the county's party committee in. */
export const interview = ({ county, today }: StoryPlace): DemoAct[] => [
  act(addDays(today, -3), 'province-group:14', 'area-interviews.summon', {
    office: officeId('party-committee', county),
    clause: 'A-3.5',
    because: '挂牌问题整改推进迟缓',
    invited: ['organization-department'],
    plannedOn: addDays(today, 6),
  }),
];

const methods = ['showcase', 'on-site', 'daily'] as const;
const contents = ['duty', 'policy', 'work', 'effect'] as const;

/** three counties, scored but by the departments. */
export function contest({ county, today }: StoryPlace): DemoAct[] {
  const counties = [county, `${county.slice(0, 4)}25`, `${county.slice(0, 4)}29`];
  const scores = counties.flatMap((one, place) =>
    methods.flatMap((method, at) =>
      contents.map((content) => ({ county: one, method, content, score: 88 - place * 4 - at, evidence: '评分表' })),
    ),
  );
  const body = {
    province: '14',
    year: today.slice(0, 4),
    title: '年度大比拼',
    counties,
    keyCounties: counties,
    membershipSource: '示例名单',
  };
  return [
    act(addDays(today, -25), province, 'contests.open', body, { name: 'contest' }),
    act(addDays(today, -5), province, 'contests.scoreAll', { scores }, { case: '$contest' }),
  ];
}
