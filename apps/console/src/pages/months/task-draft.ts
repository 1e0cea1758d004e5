import type { TaskLine } from '@duban/contracts/answers/score-sheets';

export const taskFor = { all: '全部', 'first-secretary': '第一书记', team: '工作队' } as const;
export type TaskFor = keyof typeof taskFor;

/** A line of the task list while it is written. */
export interface DraftTask {
  what: string;
  for: TaskFor;
}

export const emptyTask = (): DraftTask => ({ what: '', for: 'all' });

/** Several lines pasted at once become several tasks; numbers before them go. */
export const tasksIn = (text: string): DraftTask[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[（(]?\d+[）)]|\d+[.、．]|[一二三四五六七八九十]+、)\s*/, '').trim())
    .filter((line) => line !== '')
    .map((what) => ({ what, for: 'all' }));

/** What keeps the list from being issued, line by line (C-3.5); empty lines are left out and are no fault. */
export function taskFaults(tasks: readonly DraftTask[]): (string | undefined)[] {
  const seen = new Map<string, number>();
  return tasks.map(({ what }, index) => {
    const text = what.trim();
    if (text === '') return undefined;
    if (text.length < 2) return `任务内容至少 2 个字，现为“${text}”。`;
    if (text.length > 200) return `不超过200字，现有${text.length}字。`;
    const first = seen.get(text);
    if (first !== undefined) return `与第 ${first + 1} 项相同。`;
    seen.set(text, index);
    return undefined;
  });
}

/** The list as it is issued: numbered T1, T2, … in its order. */
export const issuedItems = (tasks: readonly DraftTask[]): TaskLine[] =>
  tasks
    .filter(({ what }) => what.trim() !== '')
    .map((task, index) => ({ id: `T${index + 1}`, what: task.what.trim(), for: task.for }));

export const draftOf = (items: readonly TaskLine[]): DraftTask[] =>
  items.map(({ what, for: whom }) => ({ what, for: whom ?? 'all' }));
