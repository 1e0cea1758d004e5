import type { CaseView, Consequence, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { chineseMonth, laterOf, type CivilDate } from '../../dates/civil-date';
import { computeDeadline, type DeadlineSpec } from '../../dates/deadline';
import { officeId } from '../../base/office';
import { townshipCutDeadline } from './township-cut';
import type { SheetBody } from './township-scores-acts';
import {
  cadresOf,
  isSheetAct,
  readSheet,
  type ScoreSheet,
  type SheetAct,
  type TownshipScores,
  type TownshipScoresFile,
} from './township-scores-facts';
import { townshipScoresOpenings, townshipScoresOperations } from './township-scores-operations';

/** Stages of a township's score sheet. */
export const townshipScoresStages = { scoring: '乡镇打分中', complete: '乡镇已报送', closed: '已通报' } as const;

/** Clause C-3.5: a township party committee scores the first secretaries and team members of its territory for a month. */
export const townshipScores = processOf<TownshipScores, CaseView>({
  process: 'township-scores',
  openings: townshipScoresOpenings,
  operations: townshipScoresOperations,
  read: ({ acts }) => readSheet(acts),
  scope: ({ opening }) => scopeOfPlace(opening.township),
  view,
});

function view(file: TownshipScoresFile, sheet: ScoreSheet): CaseView {
  const scores = scoresDeadline(file, sheet);
  const stage = sheet.closed !== undefined ? 'closed' : scores.metOn !== undefined ? 'complete' : 'scoring';
  return {
    stage,
    stageName: townshipScoresStages[stage],
    deadlines: [scores],
    consequences: file.acts.filter(isSheetAct).map((act) => tellCounty(file, sheet, act)),
    notices: uncountedNotices(file, sheet),
    records: [],
    listed: factsOf(file, sheet, computeDeadline(scores, file.calendar).due),
    ...(sheet.closed === undefined
      ? {}
      : {
          ended: { on: sheet.closed.on, outcome: 'published', outcomeName: '县已印发通报，此后的更正由县驻村办办理' },
        }),
  };
}

function scoresDeadline({ opening, openedOn, policy }: TownshipScoresFile, sheet: ScoreSheet): DeadlineSpec {
  const owed: DeadlineSpec = { ...townshipCutDeadline(opening.month, opening.township, policy), startedOn: openedOn };
  const done = opening.cadres.map(({ cadre }) => sheet.lines.get(cadre)?.doneOn);
  const [first, ...others] = done.filter((on) => on !== undefined);
  if (first !== undefined && others.length + 1 === done.length) return { ...owed, metOn: laterOf(first, ...others) };
  return sheet.closed === undefined
    ? owed
    : { ...owed, dropped: { on: sheet.closed.on, reason: '县已印发通报，未打分的按未考核处理' } };
}

function tellCounty({ opening }: TownshipScoresFile, { lines }: ScoreSheet, act: SheetAct): Consequence {
  const cadres = cadresOf(act);
  const body: SheetBody = {
    township: opening.township,
    version: act.sequence,
    scores: cadres.flatMap((cadre) => lines.get(cadre)?.score ?? []),
    unscored: cadres.filter((cadre) => lines.get(cadre)?.score === undefined),
  };
  return {
    kind: 'tell',
    key: `sheet:${act.key}`,
    clause: 'C-3.5',
    on: act.occurredOn,
    caseId: opening.assessment,
    operation: 'sheetReceived',
    body: { ...body, scores: body.scores.map((score) => ({ ...score })) },
  };
}

/** Scores that crossed with the bulletin are not lost: the county is told to correct. */
function uncountedNotices({ acts, opening }: TownshipScoresFile, { closed }: ScoreSheet): NoticeSpec[] {
  if (closed === undefined) return [];
  const cadres = [
    ...new Set(
      acts
        .filter(isSheetAct)
        .filter(({ sequence }) => sequence > closed.counted)
        .flatMap(cadresOf),
    ),
  ].sort();
  if (cadres.length === 0) return [];
  const text = `乡镇〔${opening.township}〕登记的以下得分未及计入${closed.bulletin}，请按更正程序处理：${cadres.map((cadre) => `〔${cadre}〕`).join('、')}。`;
  return [
    {
      key: 'uncounted',
      clause: 'C-3.5',
      on: closed.on,
      to: officeId('stationing-office', opening.county),
      kind: 'repair',
      title: `${chineseMonth(opening.month)}有得分未计入通报`,
      text,
    },
  ];
}

function factsOf({ opening }: TownshipScoresFile, { lines }: ScoreSheet, due: CivilDate): CaseView['listed'] {
  const filled = [...lines.values()];
  return {
    county: opening.county,
    month: opening.month,
    cadres: opening.cadres.length,
    scored: filled.filter(({ score }) => score !== undefined).length,
    unscored: filled.filter(({ score }) => score === undefined).length,
    open: opening.cadres.length - filled.length,
    late: filled.filter(({ doneOn }) => doneOn > due).length,
  };
}
