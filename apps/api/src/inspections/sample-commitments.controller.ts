import { sampleCommitments } from '@duban/contracts/answers/supervision';
import { sampleCommitmentsOf } from '@duban/persistence/sample-commitments';
import { Controller, Inject, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '../clock';
import { askedPage, parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';

/** What everybody may read, without a token. */
@Controller('api/v1')
export class SampleCommitmentsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** commitments of planned samples; unannounced, so nothing of place, kind or office. */
  @Serves(sampleCommitments)
  async list(@Query() query: unknown) {
    const page = askedPage(parseQuery(query, sampleCommitments.query));
    return { asOf: this.clock.now(), ...(await sampleCommitmentsOf(this.dataSource, page)) };
  }
}
