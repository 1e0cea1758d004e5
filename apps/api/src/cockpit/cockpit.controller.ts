import { areasBelow, divisionName, officeName } from '@duban/contracts/divisions';
import { civilDate, month, oneOf } from '@duban/contracts/fields';
import { dueCounts } from '@duban/persistence/forecast';
import { listedCounties, rankMovements } from '@duban/persistence/standings';
import { deadlineWeeks } from '@duban/persistence/weeks';
import { processNames } from '@duban/policy/case/case';
import { cityOf, levelOf } from '@duban/policy/base/office';
import { addDays } from '@duban/policy/dates/civil-date';
import { postingRoles, type PostingRole } from '@duban/policy/processes/cadre-posting/selection-check';
import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { CLOCK, todayOf, type Clock } from '../clock';
import { parseQuery, processName, territory } from '../ledger/query';
import { scopeOf } from '../ledger/visibility';
import { namesFor } from '../persons/names';
import { KEY } from '../persons/persons.controller';
import { RefusedRequest } from '../refusals/refused-request';
import { listedAs } from './listed';
import { measures, type Measure } from './measures';

const whole = (max: number, usual: number) =>
  z.coerce
    .number(`应为 1–${max} 的整数`)
    .int(`应为 1–${max} 的整数`)
    .min(1, `应为 1–${max} 的整数`)
    .max(max, `应为 1–${max} 的整数`)
    .default(usual);
const weeksQuery = z.strictObject({
  territory: territory.optional(),
  process: processName.optional(),
  weeks: whole(104, 26),
});
const forecastQuery = z.strictObject({
  territory: territory.optional(),
  process: processName.optional(),
  days: whole(120, 30),
});
const measureNames = Object.fromEntries(Object.entries(measures).map(([id, { name }]) => [id, name])) as Record<
  keyof typeof measures,
  string
>;
const mapQuery = z.strictObject({ territory: territory.optional(), measure: oneOf(measureNames) });
const boardQuery = z.strictObject({ territory: territory.optional(), on: civilDate.optional() });
const movementQuery = z.strictObject({ scope: territory, month });

/** What leaders look at: how deadlines went and will go, the map, listed counties, and how ranks have moved. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class CockpitController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(KEY) private readonly key: Buffer,
  ) {}

  @Get('statistics/over-time')
  async overTime(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { weeks, process, territory: asked } = parseQuery(query, weeksQuery);
    const scope = { territory: scopeOf(caller, asked).territory, process, owner: ownerOf(caller) };
    return {
      territory: scope.territory,
      territoryName: divisionName(scope.territory),
      rule: weeksRule,
      items: await deadlineWeeks(this.dataSource, scope, todayOf(this.clock), weeks),
    };
  }

  @Get('statistics/forecast')
  async forecast(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { days, process, territory: asked } = parseQuery(query, forecastQuery);
    const scope = { territory: scopeOf(caller, asked).territory, process, owner: ownerOf(caller) };
    const today = todayOf(this.clock);
    const items = await dueCounts(this.dataSource, scope, today, days);
    return {
      territory: scope.territory,
      territoryName: divisionName(scope.territory),
      from: today,
      to: addDays(today, days),
      rule: '计入自今天起至截止日（两端包括在内）到期、尚未办结的期限；已中止、已撤销和已逾期的不计。地区为所查地区的下一级，属于所查地区本级的列在其自身名下。',
      items: items.map((item) => ({ ...item, name: divisionName(item.area), processName: processNames[item.process] })),
      totals: {
        all: sum(items),
        byDay: grouped(items, ({ day }) => day).map(([day, count]) => ({ day, count })),
        byArea: grouped(items, ({ area }) => area).map(([area, count]) => ({ area, name: divisionName(area), count })),
        byProcess: grouped(items, ({ process: one }) => one).map(([one, count]) => ({
          process: one,
          processName: processNames[one],
          count,
        })),
      },
    };
  }

  @Get('statistics/map')
  async map(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { measure: id, territory: asked } = parseQuery(query, mapQuery);
    const place = scopeOf(caller, asked).territory;
    const { read, otherwise, down, ...terms }: Measure = measures[id];
    const length = lengthBelow[levelOf(place) ?? ''];
    if (length === undefined)
      throw new RefusedRequest('INVALID_INPUT', `地图按县（省、市）或乡镇（县）展示，收到的地区是 ${place}。`, {
        field: 'territory',
      });
    const isMeasured = down === undefined || length <= down;
    const values = isMeasured
      ? await read(this.dataSource, { territory: place, length, today: todayOf(this.clock) })
      : [];
    const found = new Map(values.map((value) => [value.area, value]));
    return {
      measure: id,
      ...terms,
      territory: place,
      territoryName: divisionName(place),
      level: length === 6 ? 'county' : 'township',
      items: areasBelow(place, length).map((area) => ({
        area,
        name: divisionName(area),
        city: cityOf(area),
        cityName: divisionName(cityOf(area)),
        value: found.get(area)?.value ?? (isMeasured && !found.has(area) ? otherwise : null),
        asOf: found.get(area)?.asOf ?? null,
      })),
      measures: Object.entries(measureNames).map(([measure, name]) => ({
        measure,
        name,
        unit: measures[measure as typeof id].unit,
      })),
    };
  }

  @Get('listings/board')
  async board(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { territory: asked, on = todayOf(this.clock) } = parseQuery(query, boardQuery);
    const { territory: place, village: own, unit: sent } = scopeOf(caller, asked);
    const rows = own === undefined && sent === undefined ? await listedCounties(this.dataSource, place) : [];
    return { on, items: rows.map((row) => listedAs(row, on)) };
  }

  @Get('rankings/movement')
  async movement(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { scope, month: of } = parseQuery(query, movementQuery);
    const seen = scopeOf(caller, scope);
    const rows = await rankMovements(this.dataSource, of, scope);
    const own = rows.filter(
      ({ unit, village }) => (seen.unit ?? unit) === unit && (seen.village ?? village) === village,
    );
    const names = await namesFor(
      this.dataSource,
      this.key,
      caller,
      own.map(({ cadre }) => cadre),
    );
    return {
      scope,
      scopeName: divisionName(scope),
      month: of,
      items: own.map((row) => ({
        ...row,
        name: names.get(row.cadre) ?? null,
        movement: row.lastRank === null ? null : row.lastRank - row.rank,
        townshipName: row.township && divisionName(row.township),
        villageName: row.village && divisionName(row.village),
        unitName: row.unit && officeName(row.unit),
        roleName: row.role && (postingRoles[row.role as PostingRole] ?? row.role),
      })),
    };
  }
}

const weeksRule =
  '按期限逐条统计，一周为周一至周日，本周算到今天：未办结＝周末仍在计时的期限（含逾期）；逾期＝周末未办结且已过到期日，中止的不计；本周到期＝到期日在本周内，撤销的不计；' +
  '按期办结、逾期办结＝办结日期在本周内，不晚于或晚于到期日。办结以发生日期为准，补登的计入实际发生的那一周。';

const lengthBelow: Readonly<Record<string, number>> = { province: 6, city: 6, county: 9 };

/** A dispatching unit sees what it owes itself. */
const ownerOf = (caller: Caller): string | undefined =>
  caller.kind === 'dispatching-unit' ? caller.office : undefined;

const sum = (items: readonly { count: number }[]): number => items.reduce((total, { count }) => total + count, 0);

function grouped<Item extends { count: number }, Key extends string>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + item.count);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
