import {
  rehearsalCalendar,
  rehearsalCancel,
  rehearsalCompare,
  rehearsalEvents,
  rehearsalList,
  rehearsalOne,
  rehearsalOrder,
  rehearsalWhatIfs,
} from '@duban/contracts/answers/rehearsals';
import { childrenOf } from '@duban/contracts/divisions';
import { mostMonths, mostWaiting, rehearsalStates, whatIfs, type WhatIf } from '@duban/contracts/rehearsals';
import {
  allRehearsalEvents,
  countEventsBy,
  countEventsByDay,
  rehearsalEventsOf,
} from '@duban/persistence/rehearsal-events';
import { aheadOf, rehearsalsOf } from '@duban/persistence/rehearsals';
import { addDays } from '@duban/policy/dates/civil-date';
import { Body, Controller, Headers, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checkedKey } from '../acts/request-body';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { CLOCK, todayOf, type Clock } from '../clock';
import { scopeOf } from '../cases/visibility';
import { RefusedRequest } from '../refusals/refused-request';
import { askedPage, parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { calendarOf, kindsWithNames } from './calendar';
import { comparisonOf, type Side } from './comparison';
import { RehearsalDesk, ensureEntitled } from './rehearsal-desk';
import {
  countsByClause,
  countsByKind,
  countsByProcess,
  shownEvent,
  shownOrder,
  shownRehearsal,
} from './shown-rehearsal';

/** The coming months of a county, rehearsed to order; what happened in them, day by day. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class RehearsalsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: RehearsalDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Serves(rehearsalOrder)
  async order(@FromCaller() caller: Caller, @Body() body: unknown, @Headers('idempotency-key') key?: string) {
    return shownRehearsal(await this.desk.order(caller, body, checkedKey(key)));
  }

  @Serves(rehearsalList)
  async list(@FromCaller() caller: Caller, @Query() query: unknown) {
    ensureEntitled(caller);
    const { territory, limit, after } = parseQuery(query, rehearsalList.query);
    const page = await rehearsalsOf(this.dataSource, scopeOf(caller, territory).territory, askedPage({ limit, after }));
    return { ...page, items: page.items.map(shownRehearsal) };
  }

  /** What a form asks for, with limits; those that depend on the county are the county's when it is named. */
  @Serves(rehearsalWhatIfs)
  whatIfs(@Query() query: unknown) {
    const { county } = parseQuery(query, rehearsalWhatIfs.query);
    const townships = county === undefined ? undefined : childrenOf(county).length;
    const today = todayOf(this.clock);
    return {
      months: { least: 1, most: mostMonths, default: 6 },
      start: { earliest: today, default: addDays(today, 1) },
      mostWaiting,
      kinds: kindsWithNames,
      items: (Object.entries(whatIfs) as [string, WhatIf][]).map(([id, whatIf]) => ({
        id,
        ...whatIf,
        ...(id === 'lateTownships' &&
          townships !== undefined &&
          'most' in whatIf && { most: Math.min(whatIf.most, townships) }),
      })),
    };
  }

  @Serves(rehearsalCompare)
  async compare(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { left, right, limit } = parseQuery(query, rehearsalCompare.query);
    const [leftSide, rightSide] = [await this.side(caller, left, 'left'), await this.side(caller, right, 'right')];
    return comparisonOf(leftSide, rightSide, limit);
  }

  @Serves(rehearsalOne)
  async get(@FromCaller() caller: Caller, @Param('id') id: string) {
    const row = await this.desk.visible(caller, id);
    const [byKind, byProcess, byClause, ahead] = await Promise.all([
      countEventsBy(this.dataSource, id, 'kind'),
      countEventsBy(this.dataSource, id, 'process'),
      countEventsBy(this.dataSource, id, 'clause'),
      row.state === 'waiting' ? aheadOf(this.dataSource, row) : null,
    ]);
    return {
      ...shownRehearsal(row),
      ahead,
      order: shownOrder(row),
      counts: {
        byKind: countsByKind(byKind),
        byProcess: countsByProcess(byProcess),
        byClause: countsByClause(byClause),
      },
    };
  }

  @Serves(rehearsalEvents)
  async events(@FromCaller() caller: Caller, @Param('id') id: string, @Query() query: unknown) {
    const { limit, after, ...filter } = parseQuery(query, rehearsalEvents.query);
    await this.desk.visible(caller, id);
    const page = await rehearsalEventsOf(this.dataSource, id, filter, askedPage({ limit, after }));
    return { ...page, items: page.items.map(shownEvent) };
  }

  @Serves(rehearsalCalendar)
  async calendar(@FromCaller() caller: Caller, @Param('id') id: string) {
    const { start, until } = await this.desk.visible(caller, id);
    return {
      id,
      start,
      until,
      kinds: kindsWithNames,
      days: calendarOf({ start, until }, await countEventsByDay(this.dataSource, id)),
    };
  }

  @Serves(rehearsalCancel)
  async cancel(@FromCaller() caller: Caller, @Param('id') id: string) {
    return shownRehearsal(await this.desk.cancel(caller, id));
  }

  private async side(caller: Caller, id: string, field: string): Promise<Side> {
    const row = await this.desk.visible(caller, id, field);
    if (row.state !== 'done') {
      throw new RefusedRequest(
        'WRONG_STAGE',
        `只能比较已完成的推演；“${row.title}”现在是“${rehearsalStates[row.state]}”。`,
        {
          field,
        },
      );
    }
    return { row, events: await allRehearsalEvents(this.dataSource, id) };
  }
}
