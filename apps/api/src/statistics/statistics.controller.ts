import {
  mapMeasures,
  statisticsByArea,
  statisticsForecast,
  statisticsMap,
  statisticsOverTime,
  type MapMeasure,
} from '@duban/contracts/answers/statistics';
import { areasBelow, divisionName } from '@duban/contracts/divisions';
import { dueCounts } from '@duban/persistence/forecast';
import { statisticsByArea as countedByArea } from '@duban/persistence/statistics';
import { deadlineWeeks, type DeadlineScope } from '@duban/persistence/weeks';
import { cityOf, levelOf, type Territory } from '@duban/policy/base/office';
import { processNames, type ProcessName } from '@duban/policy/case/case';
import { addDays } from '@duban/policy/dates/civil-date';
import { Controller, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { scopeOf, seesPart } from '../cases/visibility';
import { CLOCK, todayOf, type Clock } from '../clock';
import { dayOfReading } from '../deadlines/shown-deadline';
import { RefusedRequest } from '../refusals/refused-request';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { measures, type Measure } from './measures';
import { totalsOf } from './totals';

/** What leaders look at: how deadlines stand, went and will go, and the map. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class StatisticsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Serves(statisticsByArea)
  async byArea(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { territory: asked, process } = parseQuery(query, statisticsByArea.query);
    const scope = scopeOf(caller, asked);
    const { territory } = scope;
    const day = dayOfReading(todayOf(this.clock));
    return { territory, ...(await countedByArea(this.dataSource, { territory, process, part: scope }, day)) };
  }

  @Serves(statisticsOverTime)
  async overTime(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { weeks, process, territory: asked } = parseQuery(query, statisticsOverTime.query);
    const scope = countedFor(caller, asked, process);
    return {
      territory: scope.territory,
      territoryName: divisionName(scope.territory),
      rule: weeksRule,
      items: await deadlineWeeks(this.dataSource, scope, todayOf(this.clock), weeks),
    };
  }

  @Serves(statisticsForecast)
  async forecast(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { days, process, territory: asked } = parseQuery(query, statisticsForecast.query);
    const scope = countedFor(caller, asked, process);
    const today = todayOf(this.clock);
    const items = await dueCounts(this.dataSource, scope, today, days);
    return {
      territory: scope.territory,
      territoryName: divisionName(scope.territory),
      from: today,
      to: addDays(today, days),
      rule: forecastRule,
      items: items.map((item) => ({ ...item, name: divisionName(item.area), processName: processNames[item.process] })),
      totals: totalsOf(items),
    };
  }

  @Serves(statisticsMap)
  async map(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { measure: id, territory: asked } = parseQuery(query, statisticsMap.query);
    if (seesPart(caller))
      throw new RefusedRequest(
        'NOT_ALLOWED',
        '地图展示各地的情况，供县级以上单位和乡镇查看；本单位请看自己的期限和台账。',
      );
    const place = scopeOf(caller, asked).territory;
    const { read, otherwise, down, ...terms }: Measure = measures[id];
    const length = lengthBelow[levelOf(place) ?? ''];
    if (length === undefined)
      throw new RefusedRequest('OUT_OF_RANGE', `地图按县（省、市）或乡镇（县）展示，收到的地区是 ${place}。`, {
        field: 'territory',
      });
    const isMeasured = down === undefined || length <= down;
    const values = isMeasured
      ? await read(this.dataSource, { territory: place, length, today: todayOf(this.clock) })
      : [];
    const found = new Map(values.map((value) => [value.area, value]));
    return {
      measure: id,
      name: mapMeasures[id],
      ...terms,
      territory: place,
      territoryName: divisionName(place),
      level: length === 6 ? ('county' as const) : ('township' as const),
      items: areasBelow(place, length).map((area) => ({
        area,
        name: divisionName(area),
        city: cityOf(area),
        cityName: divisionName(cityOf(area)),
        value: found.get(area)?.value ?? (isMeasured && !found.has(area) ? otherwise : null),
        asOf: found.get(area)?.asOf ?? null,
      })),
      measures: everyMeasure,
    };
  }
}

const everyMeasure = (Object.entries(mapMeasures) as [MapMeasure, string][]).map(([measure, name]) => ({
  measure,
  name,
  unit: measures[measure].unit,
}));

const weeksRule =
  '按期限逐条统计，一周为周一至周日，本周算到今天：未办结＝周末仍在计时的期限（含逾期）；逾期＝周末未办结且已过到期日，中止的不计；本周到期＝到期日在本周内，撤销的不计；' +
  '按期办结、逾期办结＝办结日期在本周内，不晚于或晚于到期日。办结以发生日期为准，补登的计入实际发生的那一周。';

const forecastRule =
  '计入自今天起至截止日（两端包括在内）到期、尚未办结的期限；已中止、已撤销和已逾期的不计。地区为所查地区的下一级，属于所查地区本级的列在其自身名下。';

const lengthBelow: Readonly<Record<string, number>> = { province: 6, city: 6, county: 9 };

/** Whose deadlines are counted: a village's and a unit's own alone. */
function countedFor(caller: Caller, asked: Territory | undefined, process: ProcessName | undefined): DeadlineScope {
  const scope = scopeOf(caller, asked);
  return { territory: scope.territory, process, part: scope };
}
