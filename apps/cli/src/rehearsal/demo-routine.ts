import { divisionName } from '@duban/contracts/divisions';
import {
  demoCadres,
  demoHouseholds,
  demoTownships,
  demoVillages,
  type DemoCadre,
  type DemoHousehold,
} from '@duban/contracts/demo-county';
import { caseId } from '@duban/policy/case/case-id';
import { countyOf, officeId, townshipOf, type Territory } from '@duban/policy/base/office';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import {
  addDays,
  addToMonth,
  firstDayOf,
  lastDayOf,
  laterOf,
  monthOf,
  type CivilDate,
  type Month,
} from '@duban/policy/dates/civil-date';
import { lengthOf, periodsWithin, type Span } from '@duban/policy/dates/natural-period';
import { graceOver } from '@duban/policy/processes/township-scores/township-cut';
import { selectionCheck } from '@duban/policy/processes/cadre-posting/selection-check';
import { basePolicy, settingsOf, type PolicyRef, type Settings } from '@duban/policy/settings/policy-set';
import { dutyActs } from './demo-duties';
import { demoVillagesOf, rollActs } from './demo-village-days';
import { supervisionActs } from './demo-supervision';
import type { Scenario, ScenarioAct } from './scenario';

const stationingOf = (place: Territory): string => officeId('stationing-office', countyOf(place));
const partyOf = (township: Territory): string => officeId('party-committee', township);

type Demo = NonNullable<Scenario['demo']>;

/** What the months of a county are made from. */
interface County {
  demo: Demo;
  span: Span;
  policy: PolicyRef;
  settings: Settings;
  townships: readonly Territory[];
  /** Those who pass the selection check, and so are on post. */
  cadres: readonly DemoCadre[];
}

/** The ordinary months of a county: everybody is posted, households are found and helped, every month is scored; some are late. */
export function demoActs(scenario: Scenario): ScenarioAct[] {
  const { demo, start, until } = scenario;
  if (demo === undefined) return [];
  const townships = demoTownships(demo.county).slice(0, demo.townships);
  const villages = demoVillages(demo.county).filter((village) => townships.includes(townshipOf(village)));
  const policy = { ...basePolicy, changes: scenario.settings as Partial<Settings> };
  const settings = settingsOf(policy);
  const candidates = demoCadres(demo.cadres, Number(start.slice(0, 4)), villages);
  const cadres = candidates.filter((cadre) => selectionCheck(cadre, start, settings).passed);
  const households = demoHouseholds(demo.households, villages);
  const county: County = { demo, span: { from: start, to: until }, policy, settings, townships, cadres };
  const acts = [
    ...yearsOf(county.span).map((year) => startOfCycle(demo.county, year)),
    ...candidates.map((cadre) => posting(cadre, start)),
    ...(demo.duties ? rollActs(demoVillagesOf(cadres, households), start) : []),
    ...households.flatMap((household, index) => householdStory(household, index, start, demo.lateHouseholds)),
    ...monthStories(county),
    ...absences(county),
    ...(demo.duties
      ? yearsOf(county.span).flatMap((cycle) => dutyActs(demo.county, cadres, { cycle, until, households }, settings))
      : []),
    ...(demo.supervision ? supervisionActs(demo.county, cadres, county.span, settings.dispatchLeads) : []),
  ];
  return acts.filter((act) => act.on.slice(0, 10) <= until && act.on.slice(0, 10) >= start);
}

/** The days of each year's cycle: to the end of the year, even where the rehearsal ends before it. */
const yearsOf = ({ from, to }: Span): Span[] =>
  periodsWithin('year', { from, to }).map((year) => ({ from: laterOf(year.from, from), to: year.to }));

const act = (
  on: string,
  as: string,
  what: string,
  body: Record<string, unknown>,
  more: Partial<ScenarioAct> = {},
): ScenarioAct => ({
  on,
  as,
  do: what,
  with: body,
  ...more,
});

const startOfCycle = (county: Territory, { from }: Span): ScenarioAct =>
  act(`${from} 08:00`, 'leading-group-office:14', 'cycles.start', {
    province: '14',
    year: Number(from.slice(0, 4)),
    title: '专项行动',
    counties: [county],
  });

/** C-2.1: a posting with its selection check. */
export function postingBody(cadre: DemoCadre, postedOn: CivilDate): Record<string, unknown> {
  const { bornOn, education, annualAssessments, identity, role, senderLevel, unit, village } = cadre;
  return {
    cadreId: cadre.id,
    village,
    unit,
    senderLevel,
    role,
    postedOn,
    bornOn,
    education,
    identity,
    annualAssessments,
    countyCheckedOn: addDays(postedOn, -6),
    cityCheckedOn: addDays(postedOn, -3),
  };
}

const posting = (cadre: DemoCadre, on: CivilDate): ScenarioAct =>
  act(`${on} 08:10`, stationingOf(cadre.village), 'postings.post', postingBody(cadre, on), { name: cadre.id });

/** the lead of a household. */
export const reportBody = (household: DemoHousehold): Record<string, unknown> => ({
  householdId: household.id,
  village: household.village,
  kind: household.kind,
  source: household.source,
  settlement: household.settlement,
  ...(household.features.length > 0 ? { features: household.features } : {}),
});

/** found, identified in 15 days, planned in 10, helped in 25; at each of the three steps another share of the households is late. */
function householdStory(household: DemoHousehold, index: number, start: CivilDate, lateShare: number): ScenarioAct[] {
  const reported = addDays(start, (index * 2) % 60);
  const identified = addDays(reported, isOfShare(index, lateShare) ? 20 : 14);
  const planned = addDays(identified, isOfShare(index - 1, lateShare) ? 12 : 9);
  const helped = addDays(identified, isOfShare(index - 2, lateShare) ? 29 : 22);
  const party = partyOf(household.township);
  const village = officeId('village-committee', household.village);
  const of = { case: `$${household.id}` };
  const measures = [
    household.labour === 'none'
      ? { kind: 'safety-net', type: 'subsistence-allowance', what: '纳入低保' }
      : { kind: 'development', type: 'industry', what: '发展庭院经济' },
  ];
  const { labour, wishesToWork, wholeHouseholdWithoutLabour } = household;
  return [
    act(reported, party, 'households.report', reportBody(household), { name: household.id }),
    act(addDays(reported, 4), village, 'households.villageReview', {}, of),
    act(addDays(reported, 8), party, 'households.townshipCheck', {}, of),
    act(
      identified,
      officeId('revitalization-bureau', countyOf(household.village)),
      'households.identify',
      { labour, wishesToWork, wholeHouseholdWithoutLabour },
      of,
    ),
    act(planned, party, 'households.plan', { causes: ['缺少稳定收入'], measures }, of),
    act(helped, party, 'households.measures', { measures, tagged: true }, of),
  ];
}

/** Is it one of a share of all, spread evenly, the first among them? */
function isOfShare(index: number, share: number): boolean {
  const percent = Math.round(share * 100);
  return Math.ceil(((index + 1) * percent) / 100) > Math.ceil((index * percent) / 100);
}

/** C-3.5: the months in which somebody has been on post long enough to be scored. */
function monthStories(county: County): ScenarioAct[] {
  const { from } = county.span;
  const first = lengthOf({ from, to: lastDayOf(monthOf(from)) }) >= county.settings.minimumDaysOnPost ? 0 : 1;
  const scored = Array.from({ length: Math.max(0, county.demo.months - first) }, (_, index) =>
    addToMonth(monthOf(from), first + index),
  );
  return scored.flatMap((month, index) => monthStory(month, index, county));
}

/** C-3.5: task list on the 3rd, sheets on the 3rd of the next month (some townships late in some months), bulletin on the 4th. */
function monthStory(month: Month, index: number, { demo, span, policy, townships, cadres }: County): ScenarioAct[] {
  const { county, lateTownships, lateTownshipsHow: how } = demo;
  const next = addToMonth(month, 1);
  const stationingOffice = stationingOf(county);
  const assessment = { case: caseId('monthly-assessment', county, month) };
  const lateCount = index % 3 === 2 || demo.months <= 4 ? lateTownships : 0;
  const isLate = (place: number): boolean =>
    (place - index * 3 + townships.length * demo.months * 3) % townships.length < lateCount;
  const sheets = townships.flatMap((township, place) => {
    const scores = cadres
      .filter((cadre) => cadre.township === township)
      .map((cadre) => ({ cadre: cadre.id, ...scoreOf(cadre, index, demo.lowCadres) }));
    if (scores.length === 0 || (isLate(place) && how === 'never')) return [];
    return [
      act(
        dayOf(next, isLate(place) ? 9 : 3),
        partyOf(township),
        'scores.scoreAll',
        { scores },
        { case: caseId('township-scores', township, month) },
      ),
    ];
  });
  const onTime = dayOf(next, 4);
  const missing = laterOf(dayOf(next, 10), addDays(graceOver(month, county, policy, chinaCalendar), 1));
  const issued = lateCount === 0 ? onTime : how === 'never' ? missing : dayOf(next, 10);
  return [
    act(
      laterOf(dayOf(month, 3), span.from),
      stationingOffice,
      'assessments.issueTaskList',
      { items: [{ what: '走访监测户并更新台账' }, { what: '宣讲到户政策' }] },
      assessment,
    ),
    ...sheets,
    act(
      issued,
      stationingOffice,
      'assessments.issueBulletin',
      { number: `${divisionName(county).slice(0, 1)}驻办〔${next.slice(0, 4)}〕${Number(next.slice(5))}号` },
      assessment,
    ),
  ];
}

const dayOf = (month: Month, day: number): CivilDate => addDays(firstDayOf(month), day - 1);

/** Most do well and change places; some are at the bottom two months running. */
function scoreOf(cadre: DemoCadre, monthIndex: number, lowCadres: number): { task: number; presence: number } {
  const number = Number(cadre.id.slice(1));
  if (number <= lowCadres && monthIndex < 2) return { task: 52 + (number % 18), presence: 60 };
  return { task: 72 + ((number * 13 + monthIndex * 29) % 27), presence: 80 + ((number * 7 + monthIndex * 11) % 20) };
}

/** C-3.7: one cadre is absent once and reminded, others twice; in a short rehearsal sooner. */
function absences({ demo, span, cadres }: County): ScenarioAct[] {
  const days = lengthOf(span);
  const after = (day: number, share: number): number => Math.min(day, Math.floor(days * share));
  const absent = (cadre: DemoCadre, day: number): ScenarioAct[] => [
    act(
      addDays(span.from, day),
      officeId('village-party-secretary', cadre.village),
      'postings.absence',
      {},
      { case: `$${cadre.id}` },
    ),
    act(
      addDays(span.from, day + 2),
      partyOf(cadre.township),
      'postings.recordReminder',
      { absenceOn: addDays(span.from, day) },
      { case: `$${cadre.id}` },
    ),
  ];
  const once = cadres.slice(4, 5);
  const others = [...cadres.slice(7), ...cadres.slice(0, 7)].filter(
    (cadre) => cadre !== once[0] && Number(cadre.id.slice(1)) > demo.lowCadres,
  );
  return [
    ...once.flatMap((cadre) => absent(cadre, after(20, 0.3))),
    ...others
      .slice(0, demo.absentCadres)
      .flatMap((cadre) => [...absent(cadre, after(25, 0.35)), ...absent(cadre, after(70, 0.85))]),
  ];
}
