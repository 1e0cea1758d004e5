import type { CivilDate } from '../dates/civil-date';
import { textOf, type RegisterEntry } from './register-rules';

/** Who holds a post on a day. */
export const holding = (entries: readonly RegisterEntry[], on: CivilDate): RegisterEntry[] =>
  entries.filter(
    (holder) => textOf(holder, 'from') <= on && (textOf(holder, 'to') === '' || textOf(holder, 'to') >= on),
  );

/** Do two holdings share a day? */
export const overlap = (one: RegisterEntry, other: RegisterEntry): boolean =>
  textOf(one, 'from') <= (textOf(other, 'to') || '9999') && textOf(other, 'from') <= (textOf(one, 'to') || '9999');
