import type { Territory } from '@duban/policy/base/office';
import type { CivilDate } from '@duban/policy/dates/civil-date';

/** Where the demo's story takes place, and the day up to which it is told. */
export interface StoryPlace {
  county: Territory;
  townships: readonly Territory[];
  villages: readonly Territory[];
  today: CivilDate;
}
