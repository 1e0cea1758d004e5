import { faultOf } from '@duban/policy/processes/township-scores/month-score';
import { totalOf } from '@duban/policy/processes/monthly-assessment/ranking';
import { halfWidth } from '../../words/numbers';

/** The two cells of a cadre's line that are filled in. */
export const parts = ['task', 'presence'] as const;
export type Part = (typeof parts)[number];
export const partTitles: Readonly<Record<Part, string>> = { task: '任务完成得分', presence: '在岗履职得分' };

/** What stands in a cell: a score, nothing, or something that cannot be one. */
export type CellReading = { kind: 'value'; value: number } | { kind: 'empty' } | { kind: 'fault'; detail: string };

/** Chinese full-width digits and points, spaces and a written 分 are taken for what is meant. */
export const plainText = (text: string): string => halfWidth(text).replace(/分$/, '');

/** Clause C-3.5: reads a cell as it is typed or pasted; what the rules refuse is refused here in the same words. */
export function readCell(part: Part, text: string): CellReading {
  const plain = plainText(text);
  if (plain === '') return { kind: 'empty' };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain))
    return { kind: 'fault', detail: `应为0至100的数字，收到“${text.trim()}”。` };
  const value = Number(plain);
  const fault = faultOf({ cadre: '', task: 0, presence: 0, [part]: value });
  return fault === undefined
    ? { kind: 'value', value: value === 0 ? 0 : value }
    : { kind: 'fault', detail: fault.detail };
}

/** 92 → 92, 88.5 → 88.5: a score as it stands in its cell. */
export const cellText = (value: number | null): string => (value === null ? '' : String(value));

export interface Weights {
  task: number;
  presence: number;
}

/** Clause C-3.5 [D month-score]: the total by the policy's own calculation, or nothing while a part is missing. */
export const totalText = (task: number | null, presence: number | null, weights: Weights): string =>
  task === null || presence === null
    ? ''
    : totalOf({ task, presence }, { taskWeight: weights.task, presenceWeight: weights.presence }).toFixed(1);
