import { changeStream } from '@duban/contracts/answers/offices';
import { Controller, Query, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { scopeOf } from '../cases/visibility';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { ChangeFeed } from './change-feed';
import { EventStream } from './event-stream';

/** What changes while somebody looks on; what to show is read again through the lists. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class ChangesController {
  constructor(private readonly feed: ChangeFeed) {}

  @Serves(changeStream)
  stream(@FromCaller() caller: Caller, @Query() query: unknown, @Res() response: Response): void {
    const { territory, process } = parseQuery(query, changeStream.query);
    if (territory !== undefined) scopeOf(caller, territory);
    this.feed.follow({ caller, territory, process, stream: new EventStream(response) });
  }
}
