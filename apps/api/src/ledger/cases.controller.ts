import { caseOf, casesOf } from '@duban/persistence/cases';
import { deadlineOf, deadlinesOf, nextDeadlinesOf, type DeadlineRow } from '@duban/persistence/deadlines';
import { timelineOf } from '@duban/persistence/timeline';
import { verifyChain } from '@duban/persistence/verify-chain';
import { clauseOf } from '@duban/policy/base/clauses/clauses';
import { explain } from '@duban/policy/settings/explanation';
import { basePolicy, settingOrigins, settingsOf } from '@duban/policy/settings/policy-set';
import { policyVersionOf } from '@duban/persistence/policy-versions';
import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CASE_BOOK, type CaseBook } from '../acts/acts.service';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { CLOCK, todayOf, type Clock } from '../clock';
import { possibleSteps } from '../offers/possible-steps';
import { RefusedRequest } from '../refusals/refused-request';
import type { NextStep } from './next-act';
import { casesQuery, deadlinesQuery, pageQuery, parseQuery } from './query';
import { searchFor } from './search';
import { shownCase, shownDeadline, shownEntry, withStep } from './shown';
import { scopeOf, visibleOr404 } from './visibility';

/** Cases and their deadlines, from the ledger. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class CasesController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CASE_BOOK) private readonly book: CaseBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('cases')
  async list(@FromCaller() caller: Caller, @Query() query: unknown) {
    const {
      limit,
      after,
      sort,
      territory,
      fact = [],
      caseId,
      policyVersion,
      q,
      overdue,
      ...rest
    } = parseQuery(query, casesQuery);
    const scope = scopeOf(caller, territory);
    const listed = Object.fromEntries(fact.map(factOf));
    const filter = {
      ...rest,
      ...(caseId !== undefined && { caseIds: caseId }),
      ...(q !== undefined && { search: searchFor(q, scope.territory) }),
      ...(overdue !== undefined && { overdue: { is: overdue, on: todayOf(this.clock) } }),
    };
    const policy = policyVersion === undefined ? {} : { policy: { set: basePolicy.set, version: policyVersion } };
    const page = await casesOf(this.dataSource, { ...filter, ...policy, ...scope, listed }, pageOf(limit, after), sort);
    const next = await nextDeadlinesOf(
      this.dataSource,
      page.items.map((row) => row.caseId),
      this.day(),
    );
    return {
      ...page,
      items: page.items.map((row) => ({ ...shownCase(row), nextDeadline: this.shown(next.get(row.caseId), caller) })),
    };
  }

  @Get('cases/:caseId')
  async one(@FromCaller() caller: Caller, @Param('caseId') caseId: string) {
    const row = await this.visible(caller, caseId);
    const page = await deadlinesOf(this.dataSource, { caseId }, this.day(), { limit: 200 });
    return { ...shownCase(row), deadlines: page.items.map((item) => this.shown(item, caller)) };
  }

  @Get('cases/:caseId/timeline')
  async timeline(@FromCaller() caller: Caller, @Param('caseId') caseId: string, @Query() query: unknown) {
    await this.visible(caller, caseId);
    const { limit, after } = parseQuery(query, pageQuery);
    const page = await timelineOf(this.dataSource, caseId, pageOf(limit, after));
    return { ...page, items: page.items.map(shownEntry) };
  }

  @Get('cases/:caseId/verification')
  async verification(@FromCaller() caller: Caller, @Param('caseId') caseId: string) {
    await this.visible(caller, caseId);
    return verifyChain(this.dataSource, caseId);
  }

  @Get('deadlines')
  async deadlines(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { limit, after, territory, state, dueFrom, dueTo, process, owner, judged } = parseQuery(
      query,
      deadlinesQuery,
    );
    const scope = scopeOf(caller, territory);
    const ownOnly = caller.kind === 'dispatching-unit' ? caller.office : owner;
    const filter = {
      territory: scope.territory,
      ...(process && { process }),
      ...(state && { states: state }),
      ...(dueFrom && { from: dueFrom }),
      ...(dueTo && { until: dueTo }),
      ...(ownOnly && { owner: ownOnly }),
      ...(scope.village !== undefined && { village: scope.village }),
    };
    const page = await deadlinesOf(this.dataSource, filter, this.day(), pageOf(limit, after));
    if (judged !== true) return { ...page, items: page.items.map((item) => this.shown(item, caller)) };
    const today = todayOf(this.clock);
    const steps = await possibleSteps(this.dataSource, await this.book.calendar(), page.items, { caller, today });
    return { ...page, items: page.items.map((item, index) => withStep(item, today, steps[index] as NextStep)) };
  }

  @Get('cases/:caseId/deadlines/:deadlineId/explanation')
  async explanation(
    @FromCaller() caller: Caller,
    @Param('caseId') caseId: string,
    @Param('deadlineId') deadlineId: string,
  ) {
    const row = await this.visible(caller, caseId);
    const found = await deadlineOf(this.dataSource, caseId, deadlineId, this.day());
    if (found === null) throw new RefusedRequest('UNKNOWN_SUBJECT', `案件 ${caseId} 没有名为“${deadlineId}”的期限。`);
    const version = await policyVersionOf(this.dataSource, row.policy.set, row.policy.version);
    const settings = settingsOf({ ...row.policy, changes: version?.changes ?? {} });
    const words = { clause: clauseOf(found.deadline.clause).words, origins: settingOrigins(row.policy.set) };
    return explain(found.deadline, await this.book.calendar(), settings, words);
  }

  private shown(row: DeadlineRow | undefined, caller: Caller) {
    return row === undefined ? null : shownDeadline(row, todayOf(this.clock), caller);
  }

  private async visible(caller: Caller, caseId: string) {
    return visibleOr404(await caseOf(this.dataSource, caseId), caseId, caller);
  }

  private day() {
    return { today: todayOf(this.clock), nearDays: settingsOf(basePolicy).nearDays };
  }
}

export const pageOf = (limit: number, after: string | undefined) =>
  after === undefined ? { limit } : { limit, after };

function factOf(fact: string): [string, string] {
  const [name = '', ...value] = fact.split('=');
  return [name, value.join('=')];
}
