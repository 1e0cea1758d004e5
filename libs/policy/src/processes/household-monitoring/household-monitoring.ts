import type { Act, CaseFile, CaseView, LedgerRecord, NoticeSpec, ProcessRules } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type { GreenChannel, HouseholdOpening } from './household-acts';
import { judgeClockExtension, judgeClockRestart, judgeClockStop } from './household-clock';
import { judgeCorrection } from './household-corrections';
import { householdDeadlines } from './household-deadlines';
import {
  judgeElimination,
  judgeEliminationCheck,
  judgeSecondCheck,
  judgeSignature,
  signatureInForce,
} from './household-elimination';
import {
  isWatched,
  latestRecord,
  needsDevelopmentMeasure,
  readHousehold,
  type HouseholdFacts,
} from './household-facts';
import { householdOutcomes, householdStages, isLongTerm, stageOf, type HouseholdStage } from './household-stage';
import {
  judgeCapacityChange,
  judgeFirstHelp,
  judgeIdentification,
  judgeMeasures,
  judgeNotIncluding,
  judgeReview,
  judgeStep,
} from './household-steps';
import { countyOf, levelOf, officeId, territoryOf } from '../../base/office';
import { settingsOf, type Settings } from '../../settings/policy-set';
import { admit, refuse, type Verdict } from '../../base/verdict';

/** What can be done to a household's episode, beyond opening it. */
export const householdOperations = [
  'villageReview',
  'townshipCheck',
  'identify',
  'notInclude',
  'plan',
  'measures',
  'firstHelp',
  'visit',
  'review',
  'changeCapacity',
  'secondCheck',
  'signElimination',
  'checkElimination',
  'eliminate',
  'end',
  'correct',
  'suspend',
  'resume',
  'extend',
] as const;
export type HouseholdOperation = (typeof householdOperations)[number];

export interface HouseholdView extends CaseView {
  stage: HouseholdStage;
}

/** Clauses, B-1, B-2.3.2, B-3.2 and C-2.3: monitoring against falling back into poverty, one case per household and episode. */
export const householdMonitoring: ProcessRules<HouseholdOpening, HouseholdView> = {
  process: 'household-monitoring',
  judgeOpening,
  judge(file, act, today) {
    if (!isHouseholdOperation(act.operation))
      return refuse('INVALID_INPUT', 'A-2.1', `防返贫监测没有这项操作：${act.operation}。`);
    if (isOtherVillage(file.opening, act)) return refuse('NOT_ALLOWED', 'A-2.1', '该户不属于本村，只能由所在村办理。');
    return verdicts[act.operation](
      { file, facts: readHousehold(file), settings: settingsOf(file.policy), today },
      act as Act<never>,
    );
  },
  view,
};

interface Situation {
  file: CaseFile<HouseholdOpening>;
  facts: HouseholdFacts;
  settings: Settings;
  today: CivilDate;
}

const verdicts: Record<HouseholdOperation, (situation: Situation, act: Act<never>) => Verdict> = {
  villageReview: ({ facts }, act) => judgeStep('village-reviewed', facts, act),
  townshipCheck: ({ facts }, act) => judgeStep('township-checked', facts, act),
  identify: ({ facts, settings }, act) => judgeIdentification(facts, settings, act),
  notInclude: ({ facts }, act) => judgeNotIncluding(facts, act),
  plan: ({ facts }, act) => judgeStep('planned', facts, act),
  measures: ({ facts }, act) => judgeMeasures(facts, act),
  firstHelp: ({ facts }, act) => judgeFirstHelp(facts, act),
  visit: () => admit({ keep: false }),
  review: ({ facts }, act) => judgeReview(facts, act),
  changeCapacity: ({ facts }, act) => judgeCapacityChange(facts, act),
  secondCheck: ({ facts, settings }, act) => judgeSecondCheck(facts, settings, act),
  signElimination: ({ facts, settings }, act) => judgeSignature(facts, settings, act),
  checkElimination: ({ facts, settings }, act) => judgeEliminationCheck(facts, settings, act),
  eliminate: ({ facts, settings }, act) => judgeElimination(facts, settings, act),
  end: () => admit(),
  correct: ({ file, facts, today }, act) => judgeCorrection(facts, file.openedOn, act, today),
  suspend: ({ file, facts, settings }, act) => judgeClockStop(file, facts, settings, act),
  resume: ({ file, facts, settings }, act) => judgeClockRestart(file, facts, settings, act),
  extend: ({ file, facts, settings }, act) => judgeClockExtension(file, facts, settings, act),
};

function judgeOpening(opening: HouseholdOpening, openedOn: CivilDate, today: CivilDate): Verdict {
  const { greenChannel, previousOpen, previousEndedOn } = opening;
  if (openedOn > today)
    return refuse('FUTURE_DATE', 'A-2.1', `日期不得晚于今天 ${today}，收到的是 ${openedOn}。`, 'occurredOn');
  if (previousOpen !== null)
    return refuse('ALREADY_DONE', 'A-2.1', '该户上一次监测尚未终止，不能重复纳入；请在原监测中办理。');
  if (previousEndedOn !== null && openedOn < previousEndedOn) {
    return refuse(
      'BEFORE_BEGINNING',
      'A-2.1',
      `不得早于上一次监测终止之日 ${previousEndedOn}，收到的是 ${openedOn}。`,
      'occurredOn',
    );
  }
  return greenChannel === null ? admit() : judgeGreenChannel(greenChannel, openedOn, today);
}

function judgeGreenChannel({ eventOn, ...lead }: GreenChannel, openedOn: CivilDate, today: CivilDate): Verdict {
  const reportedOn = lead.reportedOn ?? eventOn;
  if (eventOn !== openedOn) {
    return refuse(
      'OUT_OF_RANGE',
      'B-3.2',
      `走绿色通道的，监测自事件发生之日起：occurredOn 应为 ${eventOn}，收到的是 ${openedOn}；收到线索之日另填。`,
      'greenChannel.eventOn',
    );
  }
  if (reportedOn > today)
    return refuse(
      'FUTURE_DATE',
      'B-3.2',
      `收到线索之日不得晚于今天 ${today}，收到的是 ${reportedOn}。`,
      'greenChannel.reportedOn',
    );
  if (reportedOn < eventOn)
    return refuse(
      'OUT_OF_RANGE',
      'B-3.2',
      `收到线索之日不得早于事件发生之日 ${eventOn}，收到的是 ${reportedOn}。`,
      'greenChannel.reportedOn',
    );
  return admit();
}

const isHouseholdOperation = (operation: string): operation is HouseholdOperation =>
  (householdOperations as readonly string[]).includes(operation);

const isOtherVillage = (opening: HouseholdOpening, { by }: Act): boolean =>
  by.office !== 'system' && levelOf(territoryOf(by.office)) === 'village' && territoryOf(by.office) !== opening.village;

function view(file: CaseFile<HouseholdOpening>): HouseholdView {
  const facts = readHousehold(file);
  const settings = settingsOf(file.policy);
  const stage = stageOf(facts);
  return {
    stage,
    stageName: householdStages[stage],
    deadlines: householdDeadlines(facts, settings),
    consequences: [],
    notices: notices(facts),
    records: records(file.caseId, facts),
    listed: listed(facts, settings, stage),
    ...(facts.ended === undefined
      ? {}
      : { ended: { ...facts.ended, outcomeName: householdOutcomes[facts.ended.outcome] } }),
  };
}

function notices({ opening }: HouseholdFacts): NoticeSpec[] {
  if (opening.greenChannel === null) return [];
  return [
    {
      key: 'green-channel',
      clause: 'B-3.2',
      on: opening.greenChannel.eventOn,
      to: officeId('revitalization-bureau', countyOf(opening.village)),
      kind: 'order',
      title: '绿色通道：请第一时间实施帮扶',
      text: '因灾因意外事故等出现突发返贫致贫风险，请组织相关部门和乡村两级第一时间实施帮扶；认定程序和帮扶计划随后补办，时限不变。',
    },
  ];
}

/** The household stays in the register while it is monitored. */
function records(caseId: string, facts: HouseholdFacts): LedgerRecord[] {
  if (facts.ended !== undefined) return [];
  const { household, village, kind, settlement } = facts.opening;
  return [
    { table: 'household', key: caseId, row: { household, village, kind, settlement, watched: isWatched(facts) } },
  ];
}

function listed(facts: HouseholdFacts, settings: Settings, stage: HouseholdStage): HouseholdView['listed'] {
  const { opening } = facts;
  const capacity = facts.capacities.at(-1);
  return {
    stage,
    kind: opening.kind,
    village: opening.village,
    settlement: opening.settlement,
    source: opening.source,
    greenChannel: opening.greenChannel !== null,
    watched: isWatched(facts),
    longTerm: isLongTerm(facts),
    labour: capacity?.labour ?? null,
    lacksDevelopmentMeasure:
      needsDevelopmentMeasure(capacity) && !facts.inPlace.some(({ kind }) => kind === 'development'),
    tagged: facts.tagged,
    reportedOn: facts.reportedOn,
    identifiedOn: facts.steps.identified?.on ?? null,
    eliminationSigned: signatureInForce(facts, settings, latestRecord) !== undefined,
    episode: opening.episode,
    relapseOf: opening.relapseOf,
  };
}
