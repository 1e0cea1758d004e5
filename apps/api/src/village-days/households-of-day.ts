import type { HouseholdOfDay } from '@duban/contracts/answers/village-days';
import type { SaidDay } from '@duban/persistence/village-days';
import type { HouseholdOnList, RollPart } from '@duban/policy/processes/duty-sheet/duty-acts';

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
  const isThen = (one: { village: string; from: string; to: string | null }): boolean =>
    one.village === village && one.from <= on && (one.to === null || on <= one.to);
  const watched = new Set(monitored.filter(isThen).map(({ household }) => household));
  const enrolled = new Set(roll.filter(isThen).flatMap(({ households }) => households));
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
