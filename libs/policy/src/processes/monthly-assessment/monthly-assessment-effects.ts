import type { Consequence, NoticeSpec } from '../../case/case';
import { caseId } from '../../case/case-id';
import { addToMonth, firstDayOf, lastDayOf, type CivilDate } from '../../dates/civil-date';
import { bulletinText, bulletinTitle, type BulletinContent } from './bulletin';
import type { RosterEntry } from '../cadre-posting/roster';
import { closedFrom } from './month-corrections';
import { scoringStart, type AssessmentFile, type MonthFacts } from './monthly-assessment-facts';
import { officeId, type OfficeId } from '../../base/office';
import { standingsOf, type Standing } from './published-bulletins';
import type { CadreToScore } from '../township-scores/township-scores-acts';

/** Clauses C-3.5 and C-3.7: what a county's month sets going elsewhere. */
export function assessmentConsequences(
  file: AssessmentFile,
  facts: MonthFacts,
  published: readonly BulletinContent[],
): Consequence[] {
  return [
    readRoster(file),
    ...startSheets(file, facts),
    ...closeSheets(file, facts),
    ...cadreMessages(file, facts, published),
    ...neutralWithoutBulletin(file, facts, published),
    ...closeMonth(file, facts),
  ];
}

/** Clause C-3.5: each bulletin is copied to the heads of the dispatching units; a copy that found no inbox is to be repaired. */
export function assessmentNotices(file: AssessmentFile, published: readonly BulletinContent[]): NoticeSpec[] {
  return published.flatMap((content) =>
    content.units.flatMap((unit) => {
      const copy = copyTo(content, unit);
      return file.undelivered.includes(copy.key) ? [copy, repairOf(content, copy)] : [copy];
    }),
  );
}

/** Key of a bulletin's copy to a unit. */
export const copyKey = (number: string, unit: OfficeId): string => `copy:${number}:${unit}`;

const readRoster = (file: AssessmentFile): Consequence => ({
  kind: 'ask',
  question: 'roster',
  key: 'roster',
  clause: 'C-3.5',
  on: scoringStart(file),
  operation: 'rosterRead',
  body: { territory: file.opening.county, from: firstDayOf(file.opening.month), to: lastDayOf(file.opening.month) },
});

function startSheets(file: AssessmentFile, { roster, townships, tasks }: MonthFacts): Consequence[] {
  const { county, month } = file.opening;
  const cadresIn = (township: string): CadreToScore[] =>
    (roster?.scored ?? [])
      .filter((entry) => entry.township === township)
      .map(({ cadre, postingCase, unit, role }) => ({ cadre, postingCase, unit, role }));
  return [...townships.keys()].map((township) => ({
    kind: 'start',
    process: 'township-scores',
    caseId: caseId('township-scores', township, month),
    key: `scores:${township}`,
    clause: 'C-3.5',
    on: scoringStart(file),
    opening: {
      township,
      county,
      month,
      assessment: file.caseId,
      cadres: cadresIn(township).map((cadre) => ({ ...cadre })),
      tasks: tasks.map(({ id, what, for: whom }) => ({
        ...(id === undefined ? {} : { id }),
        what,
        for: whom ?? 'all',
      })),
    },
  }));
}

function closeSheets({ opening }: AssessmentFile, { bulletin, townships, versions }: MonthFacts): Consequence[] {
  if (bulletin === undefined) return [];
  return [...townships.keys()].map((township) => ({
    kind: 'tell',
    caseId: caseId('township-scores', township, opening.month),
    key: `closed:${township}`,
    clause: 'C-3.5',
    on: bulletin.occurredOn,
    operation: 'monthClosed',
    body: { bulletin: bulletin.body.number, counted: versions.get(township) ?? 0 },
  }));
}

/** Clause C-3.7: a posting hears only of low months and of months that neither add nor break. */
function cadreMessages(
  file: AssessmentFile,
  { roster }: MonthFacts,
  published: readonly BulletinContent[],
): Consequence[] {
  const entries = new Map(
    [...(roster?.scored ?? []), ...(roster?.unscored ?? [])].map((entry) => [entry.cadre, entry]),
  );
  return standingsOf(published).flatMap((standing) => {
    const entry = entries.get(standing.cadre);
    if (entry === undefined) return [];
    return standing.kind === 'low'
      ? lowMonth(file, entry, standing)
      : [neutralMonth(file, entry, standing.since.issuedOn, standing.since.number)];
  });
}

/** RULES 4.fairness [D fairness]: the month counts at once, but the posting hears when the copy behind it has found no inbox, and when it has. */
function lowMonth(
  { opening, undelivered }: AssessmentFile,
  { cadre, postingCase, unit }: RosterEntry,
  { since, rank }: Standing,
): Consequence[] {
  const copyNotice = copyKey(since.number, unit);
  const about = { month: opening.month, bulletin: since.number };
  const common = { kind: 'tell', clause: 'C-3.7', on: since.issuedOn, caseId: postingCase } as const;
  const body = { ...about, rank, copyNotice, copyDelivered: true };
  const told: Consequence = {
    ...common,
    key: `low:${cadre}:${since.number}`,
    operation: 'lowMonth',
    body,
    withdraw: 'notLowMonth',
  };
  if (!undelivered.includes(copyNotice)) return [told];
  return [
    told,
    {
      ...common,
      key: `undelivered:${cadre}:${since.number}`,
      operation: 'copyUndelivered',
      body: about,
      withdraw: 'copyDelivered',
    },
  ];
}

const neutralMonth = (
  { opening }: AssessmentFile,
  { cadre, postingCase }: RosterEntry,
  on: CivilDate,
  bulletin: string | null,
): Consequence => ({
  kind: 'tell',
  key: `neutral:${cadre}:${bulletin ?? ''}`,
  clause: 'C-3.5',
  on,
  caseId: postingCase,
  operation: 'neutralMonth',
  body: bulletin === null ? { month: opening.month } : { month: opening.month, bulletin },
  withdraw: 'notNeutralMonth',
});

/**
 * OBLIGATIONS D4: without a bulletin the month neither adds nor breaks: at once where there is nobody to score, else from the day the
 * next month is scored; a bulletin that comes later says how each of them stands.
 */
function neutralWithoutBulletin(
  file: AssessmentFile,
  { roster, bulletin }: MonthFacts,
  published: readonly BulletinContent[],
): Consequence[] {
  if (roster === undefined) return [];
  if (roster.scored.length === 0) return roster.unscored.map((entry) => neutralMonth(file, entry, roster.on, null));
  const on = firstDayOf(addToMonth(file.opening.month, 2));
  if (bulletin !== undefined && bulletin.occurredOn < on) return [];
  const still = standingsOf(published).flatMap(({ kind, cadre }) => (kind === 'low' ? [] : [cadre]));
  return [...roster.scored, ...roster.unscored]
    .filter(({ cadre }) => bulletin === undefined || still.includes(cadre))
    .map((entry) => neutralMonth(file, entry, on, null));
}

/** OBLIGATIONS D16: later bulletins close nothing; the month puts itself away once nothing can be corrected any more. */
function closeMonth({ opening, caseId: own }: AssessmentFile, facts: MonthFacts): Consequence[] {
  const on = closedFrom(facts);
  if (on === undefined) return [];
  const body = { month: opening.month };
  return [
    { kind: 'tell', clause: 'C-3.5', key: `expiry@${on}`, on, caseId: own, operation: 'correctionsExpired', body },
  ];
}

const copyTo = (content: BulletinContent, unit: OfficeId): NoticeSpec => ({
  key: copyKey(content.number, unit),
  clause: 'C-3.5',
  on: content.issuedOn,
  to: unit,
  kind: 'copy',
  title: `抄送党委（党组）主要负责同志：${bulletinTitle(content)}（${content.number}）`,
  text: bulletinText(content),
});

const repairOf = ({ county, issuedOn, number }: BulletinContent, copy: NoticeSpec): NoticeSpec => ({
  key: `repair:${copy.key}`,
  clause: 'C-3.5',
  on: issuedOn,
  to: officeId('stationing-office', county),
  kind: 'repair',
  title: `${number}抄送未送达`,
  text: `派出单位〔${copy.to}〕没有收件箱，${number}的抄送未送达；送达前，以该通报为依据的约谈不启动。请登记该单位或改送。`,
});
