import { departmentOffice } from '@duban/policy/base/departments';
import { officeId, townshipOf, type OfficeId, type Territory } from '@duban/policy/base/office';
import type { DispatchLeads } from '@duban/policy/base/policy-areas';
import { addDays, monthOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { periodsWithin, type Span } from '@duban/policy/dates/natural-period';
import type { ScenarioAct } from './scenario';

/** Whose registers are kept: villages by their townships, townships and departments by the county. */
export interface DemoPlaces {
  county: Territory;
  townships: readonly Territory[];
  villages: readonly Territory[];
}

const sheet = { cleaned: true, rubbish: true, ponds: true, manure: true, unseparated: 0 };
const openBooks = { partyAffairs: true, villageAffairs: true, finances: true };
const once = {
  governance: true,
  selections: true,
  lectures: true,
  publicity: true,
  courtyards: 6,
  bodies: true,
  lodging: true,
};

/** each month a sheet and a line of the ledger for every village, each quarter a ranking of all; of the periods that are over by the span's end. */
export function villageActs(places: DemoPlaces, span: Span, leads: DispatchLeads): ScenarioAct[] {
  return [...monthlyActs(places, span), ...rankingActs(places, span, leads)];
}

function monthlyActs({ villages }: DemoPlaces, span: Span): ScenarioAct[] {
  return periodsWithin('month', span)
    .filter(({ to }) => to <= span.to)
    .flatMap(({ id: month, to }, index) => {
      const on = addDays(to, -5);
      const isQuarterly = Number(month.slice(5)) % 3 === 0;
      const more = { ...(index === 0 && once), ...((index === 0 || isQuarterly) && openBooks) };
      return villages.flatMap((village) => {
        const by = officeId('party-committee', townshipOf(village));
        return [
          entry(on, by, 'village-sheet', { territory: village, month, ...sheet, ...more }),
          entry(on, by, 'village-ledger', { territory: village, policy: `${month}各项到户政策`, state: 'done' }),
        ];
      });
    });
}

function rankingActs({ county, townships }: DemoPlaces, span: Span, leads: DispatchLeads): ScenarioAct[] {
  const departments = [...new Set(Object.values(leads).flat())].map((one) => departmentOffice(one, county));
  const by = officeId('party-committee', county);
  return periodsWithin('quarter', span)
    .filter(({ to }) => to <= span.to)
    .flatMap(({ to }) =>
      [townships, departments].flatMap((subjects) =>
        subjects.map((subject, index) =>
          entry(addDays(to, -4), by, 'office-ranking', {
            ...{ territory: county, month: monthOf(to), subject, rank: index + 1 },
            basis: '季度政策落实评比',
          }),
        ),
      ),
    );
}

const entry = (on: CivilDate, as: OfficeId, register: string, body: Record<string, unknown>): ScenarioAct => ({
  on: `${on} 10:00`,
  as,
  do: `registers.${register}`,
  with: body,
});
