import { countyOf, levelOf, officeAbove, officeId, townshipOf, type OfficeId } from '../../base/office';
import { termDeadlines, type Verification } from '../../case/term-history';
import type { DeadlineSpec } from '../../dates/deadline';
import type { Settings } from '../../settings/policy-set';
import { isVillagesOwn, type ProblemFacts, type ProblemFile, type ProblemRound } from './problem-facts';

/** First what to do about it, then the date set, then that somebody looks. */
export function deadlinesOf(file: ProblemFile, facts: ProblemFacts): DeadlineSpec[] {
  return facts.rounds.flatMap((round, index) => {
    const mark = index === 0 ? '' : `#${index + 1}`;
    return [
      decisionDeadline(file, facts, round, mark),
      ...takeoverDeadline(file, facts, round, mark),
      ...rectification(file, facts, round, mark),
      ...renewals(facts, round, mark),
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

/** RULES 6.setbacks [D setback-supplement]: found not done, the office above sets a new date, unless it is reported done again before. */
function renewals({ settings }: ProblemFacts, { plan, history }: ProblemRound, mark: string): DeadlineSpec[] {
  if (plan === undefined || history === undefined) return [];
  return history.verifications.flatMap(({ doneOn: failedOn, passed }, index): DeadlineSpec[] => {
    if (failedOn === undefined || passed !== false) return [];
    const again = history.verifications[index + 1]?.reportedOn;
    const renewed = history.terms.find(({ from }, place) => place > 0 && from >= failedOn);
    const isRenewed = renewed !== undefined && (again === undefined || renewed.from <= again);
    return [
      {
        ...common,
        id: `renewal${mark}@${failedOn}`,
        clause: 'A-3.6',
        what: '核查不通过后重新限期整改',
        trigger: failedOn,
        triggerWhat: '核查不通过',
        period: { days: settings.problemRenewalDays, unit: 'natural' },
        owner: officeAbove(plan.by, 'stationing'),
        decisions: ['problemRenewalDays'],
        ...(isRenewed
          ? { metOn: renewed.from }
          : again !== undefined && { dropped: { on: again, reason: '已再次登记整改完成' } }),
      },
    ];
  });
}

function rectification(
  file: ProblemFile,
  { settings }: ProblemFacts,
  round: ProblemRound,
  mark: string,
): DeadlineSpec[] {
  const { plan, history } = round;
  if (plan === undefined || history === undefined) return [];
  const dates = termDeadlines(history, `rectification${mark}`, {
    ...common,
    what: `限期整改到位：${plan.measure}`,
    triggerWhat: '确定整改期限',
    owner: plan.by,
  });
  // Said to be done twice on one day: the later one is looked at.
  const byDay = new Map(history.verifications.map((one) => [one.reportedOn, one]));
  return [
    ...dates,
    ...[...byDay.values()].map((one) => verificationDeadline(verifierOf(file, round), settings, one, mark)),
  ];
}

/** OBLIGATIONS D8: a village's own problem is verified by its township, what was taken over by the county's; never by who did the work. */
function verifierOf(file: ProblemFile, round: ProblemRound): OfficeId {
  const { place } = file.opening;
  const usual = isVillagesOwn(file, round)
    ? officeId('party-committee', townshipOf(place))
    : officeId('stationing-office', countyOf(place));
  return round.work.some(({ by }) => by === usual) ? officeAbove(usual, 'stationing') : usual;
}

const verificationDeadline = (
  owner: OfficeId,
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
  owner,
  decisions: ['problemVerificationDays'],
  ...(doneOn !== undefined && { metOn: doneOn }),
});
