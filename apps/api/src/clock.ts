import { civilDateOf, type CivilDate, type Instant } from '@duban/policy/dates/civil-date';

export const CLOCK = Symbol('clock');

/** What time it is for the api: the wall clock, or in a rehearsal the scenario's. */
export interface Clock {
  now(): Instant;
}

export const wallClock: Clock = { now: () => new Date().toISOString() };

export const todayOf = (clock: Clock): CivilDate => civilDateOf(clock.now());
