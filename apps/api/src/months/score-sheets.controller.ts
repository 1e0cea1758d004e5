import { divisionName, divisionPath, officeName } from '@duban/contracts/divisions';
import { civilDate, month, territoryCode } from '@duban/contracts/fields';
import { scores } from '@duban/contracts/scores';
import { onPostOf } from '@duban/persistence/records';
import { daysBetween } from '@duban/policy/dates/civil-date';
import { postingRoles, type PostingRole } from '@duban/policy/processes/cadre-posting/selection-check';
import { Body, Controller, Get, HttpCode, Inject, Post, Put, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { isGranted } from '@duban/policy/case/admission';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { CLOCK, todayOf, type Clock } from '../clock';
import { pageOf } from '../ledger/cases.controller';
import { paging, parseQuery, territory } from '../ledger/query';
import { scopeOf } from '../ledger/visibility';
import { namesFor } from '../persons/names';
import { KEY } from '../persons/persons.controller';
import { ScoreDrafts } from './score-drafts.service';
import { ScoreSheets } from './score-sheets.service';

const sheetQuery = z.strictObject({ township: territoryCode(9, '乡镇'), month });
const rosterQuery = z.strictObject({ ...paging, territory: territory.optional(), on: civilDate.optional() });

/** The month's sheets as a township fills them (C-3.5), and who is on post. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class ScoreSheetsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: ScoreSheets,
    private readonly drafts: ScoreDrafts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(KEY) private readonly key: Buffer,
  ) {}

  @Get('score-sheets')
  async sheet(@FromCaller() caller: Caller, @Query() query: unknown) {
    const asked = parseQuery(query, sheetQuery);
    const seen = scopeOf(caller, asked.township);
    const { row, caseId, due, closed, tasks, settings, lines } = await this.sheets.read(asked);
    const own = lines.filter(
      ({ unit, village }) => (seen.unit ?? unit) === unit && (seen.village ?? village) === village,
    );
    const names = await namesFor(
      this.dataSource,
      this.key,
      caller,
      own.map(({ cadre }) => cadre),
    );
    return {
      ...asked,
      townshipName: divisionPath(asked.township),
      caseId: row === null ? null : caseId,
      stage: row?.stage ?? null,
      stageName: row?.stageName ?? '尚未开始打分',
      due,
      daysLeft: daysBetween(todayOf(this.clock), due),
      closed,
      mayFill: row !== null && closed === null && isGranted(caller.office, scores.operations['score']!.by),
      weights: { task: settings.taskWeight, presence: settings.presenceWeight },
      tasks,
      counts: countsOf(own),
      lines: own.map((line) => ({
        ...line,
        name: names.get(line.cadre) ?? null,
        villageName: line.village === null ? null : divisionName(line.village),
        unitName: officeName(line.unit),
        roleName: postingRoles[line.role as PostingRole] ?? line.role,
        changeable: line.operation !== null,
      })),
    };
  }

  @Get('score-sheets/draft')
  draft(@FromCaller() caller: Caller, @Query() query: unknown) {
    return this.drafts.read(caller, parseQuery(query, sheetQuery));
  }

  @Put('score-sheets/draft')
  saveDraft(@FromCaller() caller: Caller, @Body() raw: unknown) {
    return this.drafts.save(caller, raw);
  }

  @Post('score-sheets/hand-in')
  @HttpCode(200)
  handIn(@FromCaller() caller: Caller, @Body() raw: unknown) {
    return this.drafts.handIn(caller, raw);
  }

  @Get('postings/roster')
  async roster(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { limit, after, territory: asked, on = todayOf(this.clock) } = parseQuery(query, rosterQuery);
    const { territory: place, unit, village } = scopeOf(caller, asked);
    const page = await onPostOf(this.dataSource, { territory: place, on, unit, village }, pageOf(limit, after));
    const names = await namesFor(
      this.dataSource,
      this.key,
      caller,
      page.items.map(({ cadre }) => cadre),
    );
    return {
      on,
      ...page,
      items: page.items.map((item) => ({
        ...item,
        name: names.get(item.cadre) ?? null,
        townshipName: divisionName(item.township),
        villageName: divisionName(item.village),
        unitName: officeName(item.unit),
        roleName: postingRoles[item.role as PostingRole] ?? item.role,
      })),
    };
  }
}

function countsOf(lines: readonly { toBeScored: boolean; state: string }[]) {
  const of = (state: string): number => lines.filter((line) => line.toBeScored && line.state === state).length;
  return {
    all: lines.length,
    toScore: lines.filter((line) => line.toBeScored).length,
    scored: of('scored'),
    excused: of('excused'),
    open: of('open'),
  };
}
