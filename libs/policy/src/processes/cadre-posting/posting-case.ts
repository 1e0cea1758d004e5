import { buildCase, codeOf, type BuiltCase } from '../../case/case-builder';
import type { CivilDate } from '../../dates/civil-date';
import { deadlineState, type DeadlineState } from '../../dates/deadline';
import { rungsOf } from '../../dates/ladder';
import { basePolicy, settingsOf, type Settings } from '../../settings/policy-set';
import { cadrePosting } from './cadre-posting';
import type { PostingBodies, PostingOpening, PostingOperation } from './posting-acts';
import { builtOpening, township, unit } from './posting-builder';

const settings = settingsOf(basePolicy);

/** What the deadlines of a case look like, day by day. */
export interface PostingCase extends BuiltCase<PostingOpening> {
  /** 'admitted', or the code of the refusal. */
  asks: <Name extends PostingOperation>(
    name: Name,
    on: CivilDate,
    body: PostingBodies[Name],
    office?: string,
  ) => string;
  stateOn: (id: string, day: CivilDate) => DeadlineState | 'none';
  /** Who hears of a deadline, and when: `2026-08-18 organization-department:140423`. */
  heard: (id: string) => string[];
  endedOn: () => CivilDate | null;
}

export interface PostingCaseMore {
  opening?: Partial<PostingOpening>;
  changes?: Partial<Settings>;
  undelivered?: readonly string[];
  openedOn?: CivilDate;
}

/** C1 of the dated cases: on post in V1 from 1 July 2026, unless said otherwise. */
export function postingCase({ opening, openedOn, ...more }: PostingCaseMore = {}): PostingCase {
  const postedOn = opening?.postedOn ?? builtOpening.postedOn;
  const built = buildCase<PostingOpening>(cadrePosting, {
    caseId: 'posting:140423100:C1:1',
    openedOn: openedOn ?? postedOn,
    opening: { ...builtOpening, ...opening },
    ...more,
  });
  return {
    ...built,
    asks: (name, on, body, office = officeOf(name)) => codeOf(built.say(name, on, body, { office })),
    stateOn: (id, day) => {
      const deadline = built.deadline(id);
      return deadline === undefined ? 'none' : deadlineState(deadline, day, settings.nearDays);
    },
    heard: (id) => {
      const deadline = built.deadline(id);
      return deadline === undefined
        ? []
        : rungsOf(deadline, settings).map(({ at, recipient }) => `${at.slice(0, 10)} ${recipient}`);
    },
    endedOn: () => built.view().ended?.on ?? null,
  };
}

/** Who says it where nobody else is named. */
const officeOf = (name: PostingOperation): string => (ofTownship.includes(name) ? township : unit);
const ofTownship: readonly PostingOperation[] = ['absence', 'leave', 'approveLeaveAfterwards', 'recordReminder'];

/** Case 1: absent without cause on Mon 3 and Mon 10 August 2026, reminded of the first on the 4th. */
export function absentTwice(more: PostingCaseMore = {}): PostingCase {
  const posting = postingCase(more);
  posting.asks('absence', '2026-08-03', {});
  posting.asks('recordReminder', '2026-08-04', { absenceOn: '2026-08-03' });
  posting.asks('absence', '2026-08-10', {});
  return posting;
}
