import { officeId, type Territory } from '../../base/office';
import type { NoticeSpec } from '../../case/case';
import { addDays, chineseDate, type CivilDate } from '../../dates/civil-date';
import { isDayOf } from '../../dates/natural-period';
import { coveredLists, isCoveredList, type CoveredList } from '../../settings/duty-bound';
import { dutyRows, type DutyRow } from '../../settings/duty-rows';
import type { HouseholdOnList } from './duty-acts';
import type { DutySheetFile, SheetFacts } from './duty-facts';
import type { People } from './duty-owers';
import type { VillageDay, VillageDayBody } from './village-day';

/** Said of a village instead of its households: nobody can say who was not visited. */
export const noRoll = '花名册未建';

/** Clause C-2.3: a village's households on a list on a day. */
export function householdsOn(
  list: CoveredList,
  { households, roll }: Pick<People, 'households' | 'roll'>,
  at: Place,
): string[] {
  return list === 'household-roll'
    ? roll.filter((part) => isThere(part, at)).flatMap((part) => part.households)
    : households.filter((one) => isThere(one, at)).map(({ household }) => household);
}

interface Place {
  village: Territory;
  on: CivilDate;
}

const isThere = (one: Pick<HouseholdOnList, 'village' | 'from' | 'to'>, { village, on }: Place): boolean =>
  one.village === village && isDayOf(one, on);

/** Where the lists know a household, on whatever day. */
export function villagesOfHouseholds(people: People): ReadonlyMap<string, readonly Territory[]> {
  const before = known.get(people);
  if (before !== undefined) return before;
  const villages = new Map<string, Territory[]>();
  const add = (household: string, village: Territory): unknown =>
    villages.set(household, [...(villages.get(household) ?? []), village]);
  for (const { household, village } of people.households) add(household, village);
  for (const { households, village } of people.roll) for (const household of households) add(household, village);
  known.set(people, villages);
  return villages;
}
const known = new WeakMap<People, ReadonlyMap<string, readonly Territory[]>>();

/** Visited on a village's day and on no list at all; counted as soon as they are on one. */
export const householdsUnknown = (people: People, { visits = [] }: VillageDayBody): string[] =>
  visits.map(({ household }) => household).filter((household) => !villagesOfHouseholds(people).has(household));

/** Days with households that no list knows: the lists are read again for each. */
export const daysWithUnknown = ({ days, people }: Pick<SheetFacts, 'days' | 'people'>): VillageDay[] =>
  days.filter(({ by, body }) => by !== 'system' && householdsUnknown(people, body).length > 0);

/** How long a household may take to come onto a list before whoever named it is asked to look again. */
const daysToEnlist = 7;

/** Clause C-2.3: what was said of a household that is on no list counts for nothing, and whoever said it is told so, once for each entry. */
export const unknownHouseholdNotices = (facts: Pick<SheetFacts, 'days' | 'people'>): NoticeSpec[] =>
  daysWithUnknown(facts).flatMap(({ entry, on, by, body }) =>
    by === 'system'
      ? []
      : {
          key: `unknown-households:${entry}`,
          clause: 'C-2.3',
          on: addDays(on, daysToEnlist),
          to: by,
          kind: 'repair',
          title: `走访登记待核对（第${entry}号）`,
          text: `${chineseDate(on)}登记走访的${householdsUnknown(facts.people, body)
            .map((household) => `〔${household}〕`)
            .join('、')}不在农户花名册和监测户名单中，未计入；请补登农户花名册，或更正编号后重新登记当日工作。`,
        },
  );

/** How long villages have to make their list before they are told that a duty cannot be done without it. */
const daysToMakeList = 7;

/** Clause C-2.3: villages whose list has not been made; each village's secretary is told, and the township which villages they are. */
export function missingListNotices({ opening, openedOn }: DutySheetFile, { lines }: SheetFacts): NoticeSpec[] {
  const missing = lines.filter(({ duty, toCover }) => toCover.length === 0 && isNeverEmpty(duty));
  const [first] = missing;
  if (first === undefined) return [];
  const { covers, what, clause } = dutyRows[first.duty] as DutyRow;
  if (!isCoveredList(covers)) return [];
  const villages = [...new Set(missing.map(({ ower }) => ower))];
  const list = coveredLists[covers];
  const rest = `${list}未建，${first.period.name}“${what}”无从核对，不能算完成；请在“其他台账”的“${list}”登记全村农户。`;
  const common = { clause, on: addDays(openedOn, daysToMakeList), kind: 'repair', title: `${list}未建` } as const;
  return [
    ...villages.map((village) => ({
      ...common,
      key: `no-list:${village}`,
      to: officeId('village-party-secretary', village),
      text: `本村${rest}`,
    })),
    {
      ...common,
      key: 'no-list',
      to: officeId('party-committee', opening.territory),
      text: `${villages.map((village) => `〔${village}〕`).join('、')}${rest}`,
    },
  ];
}

const isNeverEmpty = (duty: keyof typeof dutyRows): boolean => (dutyRows[duty] as DutyRow).isNeverEmpty === true;
