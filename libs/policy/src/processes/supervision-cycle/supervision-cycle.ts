import { cityOf, type Territory } from '../../base/office';
import type { CaseView, Consequence } from '../../case/case';
import { caseId } from '../../case/case-id';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import {
  addDays,
  addToMonth,
  earlierOf,
  firstDayOf,
  laterOf,
  monthOf,
  type CivilDate,
  type Month,
} from '../../dates/civil-date';
import { bookId } from '../duty-book/duty-book';
import {
  cycleEnd,
  cycleStart,
  readCycle,
  type CycleFacts,
  type CycleFile,
  type SupervisionCycle,
} from './supervision-cycle-facts';
import { supervisionCycleOpenings, supervisionCycleOperations } from './supervision-cycle-operations';

/** Stages of a cycle. */
export const cycleStages = { open: '进行中', closed: '已结束' } as const;

const outcomeNames = { 'year-end': '年末结束', 'closed-early': '提前结束' } as const;

/** Clause A-0: a cycle starts the recurring duties of its counties, and ends on 31 December of its year. */
export const supervisionCycle = processOf<SupervisionCycle, CaseView>({
  process: 'supervision-cycle',
  openings: supervisionCycleOpenings,
  operations: supervisionCycleOperations,
  read: readCycle,
  scope: ({ opening }) => scopeOfPlace(opening.province),
  view,
});

function view(file: CycleFile, { counties, end, outcome }: CycleFacts): CaseView {
  const { opening } = file;
  const stage = outcome === undefined ? 'open' : 'closed';
  return {
    stage,
    stageName: cycleStages[stage],
    deadlines: [],
    consequences: [
      ...[...counties].flatMap(([county, from]) => startMonths(file, county, from, end)),
      ...startBooks(file, counties, end),
      ...(outcome === undefined ? [tellYearEnd(file)] : tellBooks(file, counties, end)),
    ],
    notices: [],
    records: [],
    listed: {
      province: opening.province,
      year: opening.year,
      title: opening.title,
      startsOn: cycleStart(file),
      endsOn: end,
      counties: counties.size,
    },
    ...(outcome !== undefined && { ended: { on: end, outcome, outcomeName: outcomeNames[outcome] } }),
  };
}

/** Clause C-3.5: the county's month begins on its first day, or within the month in which the county takes part from. */
function startMonths(file: CycleFile, county: Territory, from: CivilDate, end: CivilDate): Consequence[] {
  return monthsBetween(monthOf(from), monthOf(end)).flatMap((month) => {
    const on = laterOf(firstDayOf(month), from);
    return on > end ? [] : [startMonth(file, county, month, on)];
  });
}

const startMonth = (file: CycleFile, county: Territory, month: Month, on: CivilDate): Consequence => ({
  kind: 'start',
  process: 'monthly-assessment',
  key: `assessment:${county}:${month}`,
  clause: 'C-3.5',
  on,
  caseId: caseId('monthly-assessment', county, month),
  opening: { county, month, cycle: file.caseId },
});

/** RULES 7: the recurring duties of the province, of each county that takes part, and of its city. */
function startBooks(file: CycleFile, counties: ReadonlyMap<Territory, CivilDate>, end: CivilDate): Consequence[] {
  return [...bookTerritories(file, counties)].flatMap(([territory, from]) =>
    from > end
      ? []
      : [
          {
            kind: 'start',
            process: 'duty-book',
            key: `duties:${territory}`,
            clause: 'A-0',
            on: from,
            caseId: bookId(territory, String(file.opening.year), file.caseId),
            opening: { territory, from, to: cycleEnd(file.opening), cycle: file.caseId },
          },
        ],
  );
}

/** Clause A-0: closing a cycle stops the recurring duties. */
const tellBooks = (file: CycleFile, counties: ReadonlyMap<Territory, CivilDate>, on: CivilDate): Consequence[] =>
  [...bookTerritories(file, counties).keys()].map((territory) => ({
    kind: 'tell',
    key: `duties-closed:${territory}`,
    clause: 'A-0',
    on,
    caseId: bookId(territory, String(file.opening.year), file.caseId),
    operation: 'cycleClosed',
    body: { on },
  }));

/** The day each territory's duties begin. */
function bookTerritories(file: CycleFile, counties: ReadonlyMap<Territory, CivilDate>): Map<Territory, CivilDate> {
  const days = new Map([[file.opening.province, cycleStart(file)]]);
  for (const [county, from] of counties) {
    const city = cityOf(county);
    days.set(city, earlierOf(from, days.get(city) ?? from));
    days.set(county, from);
  }
  return days;
}

/** When the year is over the cycle ends by a message to itself. */
const tellYearEnd = (file: CycleFile): Consequence => ({
  kind: 'tell',
  key: 'year-end',
  clause: 'A-0',
  on: addDays(cycleEnd(file.opening), 1),
  caseId: file.caseId,
  operation: 'yearEnded',
  body: { year: file.opening.year },
});

function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addToMonth(month, 1)) months.push(month);
  return months;
}
