import { routeOf } from '@duban/contracts/operation-groups';
import type { Operation, OperationGroup } from '@duban/contracts/operation';
import { citation, type ClauseId } from '@duban/policy/base/clauses/clauses';
import { grantNames, isGranted, type Window } from '@duban/policy/case/admission';
import type { CaseFile } from '@duban/policy/case/case';
import { chineseDate, type CivilDate } from '@duban/policy/dates/civil-date';
import { rulesOf } from '@duban/policy/manifest/processes';
import type { Caller } from '../auth/caller';
import { withPlaces } from '../names/in-brackets';

/** An operation on a case as a screen shows it: a button, or why there is none. */
export interface OfferedAct {
  name: string;
  /** Path to post it to. */
  route: string;
  summary: string;
  clause: ClauseId;
  citation: string;
  isOffered: boolean;
  reason: string | null;
  reasonClause: ClauseId | null;
  /** What will be answered although it is offered: 已由…办结，本次登记作为补充记录. */
  hint: string | null;
  /** Between which days it may be dated; `null` where it is not offered. */
  firstDay: CivilDate | null;
  lastDay: CivilDate | null;
  byNames: string;
}

export interface Situation {
  file: CaseFile;
  caller: Caller;
  today: CivilDate;
}

/** Every operation of the case's group, in the order of its table. */
export const offeredActs = (group: OperationGroup, situation: Situation): OfferedAct[] =>
  Object.entries(group.operations).map(([name, operation]) => ({
    name,
    route: `/api/v1/${group.resource}/${situation.file.caseId}/${routeOf(name)}`,
    summary: operation.title,
    clause: operation.clause,
    citation: citation(operation.clause),
    ...offerOf(group, name, situation),
    byNames: byNamesOf(operation),
  }));

const byNamesOf = ({ by }: Operation): string => grantNames(by);

export type ShownOffer = Pick<OfferedAct, 'isOffered' | 'reason' | 'reasonClause' | 'hint' | 'firstDay' | 'lastDay'>;

/** Whether it is offered, between which days, and why not: the rules say it, and nothing else. */
export function offerOf(group: OperationGroup, name: string, { file, caller, today }: Situation): ShownOffer {
  const { by: granted, clause: own } = group.operations[name] as Operation;
  if (!isGranted(caller.office, granted)) return notOffered(`应由${grantNames(granted)}办理。`, own);
  const by = { office: caller.office, ...(caller.person !== undefined && { person: caller.person }) };
  const offer = rulesOf(group.process).offer(file, name, { by, today });
  if (!offer.isOffered) {
    const { detail, clause } = offer.refusal;
    return notOffered(withPlaces(detail), clause);
  }
  const { window, told } = offer;
  const hint = told ?? belatedOnly(window, today);
  return {
    isOffered: true,
    reason: null,
    reasonClause: null,
    hint: hint === undefined ? null : withPlaces(hint),
    firstDay: window.first.on,
    lastDay: window.last.on,
  };
}

const notOffered = (reason: string, reasonClause: ClauseId): ShownOffer => ({
  isOffered: false,
  reason,
  reasonClause,
  hint: null,
  firstDay: null,
  lastDay: null,
});

/** What cannot happen today any more, and may still be recorded of days before. */
const belatedOnly = ({ last }: Window, today: CivilDate): string | undefined =>
  last.on < today
    ? `今天发生的不能登记：${last.why ?? `${last.what}是${chineseDate(last.on)}`}；补登以前日期的，可以登记。`
    : undefined;
