import { sampleCommitmentsOf } from '@duban/persistence/sample-commitments';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '../clock';
import { pageOf } from './cases.controller';
import { pageQuery, parseQuery } from './query';

/** What everybody may read, without a token. */
@Controller('api/v1/public')
export class PublicController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** commitments of planned samples; unannounced, so nothing of place, kind or office. */
  @Get('sample-commitments')
  async sampleCommitments(@Query() query: unknown) {
    const { limit, after } = parseQuery(query, pageQuery);
    return { asOf: this.clock.now(), ...(await sampleCommitmentsOf(this.dataSource, pageOf(limit, after))) };
  }
}
