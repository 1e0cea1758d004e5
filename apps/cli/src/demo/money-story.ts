import { departmentOffice } from '@duban/policy/base/departments';
import { caseId } from '@duban/policy/case/case-id';
import { officeId, townshipOf } from '@duban/policy/base/office';
import { addDays, type CivilDate } from '@duban/policy/dates/civil-date';
import { act, type DemoAct } from './demo-act';
import type { StoryPlace } from './story-place';

/** B-2.3.4: twelve are entitled, nine have applied, six are paid. */
export function subsidies({ townships, villages, today }: StoryPlace): DemoAct[] {
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
export function registers({ county, villages, today }: StoryPlace): DemoAct[] {
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
  const enter = (as: string, kind: string, body: Record<string, unknown>, days = 20): DemoAct =>
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
