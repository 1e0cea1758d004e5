import { refuse, type Refusal } from '../case/verdict';

/** Clause C-3.5: what a cadre reached in a month, task completion and presence on post, each 0–100 with at most one decimal. */
export interface MonthScore {
  cadre: string;
  task: number;
  presence: number;
}

const parts = { task: '任务完成', presence: '在岗履职' } as const;

/** Clause C-3.5: why a score cannot stand; `path` leads to it in the body, for example `scores.3.`. */
export function faultOf(score: MonthScore, path = ''): Refusal | undefined {
  for (const part of Object.keys(parts) as (keyof typeof parts)[]) {
    const value = score[part];
    if (!(value >= 0 && value <= 100)) return refuse('OUT_OF_RANGE', 'C-3.5', `${parts[part]}得分应在0至100之间，收到${value}。`, `${path}${part}`);
    if (!hasOneDecimal(value)) return refuse('OUT_OF_RANGE', 'C-3.5', `${parts[part]}得分最多保留一位小数，收到${value}。`, `${path}${part}`);
  }
  return undefined;
}

const hasOneDecimal = (value: number): boolean => Number(value.toFixed(1)) === value;
