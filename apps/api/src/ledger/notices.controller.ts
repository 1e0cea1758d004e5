import { officeName } from '@duban/contracts/divisions';
import { inboxOf, markAllRead, markRead, unreadOf } from '@duban/persistence/inbox';
import { bulletinsOf, candidatesOf, rankingOf } from '@duban/persistence/records';
import { getPerson } from '@duban/persistence/persons';
import { statisticsByArea } from '@duban/persistence/statistics';
import { basePolicy, settingsOf } from '@duban/policy/settings/policy-set';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { parseBody } from '../acts/request-body';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { CLOCK, todayOf, type Clock } from '../clock';
import { KEY } from '../persons/persons.controller';
import { RefusedRequest } from '../refusals/refused-request';
import { pageOf } from './cases.controller';
import {
  areaQuery,
  bulletinsQuery,
  candidatesQuery,
  inboxQuery,
  parseQuery,
  rankingsQuery,
  readAllBody,
} from './query';
import { inBrackets, withPlaces } from './in-brackets';
import { scopeOf } from './visibility';

/** What offices are told: inbox, bulletins, rankings, statistics. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class NoticesController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(KEY) private readonly key: Buffer,
  ) {}

  @Get('inbox')
  async inbox(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { limit, after, unread } = parseQuery(query, inboxQuery);
    const page = await inboxOf(this.dataSource, caller.office, this.clock.now(), pageOf(limit, after), unread === true);
    return {
      office: caller.office,
      officeName: officeName(caller.office),
      ...page,
      items: page.items.map((item) => ({ ...item, text: withPlaces(item.text) })),
    };
  }

  @Get('inbox/count')
  async unread(@FromCaller() caller: Caller) {
    const counts = await unreadOf(this.dataSource, [caller.office], this.clock.now());
    return { office: caller.office, unread: counts.get(caller.office) ?? 0 };
  }

  /** What came after the reader looked (`until`) stays unread. */
  @Post('inbox/read-all')
  @HttpCode(200)
  async readAll(@FromCaller() caller: Caller, @Body() raw: unknown) {
    const { until } = parseBody(raw, readAllBody).body as z.infer<typeof readAllBody>;
    const at = this.clock.now();
    return {
      read: await markAllRead(this.dataSource, caller.office, until === undefined || until > at ? at : until, {
        at,
        by: caller.person ?? null,
      }),
    };
  }

  @Post('inbox/:id/read')
  @HttpCode(200)
  async read(@FromCaller() caller: Caller, @Param('id') id: string) {
    if (!/^([0-9a-f]{32}|[0-9a-f-]{36}|\d{1,18})$/.test(id))
      throw new RefusedRequest('UNKNOWN_SUBJECT', '收件箱中没有这一条。');
    return {
      read: await markRead(this.dataSource, caller.office, [id], { at: this.clock.now(), by: caller.person ?? null }),
    };
  }

  @Get('statistics')
  async statistics(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { territory, process } = parseQuery(query, areaQuery);
    const scope = scopeOf(caller, territory);
    const day = { today: todayOf(this.clock), nearDays: settingsOf(basePolicy).nearDays };
    return { territory: scope.territory, ...(await statisticsByArea(this.dataSource, scope.territory, day, process)) };
  }

  @Get('bulletins')
  async bulletins(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { county, ...filter } = parseQuery(query, bulletinsQuery);
    const isUnnamed = filter.process === undefined && filter.caseId === undefined;
    const { territory } = scopeOf(caller, county);
    const rows = await bulletinsOf(this.dataSource, {
      ...filter,
      ...(isUnnamed && { process: 'monthly-assessment' }),
      territory: territory.slice(0, 6),
    });
    return { items: await Promise.all(rows.map(async (row) => ({ ...row, text: await this.withNames(row.text) }))) };
  }

  @Get('rankings')
  async rankings(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { scope, month } = parseQuery(query, rankingsQuery);
    scopeOf(caller, scope);
    return { scope, month, items: await rankingOf(this.dataSource, month, scope) };
  }

  @Get('candidates')
  async candidates(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { territory, withdrawn } = parseQuery(query, candidatesQuery);
    return {
      items: await candidatesOf(this.dataSource, {
        territory: scopeOf(caller, territory).territory,
        ...(withdrawn !== undefined && { withdrawn }),
      }),
    };
  }

  /** Bulletins are kept with surrogate ids; who may read them reads names. */
  private async withNames(text: string): Promise<string> {
    const names = new Map<string, string>();
    for (const [, id = ''] of text.matchAll(inBrackets)) {
      if (names.has(id)) continue;
      const person = await getPerson(this.dataSource, this.key, id);
      if (person !== null) names.set(id, person.name);
    }
    return withPlaces(text.replaceAll(inBrackets, (whole, id: string) => names.get(id) ?? whole));
  }
}
