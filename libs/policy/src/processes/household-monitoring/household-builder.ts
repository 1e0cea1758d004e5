import type { Actor } from '../../case/case';
import { buildCase } from '../../case/case-builder';
import type { CivilDate } from '../../dates/civil-date';
import type { Deadline } from '../../dates/deadline';
import type {
  EliminationFindings,
  HouseholdOpening,
  HouseholdOperation,
  IdentifyBody,
  MeasuresBody,
  PlanBody,
} from './household-acts';
import type { HouseholdFile } from './household-facts';
import { householdMonitoring, type HouseholdView } from './household-monitoring';
import type { Settings } from '../../settings/policy-set';
import type { Verdict } from '../../base/verdict';

/** A household of a demo village of 襄垣县. */
export const builtOpening: HouseholdOpening = {
  household: 'H1',
  village: '140423100201',
  kind: 'marginal',
  settlement: false,
  source: 'cadre-check',
  greenChannel: null,
  features: [],
  note: null,
  episode: 1,
  relapseOf: null,
  previousOpen: null,
  previousEndedOn: null,
};

export const willing: IdentifyBody = { labour: 'full', wishesToWork: true, wholeHouseholdWithoutLabour: false };
export const withoutLabour: IdentifyBody = { labour: 'none', wishesToWork: false, wholeHouseholdWithoutLabour: true };
export const builtPlan: PlanBody = {
  causes: ['因病'],
  measures: [{ kind: 'development', type: 'industry', what: '庭院经济' }],
};
export const inPlace: MeasuresBody = { measures: builtPlan.measures, tagged: true };
export const safe: EliminationFindings = {
  incomePerHeadYuan: 9000,
  threeGuaranteesSafe: true,
  waterSafe: true,
  rigidSpendingSolved: true,
};

export const villageCommittee: Actor = { office: 'village-committee:140423100201', person: 'P1' };
export const township: Actor = { office: 'party-committee:140423100', person: 'P2' };
export const county: Actor = { office: 'revitalization-bureau:140423', person: 'P3' };

/** An episode as the shell would keep it: admitted acts that are to be kept are appended. */
export interface Episode {
  file: () => HouseholdFile;
  /** The same with the texts that the case leaves to the ledger. */
  recorded: () => HouseholdFile;
  /** Said by the office named, or else by one that may. */
  say: (operation: HouseholdOperation, on: CivilDate, body?: object, by?: Actor) => Verdict;
  view: () => HouseholdView;
  deadline: (id: string) => Deadline | undefined;
  /** The same facts, recorded in another order. */
  recordedAs: (order: readonly number[]) => HouseholdView;
}

export interface EpisodeSettings {
  openedOn?: CivilDate;
  today?: CivilDate;
  opening?: Partial<HouseholdOpening>;
  settings?: Partial<Settings>;
}

export function openEpisode({
  openedOn = '2026-07-01',
  today = '2029-12-31',
  opening = {},
  settings = {},
}: EpisodeSettings = {}): Episode {
  const built = buildCase(householdMonitoring, {
    caseId: 'household:140423100:H1:1',
    openedOn,
    today,
    opening: { ...builtOpening, ...opening },
    changes: settings,
  });
  /** Whatever its rules have admitted is of its own kinds. */
  const file = (): HouseholdFile => ({ ...(built.file() as HouseholdFile), openedBy: villageCommittee });
  const recorded = (): HouseholdFile => ({ ...file(), acts: (built.recorded() as HouseholdFile).acts });
  const recordedAs = (order: readonly number[]): HouseholdView => {
    const acts = order.flatMap((index) => file().acts[index] ?? []);
    return householdMonitoring.view({ ...file(), acts: acts.map((act, index) => ({ ...act, sequence: index + 1 })) });
  };
  const view = (): HouseholdView => householdMonitoring.view(file());
  return { file, recorded, say: built.say, view, deadline: built.deadline, recordedAs };
}

/** Reported on 1 July 2026 and identified on the day given. */
export function identifiedEpisode(
  on: CivilDate,
  body: IdentifyBody = willing,
  settings: EpisodeSettings = {},
): Episode {
  const episode = openEpisode(settings);
  episode.say('villageReview', on, {}, villageCommittee);
  episode.say('townshipCheck', on, {}, township);
  episode.say('identify', on, body, county);
  return episode;
}

/** Identified on 10 July 2026, planned on the 12th, measures in place on the 20th. */
export function helpedEpisode(body: IdentifyBody = willing, settings: EpisodeSettings = {}): Episode {
  const episode = identifiedEpisode('2026-07-10', body, settings);
  episode.say('plan', '2026-07-12', builtPlan, township);
  episode.say('measures', '2026-07-20', inPlace, township);
  return episode;
}
