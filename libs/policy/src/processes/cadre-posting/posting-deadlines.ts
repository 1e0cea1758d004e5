import type { ReminderDuty, RecallDuty } from './absence-ladder';
import { addDays, chineseDate, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { officeId } from '../../base/office';
import { postingOutcomes, townshipOn, type PostingFacts } from './posting-facts';
import type { HandlingRound } from './ranking-ladder';

/** Clauses C-2.1 and C-3.7: what is owed about a posting, and until when. */
export function postingDeadlines(facts: PostingFacts): DeadlineSpec[] {
  const owed = [
    ...facts.absence.reminders.map((duty) => reminderDeadline(facts, duty)),
    ...facts.absence.recalls.flatMap((duty) => absenceHandling(facts, duty)),
    ...facts.ranking.rounds.map((round, index) => rankingHandling(facts, round, index)),
    ...replacementDeadline(facts),
  ];
  return owed.map((deadline) => closedWithCase(facts, deadline));
}

/** Clause C-2.1: last day of the replacement, counted from the recall. */
export const replacementDue = ({ settings }: PostingFacts, recalledOn: CivilDate): CivilDate =>
  addDays(recalledOn, settings.replacementDays);

const common = { clause: 'C-3.7', rollover: 'none', line: 'stationing', ladder: 'default' } as const;
const naturalDays = (days: number) => ({ days, unit: 'natural' }) as const;

function reminderDeadline(facts: PostingFacts, duty: ReminderDuty): DeadlineSpec {
  return {
    ...common,
    id: `reminder:${duty.absenceOn}`,
    what: '对无故脱岗的驻村干部予以提醒',
    trigger: duty.since,
    triggerWhat:
      duty.since === duty.absenceOn
        ? '驻村干部无故脱岗'
        : `此前的脱岗已补假，${chineseDate(duty.absenceOn)}脱岗改为应予提醒`,
    period: naturalDays(facts.settings.reminderDays),
    owner: officeId('party-committee', townshipOn(facts, duty.absenceOn)),
    decisions: ['reminderDays'],
    ...(wasExcusedFirst(duty)
      ? { dropped: { on: duty.excusedOn, reason: '该日已批假，不再算作无故脱岗' } }
      : metOn(duty.remindedOn)),
  };
}

const wasExcusedFirst = (duty: ReminderDuty): duty is ReminderDuty & { excusedOn: CivilDate } =>
  duty.excusedOn !== undefined && (duty.remindedOn === undefined || duty.excusedOn < duty.remindedOn);

const metOn = (day: CivilDate | undefined) => (day === undefined ? {} : { metOn: day });

/** 由派出单位召回，并给予组织处理: the unit that recalls also handles. */
function absenceHandling({ settings, opening }: PostingFacts, duty: RecallDuty): DeadlineSpec[] {
  const { readyOn, cancelledOn, handledOn, window } = duty;
  if (readyOn === null || (cancelledOn !== undefined && cancelledOn < readyOn)) return [];
  const isDropped = cancelledOn !== undefined && handledOn === undefined;
  return [
    {
      ...common,
      id: window === 'posting' ? 'organizational-handling:absence' : `organizational-handling:absence:${window}`,
      what: '对多次无故脱岗的驻村干部给予组织处理',
      trigger: readyOn,
      triggerWhat: `无故脱岗满${settings.absencesForRecall}次，提醒已送达`,
      period: naturalDays(settings.handlingDays),
      owner: opening.unit,
      decisions: ['handlingDays', 'absenceWindow'],
      ...(isDropped ? { dropped: { on: cancelledOn, reason: '事后补假获批，脱岗次数不足' } } : metOn(handledOn)),
    },
  ];
}

function rankingHandling(
  { settings, county }: PostingFacts,
  { calledOn, handledOn }: HandlingRound,
  index: number,
): DeadlineSpec {
  return {
    ...common,
    id: index === 0 ? 'organizational-handling' : `organizational-handling:${index + 1}`,
    what: '视情节给予组织处理',
    trigger: calledOn,
    triggerWhat: `驻村干部被约谈满${settings.interviewsForHandling}次`,
    period: naturalDays(settings.handlingDays),
    owner: officeId('organization-department', county),
    decisions: ['handlingDays'],
    ...metOn(handledOn),
  };
}

function replacementDeadline({ settings, recall, newcomer, opening }: PostingFacts): DeadlineSpec[] {
  if (recall === null) return [];
  return [
    {
      ...common,
      clause: 'C-2.1',
      id: 'replacement',
      what: '补派驻村干部',
      trigger: recall.on,
      triggerWhat: '驻村干部被召回',
      period: naturalDays(settings.replacementDays),
      owner: opening.unit,
      ...metOn(newcomer?.on),
    },
  ];
}

function closedWithCase({ end }: PostingFacts, deadline: DeadlineSpec): DeadlineSpec {
  if (end === null || deadline.metOn !== undefined || deadline.dropped !== undefined) return deadline;
  return { ...deadline, dropped: { on: end.on, reason: `任职结束：${postingOutcomes[end.outcome]}` } };
}
