import type { Actor, CaseFile } from '@duban/policy/case/case';
import { addMonths, chineseDate, type CivilDate } from '@duban/policy/dates/civil-date';
import { suspensionReasons } from '@duban/policy/dates/deadline';
import {
  householdFeatures,
  householdSteps,
  labourCapacities,
  measureKinds,
  measureTypes,
  type CorrectBody,
  type EliminationFindings,
  type HouseholdOpening,
  type Measure,
  type PlanBody,
  type SecondCheckBody,
} from '@duban/policy/household/household-acts';
import { readHousehold, type ClockAct, type HouseholdFacts } from '@duban/policy/household/household-facts';
import { settingsOf } from '@duban/policy/settings/policy-set';
import type { CaseDeadline, CaseWithDeadlines, TimelineEntry } from '../../cases/case-types';
import { answerOf, bodyOf } from '../../cases/timeline';
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
const endings = { 'moved-away': '迁出，监测终止', death: '死亡，监测终止', eliminated: '风险消除', 'not-included': '不予纳入' } as const;

/** Clause: 线索 → 村级评议 → 乡镇核查 → 县级认定 → 帮扶计划 → 措施落实 → 风险消除, with the dates as corrected since. */
export function stagesOf(file: CaseFile<HouseholdOpening>, deadlines: readonly CaseDeadline[]): StageOnLine[] {
  const facts = readHousehold(file);
  const keys = (Object.keys(titles) as StageKey[]).filter((key) => key !== 'first-help' || facts.opening.greenChannel !== null);
  const done = keys.filter((key) => facts.steps[key] !== undefined);
  const open = facts.ended === undefined ? keys.filter((key) => facts.steps[key] === undefined) : [];
  const current = open.find((key) => key !== 'first-help') ?? open[0];
  const line = (facts.ended === undefined ? keys : done).map((key) => stageOf(key, facts, key === current, deadlines));
  return [...line, lastStage(file, facts, current === undefined)];
}

function stageOf(key: StageKey, { steps }: HouseholdFacts, isCurrent: boolean, deadlines: readonly CaseDeadline[]): StageOnLine {
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
  return { key, title: titles[key], on: null, by: null, state, isLate: deadline?.state === 'overdue' && meets.has(key), remark: remarkOf(deadline) };
}

function remarkOf(deadline: CaseDeadline | undefined): string | null {
  if (deadline === undefined) return null;
  if (deadline.state === 'suspended') return '期限中止';
  return deadline.state === 'dropped' ? null : `${chineseDate(deadline.due)}前，${countdown(deadline.daysLeft)}`;
}

function lastStage(file: CaseFile<HouseholdOpening>, facts: HouseholdFacts, isCurrent: boolean): StageOnLine {
  const { ended } = facts;
  if (ended !== undefined) {
    const by = file.acts.filter(({ operation }) => ['eliminate', 'notInclude', 'end'].includes(operation)).at(-1)?.by ?? null;
    return { key: 'ended', title: endings[ended.outcome], on: ended.on, by, state: 'done', isLate: false, remark: null };
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

function stableWords(file: CaseFile<HouseholdOpening>, facts: HouseholdFacts): string | null {
  const measuresOn = facts.steps.measures?.on;
  if (measuresOn === undefined) return null;
  if (facts.capacities.at(-1)?.wholeHouseholdWithoutLabour === true) return '整户无劳动能力，长期跟踪监测，不办理风险消除';
  const { stableMonths } = settingsOf(file.policy);
  return `措施落实后稳定满 ${stableMonths} 个月（${chineseDate(addMonths(measuresOn, stableMonths))}起）方可办理`;
}

export interface Said {
  title: string;
  words: string;
}

/** What the household is, in words; what is not known is left out. */
export function householdWords(file: CaseFile<HouseholdOpening>): Said[] {
  const facts = readHousehold(file);
  const { opening } = facts;
  const capacity = facts.capacities.at(-1);
  const income = file.acts.find(({ operation }) => operation === 'identify')?.body as { incomePerHeadYuan?: number } | undefined;
  const all: [string, string | null | undefined][] = [
    ['劳动能力', capacity && labourCapacities[capacity.labour]],
    ['有就业意愿', capacity && yesNo(capacity.wishesToWork)],
    ['整户无劳动能力', capacity && yesNo(capacity.wholeHouseholdWithoutLabour)],
    ['认定时人均收入', income?.incomePerHeadYuan === undefined ? null : `${income.incomePerHeadYuan.toLocaleString('zh-CN')} 元`],
    ['重点关注情形', facts.features.map((feature) => householdFeatures[feature]).join('、')],
    ['绿色通道', opening.greenChannel && `${opening.greenChannel.event}（${chineseDate(opening.greenChannel.eventOn)}发生）`],
    ['线索备注', opening.note],
  ];
  return all.flatMap(([title, words]) => (words ? [{ title, words }] : []));
}

const yesNo = (value: boolean): string => (value ? '是' : '否');

export interface ShownMeasure {
  kind: string;
  type: string;
  what: string;
  on: CivilDate | null;
}

export interface HelpPlan {
  causes: readonly string[];
  planned: readonly ShownMeasure[];
  inPlace: readonly ShownMeasure[];
  attempts: readonly string[];
}

/** Clauses and B-3.2: the plan by cause and household, and what is in place of it. */
export function helpPlanOf(file: CaseFile<HouseholdOpening>): HelpPlan {
  const facts = readHousehold(file);
  const plan = file.acts.find(({ operation }) => operation === 'plan')?.body as PlanBody | undefined;
  const attempts = file.acts.flatMap(({ operation, body }) =>
    operation === 'measures' ? ((body as { developmentAttempt?: string }).developmentAttempt ?? []) : [],
  );
  return {
    causes: plan?.causes ?? [],
    planned: facts.planned.map((one) => shownMeasure(one, null)),
    inPlace: facts.inPlace.map((one) => shownMeasure(one, one.on)),
    attempts,
  };
}

const shownMeasure = ({ kind, type, what }: Measure, on: CivilDate | null): ShownMeasure => ({ kind: measureKinds[kind], type: measureTypes[type], what, on });

/** One entry on the way out: signature (given or refused), second check, township check, approval. */
export interface EliminationEntry {
  sequence: number;
  on: CivilDate;
  byName: string;
  person: string | null;
  what: string;
  outcome: 'agreed' | 'refused';
  outcomeName: string;
  findings: string[];
  reasons: readonly string[];
}

/** Clauses and C-2.3: every attempt, the refused ones with their reasons. */
export const eliminationOf = (entries: readonly TimelineEntry[]): EliminationEntry[] =>
  entries
    .flatMap((entry) => eliminationEntry(entry) ?? [])
    .sort((one, other) => (one.on === other.on ? one.sequence - other.sequence : one.on < other.on ? -1 : 1));

function eliminationEntry(entry: TimelineEntry): EliminationEntry | undefined {
  if (entry.kind !== 'act') return undefined;
  const common = { sequence: entry.sequence, on: entry.occurredOn, byName: entry.byName, person: entry.by.person ?? null, reasons: [] };
  switch (entry.name) {
    case 'signElimination': {
      const answer = answerOf<{ signed: 'signed' | 'refused'; reasons: string[] }>(entry);
      const isSigned = answer?.signed !== 'refused';
      const findings = findingWords(bodyOf<EliminationFindings>(entry));
      return { ...common, what: '驻村干部签字', ...outcome(isSigned, '已签字同意', '达不到条件，不得签字'), findings, reasons: answer?.reasons ?? [] };
    }
    case 'secondCheck': {
      const { confirmed, note } = bodyOf<SecondCheckBody>(entry);
      return { ...common, what: '二次核查', ...outcome(confirmed, '核查属实', '风险尚未稳定消除'), findings: note === undefined ? [] : [note] };
    }
    case 'checkElimination':
      return { ...common, what: '乡镇核查', ...outcome(true, '已核查', ''), findings: noteOf(entry) };
    case 'eliminate':
      return { ...common, what: '县级审批', ...outcome(true, '同意消除风险', ''), findings: findingWords(bodyOf<EliminationFindings>(entry)) };
    default:
      return undefined;
  }
}

const outcome = (isAgreed: boolean, agreed: string, refused: string): Pick<EliminationEntry, 'outcome' | 'outcomeName'> =>
  isAgreed ? { outcome: 'agreed', outcomeName: agreed } : { outcome: 'refused', outcomeName: refused };

const noteOf = (entry: TimelineEntry): string[] => {
  const { note } = bodyOf<{ note?: string }>(entry);
  return note === undefined ? [] : [note];
};

const findingWords = (found: EliminationFindings): string[] => [
  `人均收入 ${found.incomePerHeadYuan.toLocaleString('zh-CN')} 元`,
  `三保障${found.threeGuaranteesSafe ? '有保障' : '存在问题'}`,
  `饮水${found.waterSafe ? '安全' : '存在问题'}`,
  `刚性支出${found.rigidSpendingSolved ? '已解决' : '尚未解决'}`,
];

export interface ClockNote {
  on: CivilDate;
  words: string;
}

/** Suspensions, resumptions and extensions, and corrected dates, in the order of their days. */
export function clockNotesOf(file: CaseFile<HouseholdOpening>, deadlines: readonly CaseDeadline[]): ClockNote[] {
  const named = (id: string | undefined): string => (id === undefined ? '各项期限' : `“${deadlines.find((deadline) => deadline.id === id)?.what ?? id}”的期限`);
  const clock = readHousehold(file).clockActs.map(({ on, body }): ClockNote => ({ on, words: clockWords(body, named) }));
  const corrections = file.acts
    .filter(({ operation }) => operation === 'correct')
    .map(({ occurredOn, body }): ClockNote => {
      const { step, correctedDate, reason } = body as CorrectBody;
      return { on: occurredOn, words: `更正“${householdSteps[step]}”的日期为${chineseDate(correctedDate)}，理由：${reason}` };
    });
  return [...clock, ...corrections].sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

function clockWords(body: ClockAct, named: (id: string | undefined) => string): string {
  switch (body.operation) {
    case 'suspend':
      return `中止${named(body.deadline)}（${suspensionReasons[body.reason]}）`;
    case 'resume':
      return `恢复${named(body.deadline)}`;
    case 'extend':
      return `延长${named(body.deadline)} ${body.days} 天，理由：${body.reason}`;
  }
}

export interface IssuedNotice {
  sequence: number;
  title: string;
  on: CivilDate;
  to: string;
}

/** What was issued about the case, and to whom. */
export const noticesOf = (entries: readonly TimelineEntry[]): IssuedNotice[] =>
  entries
    .filter(({ name }) => name === 'notice-sent')
    .map(({ sequence, what, occurredOn, recipientNames }) => ({ sequence, title: what, on: occurredOn, to: recipientNames.join('、') }));

export interface Visits {
  count: number;
  latest: readonly { on: CivilDate; byName: string; note: string | null }[];
}

/** Clause C-2.3: visits, latest first. */
export function visitsOf(entries: readonly TimelineEntry[]): Visits {
  const visits = entries
    .filter(({ kind, name }) => kind === 'act' && name === 'visit')
    .map((entry) => ({ on: entry.occurredOn, byName: entry.byName, note: noteOf(entry)[0] ?? null }));
  return { count: visits.length, latest: visits.sort((one, other) => (one.on < other.on ? 1 : -1)).slice(0, 5) };
}

/** Deadlines a clock act can name. */
export const clockChoices = ({ deadlines }: CaseWithDeadlines): { value: string; title: string }[] =>
  deadlines
    .filter(({ state }) => !['met', 'met-late', 'dropped'].includes(state))
    .map(({ id, what, due }) => ({ value: id, title: `${what}（${chineseDate(due)}前）` }));
