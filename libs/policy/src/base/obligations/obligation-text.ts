import type { ClauseId } from '../clauses/clauses';

/** How it is seen that an obligation was not kept. */
export const obligationWays = {
  T: '限期事项',
  D: '经常性事项',
  R: '台账核对',
  G: '指导性要求',
} as const;
export type ObligationWay = keyof typeof obligationWays;

/** A row of OBLIGATIONS.md; all but the words is in the shorthand explained at its beginning. */
export interface ObligationText {
  clause: ClauseId;
  /** Of the law, with … for what is left out. */
  words: string;
  owes: string;
  for?: string;
  when?: string;
  shownBy?: string;
  ifNot?: string;
  way: ObligationWay;
  note?: string;
}
