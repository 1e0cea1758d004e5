import { actsOf } from '../../case/act-order';
import type { CaseFile, KeptActOf } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type { MonthScore } from './month-score';
import type { MonthClosedBody, TownshipScoresBodies, TownshipScoresOpening } from './township-scores-acts';

export type TownshipScoresFile = CaseFile<TownshipScoresOpening, TownshipScoresBodies>;
type SheetOperation = 'score' | 'scoreAll' | 'correct' | 'leaveUnscored';
/** By which the township fills its sheet. */
export type SheetAct = Extract<KeptActOf<TownshipScoresBodies>, { operation: SheetOperation }>;

/** What the rules of a township's sheet are about. */
export interface TownshipScores {
  opening: TownshipScoresOpening;
  facts: ScoreSheet;
  bodies: TownshipScoresBodies;
}

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
export function readSheet(acts: TownshipScoresFile['acts']): ScoreSheet {
  const lines = new Map<string, SheetLine>();
  const fill = (cadre: string, on: CivilDate, score?: MonthScore): void => {
    const before = lines.get(cadre);
    lines.set(cadre, {
      doneOn: before === undefined || on < before.doneOn ? on : before.doneOn,
      since: on,
      ...(score === undefined ? {} : { score }),
    });
  };
  for (const act of actsOf(acts, 'leaveUnscored')) fill(act.body.cadre, act.occurredOn);
  for (const act of actsOf(acts, 'score', 'scoreAll')) {
    for (const score of scoresIn(act)) fill(score.cadre, act.occurredOn, scoreOnly(score));
  }
  for (const act of actsOf(acts, 'correct')) fill(act.body.cadre, act.occurredOn, scoreOnly(act.body));
  const [closed] = actsOf(acts, 'monthClosed');
  return { lines, ...(closed === undefined ? {} : { closed: { ...closed.body, on: closed.occurredOn } }) };
}

/** The cadres an act of the township is about. */
export const cadresOf = (act: SheetAct): string[] =>
  act.operation === 'scoreAll' ? act.body.scores.map(({ cadre }) => cadre) : [act.body.cadre];

export const isSheetAct = (act: KeptActOf<TownshipScoresBodies>): act is SheetAct => act.operation !== 'monthClosed';

const scoresIn = (act: Extract<SheetAct, { operation: 'score' | 'scoreAll' }>): readonly MonthScore[] =>
  act.operation === 'scoreAll' ? act.body.scores : [act.body];

const scoreOnly = ({ cadre, task, presence }: MonthScore): MonthScore => ({ cadre, task, presence });
