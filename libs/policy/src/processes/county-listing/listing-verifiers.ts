import {
  cityOf,
  kindOf,
  levelOf,
  officeId,
  provinceOf,
  territoryOf,
  type OfficeId,
  type Territory,
} from '../../base/office';
import { grantNames } from '../../case/admission';
import type { Actor } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type { ListedProblem } from './listing-problems';

/** RULES 2.grounds: the city verifies; what the city put right itself, the province or its inspection team. */
const chainOf = (county: Territory): readonly [OfficeId, ...OfficeId[]] => [
  officeId('leading-group-office', cityOf(county)),
  officeId('leading-group-office', provinceOf(county)),
  officeId('inspection-team', provinceOf(county)),
];

/** Who only looks and never puts anything right: there is always somebody left to verify. */
export const putsNothingRight = (office: OfficeId): boolean => kindOf(office) === 'inspection-team';

/** The work of any office of a place is the place's own. */
const didTheWork = (office: OfficeId, problem: ListedProblem, on: CivilDate): boolean =>
  !putsNothingRight(office) &&
  problem.rectifications.some((done) => done.on <= on && territoryOf(done.by) === territoryOf(office));

/** RULES 2.grounds: the offices that verify a problem on a day; never one that did the work, whoever typed the report. */
export function verifiersOf(problem: ListedProblem, on: CivilDate): readonly OfficeId[] {
  const [usual, ...above] = chainOf(problem.county);
  return didTheWork(usual, problem, on) ? above.filter((office) => !didTheWork(office, problem, on)) : [usual];
}

/** RULES 2.grounds: who typed the report does not look at it himself, where persons are known. */
export const reportedIt = ({ rectifications }: ListedProblem, { person }: Actor, on: CivilDate): boolean =>
  person !== undefined && rectifications.some((done) => done.on <= on && done.reportedBy.person === person);

/** Is there a day since it was listed on which this office, or this person, could verify it? */
export const couldVerify = (problem: ListedProblem, by: Actor): boolean =>
  [problem.listedOn, ...problem.rectifications.map(({ on }) => on)].some(
    (on) => verifiersOf(problem, on).some((office) => office === by.office) && !reportedIt(problem, by, on),
  );

/** 市级巩固衔接办; 省级巩固衔接办、省级专项巡查组. */
export const verifierNames = (problem: ListedProblem, on: CivilDate): string =>
  grantNames(
    verifiersOf(problem, on).map((office) => {
      const level = levelOf(territoryOf(office));
      return level === undefined ? { kind: kindOf(office) } : { kind: kindOf(office), level };
    }),
  );
