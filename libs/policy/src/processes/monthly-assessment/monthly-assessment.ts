import type { CaseView, LedgerRecord } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { addToMonth, chineseMonth, firstDayOf, laterOf } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { bulletinText, bulletinTitle, type BulletinContent } from './bulletin';
import { assessmentConsequences, assessmentNotices } from './monthly-assessment-effects';
import { readMonth, type AssessmentFile, type MonthFacts, type MonthlyAssessment } from './monthly-assessment-facts';
import { monthlyAssessmentOpenings, monthlyAssessmentOperations } from './monthly-assessment-operations';
import { officeId } from '../../base/office';
import { publishedBulletins } from './published-bulletins';
import { totalOf } from './ranking';

/** Stages of a county's month. */
export const assessmentStages = {
  'in-month': '当月履职',
  scoring: '乡镇打分、县排队',
  published: '已通报',
  'nothing-to-score': '无应考核人员',
} as const;
export type AssessmentStage = keyof typeof assessmentStages;

/** Clause C-3.5: task list, township scores, county ranking and bulletin of one month. */
export const monthlyAssessment = processOf<MonthlyAssessment, CaseView>({
  process: 'monthly-assessment',
  openings: monthlyAssessmentOpenings,
  operations: monthlyAssessmentOperations,
  read: readMonth,
  scope: ({ opening }) => scopeOfPlace(opening.county),
  view,
});

function view(file: AssessmentFile, facts: MonthFacts): CaseView {
  const published = publishedBulletins(file, facts);
  const stage = stageOf(facts);
  const ended = endOf(facts, stage);
  return {
    stage,
    stageName: assessmentStages[stage],
    deadlines: [...(facts.taskDeadline === undefined ? [] : [facts.taskDeadline]), bulletinDeadline(file, facts)],
    consequences: assessmentConsequences(file, facts, published),
    notices: assessmentNotices(file, published),
    records: [
      ...scoreRecords(file, facts, published),
      ...rankRecords(published.at(-1)),
      ...published.map(bulletinRecord),
    ],
    listed: listedFacts(file, facts, published),
    ...(ended === undefined ? {} : { ended }),
  };
}

function stageOf({ bulletin, roster }: MonthFacts): AssessmentStage {
  if (bulletin !== undefined) return 'published';
  if (roster === undefined) return 'in-month';
  return roster.scored.length === 0 ? 'nothing-to-score' : 'scoring';
}

function endOf({ bulletin, roster, closedOn }: MonthFacts, stage: AssessmentStage): CaseView['ended'] {
  if (stage === 'nothing-to-score' && roster !== undefined)
    return { on: roster.on, outcome: stage, outcomeName: assessmentStages[stage] };
  if (bulletin === undefined || closedOn === undefined) return undefined;
  const outcomeName = { superseded: '下月通报已印发', expired: '更正期已满' }[closedOn.outcome];
  return { on: laterOf(bulletin.occurredOn, closedOn.on), outcome: closedOn.outcome, outcomeName };
}

function bulletinDeadline(
  { opening, openedOn }: AssessmentFile,
  { settings, bulletin, roster }: MonthFacts,
): DeadlineSpec {
  const following = addToMonth(opening.month, 1);
  return {
    id: 'bulletin',
    clause: 'C-3.5',
    what: `印发${chineseMonth(opening.month)}考核通报并抄送派出单位`,
    trigger: firstDayOf(following),
    triggerWhat: '考核月份的次月开始',
    period: { dayOfMonth: settings.bulletinDay, monthsAhead: 0 },
    rollover: settings.monthRollover,
    owner: officeId('stationing-office', opening.county),
    line: 'stationing',
    ladder: 'default',
    startedOn: laterOf(openedOn, firstDayOf(opening.month)),
    decisions: ['bulletinDay', 'monthRollover'],
    ...(bulletin !== undefined ? { metOn: bulletin.occurredOn } : {}),
    ...(bulletin === undefined && roster?.scored.length === 0
      ? { dropped: { on: roster.on, reason: assessmentStages['nothing-to-score'] } }
      : {}),
  };
}

/** Before the bulletin the scores as they arrive; afterwards those of the latest bulletin. */
function scoreRecords(
  { opening }: AssessmentFile,
  { sheet, roster, settings }: MonthFacts,
  published: readonly BulletinContent[],
): LedgerRecord[] {
  const townshipOf = new Map(roster?.scored.map(({ cadre, township }) => [cadre, township]));
  const arrived = [...sheet.values()].flatMap(({ score }) =>
    score === undefined ? [] : [{ ...score, township: townshipOf.get(score.cadre) ?? '' }],
  );
  return (published.at(-1)?.lines ?? arrived).map(({ cadre, township, task, presence }) => ({
    table: 'score',
    key: `${opening.county}:${opening.month}:${cadre}`,
    row: { month: opening.month, township, cadre, task, presence, total: totalOf({ task, presence }, settings) },
  }));
}

function rankRecords(latest: BulletinContent | undefined): LedgerRecord[] {
  if (latest === undefined) return [];
  const { month, county } = latest;
  const row = (scope: string, cadre: string, total: number, rank: number, low: boolean): LedgerRecord => ({
    table: 'rank',
    key: `${scope}:${month}:${cadre}`,
    row: { month, scope, cadre, total, rank, low },
  });
  return latest.lines.flatMap(({ cadre, total, rank, low, township, townshipRank }) => [
    row(county, cadre, total, rank, low),
    row(township, cadre, total, townshipRank, low),
  ]);
}

const bulletinRecord = (content: BulletinContent): LedgerRecord => ({
  table: 'bulletin',
  key: `${content.county}:${content.month}:${content.number}`,
  row: {
    number: content.number,
    month: content.month,
    scope: content.county,
    issuedOn: content.issuedOn,
    corrects: content.corrects?.number ?? null,
    title: bulletinTitle(content),
    text: bulletinText(content),
  },
});

function listedFacts(
  { opening }: AssessmentFile,
  facts: MonthFacts,
  published: readonly BulletinContent[],
): CaseView['listed'] {
  const latest = published.at(-1);
  return {
    county: opening.county,
    month: opening.month,
    taskItems: facts.tasks.length,
    townships: facts.townships.size,
    missing: facts.roster === undefined ? null : facts.missing.length,
    cadres: facts.roster?.scored.length ?? null,
    ranked: latest?.lines.length ?? null,
    low: latest?.lines.filter(({ low }) => low).length ?? null,
    bulletin: facts.bulletin?.body.number ?? null,
    corrections: facts.corrections.length,
    waitingUntil: facts.bulletin === undefined ? (facts.waiting?.until ?? null) : null,
  };
}
