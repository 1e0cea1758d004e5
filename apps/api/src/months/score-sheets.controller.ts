import { scoreDraft, scoreDraftSave, scoreHandIn, scoreSheetOne } from '@duban/contracts/answers/score-sheets';
import { divisionName, divisionPath, officeName } from '@duban/contracts/divisions';
import { scores } from '@duban/contracts/scores';
import { daysBetween } from '@duban/policy/dates/civil-date';
import { postingRoles, type PostingRole } from '@duban/policy/processes/cadre-posting/selection-check';
import { Body, Controller, Inject, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isGranted } from '@duban/policy/case/admission';
import { isInScope } from '@duban/policy/case/scope';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { CLOCK, todayOf, type Clock } from '../clock';
import { namesFor, PERSONS_KEY } from '../persons/names';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { lineSeenBy } from './lines-seen';
import { ScoreDrafts } from './score-drafts.service';
import { ScoreSheets } from './score-sheets.service';

/** The month's sheets as a township fills them (C-3.5). */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class ScoreSheetsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sheets: ScoreSheets,
    private readonly drafts: ScoreDrafts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PERSONS_KEY) private readonly key: Buffer,
  ) {}

  @Serves(scoreSheetOne)
  async sheet(@FromCaller() caller: Caller, @Query() query: unknown) {
    const asked = parseQuery(query, scoreSheetOne.query);
    const isSeen = lineSeenBy(caller, asked.township);
    const { row, caseId, due, closed, tasks, settings, lines } = await this.sheets.read(asked);
    const own = lines.filter(isSeen);
    const names = await namesFor(
      this.dataSource,
      this.key,
      caller,
      own.map(({ cadre }) => cadre),
    );
    return {
      ...asked,
      townshipName: divisionPath(asked.township),
      caseId: row === null || !isInScope(row.scope, caller.office) ? null : caseId,
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

  @Serves(scoreDraft)
  draft(@FromCaller() caller: Caller, @Query() query: unknown) {
    return this.drafts.read(caller, parseQuery(query, scoreDraft.query));
  }

  @Serves(scoreDraftSave)
  saveDraft(@FromCaller() caller: Caller, @Body() raw: unknown) {
    return this.drafts.save(caller, raw);
  }

  @Serves(scoreHandIn)
  handIn(@FromCaller() caller: Caller, @Body() raw: unknown) {
    return this.drafts.handIn(caller, raw);
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
