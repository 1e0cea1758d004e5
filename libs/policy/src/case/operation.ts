import type { ClauseId } from '../base/clauses/clauses';
import type { Level, OfficeKind } from '../base/office';
import type { Admission, FieldRefusal, Refusal, RefusalCode } from '../base/verdict';
import type { CivilDate } from '../dates/civil-date';
import type { PolicyRef } from '../settings/policy-set';
import type { Act, Actor, CaseFile } from './case';
import type { TextIn } from './ledger-texts';
import type { NamedGround } from './named-ground';

/** Which offices may do it: a kind and, where the clause says so, a level. */
export interface Grant {
  kind: OfficeKind;
  level?: Level;
}

/** `office('party-committee', 'township')`: the grant of an operation's row. */
export const office = (kind: OfficeKind, level?: Level): Grant => (level === undefined ? { kind } : { kind, level });

/** What a process is about: how its cases begin, what their facts amount to, and everything that can be said to them, by name. */
export interface ProcessTypes {
  opening: unknown;
  facts: unknown;
  bodies: object;
}

export type FileOf<P extends ProcessTypes> = CaseFile<P['opening'], P['bodies']>;

/** A case on a day, before anything is said: what its facts amount to, and who would say something. */
export interface Situation<P extends ProcessTypes = ProcessTypes> {
  file: FileOf<P>;
  facts: P['facts'];
  by: Actor;
  /** The civil day of recording. */
  today: CivilDate;
}

/** What is said to a case in its situation. */
export interface Saying<
  P extends ProcessTypes = ProcessTypes,
  Name extends keyof P['bodies'] = keyof P['bodies'],
> extends Situation<P> {
  act: Act<P['bodies'][Name]>;
  body: P['bodies'][Name];
  /** The civil date it took place on: `act.occurredOn`. */
  on: CivilDate;
}

/** Why a condition does not hold, in Chinese, saying what was expected and what came. */
export type Reason = string;

/** A named condition of the case's state: `undefined` where it holds. It knows nothing of the body, and nothing of the day. */
export interface Condition<S> {
  code: RefusalCode;
  reason: (situation: S) => Reason | undefined;
  /** Where another clause asks for it than the operation's own. */
  clause?: ClauseId;
}

/** `reason` says why not; nothing where the condition holds. */
export const condition = <S>(code: RefusalCode, reason: Condition<S>['reason'], clause?: ClauseId): Condition<S> =>
  clause === undefined ? { code, reason } : { code, reason, clause };

/** A day an act may not be dated before, or after, and what happened on it: 整改登记之日. `why` says the whole sentence where the day alone explains nothing. */
export interface DayBound {
  on: CivilDate;
  what: string;
  why?: string;
  /** Default: BEFORE_BEGINNING before the first, EXPIRED after the last. */
  code?: RefusalCode;
  /** Where another clause sets it than the operation's own. */
  clause?: ClauseId;
}

/** The days an act may be dated. What is not said: from the case's own beginning to the day of recording. */
export interface Days<S> {
  since?: (situation: S) => DayBound | undefined;
  until?: (situation: S) => DayBound | undefined;
  /** What happened before the case began counts too, from this day on. */
  reachesBack?: (situation: S) => DayBound | undefined;
}

/** One thing an office can do to a case: everything there is to say of it, but for the form of its body. */
export interface OfficeRow<P extends ProcessTypes, Name extends keyof P['bodies']> extends Days<Situation<P>> {
  clause: ClauseId;
  /** What it is, in Chinese. */
  title: string;
  by: readonly Grant[];
  /** Whose: beyond the case's scope (its places, villages, units), which of the offices that are granted it. */
  own?: readonly Condition<Situation<P>>[];
  /** In which state. */
  when?: readonly Condition<Situation<P>>[];
  /** Kinds of deadlines it meets or helps to meet, as their ids begin: `rectification`. */
  meets?: readonly string[];
  /** What the office is told where another has done it already: the act is then kept in the ledger as a supplement and changes nothing. */
  supplements?: (situation: Situation<P> & { on: CivilDate }) => string | undefined;
  /** Checks what depends on the body; a refusal names the field. What does not depend on the body belongs in `when`. Left out: every well-formed body is admitted. */
  judge?: (saying: Saying<P, Name>) => Admission | FieldRefusal;
  /** The ledger alone keeps it; nothing follows from it. */
  isRegisterOnly?: true;
  /** Texts that no rule reads once the act is admitted: they stay in the ledger, with the act's entry, and the case does not carry them. */
  ledgerOnly?: readonly TextIn<P['bodies'][Name]>[];
  /** Who acts must be named, not the office alone: a signature, a second check by somebody else. */
  needsPerson?: true;
  /** proposed grounds of the register that it confirms by name. */
  confirms?: (body: P['bodies'][Name]) => readonly NamedGround[];
}

/** What the system alone says: messages of other cases, answers of the ledger, its own clock. */
export interface SystemRow<P extends ProcessTypes, Name extends keyof P['bodies']> extends Pick<
  Days<Situation<P>>,
  'reachesBack'
> {
  by: 'system';
  judge?: (saying: Saying<P, Name>) => Admission | Refusal;
  /** Texts that no rule reads once it is admitted. */
  ledgerOnly?: readonly TextIn<P['bodies'][Name]>[];
}

export type Row<P extends ProcessTypes, Name extends keyof P['bodies']> = OfficeRow<P, Name> | SystemRow<P, Name>;

/** A row for everything that can be said to a case of a process. */
export type Operations<P extends ProcessTypes> = { readonly [Name in keyof P['bodies']]: Row<P, Name> };

/** Ties a table of rows to what they are about: `operations<Problem>()({ … })`. */
export const operations =
  <P extends ProcessTypes>() =>
  <const Rows extends Operations<P>>(rows: Rows): Rows =>
    rows;

/** Names of what offices do, as opposed to the system. */
export type OfficeOperation<Rows> = {
  [Name in keyof Rows]: Rows[Name] extends { by: 'system' } ? never : Name;
}[keyof Rows] &
  string;

/** What is known when a case is to be opened. */
export interface Beginning<Opening = unknown> {
  opening: Opening;
  openedOn: CivilDate;
  by: Actor;
  today: CivilDate;
  policy: PolicyRef;
  /** Why it may be older than the plan: it is taken over from before. */
  importReason?: string;
}

/** How a case begins: who opens it, for whose things, from which day, and what else is asked. */
export interface OpeningRow<Opening> extends Days<Beginning<Opening>> {
  clause: ClauseId;
  title: string;
  by: readonly Grant[] | 'system';
  /** Which of the offices that are granted it: own village, own unit. The api checks the territory before. */
  own?: readonly Condition<Beginning<Opening>>[];
  judge?: (beginning: Beginning<Opening>) => Admission | Refusal;
  /** proposed grounds of the register that it confirms by name. */
  confirms?: (opening: Opening) => readonly NamedGround[];
}
