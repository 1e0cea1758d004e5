import {
  demoCadres,
  demoCountyCode,
  demoHouseholds,
  demoTownships,
  demoVillages,
  type DemoCadre,
  type DemoHousehold,
} from '@duban/contracts/demo-county';
import { caseId } from '@duban/policy/case/case-id';
import { officeId, provinceOf, townshipOf, type Territory } from '@duban/policy/base/office';
import {
  addDays,
  addToMonth,
  firstDayOf,
  laterOf,
  monthOf,
  type CivilDate,
  type Month,
} from '@duban/policy/dates/civil-date';
import { basePolicy, settingsOf } from '@duban/policy/settings/policy-set';
import { demoVillagesOf, rollActs } from '../rehearsal/demo-village-days';
import { postingBody, reportBody } from '../rehearsal/demo-routine';
import { act, type DemoAct } from './demo-act';
import { dutyStory } from './duty-story';
import { supervisionStory } from './supervision-story';

export interface DemoSize {
  today: CivilDate;
  cadres: number;
  households: number;
  townships: number;
  /** Whether the cycle began with last month: then that month has been scored and published. */
  hasLastMonth: boolean;
}

const county = demoCountyCode;
const stationing = officeId('stationing-office', county);

/** What an office finds when it first looks: a county in the middle of its work, with things done, due, near and overdue. One part after the other. */
export function demoStory({
  today,
  cadres: cadreCount,
  households,
  townships: townshipCount,
  hasLastMonth,
}: DemoSize): DemoAct[][] {
  const townships = demoTownships(county).slice(0, townshipCount);
  const villages = demoVillages(county).filter((village) => townships.includes(townshipOf(village)));
  const since = hasLastMonth
    ? laterOf(firstDayOf(addToMonth(monthOf(today), -1)), `${today.slice(0, 4)}-01-01`)
    : today;
  const posted = hasLastMonth ? since : addDays(today, -45);
  const cadres = demoCadres(cadreCount, Number(posted.slice(0, 4)), villages);
  const monitored = demoHouseholds(households, villages);
  return [
    cadres.map((cadre) => act(posted, stationing, 'postings.post', postingBody(cadre, posted), { name: cadre.id })),
    [
      ...monitored.flatMap((household, index) => householdStory(household, index, today)),
      ...cadreStory(cadres, posted, today),
      ...supervisionStory({ county, townships, villages, today }),
      ...rollActs(demoVillagesOf(cadres, monitored), since),
    ],
    [act(since, 'leading-group-office:14', 'cycles.start', cycleBody(today, since))],
    ...(hasLastMonth ? monthStory(addToMonth(monthOf(today), -1), townships, cadres, today) : []),
    ...(hasLastMonth
      ? [
          dutyStory({
            county,
            townships,
            cadres,
            households: monitored,
            cycle: { from: since, to: `${today.slice(0, 4)}-12-31` },
            today,
            settings: settingsOf(basePolicy),
          }),
        ]
      : []),
  ];
}

const cycleBody = (today: CivilDate, since: CivilDate) => ({
  province: provinceOf(county),
  year: Number(today.slice(0, 4)),
  title: `${today.slice(0, 4)}年巩固衔接专项行动`,
  counties: [county],
  ...(since === today ? {} : { startsOn: since }),
});

/** leads of the last twelve days, each as far as it can be by now; every fifteenth is three weeks old and nobody has looked. */
function householdStory(household: DemoHousehold, index: number, today: CivilDate): DemoAct[] {
  const isForgotten = index % 15 === 14;
  const reported = addDays(today, isForgotten ? -21 : -(index % 12));
  const party = officeId('party-committee', household.township);
  const of = { case: `$${household.id}` };
  const { labour, wishesToWork, wholeHouseholdWithoutLabour } = household;
  const measures = [
    labour === 'none'
      ? { kind: 'safety-net', type: 'subsistence-allowance', what: '纳入低保' }
      : { kind: 'development', type: 'industry', what: '发展庭院经济' },
  ];
  const steps: [number, string, string, Record<string, unknown>][] = [
    [2, officeId('village-committee', household.village), 'households.villageReview', { note: '评议通过' }],
    [4, party, 'households.townshipCheck', { note: '入户核查属实' }],
    [
      6,
      officeId('revitalization-bureau', county),
      'households.identify',
      { labour, wishesToWork, wholeHouseholdWithoutLabour },
    ],
    [8, party, 'households.plan', { causes: ['缺少稳定收入'], measures }],
    [10, party, 'households.measures', { measures, tagged: true }],
  ];
  const done = isForgotten ? [] : steps.filter(([after]) => addDays(reported, after) <= today);
  return [
    act(reported, party, 'households.report', reportBody(household), { name: household.id }),
    ...done.map(([after, as, what, body]) => act(addDays(reported, after), as, what, body, of)),
  ];
}

/** C-3.5: last month's list, sheets and bulletin; one cadre is at the bottom. */
function monthStory(
  month: Month,
  townships: readonly Territory[],
  cadres: readonly DemoCadre[],
  today: CivilDate,
): DemoAct[][] {
  const next = addToMonth(month, 1);
  const of = { case: caseId('monthly-assessment', county, month) };
  const onDay = (day: number): CivilDate => addDays(firstDayOf(next), day - 1);
  if (onDay(4) > today) return [];
  const listOf = (one: Month, on: CivilDate, ...items: string[]): DemoAct =>
    act(
      on,
      stationing,
      'assessments.issueTaskList',
      { items: items.map((what) => ({ what })) },
      { case: caseId('monthly-assessment', county, one) },
    );
  const sheetOf = (township: Territory): DemoAct => {
    const scores = cadres
      .filter((cadre) => cadre.township === township)
      .map(({ id }, index) => ({ cadre: id, ...scoreOf(id, index) }));
    return act(
      onDay(3),
      officeId('party-committee', township),
      'scores.scoreAll',
      { scores },
      { case: caseId('township-scores', township, month) },
    );
  };
  return [
    [
      listOf(month, addDays(firstDayOf(month), 2), '走访监测户并更新台账', '宣讲到户政策'),
      ...townships.map(sheetOf),
      listOf(next, onDay(2), '逐户标注已落实政策', '摸排务工就业需求'),
    ],
    [
      act(
        onDay(4),
        stationing,
        'assessments.issueBulletin',
        { number: `襄驻办〔${next.slice(0, 4)}〕${Number(next.slice(5))}号` },
        of,
      ),
    ],
  ];
}

function scoreOf(cadre: string, index: number): { task: number; presence: number } {
  const number = Number(cadre.slice(1));
  return number === 1
    ? { task: 53, presence: 60 }
    : { task: 72 + ((number * 13 + index) % 27), presence: 80 + ((number * 7) % 20) };
}

/** C-3.7, C-3.3, C-2.2: one absence with its reminder, one without, a leave, some training. */
function cadreStory(cadres: readonly DemoCadre[], posted: CivilDate, today: CivilDate): DemoAct[] {
  const [absent, unreminded, onLeave, ...others] = cadres.slice(3, 9);
  if (absent === undefined || unreminded === undefined || onLeave === undefined) return [];
  const secretary = ({ village }: DemoCadre): string => officeId('village-party-secretary', village);
  const party = ({ township }: DemoCadre): string => officeId('party-committee', township);
  const on = (days: number): CivilDate => laterOf(addDays(today, -days), posted);
  return [
    act(on(9), secretary(absent), 'postings.absence', { note: '午后不在岗，未请假' }, { case: `$${absent.id}` }),
    act(
      on(8),
      party(absent),
      'postings.recordReminder',
      { absenceOn: on(9), note: '已当面提醒' },
      { case: `$${absent.id}` },
    ),
    act(on(2), secretary(unreminded), 'postings.absence', { note: '未参加工作例会' }, { case: `$${unreminded.id}` }),
    act(
      on(5),
      party(onLeave),
      'postings.leave',
      { from: addDays(today, -4), to: addDays(today, -2), reason: '家中有事' },
      { case: `$${onLeave.id}` },
    ),
    ...others.map((cadre) =>
      act(on(12), stationing, 'postings.training', { days: 3, level: 'county' }, { case: `$${cadre.id}` }),
    ),
  ];
}
