import { sampleCadres, sampleHouseholds, sampleTownships, sampleVillages, type SampleCadre, type SampleHousehold } from '@duban/contracts/sample-county';
import { caseId } from '@duban/policy/case/case-id';
import { addDays, addToMonth, firstDayOf, monthOf, type CivilDate, type Month } from '@duban/policy/dates/civil-date';
import type { DispatchLeads } from '@duban/policy/dispatch/policy-areas';
import { basePolicy, settingsOf, type Settings } from '@duban/policy/settings/policy-set';
import { countyOf, officeId, townshipOf, type Territory } from '@duban/policy/case/office';
import { dutyActs } from './sample-duties';
import { supervisionActs } from './sample-supervision';
import type { Scenario, ScenarioAct } from './scenario';

const stationingOf = (place: Territory): string => officeId('stationing-office', countyOf(place));
const partyOf = (township: Territory): string => officeId('party-committee', township);

/** The ordinary half-year of a county: everybody is posted, households are found and helped, every month is scored; some are late. */
export function sampleActs(scenario: Scenario): ScenarioAct[] {
  const { sample, start, until } = scenario;
  if (sample === undefined) return [];
  const townships = sampleTownships(sample.county).slice(0, sample.townships);
  const villages = sampleVillages(sample.county).filter((village) => townships.includes(townshipOf(village)));
  const cadres = sampleCadres(sample.cadres, Number(start.slice(0, 4)), villages);
  const acts = [
    startOfCycle(sample.county, start),
    ...cadres.map((cadre) => posting(cadre, start)),
    ...sampleHouseholds(sample.households, villages).flatMap((household, index) => householdStory(household, index, start)),
    ...Array.from({ length: sample.months }, (_, index) => monthStory(addToMonth(monthOf(start), index), index, townships, cadres)).flat(),
    ...absences(cadres, start),
    ...(sample.duties ? dutyActs(sample.county, cadres, { from: start, to: until }) : []),
    ...(sample.supervision ? supervisionActs(sample.county, cadres, { from: start, to: until }, leadsOf(scenario)) : []),
  ];
  return acts.filter((act) => act.on.slice(0, 10) <= until && act.on.slice(0, 10) >= start);
}

const leadsOf = ({ settings }: Scenario): DispatchLeads => settingsOf({ ...basePolicy, changes: settings as Partial<Settings> }).dispatchLeads;

const act = (on: string, as: string, what: string, body: Record<string, unknown>, more: Partial<ScenarioAct> = {}): ScenarioAct => ({
  on,
  as,
  do: what,
  with: body,
  ...more,
});

const startOfCycle = (county: Territory, start: CivilDate): ScenarioAct =>
  act(`${start} 08:00`, 'leading-group-office:14', 'cycles.start', { province: '14', year: Number(start.slice(0, 4)), title: '专项行动', counties: [county] });

/** C-2.1: a posting with its selection check. */
export function postingBody(cadre: SampleCadre, postedOn: CivilDate): Record<string, unknown> {
  const { bornOn, education, annualAssessments, identity, role, senderLevel, unit, village } = cadre;
  return { cadreId: cadre.id, village, unit, senderLevel, role, postedOn, bornOn, education, identity, annualAssessments };
}

const posting = (cadre: SampleCadre, on: CivilDate): ScenarioAct =>
  act(`${on} 08:10`, stationingOf(cadre.village), 'postings.post', postingBody(cadre, on), { name: cadre.id });

/** the lead of a household. */
export const reportBody = (household: SampleHousehold): Record<string, unknown> => ({
  householdId: household.id,
  village: household.village,
  kind: household.kind,
  source: household.source,
  settlement: household.settlement,
  ...(household.features.length > 0 ? { features: household.features } : {}),
});

/** found, identified in 15 days, planned in 10, helped in 25; of every ten households one is late at each of the three steps. */
function householdStory(household: SampleHousehold, index: number, start: CivilDate): ScenarioAct[] {
  const reported = addDays(start, (index * 2) % 60);
  const identified = addDays(reported, index % 10 === 0 ? 20 : 14);
  const planned = addDays(identified, index % 10 === 1 ? 12 : 9);
  const helped = addDays(identified, index % 10 === 2 ? 29 : 22);
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

/** C-3.5: task list on the 3rd, sheets on the 3rd of the next month (one township late in one month), bulletin on the 4th. */
function monthStory(month: Month, index: number, townships: readonly Territory[], cadres: readonly SampleCadre[]): ScenarioAct[] {
  const next = addToMonth(month, 1);
  const county = countyOf(townships[0] ?? '');
  const stationingOffice = stationingOf(county);
  const assessment = { case: caseId('monthly-assessment', county, month) };
  const lateTownship = townships[(index * 3) % townships.length];
  const isLateMonth = index % 3 === 2;
  const sheets = townships.map((township) => {
    const scores = cadres.filter((cadre) => cadre.township === township).map((cadre) => ({ cadre: cadre.id, ...scoreOf(cadre, index) }));
    const day = isLateMonth && township === lateTownship ? dayOf(next, 9) : dayOf(next, 3);
    return act(day, partyOf(township), 'scores.scoreAll', { scores }, { case: caseId('township-scores', township, month) });
  });
  return [
    act(dayOf(month, 3), stationingOffice, 'assessments.issueTaskList', { items: [{ what: '走访监测户并更新台账' }, { what: '宣讲到户政策' }] }, assessment),
    ...sheets,
    act(
      dayOf(next, isLateMonth ? 10 : 4),
      stationingOffice,
      'assessments.issueBulletin',
      { number: `襄驻办〔${next.slice(0, 4)}〕${Number(next.slice(5))}号` },
      assessment,
    ),
  ];
}

const dayOf = (month: Month, day: number): CivilDate => addDays(firstDayOf(month), day - 1);

/** Most do well and change places; two are at the bottom two months running. */
function scoreOf(cadre: SampleCadre, monthIndex: number): { task: number; presence: number } {
  const number = Number(cadre.id.slice(1));
  if (number <= 2 && monthIndex < 2) return { task: 52 + number, presence: 60 };
  return { task: 72 + ((number * 13 + monthIndex * 29) % 27), presence: 80 + ((number * 7 + monthIndex * 11) % 20) };
}

/** C-3.7: one cadre is absent once and reminded, another twice. */
function absences(cadres: readonly SampleCadre[], start: CivilDate): ScenarioAct[] {
  const [once, twice] = [cadres[4], cadres[7]];
  if (once === undefined || twice === undefined) return [];
  const absent = (cadre: SampleCadre, after: number): ScenarioAct[] => [
    act(addDays(start, after), officeId('village-party-secretary', cadre.village), 'postings.absence', {}, { case: `$${cadre.id}` }),
    act(addDays(start, after + 2), partyOf(cadre.township), 'postings.recordReminder', { absenceOn: addDays(start, after) }, { case: `$${cadre.id}` }),
  ];
  return [...absent(once, 20), ...absent(twice, 25), ...absent(twice, 70)];
}
