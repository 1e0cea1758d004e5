import type { Territory } from '../../base/office';
import { actsOf } from '../../case/act-order';
import type { CaseFile } from '../../case/case';
import { earlierOf, laterOf, type CivilDate } from '../../dates/civil-date';
import type { CycleOpening, SupervisionCycleBodies } from './supervision-cycle-acts';

export type CycleFile = CaseFile<CycleOpening, SupervisionCycleBodies>;

/** What the rules of a cycle are about. */
export interface SupervisionCycle {
  opening: CycleOpening;
  facts: CycleFacts;
  bodies: SupervisionCycleBodies;
}

/** Clause A-0: a cycle read in the order of its dates. */
export interface CycleFacts {
  /** The day each county takes part from. */
  counties: ReadonlyMap<Territory, CivilDate>;
  /** The last day: of the year, or that of an early closing. */
  end: CivilDate;
  /** How it ended; it runs while neither has been said. */
  outcome?: 'year-end' | 'closed-early';
}

/** All that is known of a cycle. */
export function readCycle(file: CycleFile): CycleFacts {
  const [closed] = actsOf(file.acts, 'close');
  const isYearOver = actsOf(file.acts, 'yearEnded').length > 0;
  const last = cycleEnd(file.opening);
  return {
    counties: joiningDays(file),
    end: closed === undefined ? last : earlierOf(closed.occurredOn, last),
    ...(closed !== undefined ? { outcome: 'closed-early' } : isYearOver && { outcome: 'year-end' }),
  };
}

/** The day a cycle begins to bind: never before it was opened. */
export const cycleStart = ({ opening, openedOn }: Pick<CycleFile, 'opening' | 'openedOn'>): CivilDate =>
  laterOf(openedOn, opening.startsOn ?? openedOn);

/** Clause A-0 [campaign]: 31 December of the year. */
export const cycleEnd = ({ year }: Pick<CycleOpening, 'year'>): CivilDate => `${year}-12-31`;

function joiningDays(file: CycleFile): Map<Territory, CivilDate> {
  const start = cycleStart(file);
  const days = new Map(file.opening.counties.map((county) => [county, start]));
  for (const { body, occurredOn } of actsOf(file.acts, 'addCounty')) {
    if (!days.has(body.county)) days.set(body.county, laterOf(start, occurredOn));
  }
  return days;
}
