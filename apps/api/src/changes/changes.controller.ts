import { Controller, Get, Query, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { areaQuery, parseQuery } from '../ledger/query';
import { scopeOf } from '../ledger/visibility';
import { ChangeFeed } from './change-feed';
import { EventStream } from './event-stream';

/** What changes while somebody looks on; what to show is read again through the lists. */
@Controller('api/v1/changes')
@UseGuards(CallerGuard)
export class ChangesController {
  constructor(private readonly feed: ChangeFeed) {}

  @Get('stream')
  stream(@FromCaller() caller: Caller, @Query() query: unknown, @Res() response: Response): void {
    const { territory, process } = parseQuery(query, areaQuery);
    if (territory !== undefined) scopeOf(caller, territory);
    this.feed.follow({ caller, territory, process, stream: new EventStream(response) });
  }
}
