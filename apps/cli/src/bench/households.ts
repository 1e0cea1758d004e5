import { demoHouseholds, type DemoHousehold } from '@duban/contracts/demo-county';
import { routeOf } from '@duban/contracts/operation-groups';
import { countyOf, officeId } from '@duban/policy/base/office';
import { reportBody } from '../rehearsal/demo-routine';
import type { Timed } from './rates';
import type { Offices } from './offices';

export const partyOf = ({ township }: DemoHousehold): string => officeId('party-committee', township);
export const villageOf = ({ village }: DemoHousehold): string => officeId('village-committee', village);
const bureauOf = ({ village }: DemoHousehold): string => officeId('revitalization-bureau', countyOf(village));

/** Households of which no two have the same id in one run of the benchmark. */
export function nextHouseholds(count: number): DemoHousehold[] {
  return demoHouseholds(count).map((household) => ({ ...household, id: `B${(made += 1)}` }));
}
let made = 0;

/** a lead comes in, and the case is opened. */
export const report = (
  offices: Offices,
  household: DemoHousehold,
  more: Record<string, unknown> = {},
): Promise<{ caseId: string }> => offices.send(partyOf(household), 'households', { ...reportBody(household), ...more });

/** The five acts of that follow a lead, one after the other. */
export async function helpHousehold(
  offices: Offices,
  household: DemoHousehold,
  caseId: string,
  timed: Timed,
): Promise<void> {
  const measures = [
    { kind: 'development', type: 'industry', what: '发展庭院经济' },
    { kind: 'safety-net', type: 'subsistence-allowance', what: '纳入低保' },
  ];
  const acts: [string, string, Record<string, unknown>][] = [
    [villageOf(household), 'villageReview', {}],
    [partyOf(household), 'townshipCheck', {}],
    [bureauOf(household), 'identify', { labour: 'full', wishesToWork: true, wholeHouseholdWithoutLabour: false }],
    [partyOf(household), 'plan', { causes: ['缺少稳定收入'], measures }],
    [partyOf(household), 'measures', { measures, tagged: true }],
  ];
  for (const [office, operation, body] of acts)
    await timed(() => offices.send(office, `households/${caseId}/${routeOf(operation)}`, body));
}

/** Every office that will speak has its token before anything is measured. */
export async function fetchTokens(offices: Offices): Promise<void> {
  await Promise.all(
    demoHouseholds(60).flatMap((household) => [partyOf, villageOf, bureauOf].map((of) => offices.token(of(household)))),
  );
}
