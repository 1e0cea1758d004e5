import { caseId } from '@duban/policy/case/case-id';
import { departmentOffice } from '@duban/policy/base/departments';
import { officeId, townshipOf, type Territory } from '@duban/policy/base/office';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import { sha256 } from '@duban/policy/processes/inspection/sha256';
import { act, type SampleAct } from './demo-act';

interface Place {
  county: Territory;
  townships: readonly Territory[];
  villages: readonly Territory[];
  today: CivilDate;
}

const province = 'leading-group-office:14';

/** Parts 2, 5, 6 and 8 of the rules in a county at work: listed, inspected, with problems, an interview, subsidies, posts and a workshop. */
export function supervisionStory(place: Place): SampleAct[] {
  return [
    ...listing(place),
    ...problems(place),
    ...inspections(place),
    ...interview(place),
    ...subsidies(place),
    ...registers(place),
    ...contest(place),
  ];
}

/** the county was listed four months ago; one of its problems is verified, one rectified, one open. */
function listing({ county, today }: Place): SampleAct[] {
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

/** C-2.end, C-2.4: one written off, one under way, one reported upward, one risk of a project. */
function problems({ county, villages, today }: Place): SampleAct[] {
  const [a = '', b = a, c = a, d = a] = villages;
  const party = (village: Territory): string => officeId('party-committee', townshipOf(village));
  const committee = (village: Territory): string => officeId('village-committee', village);
  const on = (days: number): CivilDate => addDays(today, -days);
  const record = (place: Territory, list: string, what: string) => ({ place, list, what, source: 'check' });
  return [
    act(on(16), committee(a), 'problems.record', record(a, 'publicity', '部分农户不知晓到户政策'), {
      name: 'problem-a',
    }),
    act(
      on(15),
      party(a),
      'problems.plan',
      { measure: '驻村工作队逐户讲解', responsible: 'C001', due: addDays(today, 3) },
      { case: '$problem-a' },
    ),
    act(
      on(8),
      committee(a),
      'problems.rectified',
      { what: '已逐户讲解并签字', evidence: '签字表' },
      { case: '$problem-a' },
    ),
    act(
      on(5),
      officeId('stationing-office', county),
      'problems.verify',
      { passed: true, note: '电话抽查属实' },
      { case: '$problem-a' },
    ),
    act(on(6), committee(b), 'problems.record', record(b, 'livelihood', '公益岗位人员无考勤'), { name: 'problem-b' }),
    act(
      on(5),
      party(b),
      'problems.plan',
      { measure: '建立考勤制度并公示', responsible: 'C002', due: addDays(today, 9) },
      { case: '$problem-b' },
    ),
    act(on(3), committee(c), 'problems.record', record(c, 'guarantees', '蓄水池渗漏影响供水'), { name: 'problem-c' }),
    act(
      on(3),
      committee(c),
      'problems.reportUpward',
      { department: departmentOffice('water', county), report: '村级无力维修，请求解决' },
      { case: '$problem-c' },
    ),
    act(on(2), party(d), 'project-risks.warn', {
      place: townshipOf(d),
      project: '食用菌大棚',
      yuan: 860_000,
      risk: '承租方拖欠租金',
    }),
  ];
}

const seed = '示例种子-仅供试用-请勿用于正式检查';

/** C-3.4: a flight check that was drawn, held and published; another that only its office knows of. */
function inspections({ county, villages, today }: Place): SampleAct[] {
  const office = officeId('stationing-office', county);
  const of = { case: '$check' };
  const on = (days: number): CivilDate => addDays(today, -days);
  const frame = villages.map((id) => ({ id, stratum: townshipOf(id) }));
  const plan = (plannedOn: CivilDate, more: object) => ({
    territory: county,
    kind: 'flight-check',
    scope: county,
    plannedOn,
    ...more,
  });
  const sample = { seedHash: sha256(seed), frame, size: Math.min(4, frame.length), excludeMonths: 3 };
  return [
    act(on(12), office, 'inspections.plan', plan(on(9), { sample }), { name: 'check' }),
    act(on(10), office, 'inspections.draw', { seed, publicValue: '当日福彩开奖号 061218' }, of),
    act(on(9), office, 'inspections.begin', {}, of),
    act(
      on(9),
      office,
      'inspections.find',
      { id: 'F1', place: villages[0] ?? county, list: 'recognition', what: '工作队周例会记录缺失' },
      of,
    ),
    act(
      on(7),
      office,
      'inspections.conclude',
      { number: '襄驻办通报〔示例〕3号', summary: '检查4个村，发现问题1个' },
      of,
    ),
  ];
}

/** the province has asked the county's party committee in. */
const interview = ({ county, today }: Place): SampleAct[] => [
  act(addDays(today, -3), 'province-group:14', 'area-interviews.summon', {
    office: officeId('party-committee', county),
    clause: 'A-3.5',
    because: '挂牌问题整改推进迟缓',
    invited: ['organization-department'],
    plannedOn: addDays(today, 6),
  }),
];

/** B-2.3.4: twelve are entitled, nine have applied, six are paid. */
function subsidies({ townships, villages, today }: Place): SampleAct[] {
  const [township = ''] = townships;
  const village = villages.find((one) => townshipOf(one) === township) ?? '';
  const of = { case: caseId('subsidy-campaign', township, today.slice(0, 4)) };
  const party = officeId('party-committee', township);
  const bureau = departmentOffice('revitalization', township.slice(0, 6));
  const workers = Array.from({ length: 12 }, (_, index) => ({
    worker: `W${String(index + 1).padStart(2, '0')}`,
    kind: 'transport',
  }));
  const on = (days: number): CivilDate => addDays(today, -days);
  return [
    act(on(14), party, 'subsidies.open', { township, year: today.slice(0, 4) }, { name: of.case }),
    act(
      on(14),
      party,
      'subsidies.entitle',
      {
        entitled: workers.map((one, index) => ({
          ...one,
          household: `H${String(index + 1).padStart(3, '0')}`,
          village,
        })),
      },
      of,
    ),
    act(
      on(10),
      party,
      'subsidies.apply',
      { applications: workers.slice(0, 9).map((one) => ({ ...one, by: 'self' })) },
      of,
    ),
    act(
      on(6),
      bureau,
      'subsidies.review',
      { decisions: workers.slice(0, 7).map((one) => ({ ...one, approved: true })) },
      of,
    ),
    act(on(3), bureau, 'subsidies.pay', { payments: workers.slice(0, 6).map((one) => ({ ...one, yuan: 600 })) }, of),
  ];
}

/** B-2.2.3, B-2.2.4, B-2.3.3, A-3.2: a post with its holder and pay, a workshop with its workers, an award, a lecture. */
function registers({ county, villages, today }: Place): SampleAct[] {
  const [village = ''] = villages;
  const party = officeId('party-committee', townshipOf(village));
  const bureau = officeId('revitalization-bureau', county);
  const month = addDays(today, -31).slice(0, 7);
  const worker = { territory: village, worker: 'P1', post: 'G1' };
  const post = {
    post: 'G1',
    name: '保洁员',
    funding: '光伏收益',
    people: 1,
    duties: '村内保洁',
    hours: '每日2小时',
    wage: 500,
    manager: '村委会',
    decision: '纪要3号',
  };
  const idle = { ...post, post: 'G2', name: '护林员', duties: '巡山护林', decision: '纪要4号' };
  const enter = (as: string, kind: string, body: Record<string, unknown>, days = 20): SampleAct =>
    act(addDays(today, -days), as, `registers.${kind}`, body, { name: `registers-${village}` });
  return [
    enter(party, 'welfare-post', { territory: village, ...post }, 60),
    enter(party, 'welfare-post', { territory: village, ...idle }, 60),
    enter(
      party,
      'post-holder',
      { ...worker, priority: true, age: 45, fit: true, contract: '协议1号', from: addDays(today, -60) },
      58,
    ),
    enter(party, 'post-attendance', { ...worker, month, days: 22 }),
    enter(party, 'post-pay', { ...worker, month, yuan: 500, sheet: '工资表' }, 18),
    enter(bureau, 'workshop', { territory: county, workshop: 'CJ1', name: '服装加工车间', settlement: true }, 90),
    enter(bureau, 'workshop-workers', {
      territory: county,
      workshop: 'CJ1',
      month,
      workers: 30,
      outOfPoverty: 12,
      wages: 36_000,
    }),
    enter(party, 'award-per-mu', {
      territory: village,
      year: today.slice(0, 4),
      household: 'H001',
      award: 'potato',
      mu: 3,
      yuan: 3000,
    }),
    enter(
      officeId('village-committee', village),
      'publicity',
      { territory: village, how: 'lecture-team', what: '到户政策宣讲', people: 86 },
      4,
    ),
  ];
}

const methods = ['showcase', 'on-site', 'daily'] as const;
const contents = ['duty', 'policy', 'work', 'effect'] as const;

/** three counties, scored but by the departments. */
function contest({ county, today }: Place): SampleAct[] {
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
