import type { Actor } from '../../case/case';
import { buildCase } from '../../case/case-builder';
import type { CivilDate } from '../../dates/civil-date';
import type { RosterEntry } from '../cadre-posting/roster';
import { monthlyAssessment } from './monthly-assessment';
import type { AssessmentOpening } from './monthly-assessment-acts';
import type { Settings } from '../../settings/policy-set';
import { townshipScores } from '../township-scores/township-scores';
import type { TownshipScoresOpening } from '../township-scores/township-scores-acts';

export const firstTownship = '140423100';
export const secondTownship = '140423101';
export const stationingOffice: Actor = { office: 'stationing-office:140423', person: 'P1' };

/** A roster of cadres on post since long, `C01`, `C02`… of a township. */
export const rosterOf = (township: string, first: number, count: number): RosterEntry[] =>
  Array.from({ length: count }, (_, index) => {
    const cadre = `C${String(first + index).padStart(2, '0')}`;
    const village = `${township}201`;
    const unit = `dispatching-unit:1404:U${(first + index) % 2}`;
    return {
      cadre,
      postingCase: `posting:${township}:${cadre}:1`,
      township,
      village,
      unit,
      role: 'member',
      from: '2025-06-01',
      to: null,
    };
  });

/** November 2026 of 襄垣县: its 5 December is a Saturday, so that the last day in time is Monday the 7th. */
export const builtAssessment = (
  more: { month?: string; openedOn?: CivilDate; changes?: Partial<Settings>; undelivered?: readonly string[] } = {},
) => {
  const { month = '2026-11', openedOn = `${month}-01`, ...rest } = more;
  const opening: AssessmentOpening = { county: '140423', month, cycle: 'cycle:14:2026' };
  return buildCase(monthlyAssessment, { caseId: `assessment:140423:${month}`, openedOn, opening, ...rest });
};

/** The sheet of a township with three cadres for November 2026. */
export const builtScores = (more: { month?: string; openedOn?: CivilDate; changes?: Partial<Settings> } = {}) => {
  const { month = '2026-11', openedOn = '2026-12-01', ...rest } = more;
  const cadres = rosterOf(firstTownship, 1, 3).map(({ cadre, postingCase, unit, role }) => ({
    cadre,
    postingCase,
    unit,
    role,
  }));
  const opening: TownshipScoresOpening = {
    township: firstTownship,
    county: '140423',
    month,
    assessment: `assessment:140423:${month}`,
    cadres,
    tasks: [],
  };
  return buildCase(townshipScores, { caseId: `scores:${firstTownship}:${month}`, openedOn, opening, ...rest });
};
