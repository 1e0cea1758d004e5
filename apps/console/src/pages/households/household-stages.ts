import type { Actor } from '@duban/policy/case/case';
import { chineseDate, type CivilDate } from '@duban/policy/dates/civil-date';
import {
  latestRecord,
  readHousehold,
  type HouseholdFacts,
  type HouseholdFile,
} from '@duban/policy/processes/household-monitoring/household-facts';
import { stableFrom } from '@duban/policy/processes/household-monitoring/household-rounds';
import { settingsOf } from '@duban/policy/settings/policy-set';
import type { CaseDeadline } from '@duban/contracts/answers/cases';
import { countdown } from '../../words/dates';

/** One stage on the line of an episode. */
export interface StageOnLine {
  key: string;
  title: string;
  on: CivilDate | null;
  by: Actor | null;
  state: 'done' | 'current' | 'waiting';
  /** Done after its day, or its day has passed. */
  isLate: boolean;
  remark: string | null;
}

const titles = {
  reported: '线索',
  'first-help': '首次帮扶',
  'village-reviewed': '村级评议',
  'township-checked': '乡镇核查',
  identified: '县级认定',
  planned: '帮扶计划',
  measures: '措施落实',
} as const;
type StageKey = keyof typeof titles;

/** The deadline a stage works towards. */
const deadlineOf: Readonly<Record<StageKey, string | null>> = {
  reported: null,
  'first-help': 'first-help',
  'village-reviewed': 'identification',
  'township-checked': 'identification',
  identified: 'identification',
  planned: 'plan',
  measures: 'measures',
};

const meets = new Set<StageKey>(['first-help', 'identified', 'planned', 'measures']);
const endings = {
  'moved-away': '迁出，监测终止',
  death: '死亡，监测终止',
  eliminated: '风险消除',
  'not-included': '不予纳入',
} as const;

/** Clause: 线索 → 村级评议 → 乡镇核查 → 县级认定 → 帮扶计划 → 措施落实 → 风险消除, with the dates as corrected since. */
export function stagesOf(file: HouseholdFile, deadlines: readonly CaseDeadline[]): StageOnLine[] {
  const facts = readHousehold(file);
  const keys = (Object.keys(titles) as StageKey[]).filter((key) => key !== 'first-help' || facts.events.length > 0);
  const done = keys.filter((key) => facts.steps[key] !== undefined);
  const open = facts.ended === undefined ? keys.filter((key) => facts.steps[key] === undefined) : [];
  const current = open.find((key) => key !== 'first-help') ?? open[0];
  const line = (facts.ended === undefined ? keys : done).map((key) => stageOf(key, facts, key === current, deadlines));
  return [...line, lastStage(file, facts, current === undefined)];
}

function stageOf(
  key: StageKey,
  { steps }: HouseholdFacts,
  isCurrent: boolean,
  deadlines: readonly CaseDeadline[],
): StageOnLine {
  const step = steps[key];
  const deadline = deadlines.find(({ id }) => id === deadlineOf[key]);
  if (step !== undefined) {
    const isLate = meets.has(key) && deadline?.state === 'met-late';
    return {
      key,
      title: titles[key],
      on: step.on,
      by: step.by,
      state: 'done',
      isLate,
      remark: isLate ? `逾期办结，应于${chineseDate(deadline?.due ?? '')}前` : null,
    };
  }
  const state = isCurrent || (key === 'first-help' && deadline !== undefined) ? 'current' : 'waiting';
  return {
    key,
    title: titles[key],
    on: null,
    by: null,
    state,
    isLate: deadline?.state === 'overdue' && meets.has(key),
    remark: remarkOf(deadline),
  };
}

function remarkOf(deadline: CaseDeadline | undefined): string | null {
  if (deadline === undefined) return null;
  if (deadline.state === 'suspended') return '期限中止';
  return deadline.state === 'dropped' ? null : `${chineseDate(deadline.due)}前，${countdown(deadline.daysLeft)}`;
}

function lastStage(file: HouseholdFile, facts: HouseholdFacts, isCurrent: boolean): StageOnLine {
  const { ended } = facts;
  if (ended !== undefined) {
    const by =
      file.acts.filter(({ operation }) => ['eliminate', 'notInclude', 'end'].includes(operation)).at(-1)?.by ?? null;
    return {
      key: 'ended',
      title: endings[ended.outcome],
      on: ended.on,
      by,
      state: 'done',
      isLate: false,
      remark: null,
    };
  }
  return {
    key: 'eliminated',
    title: '风险消除',
    on: null,
    by: null,
    state: isCurrent ? 'current' : 'waiting',
    isLate: false,
    remark: stableWords(file, facts),
  };
}

function stableWords(file: HouseholdFile, facts: HouseholdFacts): string | null {
  const from = stableFrom(facts, latestRecord);
  if (from === undefined) return facts.steps.measures === undefined ? null : '出现新的风险，须先制定计划、落实措施';
  if (facts.capacities.at(-1)?.wholeHouseholdWithoutLabour === true)
    return '整户无劳动能力，长期跟踪监测，不办理风险消除';
  const { stableMonths } = settingsOf(file.policy);
  return `措施落实后稳定满 ${stableMonths} 个月（${chineseDate(from)}起）方可办理`;
}
