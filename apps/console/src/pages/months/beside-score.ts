import type { BesideScore } from '@duban/contracts/answers/score-sheets';
import { chineseDate } from '../../words/dates';

type Duties = BesideScore['duties'];

/** 考勤 as one line beside 在岗履职: only what there is to say. */
export function presenceWords({ presence }: BesideScore): string {
  const { onPost, business, nights, leave, absent, unmarked } = presence;
  const parts = [
    `在岗 ${onPost} 天`,
    ...(business > 0 ? [`因公 ${business} 天`] : []),
    `驻村 ${nights} 夜`,
    ...(leave > 0 ? [`请假 ${leave} 天`] : []),
    ...(absent > 0 ? [`无故脱岗 ${absent} 天`] : []),
    ...(unmarked.length > 0 ? [`${unmarked.length} 天未登记`] : []),
  ];
  return parts.join('，');
}

/** 职责 and checks as one line beside 任务完成. */
export function taskWords({ duties, findings, quizzes }: BesideScore): string {
  const owed = duties.filter(({ state }) => state !== 'excused');
  const done = owed.filter(({ state }) => state !== 'open').length;
  const asked = quizzes.reduce((sum, quiz) => sum + quiz.asked, 0);
  const correct = quizzes.reduce((sum, quiz) => sum + quiz.correct, 0);
  return [
    owed.length === 0 ? '当月无职责台账' : `职责完成 ${done}/${owed.length} 项`,
    ...(findings.length > 0 ? [`检查点到 ${findings.length} 次`] : []),
    ...(asked > 0 ? [`答对 ${correct}/${asked} 题`] : []),
  ].join('，');
}

/** One duty of the month, its periods together. */
export interface DutyOfMonth {
  what: string;
  isOwn: boolean;
  done: number;
  periods: number;
  /** The periods not done, or done late, in words. */
  short: string[];
}

/** What he and his village's team owed, each duty once; the unfinished first. */
export function dutiesOfMonth(duties: Duties): DutyOfMonth[] {
  const byDuty = new Map<string, DutyOfMonth>();
  for (const { duty, what, isOwn, periodName, owed, done, state, stateName, lacking } of duties) {
    const key = `${duty}/${isOwn}`;
    const known = byDuty.get(key) ?? { what, isOwn, done: 0, periods: 0, short: [] };
    const lacks = lacking.length > 0 ? `，尚缺 ${lacking.join('、')}` : '';
    byDuty.set(key, {
      ...known,
      done: known.done + Number(state !== 'open'),
      periods: known.periods + 1,
      short:
        state === 'fulfilled' ? known.short : [...known.short, `${periodName}${stateName}（${done}/${owed}${lacks}）`],
    });
  }
  return [...byDuty.values()].sort((a, b) => b.periods - b.done - (a.periods - a.done));
}

/** The working days nobody marked, in words. */
export const unmarkedWords = ({ presence: { unmarked } }: BesideScore): string =>
  unmarked.map((on) => chineseDate(on).replace(/（.*/, '')).join('、');
