import type { AnnualAssessment } from '@duban/policy/processes/cadre-posting/assessment-check';
import type {
  HouseholdFeature,
  HouseholdKind,
  Labour,
  LeadSource,
} from '@duban/policy/processes/household-monitoring/household-acts';
import {
  cityOf,
  countyOf,
  kindOf,
  officeId,
  provinceOf,
  territoryOf,
  townshipOf,
  type OfficeId,
  type OfficeKind,
  type Territory,
} from '@duban/policy/base/office';
import type { Education, PostingRole, SenderLevel } from '@duban/policy/processes/cadre-posting/selection-check';
import { departmentOffice, departments, type Department } from '@duban/policy/base/departments';
import { childrenOf, officeName } from './divisions';
import { demoName } from './demo-names';

/** 襄垣县, whose office forwarded the three plans (襄乡振组办发〔2023〕17号). */
export const demoCountyCode: Territory = '140423';

/** An office as the directory holds it. */
export interface DemoOffice {
  id: OfficeId;
  kind: OfficeKind;
  territory: Territory;
  name: string;
}

/** A person who would pass the selection check of C-2.1; the name is invented. */
export interface DemoCadre {
  id: string;
  name: string;
  bornOn: string;
  role: PostingRole;
  senderLevel: SenderLevel;
  education: Education;
  identity: 'ok';
  annualAssessments: AnnualAssessment[];
  unit: OfficeId;
  township: Territory;
  village: Territory;
}

/** A household with a lead (A-2.1, B-1); the name of its head is invented. */
export interface DemoHousehold {
  id: string;
  head: string;
  village: Territory;
  township: Territory;
  kind: HouseholdKind;
  source: LeadSource;
  settlement: boolean;
  labour: Labour;
  wishesToWork: boolean;
  wholeHouseholdWithoutLabour: boolean;
  features: HouseholdFeature[];
}

/** The real townships of a county; of the demo county when none is named. */
export const demoTownships = (county: Territory = demoCountyCode): readonly Territory[] => childrenOf(county);

/** Four villages of each township, township by township: real ones where the villages are listed (襄垣县), else the first four codes. */
export const demoVillages = (county: Territory = demoCountyCode): Territory[] =>
  demoTownships(county).flatMap(villagesOf);

/** Three units of the province, three of the city and six of the county. */
export const demoUnits = (county: Territory = demoCountyCode): OfficeId[] =>
  [
    ...Array<Territory>(3).fill(provinceOf(county)),
    ...Array<Territory>(3).fill(cityOf(county)),
    ...Array<Territory>(6).fill(county),
  ].map((level, index) => officeId('dispatching-unit', level, `U${padded(index + 1, 2)}`));

/** RULES 9.offices: every office of the province, the city, the county, its townships and demo villages, and the dispatching units. */
export function demoOffices(county: Territory = demoCountyCode): DemoOffice[] {
  const ids = [
    ...(['province-group', 'inspection-team'] as const).map((kind) => officeId(kind, provinceOf(county))),
    ...[provinceOf(county), cityOf(county), county].flatMap((territory) => [
      ...upperKinds.map((kind) => officeId(kind, territory)),
      ...departmentOffices(territory),
    ]),
    ...demoTownships(county).map((township) => officeId('party-committee', township)),
    ...demoVillages(county).flatMap((village) => villageKinds.map((kind) => officeId(kind, village))),
    ...demoUnits(county),
  ];
  return ids.map((id) => ({ id, kind: kindOf(id), territory: territoryOf(id), name: officeName(id) }));
}

/** Clause C-2.1: cadres `C001` … to be posted in a year; the villages take turns: first secretaries, then team leaders, then members. */
export function demoCadres(count = 120, year = 2026, villages: readonly Territory[] = demoVillages()): DemoCadre[] {
  const units = demoUnits(countyOf(villages[0] ?? demoCountyCode));
  return Array.from({ length: count }, (_, index) => {
    const place = index % villages.length;
    return demoCadre(
      index,
      Math.floor(index / villages.length),
      villages[place] ?? '',
      units[place % units.length] ?? '',
      year,
    );
  });
}

/** Clauses and B-1: households `H001` … of every kind, source and labour. */
export function demoHouseholds(count = 60, villages: readonly Territory[] = demoVillages()): DemoHousehold[] {
  return Array.from({ length: count }, (_, index) =>
    demoHousehold(index, villages[(index * 5) % villages.length] ?? ''),
  );
}

const upperKinds = [
  ...(['leading-group-office', 'revitalization-bureau', 'stationing-office', 'organization-department'] as const),
  ...(['discipline-commission', 'party-committee', 'department'] as const),
];
const departmentOffices = (territory: Territory): OfficeId[] =>
  (Object.keys(departments) as Department[])
    .filter((one) => one !== 'revitalization' && one !== 'organization')
    .map((one) => departmentOffice(one, territory));
const villageKinds = ['village-committee', 'village-party-secretary'] as const;

const educationBySender: Readonly<Record<SenderLevel, readonly Education[]>> = {
  central: ['master', 'bachelor'],
  province: ['bachelor', 'master', 'college'],
  city: ['bachelor', 'college'],
  county: ['college', 'bachelor', 'secondary'],
};

function demoCadre(index: number, turn: number, village: Territory, unit: OfficeId, year: number): DemoCadre {
  const role = turn === 0 ? 'first-secretary' : turn === 1 ? 'team-leader' : 'member';
  const senderLevel = senderLevelOf(unit);
  const age = role === 'team-leader' ? 34 + (index % 13) : 26 + ((index * 7) % 25);
  return {
    id: `C${padded(index + 1, 3)}`,
    name: demoName(index),
    bornOn: `${year - age}-${padded(1 + (index % 12), 2)}-${padded(1 + ((index * 11) % 28), 2)}`,
    role,
    senderLevel,
    education: pick(educationBySender[senderLevel], index),
    identity: 'ok',
    annualAssessments: [3, 2, 1].map((back) => ({
      year: year - back,
      grade: (index + back) % 5 === 0 ? 'excellent' : 'competent',
    })),
    unit,
    township: townshipOf(village),
    village,
  };
}

function demoHousehold(index: number, village: Territory): DemoHousehold {
  const labour = pick<Labour>(['full', 'half', 'full', 'weak', 'full', 'none'], index);
  return {
    id: `H${padded(index + 1, 3)}`,
    head: demoName(index + 500),
    village,
    township: townshipOf(village),
    kind: pick<HouseholdKind>(['unstable-out-of-poverty', 'marginal', 'sudden-hardship'], index),
    source: pick<LeadSource>(['self-report', 'cadre-check', 'department-screening', 'public-opinion'], index),
    settlement: index % 5 === 2,
    labour,
    wishesToWork: labour !== 'none' && index % 4 !== 3,
    wholeHouseholdWithoutLabour: labour === 'none' && index % 12 === 5,
    features: pick<HouseholdFeature[]>(
      [[], [], ['serious-illness'], [], ['disability'], [], ['new-subsistence-allowance']],
      index,
    ),
  };
}

function senderLevelOf(unit: OfficeId): SenderLevel {
  const { length } = territoryOf(unit);
  return length === 2 ? 'province' : length === 4 ? 'city' : 'county';
}

function villagesOf(township: Territory): Territory[] {
  const listed = childrenOf(township).filter(isVillage).slice(0, 4);
  return listed.length > 0 ? listed : [200, 201, 202, 203].map((number) => `${township}${number}`);
}

/** Villages proper have numbers from 200, communities of towns below. */
const isVillage = (code: Territory): boolean => code[9] === '2';

const pick = <Item>(items: readonly [Item, ...Item[]] | readonly Item[], index: number): Item =>
  items[index % items.length] as Item;

const padded = (value: number, length: number): string => String(value).padStart(length, '0');
