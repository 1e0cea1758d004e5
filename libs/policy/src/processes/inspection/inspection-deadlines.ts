import type { DeadlineSpec } from '../../dates/deadline';
import { inspectionKinds } from './inspection-acts';
import type { InspectionFacts, InspectionFile } from './inspection-facts';

/** What an inspecting office owes: to begin and to report, or to look at each county. */
export const deadlinesOf = (file: InspectionFile, facts: InspectionFacts): DeadlineSpec[] =>
  file.opening.follows === null ? inspectionDeadlines(file, facts) : checkDeadlines(file, facts);

/** What was planned is begun, what was begun is reported on. */
function inspectionDeadlines(
  { opening, openedOn }: InspectionFile,
  { office, begunOn, concluded, cancelled, settings }: InspectionFacts,
): DeadlineSpec[] {
  const { clause, name } = inspectionKinds[opening.kind];
  const common = {
    clause,
    rollover: 'none',
    owner: office,
    line: opening.kind === 'inspection' ? 'leading-group' : 'stationing',
    ladder: 'default',
  } as const;
  const begin: DeadlineSpec = {
    ...common,
    id: 'begin',
    what: `开展${name}`,
    trigger: openedOn,
    triggerWhat: '制定检查计划',
    period: { until: opening.plannedOn },
    ...(begunOn !== undefined
      ? { metOn: begunOn }
      : cancelled !== undefined && { dropped: { on: cancelled.occurredOn, reason: cancelled.body.reason } }),
  };
  if (begunOn === undefined) return [begin];
  const report: DeadlineSpec = {
    ...common,
    id: 'report',
    what: `印发${name}情况通报`,
    trigger: begunOn,
    triggerWhat: '检查开始',
    period: { days: settings.inspectionReportDays, unit: 'natural' },
    decisions: ['inspectionReportDays'],
    ...(concluded !== undefined && { metOn: concluded.occurredOn }),
  };
  return [begin, report];
}

/** C-3.4: the city looks at each of its other counties. */
const checkDeadlines = (
  { openedOn }: InspectionFile,
  { office, toCheck = [], checked, settings }: InspectionFacts,
): DeadlineSpec[] =>
  toCheck.map((county) => {
    const done = checked.get(county)?.on;
    return {
      id: `check:${county}`,
      clause: 'C-3.4',
      what: `对〔${county}〕举一反三排查`,
      trigger: openedOn,
      triggerWhat: '省级通报问题',
      period: { days: settings.followCheckDays, unit: 'natural' },
      rollover: 'none',
      owner: office,
      line: 'stationing',
      ladder: 'default',
      decisions: ['followCheckDays'],
      ...(done !== undefined && { metOn: done }),
    };
  });
