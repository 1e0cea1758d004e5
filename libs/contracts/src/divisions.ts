import { departmentOf, departments } from '@duban/policy/base/departments';
import {
  kindOf,
  levelOf,
  officeKinds,
  territoryOf,
  type OfficeId,
  type OfficeKind,
  type Territory,
} from '@duban/policy/base/office';
import { shanxiRows } from './divisions-shanxi';
import { xiangyuanRows } from './divisions-xiangyuan';

const names = new Map<Territory, string>([['14', '山西省']]);
const children = new Map<Territory, Territory[]>();
const suffixLengths: Readonly<Record<number, number>> = { 2: 2, 4: 2, 6: 3, 9: 3 };
for (const row of [...shanxiRows, ...xiangyuanRows]) readRow(row);

function readRow(row: string): void {
  const [parent = '', ...parts] = row.split(' ');
  const length = suffixLengths[parent.length] ?? 0;
  for (const part of parts) names.set(parent + part.slice(0, length), part.slice(length));
  children.set(
    parent,
    parts.map((part) => parent + part.slice(0, length)),
  );
}

/** The name of a division, such as 襄垣县; the code itself where no name is known. RULES 9.rights: every act is of a territory. */
export const divisionName = (code: Territory): string => names.get(code) ?? code;

/** The whole name from the province down: 山西省长治市襄垣县古韩镇. An unnamed village appears with its code. */
export const divisionPath = (code: Territory): string =>
  [2, 4, 6, 9, 12]
    .filter((length) => length <= code.length)
    .map((length) => divisionName(code.slice(0, length)))
    .join('');

/** Is it a division of the province? A village counts when its township is known: villages are founded and merged more often than lists are printed. */
export const isKnownDivision = (code: Territory): boolean =>
  names.has(code) || (/^\d{12}$/.test(code) && names.has(code.slice(0, 9)));

/** The divisions directly below, in the order of their codes; empty for villages and where they are not listed. */
export const childrenOf = (code: Territory): readonly Territory[] => children.get(code) ?? [];

/** All divisions of some length within one: counties (6) of a province, townships (9) of a county. Without the one scenic area that is no county. */
export function areasBelow(code: Territory, length: number): Territory[] {
  if (code.length >= length) return code.length === length ? [code] : [];
  return childrenOf(code)
    .flatMap((child) => areasBelow(child, length))
    .filter((area) => length !== 6 || area[4] !== '7');
}

/** Divisions within one whose name holds the words, larger ones first. */
export const divisionsNamed = (words: string, within: Territory, limit: number): Territory[] =>
  [...names]
    .filter(([code, name]) => code.startsWith(within) && name.includes(words))
    .map(([code]) => code)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, limit);

/** RULES 9.offices: an office as documents call it: 襄垣县驻村办, 古韩镇党委, 派出单位U07. */
export function officeName(office: OfficeId | 'system'): string {
  if (office === 'system') return '系统';
  const kind = kindOf(office);
  const territory = territoryOf(office);
  if (!Object.hasOwn(officeKinds, kind)) return office;
  const unit = office.split(':')[2] ?? '';
  if (kind === 'dispatching-unit') return `${officeKinds[kind]}${unit}`;
  const department = kind === 'department' ? departmentOf(office) : undefined;
  return department === undefined
    ? `${divisionName(territory)}${namePart(kind, territory)}${unit}`
    : `${divisionName(territory)}${departments[department]}部门`;
}

function namePart(kind: Exclude<OfficeKind, 'dispatching-unit'>, territory: Territory): string {
  switch (kind) {
    case 'province-group':
      return '巩固衔接领导小组';
    case 'organization-department':
      return '委组织部';
    case 'party-committee':
      return partyCommittee(territory);
    case 'village-committee':
      return divisionName(territory).endsWith('社区') ? '居委会' : officeKinds[kind];
    case 'village-party-secretary':
      return '党组织书记';
    case 'leading-group-office':
    case 'revitalization-bureau':
    case 'stationing-office':
    case 'discipline-commission':
    case 'inspection-team':
    case 'department':
      return officeKinds[kind];
  }
}

/** 襄垣县委, 古韩镇党委, 太行东街街道党工委. */
function partyCommittee(territory: Territory): string {
  const level = levelOf(territory);
  if (level === 'township') return divisionName(territory).endsWith('街道') ? '党工委' : '党委';
  return level === 'village' ? '党组织' : '委';
}
