import { departmentOffice } from '@duban/policy/base/departments';
import { officeId, townshipOf, type Territory } from '@duban/policy/base/office';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import { sha256 } from '@duban/policy/processes/inspection/sha256';
import { act, type DemoAct } from './demo-act';
import type { StoryPlace } from './story-place';

/** C-2.end, C-2.4: one written off, one under way, one reported upward, one risk of a project. */
export function problems({ county, villages, today }: StoryPlace): DemoAct[] {
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
export function inspections({ county, villages, today }: StoryPlace): DemoAct[] {
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
