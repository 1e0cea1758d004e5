import type { ReminderDuty } from './absence-ladder';
import { addDays, chineseDate, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { officeId } from '../../base/office';
import type { HandlingDuty } from './handling-duty';
import { postingOutcomes, townshipOn, type PostingFacts, type Vacancy } from './posting-facts';
import { groundOfRecall, type RecallGround } from './recall-duty';

/** Clauses C-2.1 and C-3.7: what is owed about a posting, and until when. */
export function postingDeadlines(facts: PostingFacts): DeadlineSpec[] {
  const owed = [
    ...facts.absence.reminders.map((duty) => reminderDeadline(facts, duty)),
    ...gradeDeadline(facts),
    ...recallDeadline(facts),
    ...handlingDeadlines(facts),
    ...replacementDeadline(facts),
  ];
  return owed.map((deadline) => closedWithCase(facts, deadline));
}

/** What must be done about the cadre before the posting may end: the recall, and organizational handling. */
export const owedBeforeEnd = (facts: PostingFacts): DeadlineSpec[] =>
  [...recallDeadline(facts), ...handlingDeadlines(facts)].filter(
    ({ metOn, dropped }) => metOn === undefined && dropped === undefined,
  );

const leaveReason = '事后补假获批，脱岗次数不足';
const recheckReason = '补报或复核后符合选派要求';

/** OBLIGATIONS D10: the grade of the year before, where it was not out at the posting. */
function gradeDeadline({ grade, opening, openedOn }: PostingFacts): DeadlineSpec[] {
  if (grade === null) return [];
  return [
    {
      ...common,
      clause: 'C-2.1',
      id: `grade:${grade.year}`,
      what: `补报${grade.year}年度考核等次`,
      trigger: openedOn,
      triggerWhat: '任职时上年度考核等次尚未确定',
      period: { until: grade.dueOn },
      owner: opening.unit,
      decisions: ['lastGradeMonth'],
      ...metOn(grade.statedOn),
    },
  ];
}

/** Clause C-2.1: last day of the replacement. */
export const replacementDue = ({ settings }: PostingFacts, { because, since }: Vacancy): CivilDate =>
  addDays(since, because === 'recall' ? settings.replacementDays : settings.rotationDays);

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

/** OBLIGATIONS D1: every recall is owed by a date. */
function recallDeadline(facts: PostingFacts): DeadlineSpec[] {
  const { recall, settings, county } = facts;
  const ground = groundOfRecall(facts.recallGrounds, recall?.on);
  if (ground === undefined) return [];
  const { path, on, owner, cancelledOn } = ground;
  return [
    {
      ...common,
      clause: path === 'selection' ? 'C-2.1' : 'C-3.7',
      id: 'recall',
      what: '召回驻村干部',
      trigger: on,
      triggerWhat: recallWords(facts, ground),
      period: naturalDays(settings.recallDays),
      owner,
      above: officeId('organization-department', county),
      decisions: path === 'absence' ? ['recallDays', 'absenceWindow'] : ['recallDays'],
      ...(cancelledOn === undefined
        ? metOn(recall?.on)
        : { dropped: { on: cancelledOn, reason: path === 'selection' ? recheckReason : leaveReason } }),
    },
  ];
}

const recallWords = ({ settings }: PostingFacts, { path }: RecallGround): string =>
  ({
    selection: '选派审核未通过',
    absence: `无故脱岗满${settings.absencesForRecall}次，提醒已送达`,
    handling: '组织处理决定召回',
  })[path];

const handlingDeadlines = (facts: PostingFacts): DeadlineSpec[] =>
  facts.handlings.flatMap((duty) => handlingDeadline(facts, duty));

/** OBLIGATIONS D2: it outlives recall, handover and the end of the posting. */
function handlingDeadline({ settings }: PostingFacts, duty: HandlingDuty): DeadlineSpec[] {
  const { id, path, owner, calledOn, handledOn, cancelledOn } = duty;
  if (calledOn === null || (cancelledOn !== undefined && cancelledOn < calledOn)) return [];
  const isByAbsence = path === 'absence';
  return [
    {
      ...common,
      id,
      what: isByAbsence ? '对多次无故脱岗的驻村干部给予组织处理' : '视情节给予组织处理',
      trigger: calledOn,
      triggerWhat: isByAbsence
        ? `无故脱岗满${settings.absencesForRecall}次，提醒已送达`
        : `驻村干部被约谈满${settings.interviewsForHandling}次`,
      period: naturalDays(settings.handlingDays),
      owner,
      decisions: isByAbsence ? ['handlingDays', 'absenceWindow'] : ['handlingDays'],
      ...(cancelledOn !== undefined && handledOn === undefined
        ? { dropped: { on: cancelledOn, reason: leaveReason } }
        : metOn(handledOn)),
    },
  ];
}

/** Clause C-2.1: a vacant post is filled: after a recall in the days of the clause, after a term in those of the office. */
function replacementDeadline({ settings, vacancy, newcomer, opening }: PostingFacts): DeadlineSpec[] {
  if (vacancy === null) return [];
  const isRecall = vacancy.because === 'recall';
  return [
    {
      ...common,
      clause: 'C-2.1',
      id: 'replacement',
      what: '补派驻村干部',
      trigger: vacancy.since,
      triggerWhat: isRecall ? '驻村干部被召回' : '任期届满，尚未压茬交接',
      period: naturalDays(isRecall ? settings.replacementDays : settings.rotationDays),
      owner: opening.unit,
      ...(!isRecall && { decisions: ['rotationDays'] }),
      ...metOn(newcomer?.on),
    },
  ];
}

/** What is still owed falls away with the case; of a cadre who has died, all that was owed of him, though the post is to be filled. */
function closedWithCase({ end, released }: PostingFacts, deadline: DeadlineSpec): DeadlineSpec {
  if (deadline.metOn !== undefined || deadline.dropped !== undefined) return deadline;
  if (released !== null && deadline.id !== 'replacement')
    return { ...deadline, dropped: droppedBy(released.on, released.reason) };
  return end === null ? deadline : { ...deadline, dropped: droppedBy(end.on, end.outcome) };
}

const droppedBy = (on: CivilDate, outcome: keyof typeof postingOutcomes) => ({
  on,
  reason: `任职结束：${postingOutcomes[outcome]}`,
});
