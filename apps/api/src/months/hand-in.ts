import type { DraftCell, TypedCell } from '@duban/persistence/score-drafts';
import { scoreParts, type MonthScore, type ScorePart } from '@duban/policy/processes/township-scores/month-score';
import type { SheetRow } from './sheet-lines';

/** What handing in a draft comes to (C-3.5). */
export interface HandIn {
  scores: MonthScore[];
  /** Of lines scored before: each needs a reason. */
  corrections: MonthScore[];
  /** What lines lack that are neither scored nor left unscored, and not filled whole. */
  missing: { cadre: string; parts: ScorePart[] }[];
  /** Cells that are done with once all this is recorded. */
  cells: TypedCell[];
}

/** Clause C-3.5: the acts a draft becomes: a scoring for cadres without a score, a correction for changed ones. A cadre with one of two parts is missing; an unchanged one is left out. */
export function handInOf(rows: readonly SheetRow[], draft: readonly DraftCell[]): HandIn {
  const comes: HandIn = { scores: [], corrections: [], missing: [], cells: [] };
  for (const row of rows.filter(({ operation }) => operation !== null)) {
    const typed = draft.filter(({ cadre, value }) => cadre === row.cadre && value !== null);
    const valueOf = (part: ScorePart): number | null => typed.find((cell) => cell.part === part)?.value ?? row[part];
    const task = valueOf('task');
    const presence = valueOf('presence');
    if (task === null || presence === null) {
      const parts = (Object.keys(scoreParts) as ScorePart[]).filter((part) => valueOf(part) === null);
      if (row.state === 'open' || typed.length > 0) comes.missing.push({ cadre: row.cadre, parts });
      continue;
    }
    comes.cells.push(...typed);
    const score = { cadre: row.cadre, task, presence };
    if (row.state !== 'scored') comes.scores.push(score);
    else if (task !== row.task || presence !== row.presence) comes.corrections.push(score);
  }
  return comes;
}

/** 〔C02〕任务完成、在岗履职；〔C03〕在岗履职 */
export const missingWords = (missing: HandIn['missing']): string =>
  missing.map(({ cadre, parts }) => `〔${cadre}〕${parts.map((part) => scoreParts[part]).join('、')}`).join('；');
