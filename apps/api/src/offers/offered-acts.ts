import { operationGroups, routeOf } from '@duban/contracts/operation-groups';
import type { Operation, OperationGroup } from '@duban/contracts/operation';
import { possibilityOf, type Possibility } from '@duban/contracts/possibility';
import type { CaseFile, ProcessName } from '@duban/policy/case/case';
import { rulesOf } from '@duban/policy/manifest/processes';
import { redeliver } from '@duban/policy/case/recorded-file';
import type { Refusal } from '@duban/policy/base/verdict';
import { citation, type ClauseId } from '@duban/policy/base/clauses/clauses';
import { chineseDate, type CivilDate } from '@duban/policy/dates/civil-date';
import { grantNames, isGranted, type Caller } from '../auth/caller';
import { withPlaces } from '../ledger/in-brackets';
import { knownTexts } from './known-texts';

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
  byNames: string;
}

export interface Situation {
  file: CaseFile;
  ended: { on: CivilDate; outcomeName: string } | null;
  caller: Caller;
  today: CivilDate;
}

/** Every operation of the case's group, in the order of its table. */
export const offeredActs = (group: OperationGroup, situation: Situation): OfferedAct[] =>
  Object.entries(group.operations).map(([name, operation]) => ({
    name,
    route: `/api/v1/${group.resource}/${situation.file.caseId}/${routeOf(name)}`,
    summary: operation.summary,
    clause: operation.clause,
    citation: citation(operation.clause),
    ...offerOf(group, name, operation, situation),
    byNames: grantNames(operation.by),
  }));

/** The first group of a process has all its operations. */
export const groupOfProcess = (process: ProcessName): OperationGroup =>
  operationGroups.find((group) => group.process === process) as OperationGroup;

type Offer = Pick<OfferedAct, 'isOffered' | 'reason' | 'reasonClause' | 'hint'>;

const offered = (hint: string | null = null): Offer => ({ isOffered: true, reason: null, reasonClause: null, hint });
const notOffered = (reason: string, reasonClause: ClauseId): Offer => ({
  isOffered: false,
  reason,
  reasonClause,
  hint: null,
});

/** Whether it is offered, and why not. */
export function offerOf(group: OperationGroup, name: string, operation: Operation, situation: Situation): Offer {
  const { caller, ended } = situation;
  if (!isGranted(caller, operation.by)) return notOffered(`应由${grantNames(operation.by)}办理。`, operation.clause);
  if (ended !== null)
    return notOffered(
      `本案已于${chineseDate(ended.on)}办结（${ended.outcomeName}），不再受理新的登记。`,
      operation.clause,
    );
  // Only the case itself knows which notices it still waits for.
  if (name === redeliver) return offered();
  const possibility = possibilityOn(group, name, operation, situation, situation.today);
  if (possibility.isPossible) return offered(possibility.told === undefined ? null : withPlaces(possibility.told));
  const { refusal } = possibility;
  const reason = withPlaces(refusal.detail);
  return mayBeBelated(refusal) && wasPossible(group, name, operation, situation)
    ? offered(`今天发生的不能登记：${reason}补登以前日期的，可以登记。`)
    : notOffered(reason, refusal.clause);
}

function possibilityOn(
  group: OperationGroup,
  name: string,
  operation: Operation,
  { file, caller, today }: Situation,
  on: CivilDate,
): Possibility {
  const rules = rulesOf(group.process);
  const by = { office: caller.office, person: 'probe-person' };
  return possibilityOf(operation.body, knownTexts(file, caller, today), (body) =>
    rules.judge(file, { key: 'probe', operation: name, occurredOn: on, by, body }, today),
  );
}

/** These say something of the day it took place on, and an act may be recorded later. */
const mayBeBelated = ({ code }: Refusal): boolean =>
  code === 'EXPIRED' || code === 'WRONG_STAGE' || code === 'CONDITIONS_NOT_MET';

const daysLookedAt = 6;

function wasPossible(group: OperationGroup, name: string, operation: Operation, situation: Situation): boolean {
  const { file, today } = situation;
  const days = [...new Set([file.openedOn, ...file.acts.map(({ occurredOn }) => occurredOn)])].filter(
    (day) => day >= file.openedOn && day < today,
  );
  return days.slice(-daysLookedAt).some((day) => {
    const possibility = possibilityOn(group, name, operation, situation, day);
    return possibility.isPossible && possibility.isSure;
  });
}
