import { scoreEvidence } from '@duban/contracts/answers/score-sheets';
import { citation } from '@duban/policy/base/clauses/clauses';
import { Controller, Inject, Query, UseGuards } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { CLOCK, todayOf, type Clock } from '../clock';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { lineSeenBy } from './lines-seen';
import { ScoreEvidence } from './score-evidence.service';
import { ScoreSheets } from './score-sheets.service';

/** What the records say beside the scores of a month (C-3.5). */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class ScoreEvidenceController {
  constructor(
    private readonly sheets: ScoreSheets,
    private readonly evidence: ScoreEvidence,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Serves(scoreEvidence)
  async beside(@FromCaller() caller: Caller, @Query() query: unknown) {
    const asked = parseQuery(query, scoreEvidence.query);
    const isSeen = lineSeenBy(caller, asked.township);
    const { lines } = await this.sheets.read(asked);
    const items = await this.evidence.beside(asked, lines.filter(isSeen), {
      caller,
      today: todayOf(this.clock),
    });
    return { ...asked, citation: citation('C-3.5'), items };
  }
}
