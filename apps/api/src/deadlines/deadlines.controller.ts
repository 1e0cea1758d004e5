import { deadlineExplanation, deadlineList } from '@duban/contracts/answers/cases';
import { caseOf } from '@duban/persistence/cases';
import { deadlineOf, deadlinesOf } from '@duban/persistence/deadlines';
import { policyVersionOf } from '@duban/persistence/policy-versions';
import { clauseOf } from '@duban/policy/base/clauses/clauses';
import { explain } from '@duban/policy/settings/explanation';
import { settingOrigins, settingsOf } from '@duban/policy/settings/policy-set';
import { Controller, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CASE_BOOK, type CaseBook } from '../acts/acts.service';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { partOf, scopeOf, visibleOr404 } from '../cases/visibility';
import { CLOCK, todayOf, type Clock } from '../clock';
import { possibleSteps } from '../offers/possible-steps';
import { RefusedRequest } from '../refusals/refused-request';
import { askedPage, parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { noStep } from './next-act';
import { dayOfReading, shownDeadline, withStep } from './shown-deadline';

/** Deadlines of all cases, and why each falls on its day. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class DeadlinesController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CASE_BOOK) private readonly book: CaseBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Serves(deadlineList)
  async list(@FromCaller() caller: Caller, @Query() query: unknown) {
    const asked = parseQuery(query, deadlineList.query);
    const scope = scopeOf(caller, asked.territory);
    const filter = {
      territory: scope.territory,
      part: scope,
      process: asked.process,
      states: asked.state,
      from: asked.dueFrom,
      until: asked.dueTo,
      owner: asked.owner,
    };
    const today = todayOf(this.clock);
    const page = await deadlinesOf(this.dataSource, filter, dayOfReading(today), askedPage(asked));
    if (asked.judged !== true) return { ...page, items: page.items.map((item) => shownDeadline(item, today, caller)) };
    const steps = await possibleSteps(this.dataSource, await this.book.calendar(), page.items, { caller, today });
    return { ...page, items: page.items.map((item, index) => withStep(item, today, steps[index] ?? noStep)) };
  }

  @Serves(deadlineExplanation)
  async explanation(
    @FromCaller() caller: Caller,
    @Param('caseId') caseId: string,
    @Param('deadlineId') deadlineId: string,
  ) {
    const row = visibleOr404(await caseOf(this.dataSource, caseId), caseId, caller);
    const day = dayOfReading(todayOf(this.clock));
    const found = await deadlineOf(this.dataSource, { caseId, id: deadlineId }, day, partOf(row, caller));
    if (found === null) throw new RefusedRequest('UNKNOWN_SUBJECT', `案件 ${caseId} 没有名为“${deadlineId}”的期限。`);
    const version = await policyVersionOf(this.dataSource, row.policy.set, row.policy.version);
    const settings = settingsOf({ ...row.policy, changes: version?.changes ?? {} });
    const words = { clause: clauseOf(found.deadline.clause).words, origins: settingOrigins(row.policy.set) };
    return explain(found.deadline, await this.book.calendar(), settings, words);
  }
}
