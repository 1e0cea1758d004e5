import type { Act, CaseFile } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import { basePolicy, type Settings } from '../../settings/policy-set';
import type { PostingBodies, PostingOpening, PostingOperation } from './posting-acts';

export const township = 'party-committee:140423100';
export const unit = 'dispatching-unit:1404:U07';
export const cityStationing = 'stationing-office:1404';
export const countyStationing = 'stationing-office:140423';
export const organization = 'organization-department:140423';

/** A city-sent member who meets clause C-2.1 in everything. */
export const builtOpening: PostingOpening = {
  cadreId: 'C1',
  village: '140423100201',
  unit,
  senderLevel: 'city',
  role: 'member',
  postedOn: '2026-07-01',
  bornOn: '1985-03-10',
  education: 'bachelor',
  identity: 'ok',
  countyCheckedOn: '2026-06-20',
  cityCheckedOn: '2026-06-23',
  annualAssessments: [
    { year: 2025, grade: 'competent' },
    { year: 2024, grade: 'excellent' },
    { year: 2023, grade: 'competent' },
  ],
};

/** A posting with the given acts, recorded in the given order. */
export function postingFile(acts: readonly BuiltAct[], more: BuiltMore = {}): CaseFile<PostingOpening> {
  return {
    caseId: 'posting:140423100:C1:1',
    openedOn: '2026-07-01',
    openedBy: { office: unit },
    opening: { ...builtOpening, ...more.opening },
    policy: { ...basePolicy, changes: more.settings ?? {} },
    calendar: { version: 'none', years: {} },
    acts: acts.map((act, index) => ({ ...act, sequence: index + 1, recordedAt: '2027-12-31T00:00:00.000Z' })),
    undelivered: more.undelivered ?? [],
  };
}

export interface BuiltMore {
  opening?: Partial<PostingOpening>;
  settings?: Partial<Settings>;
  undelivered?: readonly string[];
}

export type BuiltAct<Name extends PostingOperation = PostingOperation> = {
  [Each in Name]: Act<PostingBodies[Each]> & { operation: Each };
}[Name];

/** One act of a posting: operation, day, body, and by whom. */
export const act = <Name extends PostingOperation>(
  operation: Name,
  occurredOn: CivilDate,
  body: PostingBodies[Name],
  office = township,
): BuiltAct<Name> => ({
  key: `${operation}/${occurredOn}/${JSON.stringify(body)}`,
  operation,
  occurredOn,
  by: { office },
  body,
});

/** Messages of the month: its bulletin comes out on the 5th of the next. */
export const low = (month: string, on: CivilDate, copyDelivered = true): BuiltAct =>
  act(
    'lowMonth',
    on,
    { month, bulletin: `B-${month}`, copyNotice: `copy:B-${month}:${unit}`, copyDelivered },
    'system',
  );
export const notLow = (month: string, on: CivilDate): BuiltAct =>
  act('notLowMonth', on, { month, bulletin: `B-${month}` }, 'system');
export const neutral = (month: string, on: CivilDate): BuiltAct => act('neutralMonth', on, { month }, 'system');
export const named = (matter: string, on: CivilDate): BuiltAct =>
  act('namedInSuperiorBulletin', on, { matter, level: 'city', bulletin: `长驻办通报（${on}）` }, countyStationing);
export const held = (on: CivilDate, orderedOn: CivilDate, months: string[], bulletins: string[] = []): BuiltAct => {
  const key = months.length > 0 ? months.join('+') : `named-${bulletins.join('+')}`;
  return act(
    'interviewHeld',
    on,
    { interview: `interview:140423:C1:1:${key}`, key, because: { months, bulletins }, orderedOn, on },
    'system',
  );
};
export const absence = (on: CivilDate): BuiltAct => act('absence', on, {});
export const reminder = (absenceOn: CivilDate, on: CivilDate): BuiltAct => act('recordReminder', on, { absenceOn });
export const approval = (absenceOn: CivilDate, on: CivilDate): BuiltAct =>
  act('approveLeaveAfterwards', on, { absenceOn, reason: '补办病假手续' });
export const recall = (on: CivilDate, path: 'selection' | 'absence' | 'handling' | 'other' = 'other'): BuiltAct =>
  act('recall', on, { reason: '召回事由', path }, path === 'selection' ? cityStationing : unit);
export const moved = (on: CivilDate, village: string): BuiltAct => act('move', on, { village }, unit);
export const candidate = (on: CivilDate, more: Partial<PostingBodies['candidate']> = {}): BuiltAct => {
  const { bornOn, education, identity, annualAssessments } = builtOpening;
  return act('candidate', on, { cadreId: 'C2', bornOn, education, identity, annualAssessments, ...more }, unit);
};
