import { actsOf } from '../../case/act-order';
import type { KeptAct } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type { MonthScore } from '../monthly-assessment/month-score';
import type { CorrectBody, LeaveUnscoredBody, MonthClosedBody, ScoreAllBody, ScoreBody } from './township-scores-acts';

/** What the sheet says of one cadre. */
export interface SheetLine {
  /** Missing for a cadre left unscored. */
  score?: MonthScore;
  /** The day the line was first filled. */
  doneOn: CivilDate;
  /** The day it got its present content. */
  since: CivilDate;
}

/** Clause C-3.5: the sheet by cadre, and whether the county has closed the month. */
export interface ScoreSheet {
  lines: ReadonlyMap<string, SheetLine>;
  closed?: { on: CivilDate } & MonthClosedBody;
}

/** Clause C-3.5: a correction outranks a score, a score outranks 未考核; among equals the later date counts. */
export function readSheet(acts: readonly KeptAct[]): ScoreSheet {
  const lines = new Map<string, SheetLine>();
  const fill = (cadre: string, on: CivilDate, score?: MonthScore): void => {
    const before = lines.get(cadre);
    lines.set(cadre, {
      doneOn: before === undefined || on < before.doneOn ? on : before.doneOn,
      since: on,
      ...(score === undefined ? {} : { score }),
    });
  };
  for (const act of actsOf<LeaveUnscoredBody>(acts, 'leaveUnscored')) fill(act.body.cadre, act.occurredOn);
  for (const act of actsOf<ScoreBody | ScoreAllBody>(acts, 'score', 'scoreAll')) {
    for (const score of scoresIn(act.body)) fill(score.cadre, act.occurredOn, scoreOnly(score));
  }
  for (const act of actsOf<CorrectBody>(acts, 'correct')) fill(act.body.cadre, act.occurredOn, scoreOnly(act.body));
  const [closed] = actsOf<MonthClosedBody>(acts, 'monthClosed');
  return { lines, ...(closed === undefined ? {} : { closed: { ...closed.body, on: closed.occurredOn } }) };
}

/** The cadres an act of the township is about. */
export const cadresOf = (act: KeptAct): string[] =>
  act.operation === 'scoreAll'
    ? (act.body as ScoreAllBody).scores.map(({ cadre }) => cadre)
    : [(act.body as LeaveUnscoredBody).cadre];

/** Operations by which the township fills its sheet. */
export const isSheetAct = (act: KeptAct): boolean =>
  ['score', 'scoreAll', 'correct', 'leaveUnscored'].includes(act.operation);

const scoresIn = (body: ScoreBody | ScoreAllBody): readonly ScoreBody[] => ('scores' in body ? body.scores : [body]);

const scoreOnly = ({ cadre, task, presence }: MonthScore): MonthScore => ({ cadre, task, presence });
