import type { Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';

/** Clause A-0 (with B-0, C-0): a province's campaign of a year. */
export interface CycleOpening {
  province: Territory;
  year: number;
  title: string;
  /** Default: the day of opening. */
  startsOn?: CivilDate | undefined;
  counties: Territory[];
  /** Tells a further cycle of the same year from the first. */
  name?: string | undefined;
}

/** Clause A-0: closing before the year's end; stops the recurring duties. */
export interface CloseBody {
  reason: string;
}

/** Clause A-0: a county joins the running cycle. */
export interface AddCountyBody {
  county: Territory;
}

/** The cycle's message to itself: its year is over. */
export interface YearEndedBody {
  year: number;
}

/** Everything that can be said to a cycle, with its body. */
export interface SupervisionCycleBodies {
  addCounty: AddCountyBody;
  close: CloseBody;
  yearEnded: YearEndedBody;
}
