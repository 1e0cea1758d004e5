import type { DemoCadre, DemoHousehold } from '@duban/contracts/demo-county';
import { caseId } from '@duban/policy/case/case-id';
import { officeId, townshipOf, type Territory } from '@duban/policy/base/office';
import { addDays, laterOf, type CivilDate } from '@duban/policy/dates/civil-date';
import type { NaturalPeriod, Span } from '@duban/policy/dates/natural-period';
import type { ScenarioAct } from './scenario';

/** Farm households of each village beside those that are monitored. */
const farmHouseholds = 4;
/** How long before the month's end a village says the day of its visits. */
const daysBeforeEnd = 5;

/** A village of the demo: its team, and its households by number. */
export interface DemoVillage {
  village: Territory;
  cadres: readonly string[];
  monitored: readonly string[];
  others: readonly string[];
}

/** The villages with somebody on post. */
export function demoVillagesOf(cadres: readonly DemoCadre[], households: readonly DemoHousehold[]): DemoVillage[] {
  return [...new Set(cadres.map(({ village }) => village))].map((village) => ({
    village,
    cadres: cadres.filter((cadre) => cadre.village === village).map(({ id }) => id),
    monitored: households.filter((household) => household.village === village).map(({ id }) => id),
    others: Array.from({ length: farmHouseholds }, (_, index) => `F${village.slice(-6)}-${index + 1}`),
  }));
}

const secretaryOf = (village: Territory): string => officeId('village-party-secretary', village);

/** C-2.3: each village's roll, as the cycle begins. */
export const rollActs = (villages: readonly DemoVillage[], from: CivilDate): ScenarioAct[] =>
  villages.flatMap(({ village, monitored, others }) =>
    [...monitored, ...others].map((household) => ({
      on: `${from} 08:20`,
      as: secretaryOf(village),
      do: 'registers.household-roll',
      with: { territory: village, household, from },
    })),
  );

/** C-2.3: once a month each village says the day on which it met and visited its monitored households and a third of the others. */
export const villageDayActs = (
  villages: readonly DemoVillage[],
  { id, from, to }: NaturalPeriod,
  cycle: Span,
): ScenarioAct[] =>
  villages.map(({ village, cadres, monitored, others }) => {
    const inTurn = others.filter((_, index) => index % 3 === Number(id.slice(-2)) % 3);
    return {
      on: `${laterOf(addDays(to, -daysBeforeEnd), from, addDays(cycle.from, 1))} 18:20`,
      as: secretaryOf(village),
      do: 'duties.villageDay',
      case: caseId('duty-sheet', townshipOf(village), id),
      with: {
        village,
        visits: [...monitored, ...inTurn].map((household) => ({ household, by: [...cadres] })),
        meetings: [{ kind: 'committee', attended: [...cadres] }],
      },
    };
  });
