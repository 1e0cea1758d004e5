import type { MovedDeadline, PolicyPreview } from '@duban/contracts/answers/policy';
import { daysBetween } from '@duban/policy/dates/civil-date';

/** How far a deadline moves: 推后 5 天, 提前 2 天. */
export function movedBy({ dueBefore, dueAfter }: Pick<MovedDeadline, 'dueBefore' | 'dueAfter'>): string {
  const days = daysBetween(dueBefore, dueAfter);
  return days > 0 ? `推后 ${days} 天` : `提前 ${-days} 天`;
}

/** What the change would do, in words; with more than are listed, of those listed. */
export function previewLines({ moved, movedTotal, unchanged, cases }: PolicyPreview, today: string): string[] {
  if (movedTotal === 0) return [`未结案件 ${cases} 件，没有期限会改变（${unchanged} 项期限不变）。`];
  const later = moved.filter(({ dueBefore, dueAfter }) => dueAfter > dueBefore).length;
  const becomesOverdue = moved.filter(({ dueBefore, dueAfter }) => dueBefore >= today && dueAfter < today).length;
  const leavesOverdue = moved.filter(({ dueBefore, dueAfter }) => dueBefore < today && dueAfter >= today).length;
  const listed = moved.length < movedTotal ? `（列出的前 ${moved.length} 项中）` : '';
  return [
    `未结案件 ${cases} 件，其中 ${movedTotal} 项期限会改变，${unchanged} 项不变。`,
    `${listed}推后 ${later} 项，提前 ${moved.length - later} 项。`,
    ...(becomesOverdue > 0 ? [`有 ${becomesOverdue} 项一经调整即成逾期。`] : []),
    ...(leavesOverdue > 0 ? [`有 ${leavesOverdue} 项不再逾期。`] : []),
  ];
}

/** How many of each process move, most first. */
export function movedByProcess(moved: readonly MovedDeadline[]): { processName: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { processName } of moved) counts.set(processName, (counts.get(processName) ?? 0) + 1);
  return [...counts]
    .map(([processName, count]) => ({ processName, count }))
    .sort((one, other) => other.count - one.count);
}

/** What is asked before the change is saved, with its numbers. */
export function confirmationWords({
  count,
  version,
  applyToOpen,
  preview,
}: {
  count: number;
  version: number;
  applyToOpen: boolean;
  preview: PolicyPreview;
}): string {
  const saved = `调整 ${count} 项政策参数，保存为第 ${version} 版，今后新立的案件按新版办理。`;
  return applyToOpen
    ? `${saved}${preview.cases} 件未结案件一并改用新版：${preview.movedTotal} 项期限改变日期，${preview.unchanged} 项不变；原日期和新日期都记入各案经过。`
    : `${saved}${preview.cases} 件未结案件仍按原来的版本办理，期限不变。`;
}
