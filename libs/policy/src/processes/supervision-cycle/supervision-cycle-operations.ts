import { isWithin, levelOf, officeKindName, territoryOf, type Territory } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal, type Refusal } from '../../base/verdict';
import {
  condition,
  office,
  operations,
  type Beginning,
  type DayBound,
  type OpeningRow,
  type Situation,
} from '../../case/operation';
import { chineseDate, isCivilDate } from '../../dates/civil-date';
import type { CycleOpening } from './supervision-cycle-acts';
import { cycleEnd, cycleStart, type SupervisionCycle } from './supervision-cycle-facts';

const clause = 'A-0';
type Now = Situation<SupervisionCycle>;

/** A cycle is the province's: its group or one of its two offices. */
const provinceOffices = (['province-group', 'leading-group-office', 'stationing-office'] as const).map((kind) =>
  office(kind, 'province'),
);

const ofOwnProvince = condition<Beginning<CycleOpening>>('NOT_ALLOWED', ({ opening: { province }, by }) =>
  territoryOf(by.office) === province
    ? undefined
    : `督办周期由本省（${province}）启动，当前单位是${territoryOf(by.office)}的${officeKindName(by.office)}。`,
);

/** Clause A-0: a province begins its campaign of a year. */
export const supervisionCycleOpenings = {
  start: {
    clause,
    title: '启动督办周期（专项行动），至当年12月31日结束',
    by: provinceOffices,
    own: [ofOwnProvince],
    judge: judgeStart,
  },
} satisfies Record<string, OpeningRow<CycleOpening>>;

function judgeStart({ opening, openedOn }: Beginning<CycleOpening>): Admission | Refusal {
  const { startsOn, year, counties, province } = opening;
  if (levelOf(province) !== 'province')
    return refuse('UNKNOWN_SUBJECT', clause, `应为2位省级行政区划代码，收到${String(province)}。`, 'province');
  if (startsOn !== undefined && !(isCivilDate(startsOn) && startsOn.startsWith(`${year}-`)))
    return refuse('OUT_OF_RANGE', clause, `开始日期应在${year}年内，收到${startsOn}。`, 'startsOn');
  const start = cycleStart({ opening, openedOn });
  if (start > cycleEnd(opening))
    return refuse('EXPIRED', clause, `${year}年的行动于当年12月31日结束，不能自${chineseDate(start)}起开展。`, 'year');
  if (!start.startsWith(`${year}-`)) {
    const detail = `开始日期应在${year}年内，收到${start}；提前立案的请写明开始日期。`;
    return refuse('OUT_OF_RANGE', clause, detail, 'startsOn');
  }
  if (counties.length === 0)
    return refuse('CONDITIONS_NOT_MET', clause, '督办周期至少应包括一个县（市、区）。', 'counties');
  return counties.map((county, index) => refuseCounty(province, county, `counties.${index}`)).find(Boolean) ?? admit();
}

function refuseCounty(province: Territory, county: Territory, field: string): FieldRefusal | undefined {
  if (levelOf(county) === 'county' && isWithin(county, province)) return undefined;
  return refuse('UNKNOWN_SUBJECT', clause, `应为${province}省内的6位县级行政区划代码，收到${county}。`, field);
}

/** Whose last day it is, and what is no longer done after it: 不再加入新的县. */
const untilYearEnd =
  (what: string) =>
  ({ file }: Now): DayBound => {
    const on = cycleEnd(file.opening);
    return { on, what: '本周期结束之日', why: `本周期于${chineseDate(on)}结束，${what}` };
  };

/** Clause A-0: everything that can be said to a cycle. */
export const supervisionCycleOperations = operations<SupervisionCycle>()({
  addCounty: {
    clause,
    title: '县（市、区）加入督办周期',
    by: provinceOffices,
    until: untilYearEnd('不再加入新的县'),
    judge: ({ body: { county }, file, facts, on }) => {
      const fault = refuseCounty(file.opening.province, county, 'county');
      if (fault !== undefined) return fault;
      const joined = facts.counties.get(county);
      return joined !== undefined && joined <= on
        ? admit({ keep: false, told: '该县已在本周期内，本次登记作为补充记录。' })
        : admit();
    },
  },
  close: {
    clause,
    title: '提前结束督办周期（停止周期性任务，已开展的继续办理）',
    by: provinceOffices,
    until: untilYearEnd('不再提前结束'),
    ledgerOnly: ['reason'],
  },
  yearEnded: { by: 'system' },
});
