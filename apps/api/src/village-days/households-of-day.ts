import type { HouseholdOfDay } from '@duban/contracts/answers/village-days';
import type { SaidDay } from '@duban/persistence/village-days';
import type { HouseholdOnList, RollPart } from '@duban/policy/processes/duty-sheet/duty-acts';
import { householdsOn } from '@duban/policy/processes/duty-sheet/duty-lists';
import type { CoveredList } from '@duban/policy/settings/duty-bound';

interface Lists {
  monitored: readonly HouseholdOnList[];
  roll: readonly RollPart[];
  days: readonly SaidDay[];
}

/** Clause C-2.3: a village's households on a day, monitored ones first, each with its last visit among the days given. */
export function householdsOfDay(
  { village, on }: { village: string; on: string },
  { monitored, roll, days }: Lists,
): HouseholdOfDay[] {
  const listed = (list: CoveredList): Set<string> =>
    new Set(householdsOn(list, { households: monitored, roll }, { village, on }));
  const [watched, enrolled] = [listed('monitored-households'), listed('household-roll')];
  const visits = new Map<string, string>();
  for (const day of days)
    for (const { household } of day.visits) if ((visits.get(household) ?? '') < day.on) visits.set(household, day.on);
  return [...new Set([...watched, ...enrolled])]
    .map((household) => ({
      household,
      isMonitored: watched.has(household),
      isOnRoll: enrolled.has(household),
      visitedOn: visits.get(household) ?? null,
    }))
    .sort(
      (one, other) => Number(other.isMonitored) - Number(one.isMonitored) || (one.household < other.household ? -1 : 1),
    );
}
