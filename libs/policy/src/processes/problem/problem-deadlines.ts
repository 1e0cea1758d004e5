import { countyOf, levelOf, officeId, townshipOf } from '../../base/office';
import { termDeadlines, type Verification } from '../../case/term-history';
import type { DeadlineSpec } from '../../dates/deadline';
import type { Settings } from '../../settings/policy-set';
import type { ProblemOpening } from './problem-acts';
import type { ProblemFacts, ProblemFile, ProblemRound } from './problem-facts';

/** First what to do about it, then the date set, then that somebody looks. */
export function deadlinesOf(file: ProblemFile, facts: ProblemFacts): DeadlineSpec[] {
  return facts.rounds.flatMap((round, index) => {
    const mark = index === 0 ? '' : `#${index + 1}`;
    return [
      decisionDeadline(file, facts, round, mark),
      ...takeoverDeadline(file, facts, round, mark),
      ...rectification(file, facts, round, mark),
    ];
  });
}

const common = { clause: 'C-2.end', rollover: 'none', line: 'stationing', ladder: 'default' } as const;

function decisionDeadline(
  { opening }: ProblemFile,
  { settings, owner }: ProblemFacts,
  round: ProblemRound,
  mark: string,
): DeadlineSpec {
  const done = [round.plan?.on, round.upward?.on].filter((on) => on !== undefined).sort()[0];
  const township = officeId('party-committee', townshipOf(opening.place));
  return {
    ...common,
    id: `decision${mark}`,
    clause: opening.yuan === null ? 'C-2.end' : 'C-2.4',
    what:
      levelOf(opening.place) === 'village' && opening.owner === null
        ? '研究制定整改举措，或书面上报'
        : '研究制定整改举措，明确责任人和期限',
    trigger: round.from,
    triggerWhat: mark === '' ? '发现问题' : '问题反弹',
    period: { days: settings.problemDecisionDays, unit: 'natural' },
    owner:
      levelOf(opening.place) === 'village' && opening.owner === null
        ? township
        : (round.plan?.by ?? opening.owner ?? owner),
    decisions: ['problemDecisionDays'],
    ...(done !== undefined && { metOn: done }),
  };
}

const takeoverDeadline = (
  _file: ProblemFile,
  { settings }: ProblemFacts,
  { upward, plan }: ProblemRound,
  mark: string,
): DeadlineSpec[] =>
  upward === undefined
    ? []
    : [
        {
          ...common,
          id: `takeover${mark}`,
          what: '接收村委会书面报告，制定整改举措',
          trigger: upward.on,
          triggerWhat: '村委会书面报告',
          period: { days: settings.problemTakeoverDays, unit: 'natural' },
          owner: upward.department,
          decisions: ['problemTakeoverDays'],
          ...(plan !== undefined && { metOn: plan.on }),
        },
      ];

function rectification(
  { opening }: ProblemFile,
  { settings }: ProblemFacts,
  { plan, history }: ProblemRound,
  mark: string,
): DeadlineSpec[] {
  if (plan === undefined || history === undefined) return [];
  const dates = termDeadlines(history, `rectification${mark}`, {
    ...common,
    what: `限期整改到位：${plan.measure}`,
    triggerWhat: '确定整改期限',
    owner: plan.by,
  });
  // Said to be done twice on one day: the later one is looked at.
  const byDay = new Map(history.verifications.map((one) => [one.reportedOn, one]));
  return [...dates, ...[...byDay.values()].map((one) => verificationDeadline(opening, settings, one, mark))];
}

const verificationDeadline = (
  { place }: ProblemOpening,
  settings: Settings,
  { reportedOn, doneOn }: Verification,
  mark: string,
): DeadlineSpec => ({
  ...common,
  id: `verification${mark}@${reportedOn}`,
  what: '核查整改结果并销账',
  trigger: reportedOn,
  triggerWhat: '登记整改完成',
  period: { days: settings.problemVerificationDays, unit: 'natural' },
  owner: officeId('stationing-office', countyOf(place)),
  decisions: ['problemVerificationDays'],
  ...(doneOn !== undefined && { metOn: doneOn }),
});
