import { actsOf } from '../../case/act-order';
import type { Act, CaseFile, CaseView, Consequence, ProcessRules } from '../../case/case';
import { caseId } from '../../case/case-id';
import {
  addDays,
  addToMonth,
  chineseDate,
  earlierOf,
  firstDayOf,
  isCivilDate,
  laterOf,
  monthOf,
  type CivilDate,
  type Month,
} from '../../dates/civil-date';
import { cityOf, isWithin, levelOf, type Territory } from '../../base/office';
import { bookId } from '../duty-book/duty-book';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';

/** Clause A-0 (with B-0, C-0): a province's campaign of a year. */
export interface CycleOpening {
  province: Territory;
  year: number;
  title: string;
  /** Default: the day of opening. */
  startsOn?: CivilDate | undefined;
  counties: Territory[];
  /** Tells a further cycle of the same year from the first. */
  name?: string | undefined;
}

/** Clause A-0: closing before the year's end; stops the recurring duties. */
export interface CloseBody {
  reason: string;
}

/** Clause A-0: a county joins the running cycle. */
export interface AddCountyBody {
  county: Territory;
}

/** Stages of a cycle. */
export const cycleStages = { open: '进行中', closed: '已结束' } as const;

/** Clause A-0: a cycle starts the recurring duties of its counties, and ends on 31 December of its year. */
export const supervisionCycle: ProcessRules<CycleOpening> = { process: 'supervision-cycle', judgeOpening, judge, view };

type CycleFile = CaseFile<CycleOpening>;

/** The day a cycle begins to bind: never before it was opened. */
export const cycleStart = ({ opening, openedOn }: Pick<CycleFile, 'opening' | 'openedOn'>): CivilDate =>
  laterOf(openedOn, opening.startsOn ?? openedOn);

/** Clause A-0 [campaign]: 31 December of the year. */
export const cycleEnd = ({ year }: Pick<CycleOpening, 'year'>): CivilDate => `${year}-12-31`;

function judgeOpening(opening: CycleOpening, openedOn: CivilDate): Verdict {
  const { startsOn, year, counties, province } = opening;
  if (levelOf(province) !== 'province')
    return refuse('UNKNOWN_SUBJECT', 'A-0', `应为2位省级行政区划代码，收到${String(province)}。`, 'province');
  if (startsOn !== undefined && !(isCivilDate(startsOn) && startsOn.startsWith(`${year}-`))) {
    return refuse('OUT_OF_RANGE', 'A-0', `开始日期应在${year}年内，收到${startsOn}。`, 'startsOn');
  }
  const start = cycleStart({ opening, openedOn });
  if (start > cycleEnd(opening))
    return refuse('EXPIRED', 'A-0', `${year}年的行动于当年12月31日结束，不能自${chineseDate(start)}起开展。`, 'year');
  if (!start.startsWith(`${year}-`))
    return refuse(
      'OUT_OF_RANGE',
      'A-0',
      `开始日期应在${year}年内，收到${start}；提前立案的请写明开始日期。`,
      'startsOn',
    );
  if (counties.length === 0)
    return refuse('CONDITIONS_NOT_MET', 'A-0', '督办周期至少应包括一个县（市、区）。', 'counties');
  return (
    counties.reduce<Refusal | undefined>(
      (found, county, index) => found ?? refuseCounty(province, county, `counties.${index}`),
      undefined,
    ) ?? admit()
  );
}

function judge(file: CycleFile, act: Act): Verdict {
  switch (act.operation) {
    case 'close':
    case 'yearEnded':
      return admit();
    case 'addCounty':
      return judgeCounty(file, act as Act<AddCountyBody>);
    default:
      return refuse('INVALID_INPUT', 'A-0', `督办周期没有这一操作：${act.operation}。`);
  }
}

function judgeCounty(file: CycleFile, { body, occurredOn }: Act<AddCountyBody>): Verdict {
  const fault = refuseCounty(file.opening.province, body.county, 'county');
  if (fault !== undefined) return fault;
  if (occurredOn > cycleEnd(file.opening))
    return refuse('EXPIRED', 'A-0', `本周期于${chineseDate(cycleEnd(file.opening))}结束，不再加入新的县。`);
  const joined = joiningDays(file).get(body.county);
  if (joined !== undefined && joined <= occurredOn)
    return admit({ keep: false, told: '该县已在本周期内，本次登记作为补充记录。' });
  return admit();
}

function refuseCounty(province: Territory, county: Territory, field: string): Refusal | undefined {
  if (levelOf(county) === 'county' && isWithin(county, province)) return undefined;
  return refuse('UNKNOWN_SUBJECT', 'A-0', `应为${province}省内的6位县级行政区划代码，收到${county}。`, field);
}

function view(file: CycleFile): CaseView {
  const { opening } = file;
  const counties = joiningDays(file);
  const [closed] = actsOf<CloseBody>(file.acts, 'close');
  const yearEnd = actsOf(file.acts, 'yearEnded').length > 0;
  const end = closed === undefined ? cycleEnd(opening) : earlierOf(closed.occurredOn, cycleEnd(opening));
  const isClosed = closed !== undefined || yearEnd;
  const stage = isClosed ? 'closed' : 'open';
  return {
    stage,
    stageName: cycleStages[stage],
    deadlines: [],
    consequences: [
      ...[...counties].flatMap(([county, from]) => startMonths(file, county, from, end)),
      ...startBooks(file, counties, end),
      ...(isClosed ? tellBooks(file, counties, end) : [tellYearEnd(file)]),
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
    ...(isClosed
      ? {
          ended: {
            on: end,
            outcome: closed === undefined ? 'year-end' : 'closed-early',
            outcomeName: closed === undefined ? '年末结束' : '提前结束',
          },
        }
      : {}),
  };
}

/** The day each county takes part from. */
function joiningDays(file: CycleFile): Map<Territory, CivilDate> {
  const start = cycleStart(file);
  const days = new Map(file.opening.counties.map((county) => [county, start]));
  for (const { body, occurredOn } of actsOf<AddCountyBody>(file.acts, 'addCounty')) {
    if (!days.has(body.county)) days.set(body.county, laterOf(start, occurredOn));
  }
  return days;
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

/** Rules part 7: the recurring duties of the province, of each county that takes part, and of its city. */
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
