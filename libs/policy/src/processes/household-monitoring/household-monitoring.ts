import type { CaseId } from '../../case/process-list';
import { countyOf, officeId, townshipOf } from '../../base/office';
import type { CaseView, LedgerRecord, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { householdDeadlines } from './household-deadlines';
import { signatureInForce } from './household-elimination';
import {
  isDevelopment,
  isWatched,
  latestRecord,
  needsDevelopmentMeasure,
  readHousehold,
  type Household,
  type HouseholdFacts,
  type HouseholdFile,
} from './household-facts';
import { householdOpenings } from './household-openings';
import { householdOperations } from './household-operations';
import { householdOutcomes, householdStages, isLongTerm, stageOf, type HouseholdStage } from './household-stage';

export interface HouseholdView extends CaseView {
  stage: HouseholdStage;
}

/** Clauses, B-1, B-2.3.2, B-3.2 and C-2.3: monitoring against falling back into poverty, one case per household and episode. */
export const householdMonitoring = processOf<Household, HouseholdView>({
  process: 'household-monitoring',
  openings: householdOpenings,
  operations: householdOperations,
  read: readHousehold,
  scope: ({ opening: { village } }) => ({ territories: [townshipOf(village)], villages: [village], units: [] }),
  view,
});

function view(file: HouseholdFile, facts: HouseholdFacts): HouseholdView {
  const stage = stageOf(facts);
  return {
    stage,
    stageName: householdStages[stage],
    deadlines: householdDeadlines(facts),
    consequences: [],
    notices: notices(facts),
    records: records(file.caseId, facts),
    listed: listed(facts, stage),
    ...(facts.ended === undefined
      ? {}
      : { ended: { ...facts.ended, outcomeName: householdOutcomes[facts.ended.outcome] } }),
  };
}

const notices = ({ opening, events }: HouseholdFacts): NoticeSpec[] =>
  events.map(({ on, isOpening }) => ({
    key: isOpening ? 'green-channel' : `green-channel@${on}`,
    clause: 'B-3.2',
    on,
    to: officeId('revitalization-bureau', countyOf(opening.village)),
    kind: 'order',
    title: '绿色通道：请第一时间实施帮扶',
    text: '因灾因意外事故等出现突发返贫致贫风险，请组织相关部门和乡村两级第一时间实施帮扶；认定程序和帮扶计划随后补办，时限不变。',
  }));

/** The household stays in the register while it is monitored. */
function records(caseId: CaseId, facts: HouseholdFacts): LedgerRecord[] {
  if (facts.ended !== undefined) return [];
  const { household, village, kind, settlement } = facts.opening;
  return [
    { table: 'household', key: caseId, row: { household, village, kind, settlement, watched: isWatched(facts) } },
  ];
}

function listed(facts: HouseholdFacts, stage: HouseholdStage): HouseholdView['listed'] {
  const { opening } = facts;
  const capacity = facts.capacities.at(-1);
  return {
    stage,
    kind: opening.kind,
    village: opening.village,
    settlement: opening.settlement,
    source: opening.source,
    greenChannel: facts.events.length > 0,
    watched: isWatched(facts),
    longTerm: isLongTerm(facts),
    labour: capacity?.labour ?? null,
    lacksDevelopmentMeasure:
      needsDevelopmentMeasure(capacity) && !facts.inPlace.some((measure) => isDevelopment(facts, measure)),
    tagged: facts.tagged,
    reportedOn: facts.reportedOn,
    identifiedOn: facts.steps.identified?.on ?? null,
    eliminationSigned: signatureInForce(facts, latestRecord) !== undefined,
    episode: opening.episode,
    relapseOf: opening.relapseOf,
  };
}
