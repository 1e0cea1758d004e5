import { lastDayOf } from '@duban/policy/dates/civil-date';
import { numberOf, textOf } from '../../registers/known-entries';
import type { RegisterRow } from '@duban/contracts/answers/registers';

/** A person in a post in a month: what was attended and paid, and what the post pays. */
export interface MonthLine {
  territory: string;
  worker: string;
  post: string;
  postName: string;
  wage: number;
  days: number | null;
  paid: number | null;
}

/** Everybody on post in a month, by village and post. */
export function monthLines(
  posts: readonly RegisterRow[],
  holders: readonly RegisterRow[],
  attendance: readonly RegisterRow[],
  pay: readonly RegisterRow[],
  month: string,
): MonthLine[] {
  const isOf = (one: RegisterRow, holder: RegisterRow): boolean =>
    textOf(one, 'worker') === textOf(holder, 'worker') &&
    textOf(one, 'post') === textOf(holder, 'post') &&
    textOf(one, 'month') === month;
  return holders
    .filter(
      (holder) =>
        textOf(holder, 'from') <= lastDayOf(month) &&
        (textOf(holder, 'to') === '' || textOf(holder, 'to') >= `${month}-01`),
    )
    .map((holder) => {
      const post = posts.find((one) => textOf(one, 'post') === textOf(holder, 'post'));
      const attended = attendance.filter((one) => isOf(one, holder));
      const paid = pay.find((one) => isOf(one, holder));
      return {
        territory: holder.territory,
        worker: textOf(holder, 'worker'),
        post: textOf(holder, 'post'),
        postName: post === undefined ? '' : textOf(post, 'name'),
        wage: post === undefined ? 0 : numberOf(post, 'wage'),
        days: attended.length === 0 ? null : attended.reduce((sum, one) => sum + numberOf(one, 'days'), 0),
        paid: paid === undefined ? null : numberOf(paid, 'yuan'),
      };
    })
    .sort((one, other) =>
      one.territory + one.post + one.worker < other.territory + other.post + other.worker ? -1 : 1,
    );
}

/** Who is in a post today. */
export const isHolding = (holder: RegisterRow, today: string): boolean =>
  textOf(holder, 'from') <= today && (textOf(holder, 'to') === '' || textOf(holder, 'to') >= today);
