import type { KnownDeadline } from '@duban/contracts/case-workflow';
import { chineseDate, daysBetween, type CivilDate } from '@duban/policy/dates/civil-date';
import { computeDeadline, openStandstill, type Deadline, type Rung } from '@duban/policy/dates/deadline';
import { rungsOf } from '@duban/policy/dates/ladder';
import type { CaseView } from '@duban/policy/case/case';
import { territoryOf } from '@duban/policy/base/office';
import { enter, notify, type Draft } from './draft';

/** Compares the deadlines that follow from the facts with those last known, and says what changed. */
export function settleDeadlines(draft: Draft): void {
  const following = deadlinesOf(draft);
  for (const derived of [...following, ...vanishedFrom(draft, following)]) {
    const before = draft.state.deadlines[derived.id];
    const deadline = withRecording(derived, before, draft.today);
    const after = knownForm(deadline, before?.due === deadline.due ? before.knownAt : draft.now);
    draft.state.deadlines[deadline.id] = after;
    if (before === undefined) announceStart(draft, deadline);
    else announceChanges(draft, deadline, before, after);
    if (before === undefined || differs(before, after)) draft.deadlines.push({ id: deadline.id, deadline });
  }
}

/** Deadlines that were running and no longer follow from the corrected facts, marked as dropped with the reason. */
function vanishedFrom(draft: Draft, following: readonly Deadline[]): Deadline[] {
  const ids = new Set(following.map(({ id }) => id));
  const running = Object.entries(draft.state.deadlines).filter(
    ([id, { metOn, dropped }]) => !ids.has(id) && metOn === null && !dropped,
  );
  if (running.length === 0) return [];
  const gone = new Set(running.map(([id]) => id));
  return computed(draft, draft.viewBefore())
    .filter(({ id }) => gone.has(id))
    .map((deadline) => ({ ...deadline, dropped: { on: draft.today, reason: '所依据的登记已变更' } }));
}

/** Fires, in order and once, every rung whose moment has come. */
export function fireRungs(draft: Draft): void {
  const due = pendingRungs(draft).filter(({ rung }) => rung.at <= draft.now);
  due.sort((a, b) => (a.rung.at < b.rung.at ? -1 : a.rung.at > b.rung.at ? 1 : a.rung.key < b.rung.key ? -1 : 1));
  for (const { deadline, rung } of due) fire(draft, deadline, rung);
}

/** Rungs still to come or due now, of deadlines that run. */
export function pendingRungs(draft: Draft): { deadline: Deadline; rung: Rung }[] {
  const fired = new Set(draft.state.firedRungs);
  return deadlinesOf(draft)
    .filter((deadline) => deadline.metOn === undefined && deadline.dropped === undefined)
    .flatMap((deadline) =>
      rungsOf(deadline, draft.settings)
        .filter((rung) => !fired.has(rung.key) && !isBelated(rung, draft.state.deadlines[deadline.id]))
        .map((rung) => ({ deadline, rung })),
    );
}

export const deadlinesOf = (draft: Draft): readonly Deadline[] => computed(draft, draft.view);

/** The dates of a view, made once: a view never changes. */
const made = new WeakMap<CaseView, readonly Deadline[]>();

function computed(draft: Draft, view: CaseView): readonly Deadline[] {
  const known = made.get(view);
  if (known !== undefined) return known;
  const deadlines = view.deadlines.map((spec) => computeDeadline(spec, draft.state.file.calendar));
  made.set(view, deadlines);
  return deadlines;
}

/** What was done and is recorded only now keeps its day, and says when it was recorded. */
function withRecording(deadline: Deadline, before: KnownDeadline | undefined, today: CivilDate): Deadline {
  if (deadline.metOn === undefined) return deadline;
  const recordedOn = before?.metOn === deadline.metOn ? before.recordedOn : today;
  return recordedOn === undefined || recordedOn <= deadline.metOn ? deadline : { ...deadline, recordedOn };
}

/** Is it a reminder whose time had passed before the deadline was recorded? Escalations after the due date never are (decision 4). */
const isBelated = (rung: Rung, known: KnownDeadline | undefined): boolean =>
  rung.days <= 0 && known !== undefined && rung.at < known.knownAt;

const knownForm = (deadline: Deadline, knownAt: string): KnownDeadline => ({
  due: deadline.due,
  metOn: deadline.metOn ?? null,
  dropped: deadline.dropped !== undefined,
  suspended: openStandstill(deadline) !== undefined,
  knownAt,
  ...(deadline.recordedOn !== undefined && { recordedOn: deadline.recordedOn }),
});

const differs = (a: KnownDeadline, b: KnownDeadline): boolean =>
  a.due !== b.due || a.metOn !== b.metOn || a.dropped !== b.dropped || a.suspended !== b.suspended;

function announceStart(draft: Draft, deadline: Deadline): void {
  const common = {
    clause: deadline.clause,
    detail: { deadline: deadline.id, due: deadline.due, provisional: deadline.provisional },
  };
  if (deadline.metOn !== undefined) {
    enter(draft, { ...common, kind: 'event', name: 'deadline-met', what: metText(deadline) });
    return;
  }
  if (deadline.dropped !== undefined) return;
  enter(draft, {
    ...common,
    kind: 'event',
    name: 'deadline-started',
    what: `${deadline.what}：${chineseDate(deadline.due)}24时前${provisionalMark(deadline)}`,
    recipients: [deadline.owner],
  });
  if (deadline.announced === 'together') return;
  notify(draft, {
    key: `start/${deadline.id}@${deadline.due}`,
    to: deadline.owner,
    kind: 'deadline-started',
    clause: deadline.clause,
    title: `待办：${deadline.what}`,
    text: `${deadline.triggerWhat}（${chineseDate(deadline.trigger)}）。请于${chineseDate(deadline.due)}24时前${deadline.what}${provisionalMark(deadline)}。`,
  });
}

function announceChanges(draft: Draft, deadline: Deadline, before: KnownDeadline, after: KnownDeadline): void {
  const entry = (name: string, what: string): void =>
    enter(draft, {
      kind: 'event',
      name,
      clause: deadline.clause,
      what,
      detail: { deadline: deadline.id, dueBefore: before.due, due: after.due },
    });
  if (after.dropped && !before.dropped)
    entry('deadline-dropped', `${deadline.what}：不再要求（${deadline.dropped?.reason ?? ''}）`);
  if (after.due !== before.due) {
    entry('deadline-moved', `${deadline.what}：到期日由${chineseDate(before.due)}改为${chineseDate(after.due)}`);
  }
  if (after.suspended !== before.suspended)
    entry(
      after.suspended ? 'deadline-suspended' : 'deadline-resumed',
      `${deadline.what}：${after.suspended ? '中止计时' : '恢复计时'}`,
    );
  if (after.metOn !== before.metOn) announceMet(draft, deadline, before, entry);
}

function announceMet(
  draft: Draft,
  deadline: Deadline,
  before: KnownDeadline,
  entry: (name: string, what: string) => void,
): void {
  if (deadline.metOn === undefined) {
    entry('deadline-reopened', `${deadline.what}：办结登记已更正，重新待办`);
    return;
  }
  entry('deadline-met', metText(deadline));
  const key = candidateKey(deadline.id, before.due);
  const candidate = draft.state.candidates[key];
  if (deadline.metOn <= deadline.due && candidate !== undefined && candidate.withdrawnOn === null) {
    setCandidate(draft, deadline, key, { since: candidate.since, withdrawnOn: draft.today });
  }
}

const metText = (deadline: Deadline): string => {
  const late = deadline.metOn === undefined ? 0 : daysBetween(deadline.due, deadline.metOn);
  const done = late > 0 ? `${deadline.what}：逾期${late}天办结` : `${deadline.what}：已按期办结`;
  return `${done}${belatedMark(deadline)}`;
};

/** 补登 with both days: it counts by the day it was done, and the text says that it was recorded later. */
const belatedMark = ({ metOn, recordedOn }: Deadline): string =>
  metOn === undefined || recordedOn === undefined
    ? ''
    : `（补登：${chineseDate(metOn)}办理，${chineseDate(recordedOn)}登记）`;

const provisionalMark = (deadline: Deadline): string =>
  deadline.provisional && openStandstill(deadline) === undefined ? '（该年度放假安排尚未公布，日期为暂定）' : '';

function fire(draft: Draft, deadline: Deadline, rung: Rung): void {
  const title =
    rung.days <= 0
      ? `提醒：${deadline.what}${rung.days === 0 ? '今日到期' : `还有${-rung.days}天到期`}`
      : `逾期：${deadline.what}已逾期${rung.days}天`;
  draft.state.firedRungs.push(rung.key);
  enter(draft, {
    kind: 'event',
    name: 'rung-fired',
    clause: deadline.clause,
    what: title,
    detail: { deadline: deadline.id, rung: rung.days, to: rung.to, nominal: rung.at, due: deadline.due },
    recipients: [rung.recipient],
  });
  notify(draft, {
    key: `rung/${rung.key}`,
    to: rung.recipient,
    kind: rung.days <= 0 ? 'reminder' : 'overdue',
    clause: deadline.clause,
    title,
    text: `${deadline.what}应于${chineseDate(deadline.due)}前办结，责任单位：${deadline.owner}。${roleText[rung.to]}`,
  });
  if (rung.criticism)
    setCandidate(draft, deadline, candidateKey(deadline.id, deadline.due), { since: draft.today, withdrawnOn: null });
}

const roleText: Record<Rung['to'], string> = {
  responsible: '请责任人抓紧办理。',
  head: '请单位主要负责同志督促办理。',
  above: '请上级单位督办。',
  'above-again': '请上级单位督办；该地区（部门）已列为本期通报批评候选。',
};

const candidateKey = (deadlineId: string, due: string): string => `${deadlineId}@${due}`;

function setCandidate(
  draft: Draft,
  deadline: Deadline,
  key: string,
  value: { since: string; withdrawnOn: string | null },
): void {
  draft.state.candidates[key] = value;
  draft.candidates.push({
    key,
    area: territoryOf(deadline.owner),
    office: deadline.owner,
    deadline: deadline.id,
    clause: deadline.clause,
    ...value,
  });
}
