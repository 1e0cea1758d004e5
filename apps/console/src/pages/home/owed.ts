import { read } from '../../api/client';
import type { Asked } from '@duban/contracts/answers/routes';
import { wholeList } from '../../api/whole-list';
import type { Session } from '../../api/session';
import type { CaseDeadline, CaseRow } from '@duban/contracts/answers/cases';

/** States of what is still owed, as the home page counts them: the most pressing first. */
export const owedStates = {
  overdue: { name: '逾期', colour: 'red' },
  'due-today': { name: '今日到期', colour: 'yellow' },
  near: { name: '临近', colour: 'yellow' },
  open: { name: '正常', colour: 'green' },
} as const;
export type OwedState = keyof typeof owedStates;
export const allOwed = Object.keys(owedStates) as OwedState[];
export const isOwedState = (text: unknown): text is OwedState => typeof text === 'string' && text in owedStates;

export interface Count {
  total: number;
  isTotalCapped: boolean;
}
export type Counts = Record<OwedState, Count>;

type Place = Pick<Session, 'office' | 'kind' | 'level' | 'territory'>;

/** What an office looks after: what it owes; the bureau that identifies households, those of its county. */
export const ownQuery = ({ office, kind, territory }: Place): Asked<'/deadlines'> =>
  kind === 'revitalization-bureau' ? { process: 'household-monitoring', territory } : { owner: office };

/** Offices that oversee others. */
export const oversees = ({ level, kind }: Place): boolean =>
  kind !== 'dispatching-unit' &&
  kind !== 'department' &&
  (level === 'province' || level === 'city' || level === 'county');

/** Counts of each state, equal to the ledger's own. */
export async function countOwed(query: Asked<'/deadlines'>, signal?: AbortSignal): Promise<Counts> {
  const states = Object.keys(owedStates) as OwedState[];
  const pages = await Promise.all(
    states.map((state) => read('/deadlines', { ...query, state: [state], limit: 1 }, signal)),
  );
  return Object.fromEntries(states.map((state, index) => [state, countIn(pages[index])])) as Counts;
}

const countIn = (page: Count | undefined): Count => ({
  total: page?.total ?? 0,
  isTotalCapped: page?.isTotalCapped ?? false,
});

export const countWords = ({ total, isTotalCapped }: Count): string => `${total}${isTotalCapped ? '+' : ''}`;

const pagesAtMost = 5;

/**
 * A village owes nothing in its own name: what it has to do lies in the deadlines of its own households, and in those of its own place.
 * Both lists are read whole; a village's are short.
 */
export async function owedByVillage(village: string, signal?: AbortSignal): Promise<CaseDeadline[]> {
  const owed = (of: Asked<'/deadlines'>): Promise<CaseDeadline[]> =>
    wholeList((page) => read('/deadlines', { ...of, state: allOwed, judged: true, ...page }, signal), pagesAtMost);
  const [cases, households, place] = await Promise.all([
    wholeList(
      (page) => read('/cases', { process: 'household-monitoring', ended: false, ...page }, signal),
      pagesAtMost,
    ),
    owed({ process: 'household-monitoring' }),
    owed({ territory: village }),
  ]);
  return ofVillage(cases, households, place);
}

export function ofVillage(
  cases: readonly Pick<CaseRow, 'caseId'>[],
  households: readonly CaseDeadline[],
  place: readonly CaseDeadline[],
): CaseDeadline[] {
  const own = new Set(cases.map(({ caseId }) => caseId));
  return [...households.filter(({ caseId }) => own.has(caseId)), ...place].sort(
    (one, other) => one.daysLeft - other.daysLeft,
  );
}

export const countsOf = (deadlines: readonly CaseDeadline[]): Counts =>
  Object.fromEntries(
    Object.keys(owedStates).map((state) => [
      state,
      { total: deadlines.filter((deadline) => deadline.state === state).length, isTotalCapped: false },
    ]),
  ) as Counts;

/** 登记线索，开始监测（同一户…） → 登记线索，开始监测: what fits a button. */
export const buttonWords = (summary: string): string => summary.replace(/（[^（）]*）/g, '').trim() || summary;
