import { chineseDate } from '@duban/policy/dates/civil-date';
import type { RehearsalFile, RehearsalRow } from '@duban/contracts/answers/rehearsals';

const countOf = ({ counts }: Pick<RehearsalFile, 'counts'>, kind: string): number =>
  counts.byKind.find((one) => one.kind === kind)?.count ?? 0;
const thousands = (count: number): string => count.toLocaleString('zh-CN');

/** 2026年11月27日至12月26日; the year again only where it differs. */
export function spanWords({ start, until }: Pick<RehearsalRow, 'start' | 'until'>): string {
  const plain = (day: string): string => chineseDate(day).replace(/（.*$/, '');
  const end = start.slice(0, 4) === until.slice(0, 4) ? plain(until).replace(/^\d+年/, '') : plain(until);
  return `${plain(start)}至${end}`;
}

/** What happened in a rehearsal, in words. */
export function summaryLines(
  file: Pick<RehearsalFile, 'counts' | 'summary' | 'start' | 'until' | 'countyName'>,
): string[] {
  const [due, met, overdue, refused] = ['deadline-due', 'deadline-met', 'overdue', 'refused'].map((kind) =>
    countOf(file, kind),
  ) as [number, number, number, number];
  const [opened, ended, acts] = ['opened', 'ended', 'act'].map((kind) => countOf(file, kind)) as [
    number,
    number,
    number,
  ];
  const events = file.summary?.events ?? file.counts.byKind.reduce((sum, { count }) => sum + count, 0);
  const busiest = file.counts.byProcess.slice(0, 3).map(({ name, count }) => `${name} ${thousands(count)} 件次`);
  return [
    `${spanWords(file)}，${file.countyName}共发生 ${thousands(events)} 件次，涉及案件 ${thousands(file.summary?.cases ?? 0)} 件（立案 ${thousands(opened)} 件，结案 ${thousands(ended)} 件）。`,
    `期限到期 ${thousands(due)} 项，期限办结 ${thousands(met)} 项；${overdue === 0 ? '没有逾期' : `发出逾期提醒 ${thousands(overdue)} 次`}。`,
    `各单位办理登记 ${thousands(acts)} 次，${refused === 0 ? '没有登记被退回' : `被退回 ${thousands(refused)} 次`}；到期提醒 ${thousands(countOf(file, 'reminder'))} 次，告知送达 ${thousands(countOf(file, 'notice'))} 次。`,
    ...(busiest.length > 0 ? [`最多的是${busiest.join('、')}。`] : []),
  ];
}

/** How far it is, in words. */
export function progressWords(
  { state, progress, start }: Pick<RehearsalRow, 'state' | 'progress' | 'start'>,
  ahead: number | null,
): string {
  if (state === 'waiting')
    return ahead !== null && ahead > 0 ? `排队中，前面还有 ${ahead} 个推演。` : '排队中，马上开始。';
  if (progress.total === 0 || progress.day === null) return `正在准备，推演从${chineseDate(start)}开始。`;
  return `推演到 ${chineseDate(progress.day)}，已办登记 ${thousands(progress.done)}/${thousands(progress.total)} 件。`;
}

/** 1 分 22 秒. */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} 秒` : `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`;
}

/** Entries of registers carry their content as it was sent; here the name of the register is said instead. */
export const isContent = (what: string): boolean => what.startsWith('{');
