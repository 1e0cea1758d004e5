import { levelOf, officeId, type OfficeId, type Territory } from '../base/office';
import type { Verdict } from '../base/verdict';
import { chinaCalendar } from '../dates/china-calendar';
import { addDays, type CivilDate } from '../dates/civil-date';
import { computeDeadline, deadlineState, type Deadline } from '../dates/deadline';
import { rungsOf } from '../dates/ladder';
import { basePolicy, settingsOf, type Settings } from '../settings/policy-set';
import type { Actor, CaseFile, CaseView, KeptAct } from './case';
import type { Beginning, Grant } from './operation';
import type { ProcessRules } from './process';

/** A case as the shell would keep it: admitted acts that are to be kept are appended. */
export interface BuiltCase<Opening> {
  file: () => CaseFile<Opening>;
  /** The same as who shows it reads it from the record: with the texts that the case leaves to the ledger. */
  recorded: () => CaseFile<Opening>;
  /** Said by the office named, or else by one that may. */
  say: (operation: string, on: CivilDate, body?: unknown, by?: Actor) => Verdict;
  view: () => CaseView;
  deadline: (id: string) => Deadline | undefined;
}

export type CaseBeginning<Opening> = Pick<CaseFile<Opening>, 'caseId' | 'openedOn' | 'opening'> & {
  changes?: Partial<Settings>;
  undelivered?: readonly string[];
  /** The day everything is recorded; by default the day it took place on. */
  today?: CivilDate;
};

/** Opens a case and says things to it through its own rules. */
export function buildCase<Opening>(
  rules: ProcessRules<Opening>,
  { changes = {}, undelivered = [], today, ...beginning }: CaseBeginning<Opening>,
): BuiltCase<Opening> {
  let file: CaseFile<Opening> = {
    ...beginning,
    openedBy: { office: 'system' },
    policy: { set: 'shanxi-2023', version: 1, changes },
    calendar: chinaCalendar,
    acts: [],
    undelivered,
  };
  const whole: KeptAct[] = [];
  const keep = (act: KeptAct): void => {
    whole.push(act);
    file = withAct(file, rules.carried(act));
  };
  const say = (operation: string, on: CivilDate, body: unknown = {}, by?: Actor): Verdict => {
    const recorded = today ?? on;
    const actor = by ?? someoneWhoMay(rules, file, { operation, today: recorded });
    const key = `${operation}:${JSON.stringify(body)}:${on}`;
    const act = { key, operation, occurredOn: on, by: actor, body };
    const verdict = rules.judge(file, act, recorded);
    if (verdict.admitted && verdict.keep)
      keep({ ...act, sequence: file.acts.length + 2, recordedAt: `${on}T02:00:00.000Z` });
    return verdict;
  };
  const view = (): CaseView => rules.view(file);
  const deadline = (id: string): Deadline | undefined =>
    view()
      .deadlines.filter((spec) => spec.id === id)
      .map((spec) => computeDeadline(spec, file.calendar))[0];
  return { file: () => file, recorded: () => ({ ...file, acts: whole }), say, view, deadline };
}

const withAct = <Opening>(file: CaseFile<Opening>, act: KeptAct): CaseFile<Opening> => ({
  ...file,
  acts: [...file.acts, act],
});

/** May a case begin so? Opened on the day of recording, by the system, where nothing else is said. */
export function judgeBeginningOf<Opening>(
  rules: ProcessRules<Opening>,
  opening: Opening,
  { name, openedOn, ...more }: Partial<Omit<Beginning, 'opening'>> & { openedOn: CivilDate; name?: string },
): Verdict {
  const rest = { by: { office: 'system' }, today: openedOn, policy: basePolicy, ...more };
  return rules.judgeOpening({ opening, openedOn, ...rest }, name);
}

/** An office that is granted the operation in this case and for whose things it is; the first granted where it is nobody's. */
export function someoneWhoMay<Opening>(
  rules: ProcessRules<Opening>,
  file: CaseFile<Opening>,
  { operation, today }: { operation: string; today: CivilDate },
): Actor {
  const row = rules.operations[operation];
  if (row === undefined || row.by === 'system') return { office: 'system' };
  const candidates = row.by.flatMap((grant) => officesOf(grant, rules, file)).map((office) => ({ office }));
  const may = candidates.find((by) => {
    const offer = rules.offer(file, operation, { by, today });
    return offer.isOffered || offer.refusal.code !== 'NOT_ALLOWED';
  });
  return may ?? candidates[0] ?? { office: 'system' };
}

/** Offices of a kind among whose things the case may be. */
function officesOf<Opening>({ kind, level }: Grant, rules: ProcessRules<Opening>, file: CaseFile<Opening>): OfficeId[] {
  const { territories, villages, units } = rules.scope(file);
  if (kind === 'dispatching-unit') return [...units];
  const around = [...villages, ...territories].flatMap(partsOf);
  const places = [...new Set(around)].filter((place) => level === undefined || levelOf(place) === level);
  const names = kind === 'department' ? ['agriculture', 'water'] : [undefined];
  return places.flatMap((place) => names.map((name) => officeId(kind, place, name)));
}

/** A place and those it lies in. */
const partsOf = (place: Territory): Territory[] =>
  [12, 9, 6, 4, 2].filter((length) => length <= place.length).map((length) => place.slice(0, length));

export const codeOf = (verdict: Verdict): string => (verdict.admitted ? 'admitted' : verdict.code);

/** What follows when the day passes and nothing was done. */
export interface Missed {
  owner: OfficeId;
  due: CivilDate;
  /** The first day it is overdue. */
  overdueFrom: CivilDate | undefined;
  /** Who hears of it after the day: `2026-08-18 organization-department:140423`. */
  told: readonly string[];
  /** Does the owing area or department become a candidate for criticism? */
  isCriticised: boolean;
}

/** The consequence of missing a deadline that runs; `undefined` where there is none of that id, or it was met or dropped. */
export function missed(
  { file, deadline: find }: Pick<BuiltCase<unknown>, 'file' | 'deadline'>,
  id: string,
): Missed | undefined {
  const deadline = find(id);
  if (deadline === undefined || deadline.metOn !== undefined || deadline.dropped !== undefined) return undefined;
  const settings = settingsOf(file().policy);
  const { owner, due } = deadline;
  const overdueFrom = [0, 1, 2]
    .map((days) => addDays(due, days))
    .find((day) => deadlineState(deadline, day, settings.nearDays) === 'overdue');
  const later = rungsOf(deadline, settings).filter(({ days }) => days > 0);
  return {
    ...{ owner, due, overdueFrom },
    told: later.map(({ at, recipient }) => `${at.slice(0, 10)} ${recipient}`),
    isCriticised: later.some(({ criticism }) => criticism),
  };
}

/** RULES 0.reminders: the ower hears of it the day after, the office above on the third, the one above that on the seventh, with criticism. */
export const heardBy = (due: CivilDate, [owner, above, again]: readonly [OfficeId, OfficeId, OfficeId]): Missed => ({
  ...{ owner, due, overdueFrom: addDays(due, 1) },
  told: [`${addDays(due, 1)} ${owner}`, `${addDays(due, 3)} ${above}`, `${addDays(due, 7)} ${again}`],
  isCriticised: true,
});
