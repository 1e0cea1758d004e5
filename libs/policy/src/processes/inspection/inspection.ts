import type { CaseView, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { officeId, type OfficeId, type Territory } from '../../base/office';
import { inspectionKinds } from './inspection-acts';
import { conclusion, problemsOf, questions } from './inspection-consequences';
import { deadlinesOf } from './inspection-deadlines';
import {
  allCheckedOn,
  correctionEnd,
  readInspection,
  type Inspection,
  type InspectionFacts,
  type InspectionFile,
} from './inspection-facts';
import { namings, unknownPersons } from './inspection-namings';
import { inspectionOpenings, inspectionOperations } from './inspection-operations';
import { inspectionRecords, inspectionText, inspectionTitle } from './inspection-report';

/** Stages of an inspection. */
export const inspectionStages = {
  planned: '已计划',
  drawn: '已抽取样本',
  running: '检查中',
  'following-up': '举一反三排查中',
  concluded: '已印发通报',
  settled: '已办结',
  cancelled: '已取消',
} as const;
export type InspectionStage = keyof typeof inspectionStages;

/** C-3.4, C-2.5: inspections, flight checks and quizzes; unannounced, with a sample anybody can draw again, every finding a problem of the ledger. */
export const inspection = processOf<Inspection, CaseView>({
  process: 'inspection',
  openings: inspectionOpenings,
  operations: inspectionOperations,
  read: readInspection,
  scope: ({ opening }) => scopeOfPlace(opening.territory),
  view,
});

function view(file: InspectionFile, facts: InspectionFacts): CaseView {
  const stage = stageOf(file, facts);
  const { opening } = file;
  return {
    stage,
    stageName: inspectionStages[stage],
    deadlines: deadlinesOf(file, facts),
    consequences: [...questions(file), ...problemsOf(file, facts), ...conclusion(file, facts), ...namings(file, facts)],
    notices: [...noticesOf(file, facts), ...unknownPersons(file, facts)],
    records: inspectionRecords(file, facts, stage),
    listed: {
      kind: opening.kind,
      scope: opening.scope,
      plannedOn: opening.plannedOn,
      begunOn: facts.begunOn ?? null,
      drawn: facts.draw?.drawn.length ?? 0,
      findings: facts.findings.length,
      number: facts.concluded?.body.number ?? null,
    },
    ...endOf(file, facts),
  };
}

function stageOf(file: InspectionFile, facts: InspectionFacts): InspectionStage {
  if (facts.cancelled !== undefined) return 'cancelled';
  if (isExpired(file)) return 'settled';
  if (file.opening.follows !== null)
    return allCheckedOn(facts, file.openedOn) === undefined ? 'following-up' : 'settled';
  if (facts.concluded !== undefined) return 'concluded';
  if (facts.begunOn !== undefined) return 'running';
  return facts.draw === undefined ? 'planned' : 'drawn';
}

const isExpired = ({ acts }: InspectionFile): boolean =>
  acts.some(({ operation }) => operation === 'correctionsExpired');

function endOf(file: InspectionFile, facts: InspectionFacts): Pick<CaseView, 'ended'> {
  const stage = stageOf(file, facts);
  const checked = file.opening.follows === null ? undefined : allCheckedOn(facts, file.openedOn);
  const on = facts.cancelled?.occurredOn ?? checked ?? (isExpired(file) ? correctionEnd(facts) : undefined);
  return on === undefined ? {} : { ended: { on, outcome: stage, outcomeName: inspectionStages[stage] } };
}

/** Nothing is said to anybody before the bulletin is out. */
function noticesOf(file: InspectionFile, facts: InspectionFacts): NoticeSpec[] {
  const { follows, kind, territory } = file.opening;
  const { clause } = inspectionKinds[kind];
  if (follows !== null) {
    const text = `省级通报的问题：${follows.matters.join('；')}。请对其余各县举一反三排查，全程跟踪推动整改。`;
    return [
      {
        key: 'follow',
        clause,
        on: file.openedOn,
        to: facts.office,
        kind: 'order',
        title: '省级飞行检查通报问题：举一反三、跟踪整改',
        text,
      },
    ];
  }
  return facts.publications.flatMap((publication, index) =>
    recipientsOf(facts, territory).map((to) => ({
      key: `bulletin:${index}>${to}`,
      clause,
      on: publication.issuedOn,
      to,
      kind: 'copy',
      title: inspectionTitle(file, publication),
      text: inspectionText(file, facts, publication),
    })),
  );
}

/** The party committees of the places where something was found, and of the level below the inspecting office. */
function recipientsOf({ findings }: InspectionFacts, territory: Territory): OfficeId[] {
  const below = { 2: 4, 4: 6, 6: 9 }[territory.length] ?? 9;
  return [
    ...new Set(findings.map(({ place }) => officeId('party-committee', place.slice(0, Math.min(below, place.length))))),
  ].sort();
}
