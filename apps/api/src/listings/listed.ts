import { divisionName, divisionPath } from '@duban/contracts/divisions';
import type { ListedCounty } from '@duban/persistence/standings';
import { daysBetween, type CivilDate } from '@duban/policy/dates/civil-date';

/** How a listing stands on a day: acceptance may be held from the end of the half-year and is due some days later. */
export const listedStates = { rectifying: '整改期内', acceptance: '可摘牌验收', overdue: '验收逾期' } as const;
export type ListedState = keyof typeof listedStates;

/** A listed county as the board shows it. */
export function listedAs({ caseId, county, openedOn, listed, policyFinding }: ListedCounty, on: CivilDate) {
  const day = (name: string): CivilDate => String(listed[name]);
  const count = (name: string): number => Number(listed[name] ?? 0);
  const state = stateOf(day('acceptanceFrom'), day('acceptanceDue'), on);
  return {
    caseId,
    county,
    countyName: divisionName(county),
    path: divisionPath(county),
    round: count('round'),
    since: day('roundFrom'),
    listedOn: openedOn,
    acceptanceFrom: day('acceptanceFrom'),
    daysToWindow: daysBetween(on, day('acceptanceFrom')),
    acceptanceDue: day('acceptanceDue'),
    daysLeft: daysBetween(on, day('acceptanceDue')),
    grounds: count('grounds'),
    problems: count('problems'),
    problemsOpen: count('openProblems'),
    problemsVerified: count('problems') - count('openProblems'),
    repeatedlyUnrectified: count('repeatedlyUnrectified'),
    policyFinding:
      policyFinding === null
        ? ('none' as const)
        : policyFinding.positive
          ? ('positive' as const)
          : ('negative' as const),
    policyFindingName: policyFinding === null ? '本轮尚未认定' : policyFinding.positive ? '认定为到位' : '认定为不到位',
    policyFindingOn: policyFinding?.on ?? null,
    accountability: listed['accountability'] ?? null,
    state,
    stateName: listedStates[state],
  };
}

function stateOf(from: CivilDate, due: CivilDate, on: CivilDate): ListedState {
  if (on < from) return 'rectifying';
  return on <= due ? 'acceptance' : 'overdue';
}
