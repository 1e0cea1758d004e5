import { addToMonth, monthOf } from '@duban/policy/dates/civil-date';
import type { Width } from './console-browser';

/** A page as an office sees it. `show` makes a picture for the guided tour. */
export interface VisitedPage {
  name: string;
  as: string;
  path: string;
  /** The route in `apps/console/src/pages/routes.ts`. */
  route: string;
}

const county = '襄垣县巩固衔接办';
const province = '山西省巩固衔接办';
const stationing = '襄垣县驻村办';
const township = '古韩镇党委';
const villageSecretary = '西垴头村党组织书记';

/** Every page of the console, with somebody who works on it. */
export const visitedPages = (month: string, year: string): readonly VisitedPage[] => [
  { name: 'home-township', as: township, path: '/', route: '/' },
  { name: 'home-province', as: province, path: '/', route: '/' },
  { name: 'messages', as: township, path: '/messages', route: '/messages' },
  { name: 'cockpit', as: province, path: '/cockpit', route: '/cockpit' },
  { name: 'households', as: county, path: '/households', route: '/households' },
  { name: 'household', as: township, path: '/households/household:140423100:H011:1', route: '/households/:caseId' },
  { name: 'listings', as: province, path: '/listings', route: '/listings' },
  { name: 'listing', as: province, path: '/listings/listing:140423:1', route: '/listings/:caseId' },
  { name: 'month-scores', as: township, path: `/months?month=${month}`, route: '/months' },
  { name: 'month-county', as: stationing, path: `/months?month=${month}`, route: '/months' },
  { name: 'cadres', as: stationing, path: '/cadres', route: '/cadres' },
  { name: 'cadre', as: stationing, path: '/cadres/posting:140423100:C004:1', route: '/cadres/:caseId' },
  { name: 'duties', as: township, path: '/duties', route: '/duties' },
  { name: 'village-day', as: villageSecretary, path: '/village-day', route: '/village-day' },
  { name: 'dispatches', as: county, path: '/dispatches', route: '/dispatches' },
  { name: 'bulletins', as: county, path: '/bulletins', route: '/bulletins' },
  { name: 'interviews', as: province, path: '/interviews', route: '/interviews' },
  { name: 'inspections', as: stationing, path: '/inspections', route: '/inspections' },
  {
    name: 'inspection',
    as: stationing,
    path: '/inspections/inspection:140423:flight-check:1',
    route: '/inspections/:caseId',
  },
  { name: 'problems', as: stationing, path: '/problems', route: '/problems' },
  { name: 'problem', as: stationing, path: '/problems/problem:140423100204:1', route: '/problems/:caseId' },
  { name: 'contests', as: province, path: '/contests', route: '/contests' },
  { name: 'subsidies', as: township, path: '/subsidies', route: '/subsidies' },
  { name: 'posts', as: township, path: '/posts', route: '/posts' },
  { name: 'workshops', as: county, path: '/workshops', route: '/workshops' },
  { name: 'registers', as: county, path: '/registers', route: '/registers' },
  { name: 'register', as: township, path: '/registers/publicity', route: '/registers/:kind' },
  { name: 'dispatch', as: county, path: `/dispatches/dispatch:140423:${month}-H2`, route: '/dispatches/:caseId' },
  { name: 'bulletin', as: county, path: `/bulletins/work-bulletin:140423:${month}`, route: '/bulletins/:caseId' },
  {
    name: 'interview',
    as: province,
    path: '/interviews/area-interview:140423:party-committee:1',
    route: '/interviews/:caseId',
  },
  { name: 'contest', as: province, path: `/contests/contest:14:${year}`, route: '/contests/:caseId' },
  { name: 'subsidy', as: township, path: `/subsidies/subsidies:140423100:${year}`, route: '/subsidies/:caseId' },
  { name: 'cycle', as: province, path: `/cycles/cycle:14:${year}`, route: '/cycles/:caseId' },
  { name: 'cycles', as: province, path: '/cycles', route: '/cycles' },
  { name: 'policy', as: province, path: '/policy', route: '/policy' },
  { name: 'rehearsals', as: county, path: '/rehearsals', route: '/rehearsals' },
  { name: 'clauses', as: county, path: '/clauses', route: '/clauses' },
  { name: 'system', as: province, path: '/system', route: '/system' },
  { name: 'accountabilities', as: province, path: '/accountabilities', route: '/accountabilities' },
  { name: 'case', as: stationing, path: `/cases/assessment:140423:${month}`, route: '/cases/:caseId' },
];

/** Every page as it stands now: the month before this one is the last that was scored. */
export function pagesNow(): readonly VisitedPage[] {
  const now = new Date().toISOString();
  return visitedPages(addToMonth(monthOf(now), -1), now.slice(0, 4));
}

export const bothWidths: readonly Width[] = ['desk', 'phone'];
