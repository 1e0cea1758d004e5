import { addDays, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec, Extension, Suspension } from '../../dates/deadline';
import { capacityOn, needsDevelopmentMeasure, type Dated, type ClockAct, type HouseholdFacts } from './household-facts';
import type { HelpRound } from './household-rounds';
import { householdOutcomes } from './household-stage';
import { officeId, townshipOf, type OfficeId } from '../../base/office';
import type { Settings } from '../../settings/policy-set';

/** Clauses and B-3.2: 15 days for identification, 10 for a plan, 25 for its measures, first help at once, and reviews while tracked long-term. */
export function householdDeadlines(facts: HouseholdFacts): DeadlineSpec[] {
  const { settings } = facts;
  const specs = [
    ...firstHelp(facts, settings),
    identification(facts, settings),
    ...facts.helpRounds.map((round) => plan(facts, round)),
    ...facts.helpRounds.map((round) => measures(facts, round)),
    ...longTermReviews(facts, settings),
  ];
  return specs.map((spec) => droppedAtEnd(withClockActs(spec, facts.clockActs), facts));
}

/** Clause: what a village or cadre owes is owed by the township party committee. */
export const owningOffice = (facts: Pick<HouseholdFacts, 'opening'>): OfficeId =>
  officeId('party-committee', townshipOf(facts.opening.village));

/** The first help of each event; of the one that began the episode it is named plainly. */
const firstHelp = (facts: HouseholdFacts, settings: Settings): DeadlineSpec[] =>
  facts.events.map(({ on, isOpening, helpedOn }) => ({
    ...owed(facts, helpedOn),
    id: isOpening ? 'first-help' : `first-help@${on}`,
    clause: 'B-3.2',
    what: '通过绿色通道实施首次帮扶',
    trigger: on,
    triggerWhat: '突发灾害或意外事故发生',
    period: { days: settings.firstHelpDays, unit: 'natural' },
    rollover: 'none',
    decisions: ['firstHelpDays'],
  }));

/** Help at once is not stopped together with the rest. */
export const isFirstHelp = (id: string): boolean => id.startsWith('first-help');

function identification(facts: HouseholdFacts, settings: Settings): DeadlineSpec {
  const notIncludedOn = facts.ended?.outcome === 'not-included' ? facts.ended.on : undefined;
  return {
    ...owed(facts, facts.steps.identified?.on ?? notIncludedOn),
    id: 'identification',
    clause: 'A-2.1',
    what: '履行监测对象认定程序',
    trigger: facts.reportedOn,
    triggerWhat: '收到线索',
    period: { days: settings.identificationDays, unit: 'natural' },
    rollover: settings.householdRollover,
    decisions: ['householdRollover'],
  };
}

const markOf = ({ isNewRisk, from }: HelpRound): string => (isNewRisk ? `@${from}` : '');
const triggerOf = ({ isNewRisk }: HelpRound): string => (isNewRisk ? '登记新的风险' : '认定为监测对象');

/** [D new-risk]: a new risk has the clocks of an identification, from its own day. */
const plan = (facts: HouseholdFacts, round: HelpRound): DeadlineSpec => ({
  ...owed(facts, round.plannedOn),
  id: `plan${markOf(round)}`,
  clause: 'A-2.1',
  what: round.isNewRisk ? '针对新的风险再次制定帮扶计划并申报帮扶措施' : '因人因户制定帮扶计划并申报帮扶措施',
  trigger: round.from,
  triggerWhat: triggerOf(round),
  period: { days: facts.settings.planDays, unit: 'natural' },
  rollover: facts.settings.householdRollover,
  decisions: ['householdRollover'],
});

const measures = (facts: HouseholdFacts, round: HelpRound): DeadlineSpec => ({
  ...owed(facts, round.measuresOn),
  id: `measures${markOf(round)}`,
  what: round.isNewRisk ? '针对新的风险的帮扶措施落实到户到人' : '帮扶措施落实到户到人',
  rollover: facts.settings.householdRollover,
  decisions: ['measuresClock', 'householdRollover'],
  ...measuresClock(facts, round),
});

function measuresClock(
  facts: HouseholdFacts,
  round: HelpRound,
): Pick<DeadlineSpec, 'clause' | 'trigger' | 'triggerWhat' | 'period'> {
  const { settings } = facts;
  const { from, plannedOn } = round;
  const fromBeginning = { clause: 'A-2.1', trigger: from, triggerWhat: triggerOf(round) } as const;
  const longest = { ...fromBeginning, period: { days: settings.measuresDays, unit: 'natural' } } as const;
  switch (settings.measuresClock) {
    case 'from-identification':
      return longest;
    case 'from-plan':
      if (
        plannedOn === undefined ||
        addDays(plannedOn, settings.measuresAfterPlanDays) > addDays(from, settings.measuresDays)
      )
        return longest;
      return {
        clause: 'B-3.2',
        trigger: plannedOn,
        triggerWhat: '制定帮扶计划',
        period: { days: settings.measuresAfterPlanDays, unit: 'natural' },
      };
    case 'from-identification-15':
      if (!awaitsIndustryOrEmployment(facts, round)) return longest;
      return {
        ...fromBeginning,
        clause: 'B-3.2',
        period: { days: settings.measuresAfterPlanDays, unit: 'natural' },
      };
  }
}

const awaitsIndustryOrEmployment = (facts: HouseholdFacts, { from, planned }: HelpRound): boolean =>
  needsDevelopmentMeasure(capacityOn(facts, from)) ||
  planned.some(({ type }) => type === 'industry' || type === 'employment');

/** One deadline after another while tracked long-term: from its beginning, then from each review. */
function longTermReviews(facts: HouseholdFacts, settings: Settings): DeadlineSpec[] {
  const rounds = longTermSpans(facts).flatMap(({ from, until }) => {
    const done = [...new Set(facts.reviewedOn)].filter((on) => on >= from && (until === undefined || on < until));
    const triggers = [from, ...done];
    return triggers.map((trigger, index) => ({
      trigger,
      isFirst: index === 0,
      metOn: done[index],
      until: done[index] === undefined ? until : undefined,
    }));
  });
  return rounds.map(({ trigger, isFirst, metOn, until }, index) => ({
    ...owed(facts, metOn),
    id: `review:${index + 1}`,
    clause: 'A-2.1',
    what: '复核长期跟踪监测的整户无劳动能力户',
    trigger,
    triggerWhat: isFirst ? '列入长期跟踪监测' : '上一次复核',
    period: { months: settings.longTermReviewMonths },
    rollover: settings.householdRollover,
    decisions: ['longTermReviewMonths', 'householdRollover'],
    ...(until === undefined ? {} : { dropped: { on: until, reason: '劳动能力发生变化，不再长期跟踪监测' } }),
  }));
}

/** Clause: from one change of labour to another; `until` no longer belongs to it; one taken back on its own day is empty. */
export function longTermSpans(facts: HouseholdFacts): { from: CivilDate; until?: CivilDate }[] {
  const spans: { from: CivilDate; until?: CivilDate }[] = [];
  for (const { on, wholeHouseholdWithoutLabour } of facts.capacities) {
    const last = spans.at(-1);
    const isTracked = last !== undefined && last.until === undefined;
    if (wholeHouseholdWithoutLabour && !isTracked) spans.push({ from: on });
    if (!wholeHouseholdWithoutLabour && isTracked) last.until = on;
  }
  return spans;
}

const owed = (
  facts: HouseholdFacts,
  metOn: CivilDate | undefined,
): Pick<DeadlineSpec, 'owner' | 'line' | 'ladder' | 'metOn'> => ({
  owner: owningOffice(facts),
  line: 'leading-group',
  ladder: 'default',
  ...(metOn === undefined ? {} : { metOn }),
});

function withClockActs(spec: DeadlineSpec, acts: readonly Dated<ClockAct>[]): DeadlineSpec {
  const own = acts.filter(
    ({ body }) => body.deadline === spec.id || (body.deadline === undefined && !isFirstHelp(spec.id)),
  );
  const suspensions = suspensionsOf(spec, own);
  const extension = extensionOf(own);
  return {
    ...spec,
    ...(suspensions.length > 0 ? { suspensions } : {}),
    ...(extension === undefined ? {} : { extension }),
  };
}

function suspensionsOf(spec: DeadlineSpec, acts: readonly Dated<ClockAct>[]): Suspension[] {
  const suspensions: Suspension[] = [];
  for (const { on, body } of acts) {
    const last = suspensions.at(-1);
    const stands = last !== undefined && last.resumedOn === undefined;
    if (body.operation === 'suspend' && !stands) suspensions.push({ from: on, reason: body.reason });
    if (body.operation === 'resume' && stands) last.resumedOn = on;
  }
  return suspensions
    .filter(
      ({ from, resumedOn }) =>
        (resumedOn === undefined || resumedOn > spec.trigger) && (spec.metOn === undefined || from < spec.metOn),
    )
    .map((suspension) => ({ ...suspension, from: suspension.from < spec.trigger ? spec.trigger : suspension.from }));
}

function extensionOf(acts: readonly Dated<ClockAct>[]): Extension | undefined {
  const granted = acts.find(({ body }) => body.operation === 'extend');
  if (granted?.body.operation !== 'extend') return undefined;
  return { grantedOn: granted.on, days: granted.body.days, reason: granted.body.reason };
}

function droppedAtEnd(spec: DeadlineSpec, { ended }: HouseholdFacts): DeadlineSpec {
  if (ended === undefined || spec.metOn !== undefined || spec.dropped !== undefined) return spec;
  return { ...spec, dropped: { on: ended.on, reason: `监测已终止：${householdOutcomes[ended.outcome]}` } };
}
