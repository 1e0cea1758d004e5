import { divisionName, divisionPath, officeName } from '@duban/contracts/divisions';
import type { CaseRow } from '@duban/persistence/cases';
import type { TimelineRow } from '@duban/persistence/timeline';
import { processNames } from '@duban/policy/case/case';
import { civilDateOf } from '@duban/policy/dates/civil-date';
import { withPlaces } from '../names/in-brackets';

/** A case as lists show it, with names beside codes; whose it is stays with the ledger. */
export const shownCase = ({ scope: _, ...row }: CaseRow) => ({
  ...row,
  processName: processNames[row.process],
  territoryName: divisionPath(row.territory),
  villageName: typeof row.listed['village'] === 'string' ? divisionName(row.listed['village']) : null,
});

/** Of a sheet that many share, for who has a part in it: no figures, which are those of all. */
export const shownPart = (row: CaseRow) =>
  shownCase({
    ...row,
    ended: row.ended && { ...row.ended, outcomeName: '已办结' },
    listed: Object.fromEntries(Object.entries(row.listed).filter(([, value]) => typeof value !== 'number')),
  });

/** An entry of a timeline; what the system did by itself is marked 自动. */
export const shownEntry = (row: TimelineRow) => ({
  ...row,
  what: withPlaces(row.what),
  marked: row.kind === 'event' ? ('自动' as const) : row.occurredOn < civilDateOf(row.at) ? ('补登' as const) : null,
  byName: officeName(row.by.office),
  recipientNames: row.recipients.map(officeName),
});
