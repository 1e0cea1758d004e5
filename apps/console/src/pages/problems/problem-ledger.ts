import type { CaseDeadline, CaseRow } from '@duban/contracts/answers/cases';
import type { RegisterRow } from '@duban/contracts/answers/registers';
import { read } from '../../api/client';

/** A line of the ledger of problems, whichever list it was read from. */
export interface LedgerProblem {
  caseId: string;
  what: string;
  list: string;
  territory: string;
  ownerName: string;
  stateName: string;
  isClosed: boolean;
  on: string;
  due: string | null;
  isRepeated: boolean;
  isRecurring: boolean;
  yuan: number | null;
}

const closedStates = new Set(['written-off', 'withdrawn']);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** From the register of problems. */
export const problemInRegister = ({
  caseId,
  territory,
  state,
  stateName,
  ownerName,
  on,
  body,
}: RegisterRow): LedgerProblem => ({
  caseId,
  what: textOf(body['what']) ?? '',
  list: textOf(body['list']) ?? '',
  territory,
  ownerName: ownerName ?? '',
  stateName,
  isClosed: closedStates.has(state),
  on,
  due: textOf(body['due']),
  isRepeated: textOf(body['repeatedlyUnrectifiedOn']) !== null,
  isRecurring: textOf(body['recurringSince']) !== null,
  yuan: typeof body['yuan'] === 'number' ? body['yuan'] : null,
});

/** Register rows of some cases, asked for place by place: neither a case nor a deadline carries the problem's words. */
export async function problemsInRegister(
  cases: readonly { caseId: string; territory: string }[],
  signal?: AbortSignal,
): Promise<Map<string, LedgerProblem>> {
  const territories = [...new Set(cases.map(({ territory }) => territory))];
  const pages = await Promise.all(
    territories.map((territory) => read('/registers/:kind', { kind: 'problem', territory, limit: 200 }, signal)),
  );
  return new Map(pages.flatMap(({ items }) => items.map((row) => [row.caseId, problemInRegister(row)] as const)));
}

/** Of cases, in their order; a row the register page did not hold keeps what the case says. */
export const problemsOfCases = (
  rows: readonly CaseRow[],
  known: ReadonlyMap<string, LedgerProblem>,
  nameOf: (office: string) => string,
): LedgerProblem[] =>
  rows.map(
    (row) =>
      known.get(row.caseId) ?? {
        caseId: row.caseId,
        what: '',
        list: String(row.listed['list'] ?? ''),
        territory: row.territory,
        ownerName: nameOf(String(row.listed['owner'] ?? '')),
        stateName: row.stageName,
        isClosed: closedStates.has(row.stage),
        on: row.openedOn,
        due: textOf(row.listed['due']),
        isRepeated: row.listed['repeatedlyUnrectified'] === true,
        isRecurring: row.listed['recurring'] === true,
        yuan: typeof row.listed['yuan'] === 'number' ? row.listed['yuan'] : null,
      },
  );

/** Of overdue deadlines: the date is that of the deadline, which may be one before a date for putting right is set. */
export const problemsOfDeadlines = (
  deadlines: readonly CaseDeadline[],
  known: ReadonlyMap<string, LedgerProblem>,
): LedgerProblem[] =>
  deadlines.map((deadline) => ({
    ...(known.get(deadline.caseId) ?? {
      caseId: deadline.caseId,
      what: deadline.what,
      list: '',
      territory: deadline.territory,
      isClosed: false,
      on: '',
      isRepeated: false,
      isRecurring: false,
      yuan: null,
    }),
    stateName: deadline.what,
    ownerName: deadline.ownerName,
    due: deadline.due,
  }));

/** What to look at: everything, one of the lists, or what needs attention. */
export type ProblemView = 'all' | 'overdue' | 'repeated' | 'recurring' | `list:${string}`;

/** The fact that cases are asked by for a view; none where the register or the deadlines answer. */
export function factOf(view: ProblemView): string[] {
  if (view === 'repeated') return ['repeatedlyUnrectified=true'];
  if (view === 'recurring') return ['recurring=true'];
  return view.startsWith('list:') ? [`list=${view.slice(5)}`] : [];
}
