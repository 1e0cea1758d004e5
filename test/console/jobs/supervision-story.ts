import { postingBody } from '@duban/cli/rehearsal/demo-routine';
import { act, type DemoAct } from '@duban/cli/demo/demo-act';
import { supervisionStory } from '@duban/cli/demo/supervision-story';
import { demoCadres, demoCountyCode as county, demoTownships, demoVillages } from '@duban/contracts/demo-county';
import { townshipOf } from '@duban/policy/base/office';
import { addDays, addToMonth, firstDayOf, monthOf, type CivilDate } from '@duban/policy/dates/civil-date';
import type { Story } from '../console-world';

export const lastMonth = (today: CivilDate): string => addToMonth(monthOf(today), -1);

/** Clause: two findings of the province's inspection that propose to list a county. */
function proposedGrounds(today: CivilDate): DemoAct[] {
  const team = 'inspection-team:14';
  const of = { case: '$grounds' };
  const on = addDays(today, -6);
  const find = (id: string, place: string, what: string) =>
    act(on, team, 'inspections.find', { id, place, list: 'publicity', what, isGround: true }, of);
  return [
    act(
      on,
      team,
      'inspections.plan',
      { territory: '14', kind: 'inspection', scope: '1404', plannedOn: on },
      { name: 'grounds' },
    ),
    act(on, team, 'inspections.begin', {}, of),
    find('F1', '140425', '帮扶政策宣传落实不到位'),
    find('F2', '140429', '公益岗位资金拨付迟缓'),
    act(on, team, 'inspections.conclude', { number: '晋巡查〔示例〕1号', summary: '发现两个县政策落实不到位' }, of),
  ];
}

/** A county whose last month is scored, and no more: this month’s task list and last month’s bulletin wait for the county’s stationing office. */
export const supervisionWork: Story = (today) => {
  const since = firstDayOf(lastMonth(today));
  const year = Number(since.slice(0, 4));
  const townships = demoTownships(county).slice(0, 3);
  const villages = demoVillages(county).filter((village) => townships.includes(townshipOf(village)));
  const cadres = demoCadres(24, year, villages);
  const cycle = { province: '14', year, title: `${year}年巩固衔接专项行动`, counties: [county], startsOn: since };
  const scoresOf = (township: string) =>
    cadres
      .filter((cadre) => cadre.township === township)
      .map(({ id }, index) => ({ cadre: id, task: 70 + index * 2, presence: 80 }));
  return [
    cadres.map((cadre) => act(since, `stationing-office:${county}`, 'postings.post', postingBody(cadre, since))),
    [...supervisionStory({ county, townships, villages, today }), ...proposedGrounds(today)],
    [act(since, 'leading-group-office:14', 'cycles.start', cycle)],
    townships.map((township) =>
      act(
        firstDayOf(monthOf(today)),
        `party-committee:${township}`,
        'scores.scoreAll',
        { scores: scoresOf(township) },
        { case: `scores:${township}:${lastMonth(today)}` },
      ),
    ),
  ];
};
