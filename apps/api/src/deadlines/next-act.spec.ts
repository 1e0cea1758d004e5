import type { DeadlineRow } from '@duban/persistence/deadlines';
import type { ProcessName } from '@duban/policy/case/case';
import { callerOf, type Caller } from '../auth/caller';
import { nextStepOf } from './next-act';

const next = (
  process: ProcessName,
  id: string,
  owner: string,
  office: string,
  state: DeadlineRow['state'] = 'open',
): string | undefined =>
  nextStepOf({ process, id, state, deadline: { owner } as DeadlineRow['deadline'] }, callerOf(office) as Caller).nextAct
    ?.operation;

const township = 'party-committee:140423100';
const stationing = 'stationing-office:140423';
const water = 'department:140423:water';

it.each<[ProcessName, string, string, string, string | undefined]>([
  ['household-monitoring', 'identification', township, 'village-committee:140423100201', 'villageReview'],
  ['household-monitoring', 'identification', township, township, 'townshipCheck'],
  ['household-monitoring', 'identification', township, 'revitalization-bureau:140423', 'identify'],
  ['household-monitoring', 'identification', township, 'leading-group-office:140423', undefined],
  ['household-monitoring', 'measures', township, township, 'measures'],
  ['household-monitoring', 'measures', township, water, undefined],
  ['household-monitoring', 'review:2', township, township, 'review'],
  ['township-scores', 'scores', township, township, 'scoreAll'],
  ['township-scores', 'scores', township, stationing, undefined],
  ['monthly-assessment', 'bulletin', stationing, stationing, 'issueBulletin'],
  ['cadre-posting', 'replacement', 'dispatching-unit:1404:U07', 'dispatching-unit:1404:U07', 'candidate'],
  [
    'cadre-posting',
    'organizational-handling:absence',
    'dispatching-unit:1404:U07',
    'organization-department:140423',
    undefined,
  ],
  ['problem', 'verification@2026-11-20', stationing, stationing, 'verify'],
  ['problem', 'verification@2026-11-20', stationing, 'stationing-office:1404', undefined],
  ['problem', 'decision', township, 'village-committee:140423100204', 'reportUpward'],
  ['problem', 'decision#2', township, township, 'plan'],
  ['dispatch', 'return:water', water, water, 'fileReturn'],
  ['dispatch', 'return:water', water, 'department:140423:transport', undefined],
  ['duty-sheet', 'county-bulletin@2026-11', 'leading-group-office:140423', 'leading-group-office:140423', 'record'],
  ['interview', 'interview', 'organization-department:140423', 'organization-department:140423', 'hold'],
  ['area-interview', 'commitment:K1:2', 'party-committee:1404', 'party-committee:1404', 'reportCommitment'],
])('%s %s, owed by %s: %s does %s next', (process, id, owner, office, operation) =>
  expect(next(process, id, owner, office)).toBe(operation),
);

it.each<DeadlineRow['state']>(['met', 'met-late', 'dropped'])('nothing once it is %s', (state) =>
  expect(next('monthly-assessment', 'bulletin', stationing, stationing, state)).toBeUndefined(),
);
