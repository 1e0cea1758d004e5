import type { Actor, CaseFile, CaseView, ProcessRules } from '../../case/case';
import { chinaCalendar } from '../../dates/china-calendar';
import type { CivilDate } from '../../dates/civil-date';
import { computeDeadline, type Deadline } from '../../dates/deadline';
import type { RosterEntry } from '../cadre-posting/roster';
import { monthlyAssessment } from './monthly-assessment';
import type { AssessmentOpening } from './monthly-assessment-acts';
import type { Settings } from '../../settings/policy-set';
import { townshipScores } from '../township-scores/township-scores';
import type { TownshipScoresOpening } from '../township-scores/township-scores-acts';
import type { Verdict } from '../../base/verdict';

/** A case as the shell would keep it: admitted acts that are to be kept are appended. */
export interface SampleCase<Opening> {
  file: () => CaseFile<Opening>;
  say: (operation: string, on: CivilDate, body: unknown, by?: Actor) => Verdict;
  view: () => CaseView;
  deadline: (id: string) => Deadline | undefined;
}

export const firstTownship = '140423100';
export const secondTownship = '140423101';
export const stationingOffice: Actor = { office: 'stationing-office:140423', person: 'P1' };

/** Opens a case and says things to it through its own rules. */
export function sampleCase<Opening>(
  rules: ProcessRules<Opening>,
  beginning: Pick<CaseFile<Opening>, 'caseId' | 'openedOn' | 'opening'> & {
    changes?: Partial<Settings>;
    undelivered?: readonly string[];
  },
): SampleCase<Opening> {
  const { changes = {}, undelivered = [], ...rest } = beginning;
  const policy = { set: 'shanxi-2023', version: 1, changes };
  let file: CaseFile<Opening> = {
    ...rest,
    openedBy: { office: 'system' },
    policy,
    calendar: chinaCalendar,
    acts: [],
    undelivered,
  };
  const say = (operation: string, on: CivilDate, body: unknown, by: Actor = stationingOffice): Verdict => {
    const sequence = file.acts.length + 2;
    const act = { key: `${operation}:${JSON.stringify(body)}:${on}`, operation, occurredOn: on, by, body };
    const verdict = rules.judge(file, act, on);
    if (verdict.admitted && verdict.keep)
      file = { ...file, acts: [...file.acts, { ...act, sequence, recordedAt: `${on}T02:00:00.000Z` }] };
    return verdict;
  };
  const view = (): CaseView => rules.view(file);
  const deadline = (id: string): Deadline | undefined =>
    view()
      .deadlines.filter((spec) => spec.id === id)
      .map((spec) => computeDeadline(spec, file.calendar))[0];
  return { file: () => file, say, view, deadline };
}

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
  return sampleCase(monthlyAssessment, { caseId: `assessment:140423:${month}`, openedOn, opening, ...rest });
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
  return sampleCase(townshipScores, { caseId: `scores:${firstTownship}:${month}`, openedOn, opening, ...rest });
};

/** The code of a refusal, or `admitted`. */
export const codeOf = (verdict: Verdict): string => (verdict.admitted ? 'admitted' : verdict.code);
