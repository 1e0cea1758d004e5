import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { ScenarioAct } from '../rehearsal/scenario';

/** An act of a story, in the words of scenarios: every one of them is admitted. */
export type DemoAct = Omit<ScenarioAct, 'refused'>;

export const act = (
  on: CivilDate,
  as: string,
  what: string,
  body: Record<string, unknown>,
  more: Partial<DemoAct> = {},
): DemoAct => ({
  on,
  as,
  do: what,
  with: body,
  ...more,
});
