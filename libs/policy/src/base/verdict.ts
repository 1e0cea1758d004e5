import type { ClauseId } from './clauses/clauses';
import type { Json } from '../base/json';

/** Every reason an act can be refused for; the API maps each to an HTTP status. */
export const refusalCodes = {
  INVALID_INPUT: 400,
  FUTURE_DATE: 422,
  BEFORE_BEGINNING: 422,
  UNKNOWN_SUBJECT: 404,
  NOT_ALLOWED: 403,
  CASE_ENDED: 409,
  WRONG_STAGE: 409,
  ALREADY_DONE: 409,
  KEY_REUSED: 409,
  DUPLICATE_SCORE: 409,
  CLOSED_PERIOD: 409,
  CONDITIONS_NOT_MET: 422,
  OUT_OF_RANGE: 422,
  SWITCHED_OFF: 422,
  TOO_EARLY: 422,
  EXPIRED: 422,
  TOO_LARGE: 413,
} as const;
export type RefusalCode = keyof typeof refusalCodes;

/** What was expected and what came, in Chinese, with the clause that asks for it. No personal data. */
export interface Refusal {
  admitted: false;
  code: RefusalCode;
  clause: ClauseId;
  detail: string;
  /** Path of the offending field in the body, when there is one: `scores.3.task`. */
  field?: string;
}

/** It hangs on one field of the body. */
export type FieldRefusal = Refusal & { field: string };

export interface Admission {
  admitted: true;
  /** Does the case need to remember the act (it changes what follows), or does the ledger suffice (a visit, a training day)? */
  keep: boolean;
  /** What the actor should know, in Chinese: 已由他人办结，本次登记留作补充记录. */
  told?: string;
  /** A structured answer: the refused elimination signature, the rank reached. */
  answer?: Json;
}

export type Verdict = Admission | Refusal;

export const admit = (more: Omit<Partial<Admission>, 'admitted'> = {}): Admission => ({
  admitted: true,
  keep: true,
  ...more,
});

/** With a field it is a refusal of what was filled in there. */
export function refuse(code: RefusalCode, clause: ClauseId, detail: string, field: string): FieldRefusal;
export function refuse(code: RefusalCode, clause: ClauseId, detail: string, field?: string): Refusal;
export function refuse(code: RefusalCode, clause: ClauseId, detail: string, field?: string): Refusal {
  return field === undefined
    ? { admitted: false, code, clause, detail }
    : { admitted: false, code, clause, detail, field };
}
