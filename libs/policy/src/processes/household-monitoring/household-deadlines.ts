import { addDays, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec, Extension, Suspension } from '../../dates/deadline';
import { capacityOn, needsDevelopmentMeasure, type Dated, type ClockAct, type HouseholdFacts } from './household-facts';
import { householdOutcomes } from './household-stage';
import { officeId, townshipOf, type OfficeId } from '../../base/office';
import type { Settings } from '../../settings/policy-set';

/** Clauses and B-3.2: 15 days for identification, 10 for the plan, 25 for measures, first help at once, and reviews while tracked long-term. */
export function householdDeadlines(facts: HouseholdFacts): DeadlineSpec[] {
  const { settings } = facts;
  const specs = [
    ...firstHelp(facts, settings),
    identification(facts, settings),
    ...plan(facts, settings),
    ...measures(facts, settings),
    ...longTermReviews(facts, settings),
  ];
  return specs.map((spec) => droppedAtEnd(withClockActs(spec, facts.clockActs), facts));
}

/** Clause: what a village or cadre owes is owed by the township party committee. */
export const owningOffice = (facts: Pick<HouseholdFacts, 'opening'>): OfficeId =>
  officeId('party-committee', townshipOf(facts.opening.village));

function firstHelp(facts: HouseholdFacts, settings: Settings): DeadlineSpec[] {
  const { greenChannel } = facts.opening;
  if (greenChannel === null) return [];
  return [
    {
      ...owed(facts, facts.steps['first-help']?.on),
      id: 'first-help',
      clause: 'B-3.2',
      what: '通过绿色通道实施首次帮扶',
      trigger: greenChannel.eventOn,
      triggerWhat: '突发灾害或意外事故发生',
      period: { days: settings.firstHelpDays, unit: 'natural' },
      rollover: 'none',
      decisions: ['firstHelpDays'],
    },
  ];
}

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

function plan(facts: HouseholdFacts, settings: Settings): DeadlineSpec[] {
  const { identified, planned } = facts.steps;
  if (identified === undefined) return [];
  return [
    {
      ...owed(facts, planned?.on),
      id: 'plan',
      clause: 'A-2.1',
      what: '因人因户制定帮扶计划并申报帮扶措施',
      trigger: identified.on,
      triggerWhat: '认定为监测对象',
      period: { days: settings.planDays, unit: 'natural' },
      rollover: settings.householdRollover,
      decisions: ['householdRollover'],
    },
  ];
}

function measures(facts: HouseholdFacts, settings: Settings): DeadlineSpec[] {
  const { identified } = facts.steps;
  if (identified === undefined) return [];
  return [
    {
      ...owed(facts, facts.steps.measures?.on),
      id: 'measures',
      what: '帮扶措施落实到户到人',
      rollover: settings.householdRollover,
      decisions: ['measuresClock', 'householdRollover'],
      ...measuresClock(facts, identified.on, settings),
    },
  ];
}

function measuresClock(
  facts: HouseholdFacts,
  identifiedOn: CivilDate,
  settings: Settings,
): Pick<DeadlineSpec, 'clause' | 'trigger' | 'triggerWhat' | 'period'> {
  const fromIdentification = { clause: 'A-2.1', trigger: identifiedOn, triggerWhat: '认定为监测对象' } as const;
  const longest = { ...fromIdentification, period: { days: settings.measuresDays, unit: 'natural' } } as const;
  const planned = facts.steps.planned?.on;
  switch (settings.measuresClock) {
    case 'from-identification':
      return longest;
    case 'from-plan':
      if (
        planned === undefined ||
        addDays(planned, settings.measuresAfterPlanDays) > addDays(identifiedOn, settings.measuresDays)
      )
        return longest;
      return {
        clause: 'B-3.2',
        trigger: planned,
        triggerWhat: '制定帮扶计划',
        period: { days: settings.measuresAfterPlanDays, unit: 'natural' },
      };
    case 'from-identification-15':
      if (!awaitsIndustryOrEmployment(facts, identifiedOn)) return longest;
      return {
        ...fromIdentification,
        clause: 'B-3.2',
        period: { days: settings.measuresAfterPlanDays, unit: 'natural' },
      };
  }
}

const awaitsIndustryOrEmployment = (facts: HouseholdFacts, identifiedOn: CivilDate): boolean =>
  needsDevelopmentMeasure(capacityOn(facts, identifiedOn)) ||
  facts.planned.some(({ type }) => type === 'industry' || type === 'employment');

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
    ({ body }) => body.deadline === spec.id || (body.deadline === undefined && spec.id !== 'first-help'),
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
