import type { CaseRow, CaseWithDeadlines } from '@duban/contracts/answers/cases';

/** A step of the month on its way to the bulletin. */
export interface MonthStep {
  key: 'tasks' | 'scores' | 'ranking' | 'published';
  title: string;
  state: 'done' | 'now' | 'late' | 'ahead' | 'dropped';
  words: string;
  due: string | null;
}

/** Which townships have handed in, and which have not. */
export interface Townships {
  all: readonly CaseRow[];
  missing: readonly CaseRow[];
}

export const townshipsOf = (sheets: readonly CaseRow[]): Townships => ({
  all: sheets,
  missing: sheets.filter(({ stage, listed }) => stage === 'scoring' || Number(listed['open'] ?? 0) > 0),
});

/** The month in a line: 任务清单 → 乡镇打分 → 县级排队 → 已通报, each with its date. */
export function monthSteps(
  file: CaseWithDeadlines,
  sheets: readonly CaseRow[],
  cut: { due: string; isLate: boolean } | null,
): MonthStep[] {
  const townships = townshipsOf(sheets);
  return [taskStep(file), scoreStep(file, townships, cut), rankingStep(file, townships), publishedStep(file)];
}

const deadlineOf = ({ deadlines }: CaseWithDeadlines, id: string) => deadlines.find((one) => one.id === id);
const countOf = ({ listed }: CaseWithDeadlines, fact: string): number => Number(listed[fact] ?? 0);
const isPublished = ({ stage }: CaseWithDeadlines): boolean => stage === 'published';

function taskStep(file: CaseWithDeadlines): MonthStep {
  const deadline = deadlineOf(file, 'task-list');
  const step = { key: 'tasks', title: '任务清单', due: deadline?.due ?? null } as const;
  const count = countOf(file, 'taskItems');
  if (count > 0) return { ...step, state: 'done', words: `已下发 ${count} 项` };
  if (deadline === undefined) return { ...step, state: 'dropped', words: '周期启动时已过当月5日，本月不要求' };
  if (deadline.state === 'dropped') return { ...step, state: 'dropped', words: '已说明理由，不下发' };
  return { ...step, state: deadline.state === 'overdue' ? 'late' : 'now', words: '尚未下发' };
}

function scoreStep(
  file: CaseWithDeadlines,
  { all, missing }: Townships,
  cut: { due: string; isLate: boolean } | null,
): MonthStep {
  const step = { key: 'scores', title: '乡镇打分', due: cut?.due ?? null } as const;
  if (all.length === 0)
    return { ...step, state: 'ahead', words: file.stage === 'nothing-to-score' ? '本月无应考核人员' : '次月1日起打分' };
  const words = `${all.length - missing.length} / ${all.length} 个乡镇报送`;
  if (missing.length === 0 || isPublished(file)) return { ...step, state: 'done', words };
  return { ...step, state: cut?.isLate === true ? 'late' : 'now', words };
}

function rankingStep(file: CaseWithDeadlines, { all, missing }: Townships): MonthStep {
  const deadline = deadlineOf(file, 'bulletin');
  const step = { key: 'ranking', title: '县级排队、通报', due: deadline?.due ?? null } as const;
  if (isPublished(file)) return { ...step, state: 'done', words: `${countOf(file, 'ranked')} 人参加排队` };
  if (all.length === 0) return { ...step, state: 'ahead', words: '乡镇报送后进行' };
  const isReady = missing.length === 0;
  const state = deadline?.state === 'overdue' ? 'late' : isReady ? 'now' : 'ahead';
  return { ...step, state, words: isReady ? '乡镇已报齐，可以印发' : '等待乡镇报齐' };
}

function publishedStep(file: CaseWithDeadlines): MonthStep {
  const step = { key: 'published', title: '已通报', due: null } as const;
  if (!isPublished(file)) return { ...step, state: 'ahead', words: '尚未通报' };
  const corrections = countOf(file, 'corrections');
  return {
    ...step,
    state: 'done',
    words: `${String(file.listed['bulletin'])}${corrections > 0 ? `，更正 ${corrections} 次` : ''}`,
  };
}
