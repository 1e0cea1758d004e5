import { measureTypes } from '@duban/policy/base/measure-types';
import { chineseDate, type CivilDate } from '@duban/policy/dates/civil-date';
import { suspensionReasons } from '@duban/policy/dates/deadline';
import {
  householdFeatures,
  householdSteps,
  labourCapacities,
  measureKinds,
  type CorrectBody,
  type Measure,
  type PlanBody,
} from '@duban/policy/processes/household-monitoring/household-acts';
import {
  readHousehold,
  type ClockAct,
  type HouseholdFile,
} from '@duban/policy/processes/household-monitoring/household-facts';
import type { CaseDeadline, CaseWithDeadlines, TimelineEntry } from '@duban/contracts/answers/cases';
import { noteOf } from './elimination';

export interface Said {
  title: string;
  words: string;
}

/** What the household is, in words; what is not known is left out. */
export function householdWords(file: HouseholdFile): Said[] {
  const facts = readHousehold(file);
  const { opening } = facts;
  const capacity = facts.capacities.at(-1);
  const income = file.acts.find(({ operation }) => operation === 'identify')?.body as
    { incomePerHeadYuan?: number } | undefined;
  const all: [string, string | null | undefined][] = [
    ['劳动能力', capacity && labourCapacities[capacity.labour]],
    ['有就业意愿', capacity && yesNo(capacity.wishesToWork)],
    ['整户无劳动能力', capacity && yesNo(capacity.wholeHouseholdWithoutLabour)],
    [
      '认定时人均收入',
      income?.incomePerHeadYuan === undefined ? null : `${income.incomePerHeadYuan.toLocaleString('zh-CN')} 元`,
    ],
    ['重点关注情形', facts.features.map((feature) => householdFeatures[feature]).join('、')],
    [
      '绿色通道',
      opening.greenChannel && `${opening.greenChannel.event}（${chineseDate(opening.greenChannel.eventOn)}发生）`,
    ],
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
export function helpPlanOf(file: HouseholdFile): HelpPlan {
  const facts = readHousehold(file);
  const causes = file.acts.flatMap(({ operation, body }) => (operation === 'plan' ? (body as PlanBody).causes : []));
  const attempts = file.acts.flatMap(({ operation, body }) =>
    operation === 'measures' ? ((body as { developmentAttempt?: string }).developmentAttempt ?? []) : [],
  );
  return {
    causes: [...new Set(causes)],
    planned: facts.helpRounds.flatMap(({ planned }) => planned).map((one) => shownMeasure(one, null)),
    inPlace: facts.inPlace.map((one) => shownMeasure(one, one.on)),
    attempts,
  };
}

const shownMeasure = ({ kind, type, what }: Measure, on: CivilDate | null): ShownMeasure => ({
  kind: measureKinds[kind],
  type: measureTypes[type],
  what,
  on,
});

export interface ClockNote {
  on: CivilDate;
  words: string;
}

/** Suspensions, resumptions and extensions, and corrected dates, in the order of their days. */
export function clockNotesOf(file: HouseholdFile, deadlines: readonly CaseDeadline[]): ClockNote[] {
  const named = (id: string | undefined): string =>
    id === undefined ? '各项期限' : `“${deadlines.find((deadline) => deadline.id === id)?.what ?? id}”的期限`;
  const clock = readHousehold(file).clockActs.map(({ on, body }): ClockNote => ({
    on,
    words: clockWords(body, named),
  }));
  const corrections = file.acts
    .filter(({ operation }) => operation === 'correct')
    .map(({ occurredOn, body }): ClockNote => {
      const { step, correctedDate, reason } = body as CorrectBody;
      return {
        on: occurredOn,
        words: `更正“${householdSteps[step]}”的日期为${chineseDate(correctedDate)}，理由：${reason}`,
      };
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
    .map(({ sequence, what, occurredOn, recipientNames }) => ({
      sequence,
      title: what,
      on: occurredOn,
      to: recipientNames.join('、'),
    }));

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
