import type { Settings } from '@duban/policy/settings/policy-set';
import { read } from '../../api/client';
import type { CaseDeadline, CaseRow, CaseWithDeadlines } from '@duban/contracts/answers/cases';
import { readTimeline } from '../../cases/timeline';
import { monthAway } from '../../words/dates';
import type { TaskLine } from '@duban/contracts/answers/score-sheets';

/** A county's month: its case, the townships' sheets, and their common cut. */
export interface CountyMonth {
  /** `null` where no supervision cycle has begun the month. */
  file: CaseWithDeadlines | null;
  sheets: CaseRow[];
  cut: CaseDeadline | null;
}

export const assessmentOf = (county: string, month: string): string => `assessment:${county}:${month}`;

export async function readCountyMonth(county: string, month: string, signal: AbortSignal): Promise<CountyMonth> {
  const found = await read(
    '/cases',
    { process: 'monthly-assessment', territory: county, fact: [`month=${month}`], limit: 5 },
    signal,
  );
  if (found.items.length === 0) return { file: null, sheets: [], cut: null };
  const [file, sheets] = await Promise.all([
    read('/cases/:caseId', { caseId: assessmentOf(county, month) }, signal),
    read(
      '/cases',
      { process: 'township-scores', territory: county, fact: [`month=${month}`], sort: 'territory', limit: 200 },
      signal,
    ),
  ]);
  const open = sheets.items.find(({ stage }) => stage === 'scoring') ?? sheets.items[0];
  const cut =
    open === undefined
      ? undefined
      : (await read('/cases/:caseId', { caseId: open.caseId }, signal)).deadlines.find(({ id }) => id === 'scores');
  return { file, sheets: sheets.items, cut: cut ?? null };
}

/** The month whose work comes next for an office: the earliest that is being scored, or the one that runs. */
export async function nextMonth(
  process: 'monthly-assessment' | 'township-scores',
  territory: string,
  running: string,
): Promise<string> {
  const page = await read('/cases', {
    process,
    territory,
    stage: 'scoring',
    ended: false,
    sort: 'oldest',
    limit: 1,
  });
  const month = page.items[0]?.listed['month'];
  if (typeof month === 'string') return month;
  const published = await read('/cases', { process, territory, fact: [`month=${running}`], limit: 1 });
  return process === 'township-scores' && published.items.length === 0 ? monthAway(running, -1) : running;
}

/** The settings a case is worked by: those of the version it was opened with. */
export async function settingsOfCase(policy: { set: string; version: number }): Promise<Settings> {
  const [{ settingsOf }, sets] = await Promise.all([
    import('@duban/policy/settings/policy-set'),
    read('/policy-sets', {}),
  ]);
  const changes = sets.items
    .find(({ set }) => set === policy.set)
    ?.versions.find(({ version }) => version === policy.version)?.changes;
  return settingsOf({ ...policy, changes: changes ?? {} });
}

export interface IssuedTaskList {
  items: TaskLine[];
  on: string;
  byName: string;
}

/** The month's task list as last issued; `null` before it is. */
export async function issuedTaskList(caseId: string, signal?: AbortSignal): Promise<IssuedTaskList | null> {
  const acts = (await readTimeline(caseId, signal)).filter(
    ({ kind, name }) => kind === 'act' && name === 'issueTaskList',
  );
  const last = acts.reduce<(typeof acts)[number] | undefined>(
    (latest, act) => (latest === undefined || act.occurredOn >= latest.occurredOn ? act : latest),
    undefined,
  );
  const body = (last?.detail as { body?: { items?: TaskLine[] } } | undefined)?.body;
  return last === undefined ? null : { items: body?.items ?? [], on: last.occurredOn, byName: last.byName };
}
