import { levelOf, territoryOf, type Level } from '../../base/office';
import { actsOf } from '../../case/act-order';
import type { Consequence } from '../../case/case';
import { dutyDone } from '../../case/duty-done';
import type { CivilDate } from '../../dates/civil-date';
import { dutyRows, type DutyId } from '../../settings/duty-rows';
import type { PostingFile } from './ladder-facts';
import { townshipOn, villageOn, type PostingFacts } from './posting-facts';

/** Clauses C-2.2 and C-2.4: training and sales help recorded on the posting fulfil the duties that ask for them. */
export const fulfilledDuties = (file: PostingFile, facts: PostingFacts): Consequence[] => [
  ...trainings(file, facts),
  ...salesHelp(file, facts),
];

/** What a township held is daily training, its own duty; from the county up it counts for the cadre's 12 days or 90 hours. A year's line goes with the cadre. */
function trainings(file: PostingFile, facts: PostingFacts): Consequence[] {
  return actsOf(file.acts, 'training').flatMap(({ sequence, occurredOn: on, body: { level, days, hours } }) => {
    const ofTownship = level === 'township';
    const territory = ofTownship ? townshipOn(facts, on) : facts.township;
    const ower = facts.opening.cadreId;
    const key = `training:${sequence}>${territory}`;
    if (ofTownship) return tell(file, facts, { duty: 'daily-training', territory, on, key, about: {} });
    const own = tell(file, facts, { duty: 'training', territory, on, key, about: { ower, amount: days, hours } });
    return level === 'county' ? [...own, ...countyTraining(file, facts, { sequence, on })] : own;
  });
}

/** Clause C-2.2: what the county held trains one of all whom it is to train by the end of June. */
const countyTraining = (
  file: PostingFile,
  facts: PostingFacts,
  { sequence, on }: { sequence: number; on: CivilDate },
): Consequence[] =>
  tell(file, facts, {
    duty: 'county-training',
    territory: facts.county,
    on,
    key: `county-training:${sequence}`,
    about: { ower: facts.opening.cadreId },
  });

const salesDuties: Partial<Record<Level, DutyId>> = {
  province: 'province-sales-help',
  city: 'city-sales-help',
  county: 'county-sales-help',
};

/** For the village the cadre was in on the day. */
function salesHelp(file: PostingFile, facts: PostingFacts): Consequence[] {
  const { unit } = facts.opening;
  const duty = salesDuties[levelOf(territoryOf(unit)) ?? 'village'];
  if (duty === undefined) return [];
  return actsOf(file.acts, 'salesHelp').flatMap(({ sequence, occurredOn: on, body: { yuan } }) =>
    tell(file, facts, {
      duty,
      territory: facts.county,
      on,
      key: `sales:${sequence}`,
      about: { unit, ower: villageOn(facts, on), amount: yuan },
    }),
  );
}

type Told = Pick<Parameters<typeof dutyDone>[1], 'territory' | 'on' | 'key' | 'about'> & { duty: DutyId };

/** Nothing is told of what the policy set does not ask. */
function tell(file: PostingFile, { settings }: PostingFacts, told: Told): Consequence[] {
  const terms = settings.duties[told.duty];
  if (terms === undefined || terms.amount === 0) return [];
  return dutyDone(file, { ...told, cadence: terms.cadence, clause: dutyRows[told.duty].clause });
}
