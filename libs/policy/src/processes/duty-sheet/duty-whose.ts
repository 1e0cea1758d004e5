import {
  cityOf,
  countyOf,
  isWithin,
  kindOf,
  levelOf,
  officeAbove,
  officeId,
  officeKinds,
  provinceOf,
  territoryOf,
  townshipOf,
  type OfficeId,
  type Territory,
} from '../../base/office';
import { dutyRow, dutyRows, type DutyId, type DutyRow } from '../../settings/duty-rows';
import type { DutySheetFile, SheetFacts } from './duty-facts';
import type { Settings } from '../../settings/policy-set';
import { rowsOn, type DutyLine, type SheetSpan } from './duty-lines';

/** A row can be on a sheet though nobody owes it yet, or nobody is on the list that it covers. */
export function isKeptHere({ opening }: DutySheetFile, { lines, readAt, settings }: SheetFacts, duty: DutyId): boolean {
  if (lines.some((line) => line.duty === duty)) return true;
  if (readAt === undefined) return dutyRow(duty)?.level === levelOf(opening.territory);
  return rowsOn(opening, settings).some(({ id, row }) => id === duty && mayLackOwers(row));
}

/** Nobody may be on the list it covers, or on post of whom it is owed for each. */
const mayLackOwers = ({ covers, bound }: DutyRow): boolean =>
  covers !== undefined || (bound.who === 'unit' && bound.each === 'cadre');

/** Who may record: the owing office; for cadres and teams also the village's party secretary (C-3.1); for units the stationing office. */
export function mayRecord(territory: Territory, { bound }: DutyRow, office: OfficeId): boolean {
  switch (bound.who) {
    case 'cadre':
    case 'team':
      return office === officeId('party-committee', territory) || isSecretary(office, territory);
    case 'office':
      return (
        kindOf(office) === bound.kind &&
        isWithin(territory, territoryOf(office)) &&
        levelOf(territoryOf(office)) === levelOf(territory)
      );
    case 'leader':
      return kindOf(office) === 'party-committee' && isWithin(territory, territoryOf(office));
    case 'unit':
      return kindOf(office) === 'dispatching-unit' || office === officeId('stationing-office', territory);
  }
}

const isSecretary = (office: OfficeId, township: Territory): boolean =>
  kindOf(office) === 'village-party-secretary' && isWithin(territoryOf(office), township);

/** The offices that may record it, in Chinese. */
export function recordersOf({ bound }: DutyRow): string {
  switch (bound.who) {
    case 'cadre':
    case 'team':
      return '本乡镇党委或本村党组织书记';
    case 'office':
      return `本级${officeKinds[bound.kind]}`;
    case 'leader':
      return '包联领导所在的党委';
    case 'unit':
      return '派出单位自己或县驻村办';
  }
}

/** Some duty of the sheet is the office's to record. */
export const recordsAny = (file: DutySheetFile, facts: SheetFacts, office: OfficeId): boolean =>
  (Object.keys(dutyRows) as DutyId[]).some(
    (duty) => isKeptHere(file, facts, duty) && mayRecord(file.opening.territory, dutyRows[duty], office),
  );

/** RULES 9.excuse: 原则上 is excused by the office above on the same line; a party committee by the one above it, never by a 驻村办. */
export function excuserOf({ duty, owner }: Pick<DutyLine, 'duty' | 'owner'>): OfficeId {
  if (kindOf(owner) !== 'party-committee') return officeAbove(owner, dutyRows[duty].line);
  return officeId('party-committee', placeAbove(territoryOf(owner)));
}

/** The duties of the sheet that the office may excuse. */
export const excusableBy = <Line extends DutyLine>(lines: readonly Line[], office: OfficeId): Line[] =>
  lines.filter((line) => isInPrinciple(line.duty) && excuserOf(line) === office);

export const isInPrinciple = (duty: DutyId): boolean => {
  const row: DutyRow = dutyRows[duty];
  return row.isInPrinciple === true;
};

/** RULES 9.corrections: a closed sheet is opened again by the office directly above: 驻村办, and 巩固衔接办 where the sheet has duties of its line. */
export function reopenersOf(
  opening: Pick<SheetSpan, 'territory' | 'cadence'>,
  settings: Pick<Settings, 'duties'>,
): OfficeId[] {
  const { territory } = opening;
  const hasGroupDuties = rowsOn(opening, settings).some(({ row }) => row.line === 'leading-group');
  return [
    officeAbove(officeId('stationing-office', territory), 'stationing'),
    ...(hasGroupDuties ? [officeAbove(officeId('leading-group-office', territory), 'leading-group')] : []),
  ];
}

function placeAbove(place: Territory): Territory {
  switch (levelOf(place)) {
    case 'village':
      return townshipOf(place);
    case 'township':
      return countyOf(place);
    case 'county':
      return cityOf(place);
    default:
      return provinceOf(place);
  }
}
