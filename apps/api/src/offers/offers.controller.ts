import { caseActs, openingList } from '@duban/contracts/answers/offers';
import { groupOfProcess } from '@duban/contracts/operation-groups';
import { caseOf } from '@duban/persistence/cases';
import { Controller, Inject, Param, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CASE_BOOK, unknownCase, type CaseBook } from '../acts/acts.service';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { CLOCK, todayOf, type Clock } from '../clock';
import { CaseFiles } from '../cases/case-files';
import { visibleOr404 } from '../cases/visibility';
import { Serves } from '../routes/serves';
import { offeredActs } from './offered-acts';
import { offeredOpenings } from './offered-openings';

/** What the caller may do now, and why not the rest: the buttons of a screen. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class OffersController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CASE_BOOK) private readonly book: CaseBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Serves(openingList)
  openings(@FromCaller() caller: Caller) {
    return { items: offeredOpenings(caller) };
  }

  @Serves(caseActs)
  async acts(@FromCaller() caller: Caller, @Param('caseId') caseId: string) {
    const row = visibleOr404(await caseOf(this.dataSource, caseId), caseId, caller);
    const files = await CaseFiles.of(this.dataSource, await this.book.calendar());
    const [found] = await files.read([row]);
    if (found === undefined) throw unknownCase(caseId);
    return {
      caseId,
      items: offeredActs(groupOfProcess(row.process), { file: found.file, caller, today: todayOf(this.clock) }),
    };
  }
}
