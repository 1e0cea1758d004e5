import { officeId } from '../../base/office';
import { caseId } from '../../case/case-id';
import type { Consequence, LedgerRecord } from '../../case/case';
import { cycleMark } from '../../case/cycle-mark';
import type { CaseId } from '../../case/process-list';
import { laterOf, monthOf, type CivilDate } from '../../dates/civil-date';
import { periodOf, type Cadence } from '../../dates/natural-period';
import { dutyRows, type DutyId } from '../../settings/duty-rows';
import type { DutySheetFile, SheetFacts } from './duty-facts';
import { sheetCadenceOf } from './duty-lines';
import { deedsOf, dutiesServed, partOf, type Deed, type VillageDay } from './village-day';

/** What a day serves on other sheets is told to them: the quarter's, or the month's in which its week began; withdrawn when said anew or taken back. */
export const daysToTell = (file: DutySheetFile, facts: SheetFacts): Consequence[] =>
  facts.days.filter(({ by }) => by !== 'system').flatMap((day) => tellsOf(file, facts, day));

function tellsOf(file: DutySheetFile, { settings }: SheetFacts, day: VillageDay): Consequence[] {
  const sheets = new Map<CaseId, { duty: DutyId; deeds: Deed[] }>();
  for (const deed of deedsOf(day.body)) {
    for (const duty of dutiesServed(deed, settings)) {
      const sheet = sheetOf(file, settings.duties[duty]?.cadence ?? 'month', day.on);
      const known = sheets.get(sheet) ?? { duty, deeds: [] };
      sheets.set(sheet, { duty: known.duty, deeds: [...known.deeds, deed] });
    }
  }
  sheets.delete(file.caseId);
  const source = `${file.caseId}#${day.entry}`;
  return [...sheets].map(([sheet, { duty, deeds }]) => ({
    kind: 'tell',
    key: `day#${day.entry}>${sheet}`,
    clause: dutyRows[duty].clause,
    on: day.on,
    caseId: sheet,
    operation: 'villageDayTold',
    body: { ...partOf(day.body, deeds), on: day.on, source },
    withdraw: 'villageDayWithdrawn',
  }));
}

/** The sheet of the same cycle on which what is done on a day for a duty of this cadence is kept. */
function sheetOf({ opening }: DutySheetFile, cadence: Cadence, on: CivilDate): CaseId {
  const begun = laterOf(periodOf(cadence, on).from, opening.cycle.from);
  const { id } = periodOf(sheetCadenceOf(cadence), begun);
  return caseId('duty-sheet', opening.territory, id, ...cycleMark(opening.book));
}

/** A village's days of the month, so that whoever needs them reads them where they were said. */
export function villageDayRecords({ days }: SheetFacts): LedgerRecord[] {
  const said = days.filter(({ by }) => by !== 'system');
  const villages = [...new Set(said.map(({ body }) => body.village))];
  return villages.map((village) => {
    const own = said.filter(({ body }) => body.village === village).sort((a, b) => (a.on < b.on ? -1 : 1));
    const on = own.at(-1)?.on ?? '';
    return {
      table: 'register',
      key: `village-day/${village}`,
      row: {
        kind: 'village-day',
        territory: village,
        period: monthOf(on),
        owner: officeId('village-party-secretary', village),
        on,
        state: 'said',
        body: { days: own.map(rowOfDay) },
      },
    };
  });
}

const rowOfDay = ({ entry, on, by, body: { visits = [], meetings = [], broadcast = false } }: VillageDay) => ({
  ...{ entry, on, by },
  ...{ visits, meetings, broadcast },
});
