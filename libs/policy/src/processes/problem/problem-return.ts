import { actsOf } from '../../case/act-order';
import type { Consequence, NoticeSpec } from '../../case/case';
import { addMonths, type CivilDate } from '../../dates/civil-date';
import type { Settings } from '../../settings/policy-set';
import type { ProblemFacts, ProblemFile } from './problem-facts';

type Watch = Pick<Settings, 'problemWatchMonths'>;

/** a further case is a return only of what was written off in the same place, of the same list, so many months before at most. */
export function returnedOn(file: ProblemFile, settings: Watch): CivilDate | undefined {
  const { opening, openedOn, acts } = file;
  const known = actsOf(acts, 'writtenOffRead').at(-1)?.body ?? [];
  const before = known.find(({ caseId }) => caseId === opening.recurs);
  if (before === undefined || before.list !== opening.list) return undefined;
  return before.on <= openedOn && openedOn <= addMonths(before.on, settings.problemWatchMonths) ? openedOn : undefined;
}

/** Whoever says that a problem has come back is taken at the ledger's word. */
export function returnQuestion({ opening, openedOn }: ProblemFile, { settings }: ProblemFacts): Consequence[] {
  if (opening.recurs === null) return [];
  return [
    {
      kind: 'ask',
      question: 'written-off',
      key: 'written-off',
      clause: 'A-3.7',
      on: openedOn,
      operation: 'writtenOffRead',
      body: { territory: opening.place, from: addMonths(openedOn, -settings.problemWatchMonths - 1), to: openedOn },
    },
  ];
}

/** Who named a problem that it is no return of is told so: nothing follows from it. */
export function noReturnNotices(file: ProblemFile, { settings, recurringSince }: ProblemFacts): NoticeSpec[] {
  const { opening, openedOn, openedBy, acts } = file;
  const isRead = actsOf(acts, 'writtenOffRead').length > 0;
  if (opening.recurs === null || !isRead || recurringSince !== undefined || openedBy.office === 'system') return [];
  return [
    {
      key: 'no-return',
      clause: 'A-3.7',
      on: openedOn,
      to: openedBy.office,
      kind: 'repair',
      title: '所写的“再次发生的问题”待核对',
      text: `该编号不是本地同一类别、${settings.problemWatchMonths}个月内已销账的问题，本次按新问题办理，不列入挂牌依据线索；请核对编号和类别。`,
    },
  ];
}
