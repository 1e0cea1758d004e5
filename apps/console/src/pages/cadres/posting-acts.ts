import type { CaseRow, TimelineEntry } from '@duban/contracts/answers/cases';
import { chineseDate, chineseMonth } from '../../words/dates';
import { actsNamed, bodyOfAct } from './attendance';

/** What a ladder of C-3.7 has counted, and from how many on something follows. */
export interface Counter {
  title: string;
  count: number;
  needed: number;
  follows: string;
}

interface LadderSettings {
  absencesForRecall: number;
  lowMonthsForInterview: number;
  superiorBulletinsForInterview: number;
  interviewsForHandling: number;
}

const countOf = ({ listed }: CaseRow, name: string): number => Number(listed[name] ?? 0);

/** Clause C-3.7: both ladders with their counters, from the facts of the posting alone. */
export const countersOf = (row: CaseRow, settings: LadderSettings): { absence: Counter[]; ranking: Counter[] } => ({
  absence: [
    { title: '无故脱岗', count: countOf(row, 'absences'), needed: 1, follows: '乡镇党委予以提醒' },
    {
      title: '无故脱岗',
      count: countOf(row, 'absences'),
      needed: settings.absencesForRecall,
      follows: '年度考核不得评优，由派出单位召回，并给予组织处理',
    },
  ],
  ranking: [
    {
      title: '连续排名靠后',
      count: countOf(row, 'lowRun'),
      needed: settings.lowMonthsForInterview,
      follows: '县委组织部约谈，并向派出单位反馈',
    },
    {
      title: '被上级通报',
      count: countOf(row, 'namedInBulletins'),
      needed: settings.superiorBulletinsForInterview,
      follows: '县委组织部约谈，并向派出单位反馈',
    },
    {
      title: '被约谈',
      count: countOf(row, 'interviewsHeld'),
      needed: settings.interviewsForHandling,
      follows: '视情节给予组织处理',
    },
  ],
});

const text = (entry: TimelineEntry, name: string): string =>
  String((bodyOfAct(entry) as Record<string, unknown>)[name] ?? '');

export interface Choice {
  value: string;
  title: string;
}

/** What the forms of a posting can pick from, so that nobody types a date or number that stands in the file. */
export function choicesIn(entries: readonly TimelineEntry[]): Record<string, Record<string, Choice[]>> {
  const reminded = new Set(actsNamed(entries, 'recordReminder').map((act) => bodyOfAct(act).absenceOn));
  const excused = new Set(actsNamed(entries, 'approveLeaveAfterwards').map((act) => bodyOfAct(act).absenceOn));
  const absences = [...new Set(actsNamed(entries, 'absence').map(({ occurredOn }) => occurredOn))].sort();
  const open = absences.filter((on) => !excused.has(on));
  const day = (on: string): Choice => ({
    value: on,
    title: `${chineseDate(on)}${reminded.has(on) ? '（已提醒）' : ''}`,
  });
  const withdrawn = new Set(actsNamed(entries, 'withdrawNaming').map((act) => text(act, 'matter')));
  const namings = actsNamed(entries, 'namedInSuperiorBulletin').filter((act) => !withdrawn.has(text(act, 'matter')));
  const matters = namings.map((act) => ({
    value: text(act, 'matter'),
    title: `${text(act, 'bulletin')}（${text(act, 'matter')}）`,
  }));
  const low = new Map<string, boolean>();
  for (const act of entries)
    if (act.name === 'lowMonth' || act.name === 'notLowMonth') low.set(text(act, 'month'), act.name === 'lowMonth');
  const months = [...low].filter(([, isLow]) => isLow).map(([month]) => ({ value: month, title: chineseMonth(month) }));
  return {
    ...(open.length > 0 && {
      recordReminder: { absenceOn: open.map(day) },
      approveLeaveAfterwards: { absenceOn: open.map(day) },
    }),
    ...(matters.length > 0 && { withdrawNaming: { matter: matters } }),
    ...(months.length + matters.length > 0 && {
      orderInterview: { 'because.months': months, 'because.bulletins': matters },
    }),
  };
}

/** The dated facts behind the ladders, in words, oldest first. */
export function ladderEntries(entries: readonly TimelineEntry[]): { on: string; words: string }[] {
  const words: Readonly<Record<string, (entry: TimelineEntry) => string>> = {
    absence: () => '无故脱岗',
    approveLeaveAfterwards: (entry) => `${chineseDate(text(entry, 'absenceOn'))}脱岗事后补假，不再计算`,
    recordReminder: (entry) => `乡镇党委就${chineseDate(text(entry, 'absenceOn'))}脱岗予以提醒`,
    lowMonth: (entry) => `${chineseMonth(text(entry, 'month'))}考核排名靠后（${text(entry, 'bulletin')}）`,
    notLowMonth: (entry) => `${chineseMonth(text(entry, 'month'))}经更正不再靠后`,
    neutralMonth: (entry) => `${chineseMonth(text(entry, 'month'))}未参加排队，不计入也不中断`,
    namedInSuperiorBulletin: (entry) => `被上级通报：${text(entry, 'bulletin')}`,
    withdrawNaming: () => '撤销误登的上级通报',
    orderInterview: () => '县委组织部决定约谈',
    interviewHeld: () => '已约谈',
    organizationalHandling: () => '作出组织处理',
    takeBackHandling: () => '撤回组织处理',
    recall: () => '派出单位召回',
  };
  return entries
    .flatMap((entry) =>
      entry.kind === 'act' && words[entry.name] !== undefined
        ? [{ on: entry.occurredOn, words: words[entry.name]?.(entry) ?? '' }]
        : [],
    )
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}
