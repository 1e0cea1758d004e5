import { isLongTermOn, latestRecord, type HouseholdFacts, type HouseholdOutcome } from './household-facts';

/** Clause: how far an episode has come. */
export const householdStages = {
  reported: '待认定',
  identified: '已认定，待制定帮扶计划',
  planned: '已制定帮扶计划，待落实措施',
  'measures-in-place': '帮扶措施已落实',
  'tracked-long-term': '长期跟踪监测',
  eliminated: '风险已消除',
  'not-included': '不予纳入',
  ended: '监测终止',
} as const;
export type HouseholdStage = keyof typeof householdStages;

/** Clause: how an episode ends. */
export const householdOutcomes = {
  eliminated: '风险消除',
  'not-included': '不予纳入',
  'moved-away': '迁出',
  death: '死亡',
} as const satisfies Record<HouseholdOutcome, string>;

/** Clause: the stage that follows from the facts. */
export function stageOf(facts: HouseholdFacts): HouseholdStage {
  if (facts.ended !== undefined) return stageOfEnd(facts.ended.outcome);
  if (facts.helpRounds.length === 0) return 'reported';
  if (facts.helpRounds.some(({ plannedOn }) => plannedOn === undefined)) return 'identified';
  if (facts.helpRounds.some(({ measuresOn }) => measuresOn === undefined)) return 'planned';
  return isLongTerm(facts) ? 'tracked-long-term' : 'measures-in-place';
}

/** Clause: wholly without labour by the latest record. */
export const isLongTerm = (facts: HouseholdFacts): boolean => isLongTermOn(facts, latestRecord);

function stageOfEnd(outcome: HouseholdOutcome): HouseholdStage {
  switch (outcome) {
    case 'eliminated':
    case 'not-included':
      return outcome;
    case 'moved-away':
    case 'death':
      return 'ended';
  }
}
