import { groupOf } from '@duban/contracts/operation-groups';
import { rehearsedKindOf } from '@duban/contracts/rehearsals';
import type { NewRehearsalEvent } from '@duban/persistence/rehearsal-events';
import { handRegister } from '@duban/policy/registers/hand-registers';
import { chineseDate, civilDateOf, daysBetween, instantOf } from '@duban/policy/dates/civil-date';
import type { DueDate } from './read-events';
import type { Rehearsal } from './rehearsal';
import type { RefusedAct } from './scenario-run';
import { operationOf } from './scenario';
import type { RehearsedEvent } from './timeline';

/** Everything a rehearsal shows, in the order of its days: what happened, what fell due, and what was refused. */
export function eventRows({
  events,
  dueDates,
  refused,
}: Pick<Rehearsal, 'events' | 'dueDates' | 'refused'>): NewRehearsalEvent[] {
  const rows = [...events.map(happened), ...refused.map(refusal), ...dueDates.map(fellDue)];
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => (a.row.at < b.row.at ? -1 : a.row.at > b.row.at ? 1 : a.index - b.index))
    .map(({ row }) => row);
}

function happened({ at, on, subject, process, kind, clause, recipients, detail }: RehearsedEvent): NewRehearsalEvent {
  const { rung } = (detail.data ?? {}) as { rung?: number };
  const shownKind = rehearsedKindOf({ name: kind, process, by: detail.by, rung });
  return {
    day: on,
    at: new Date(at).toISOString(),
    kind: shownKind,
    name: kind,
    process,
    caseId: subject,
    clause,
    by: detail.by,
    recipients,
    what: process === 'register' ? entered(subject, kind, detail.what) : detail.what,
  };
}

const entries: Readonly<Record<string, string>> = { enter: '登记', correct: '更正', withdraw: '撤回' };

/** An entry of a register by the register's name, and the reason where one was given; its content is no line to be read. */
function entered(subject: string, action: string, what: string): string {
  const title = handRegister(subject.split(':')[1] ?? '')?.title ?? '手工台账';
  return `${entries[action] ?? '登记'}“${title}”${what.startsWith('{') ? '' : `：${what}`}`;
}

function fellDue({ caseId, process, clause, what, owner, due, metOn }: DueDate): NewRehearsalEvent {
  const late = metOn === null ? 0 : daysBetween(due, metOn);
  const standing = metOn === null ? '推演期内未办结' : late > 0 ? `逾期${late}天办结` : `${chineseDate(metOn)}已办结`;
  return {
    day: due,
    at: instantOf(due, '23:59'),
    kind: 'deadline-due',
    name: 'deadline-due',
    process,
    caseId,
    clause,
    by: 'system',
    recipients: [owner],
    what: `${what}：今日24时到期（${standing}）`,
  };
}

function refusal({ at, act, caseId, clause, detail }: RefusedAct): NewRehearsalEvent {
  const operation = operationOf(act);
  const process = operation !== undefined && 'group' in operation ? operation.group.process : 'register';
  return {
    day: civilDateOf(at),
    at,
    kind: 'refused',
    name: act.do,
    process,
    caseId,
    clause,
    by: act.as,
    recipients: [act.as],
    what: `退回“${titleOf(act.do)}”：${detail}`,
  };
}

function titleOf(operation: string): string {
  const [resource = '', name = ''] = operation.split('.');
  const group = groupOf(resource);
  return (group?.opening?.name === name ? group.opening.title : group?.operations[name]?.title) ?? operation;
}
