import { officeId, type Territory } from '../../base/office';
import type { NoticeSpec } from '../../case/case';
import { addDays, type CivilDate } from '../../dates/civil-date';
import { coveredLists, dutyRows, type CoveredList, type DutyRow } from '../../settings/duty-rows';
import type { DutySheetFile, SheetFacts } from './duty-facts';
import type { People } from './duty-owers';

/** Said of a village instead of its households: nobody can say who was not visited. */
export const noRoll = '花名册未建';

/** Clause C-2.3: a village's households on a list on a day. */
export function householdsOn(list: CoveredList, { households, roll }: People, at: Place): string[] {
  return list === 'household-roll'
    ? roll.filter((part) => isThere(part, at)).flatMap((part) => part.households)
    : households.filter((one) => isThere(one, at)).map(({ household }) => household);
}

interface Place {
  village: Territory;
  on: CivilDate;
}

const isThere = (
  { village, from, to }: { village: Territory; from: CivilDate; to: CivilDate | null },
  at: Place,
): boolean => village === at.village && from <= at.on && (to === null || at.on <= to);

/** How long villages have to make their list before they are told that a duty cannot be done without it. */
const daysToMakeList = 7;

/** Clause C-2.3: villages whose list has not been made; each village's secretary is told, and the township which villages they are. */
export function missingListNotices({ opening, openedOn }: DutySheetFile, { lines }: SheetFacts): NoticeSpec[] {
  const missing = lines.filter(({ duty, toCover }) => toCover.length === 0 && isNeverEmpty(duty));
  const [first] = missing;
  if (first === undefined) return [];
  const { covers = 'household-roll', what, clause } = dutyRows[first.duty] as DutyRow;
  const villages = [...new Set(missing.map(({ ower }) => ower))];
  const list = coveredLists[covers];
  const rest = `${list}未建，${first.period.name}“${what}”无从核对，不能算完成；请在“其他台账”的“${list}”登记全村农户。`;
  const common = { clause, on: addDays(openedOn, daysToMakeList), kind: 'repair', title: `${list}未建` } as const;
  return [
    ...villages.map((village) => ({
      ...common,
      key: `no-list:${village}`,
      to: officeId('village-party-secretary', village),
      text: `本村${rest}`,
    })),
    {
      ...common,
      key: 'no-list',
      to: officeId('party-committee', opening.territory),
      text: `${villages.map((village) => `〔${village}〕`).join('、')}${rest}`,
    },
  ];
}

const isNeverEmpty = (duty: keyof typeof dutyRows): boolean => (dutyRows[duty] as DutyRow).isNeverEmpty === true;
