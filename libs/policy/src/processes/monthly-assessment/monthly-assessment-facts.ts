import { actsOf } from '../../case/act-order';
import type { CaseFile, KeptActOf } from '../../case/case';
import { addToMonth, chineseMonth, firstDayOf, laterOf, type CivilDate } from '../../dates/civil-date';
import { computeDeadline, type DeadlineSpec } from '../../dates/deadline';
import { talksIn, type Talk } from './month-corrections';
import { monthRoster, type MonthRoster } from './month-roster';
import type { MonthScore } from '../township-scores/month-score';
import type { TaskItem } from '../township-scores/task-item';
import type { AssessmentOpening, MonthlyAssessmentBodies, WaitBody } from './monthly-assessment-acts';
import { officeId, type Territory } from '../../base/office';
import { settingsOf, type Settings } from '../../settings/policy-set';

export type AssessmentFile = CaseFile<AssessmentOpening, MonthlyAssessmentBodies>;
type Kept<Name extends keyof MonthlyAssessmentBodies> = Extract<
  KeptActOf<MonthlyAssessmentBodies>,
  { operation: Name }
>;

/** What the rules of a county's month are about. */
export interface MonthlyAssessment {
  opening: AssessmentOpening;
  facts: MonthFacts;
  bodies: MonthlyAssessmentBodies;
}

/** Clause C-3.5: all that is known of a county's month, by the dates of the facts. */
export interface MonthFacts {
  settings: Settings;
  taskDeadline?: DeadlineSpec;
  /** The day of the first task list. */
  listIssuedOn?: CivilDate;
  tasks: readonly TaskItem[];
  roster?: MonthRoster & { on: CivilDate };
  /** Scored cadres by township, in the order of codes. */
  townships: ReadonlyMap<Territory, readonly string[]>;
  /** By cadre; without a score: left unscored by the township. */
  sheet: ReadonlyMap<string, { version: number; on: CivilDate; score?: MonthScore }>;
  /** The last act of each township that arrived. */
  versions: ReadonlyMap<Territory, number>;
  missing: readonly Territory[];
  bulletin?: Kept<'issueBulletin'>;
  corrections: readonly Kept<'correctScore'>[];
  waiting?: WaitBody;
  talks: readonly Talk[];
  closedOn?: CivilDate;
}

/** Reads the month from its acts. Sheets count whatever their order of arrival: the higher version of a cadre's line wins. */
export function readMonth(file: AssessmentFile): MonthFacts {
  const settings = settingsOf(file.policy);
  const roster = rosterOf(file, settings);
  const townships = scoredByTownship(roster);
  const { sheet, versions } = sheetOf(file);
  const bulletin = actsOf(file.acts, 'issueBulletin')[0];
  const waiting = actsOf(file.acts, 'wait').at(-1)?.body;
  const taskDeadline = taskListDeadline(file, settings);
  const lists = actsOf(file.acts, 'issueTaskList');
  const listIssuedOn = lists[0]?.occurredOn;
  const closedOn = closingOf(file);
  return {
    settings,
    tasks: lists.at(-1)?.body.items ?? [],
    townships,
    sheet,
    versions,
    missing: [...townships]
      .filter(([, cadres]) => cadres.some((cadre) => !sheet.has(cadre)))
      .map(([township]) => township),
    corrections: actsOf(file.acts, 'correctScore'),
    talks: talksIn(file),
    ...(taskDeadline === undefined ? {} : { taskDeadline }),
    ...(listIssuedOn === undefined ? {} : { listIssuedOn }),
    ...(roster === undefined ? {} : { roster }),
    ...(bulletin === undefined ? {} : { bulletin }),
    ...(waiting === undefined ? {} : { waiting }),
    ...(closedOn === undefined ? {} : { closedOn }),
  };
}

/** The 1st of the following month: the roster is read, the townships score. */
export const scoringStart = ({ opening }: AssessmentFile): CivilDate => firstDayOf(addToMonth(opening.month, 1));

function rosterOf(file: AssessmentFile, settings: Settings): MonthFacts['roster'] {
  const [read] = actsOf(file.acts, 'rosterRead');
  return read && { ...monthRoster(read.body, file.opening.month, settings.minimumDaysOnPost), on: read.occurredOn };
}

function scoredByTownship(roster: MonthFacts['roster']): Map<Territory, string[]> {
  const byTownship = new Map<Territory, string[]>();
  for (const { township } of roster?.scored ?? []) byTownship.set(township, []);
  for (const { township, cadre } of roster?.scored ?? []) byTownship.get(township)?.push(cadre);
  return new Map([...byTownship].sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

function sheetOf(file: AssessmentFile): Pick<MonthFacts, 'sheet' | 'versions'> {
  const sheet = new Map<string, { version: number; on: CivilDate; score?: MonthScore }>();
  const versions = new Map<Territory, number>();
  for (const { body, occurredOn: on } of actsOf(file.acts, 'sheetReceived')) {
    const { version } = body;
    versions.set(body.township, Math.max(version, versions.get(body.township) ?? 0));
    const isNewer = (cadre: string): boolean => version >= (sheet.get(cadre)?.version ?? 0);
    for (const cadre of body.unscored) if (isNewer(cadre)) sheet.set(cadre, { version, on });
    for (const score of body.scores) if (isNewer(score.cadre)) sheet.set(score.cadre, { version, on, score });
  }
  return { sheet, versions };
}

/** Not owed in a month whose 5th had already passed when the cycle began. 原则上: it can be excused. */
function taskListDeadline(
  { opening, openedOn, calendar, acts }: AssessmentFile,
  settings: Settings,
): DeadlineSpec | undefined {
  const spec: DeadlineSpec = {
    id: 'task-list',
    clause: 'C-3.5',
    what: `下发${chineseMonth(opening.month)}驻村第一书记和工作队任务清单`,
    trigger: firstDayOf(opening.month),
    triggerWhat: '当月开始',
    period: { dayOfMonth: settings.taskListDay, monthsAhead: 0 },
    rollover: settings.monthRollover,
    owner: officeId('stationing-office', opening.county),
    line: 'stationing',
    ladder: 'default',
    startedOn: openedOn,
    decisions: ['monthRollover'],
  };
  if (computeDeadline(spec, calendar).due < openedOn) return undefined;
  const [issued] = actsOf(acts, 'issueTaskList');
  const [excused] = actsOf(acts, 'excuseTaskList');
  if (issued !== undefined) return { ...spec, metOn: issued.occurredOn };
  return excused === undefined ? spec : { ...spec, dropped: { on: excused.occurredOn, reason: excused.body.reason } };
}

/** The month's message to itself: nothing more is corrected. */
const closingOf = ({ acts }: AssessmentFile): CivilDate | undefined =>
  actsOf(acts, 'correctionsExpired')[0]?.occurredOn;

/** The last day a score that entered the bulletin was given on. */
export const lastScoredOn = ({ sheet }: MonthFacts, since: CivilDate): CivilDate =>
  laterOf(since, ...[...sheet.values()].map(({ on }) => on));
