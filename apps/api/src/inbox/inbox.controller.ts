import { inboxCount, inboxList, inboxRead, inboxReadAll } from '@duban/contracts/answers/inbox';
import { officeName } from '@duban/contracts/divisions';
import { inboxOf, markAllRead, markRead, unreadOf } from '@duban/persistence/inbox';
import { Body, Controller, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { parseBody } from '../acts/request-body';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { CLOCK, type Clock } from '../clock';
import { withPlaces } from '../names/in-brackets';
import { askedPage, parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';

/** What an office has been told. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class InboxController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Serves(inboxList)
  async list(@FromCaller() { office }: Caller, @Query() query: unknown) {
    const asked = parseQuery(query, inboxList.query);
    const page = await inboxOf(this.dataSource, office, this.clock.now(), askedPage(asked), asked.unread);
    return {
      office,
      officeName: officeName(office),
      ...page,
      items: page.items.map((item) => ({ ...item, text: withPlaces(item.text) })),
    };
  }

  @Serves(inboxCount)
  async count(@FromCaller() { office }: Caller) {
    const counts = await unreadOf(this.dataSource, [office], this.clock.now());
    return { office, unread: counts.get(office) ?? 0 };
  }

  /** What came after the reader looked (`until`) stays unread. */
  @Serves(inboxReadAll)
  async readAll(@FromCaller() caller: Caller, @Body() raw: unknown) {
    const { until } = parseBody(raw, inboxReadAll.body).body as z.output<typeof inboxReadAll.body>;
    const reading = this.readingBy(caller);
    const before = until === undefined || until > reading.at ? reading.at : until;
    return { read: await markAllRead(this.dataSource, caller.office, before, reading) };
  }

  @Serves(inboxRead)
  async read(@FromCaller() caller: Caller, @Param('id') id: string) {
    return { read: await markRead(this.dataSource, caller.office, [id], this.readingBy(caller)) };
  }

  private readingBy({ person }: Caller) {
    return { at: this.clock.now(), by: person ?? null };
  }
}
