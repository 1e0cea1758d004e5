import { caseDeadlines, caseList, caseOne, caseTimeline, caseVerification } from '@duban/contracts/answers/cases';
import { caseOf, casesOf, type CaseFilter, type CaseRow } from '@duban/persistence/cases';
import { deadlinesOf, nextDeadlinesOf, type DayOfReading, type DeadlineFilter } from '@duban/persistence/deadlines';
import type { PageRequest } from '@duban/persistence/page';
import { timelineOf } from '@duban/persistence/timeline';
import { verifyChain } from '@duban/persistence/verify-chain';
import { processNames, type ProcessName } from '@duban/policy/case/case';
import { runningStates } from '@duban/policy/dates/deadline';
import { rulesOf } from '@duban/policy/manifest/processes';
import { basePolicy } from '@duban/policy/settings/policy-set';
import { Controller, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { CLOCK, todayOf, type Clock } from '../clock';
import { dayOfReading, shownDeadline } from '../deadlines/shown-deadline';
import { askedPage, parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { searchFor } from './search';
import { shownCase, shownEntry, shownPart } from './shown';
import { partOf, scopeOf, seesPart, seesPartOf, visibleOr404 } from './visibility';

/** Cases, from the ledger. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class CasesController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Serves(caseList)
  async list(@FromCaller() caller: Caller, @Query() query: unknown) {
    const asked = parseQuery(query, caseList.query);
    const page = await casesOf(this.dataSource, this.filterOf(caller, asked), askedPage(asked), asked.sort);
    const today = todayOf(this.clock);
    const next = await this.nextOf(caller, page.items, dayOfReading(today));
    return {
      ...page,
      items: page.items.map((row) => {
        const deadline = next.get(row.caseId);
        return { ...this.shown(row, caller), nextDeadline: deadline ? shownDeadline(deadline, today, caller) : null };
      }),
    };
  }

  @Serves(caseOne)
  async one(@FromCaller() caller: Caller, @Param('caseId') caseId: string) {
    const row = await this.visible(caller, caseId);
    const filter = { caseId, part: partOf(row, caller) };
    const whole = await this.deadlines(caller, filter, { limit: mostDeadlines });
    const { items } =
      whole.next === null
        ? whole
        : await this.deadlines(caller, { ...filter, states: runningStates }, { limit: mostDeadlines });
    return { ...this.shown(row, caller), deadlines: items, moreDeadlines: whole.total - items.length };
  }

  @Serves(caseDeadlines)
  async allDeadlines(@FromCaller() caller: Caller, @Param('caseId') caseId: string, @Query() query: unknown) {
    const row = await this.visible(caller, caseId);
    const page = askedPage(parseQuery(query, caseDeadlines.query));
    return this.deadlines(caller, { caseId, part: partOf(row, caller) }, page);
  }

  @Serves(caseTimeline)
  async timeline(@FromCaller() caller: Caller, @Param('caseId') caseId: string, @Query() query: unknown) {
    const row = await this.visible(caller, caseId);
    const asked = parseQuery(query, caseTimeline.query);
    const filter = { kind: asked.kind, isNewestFirst: asked.newest };
    const page = await timelineOf(this.dataSource, caseId, askedPage(asked), partOf(row, caller), filter);
    return { ...page, items: page.items.map(shownEntry) };
  }

  @Serves(caseVerification)
  async verification(@FromCaller() caller: Caller, @Param('caseId') caseId: string) {
    await this.visible(caller, caseId);
    return verifyChain(this.dataSource, caseId);
  }

  private async deadlines(caller: Caller, filter: DeadlineFilter, asked: PageRequest) {
    const today = todayOf(this.clock);
    const page = await deadlinesOf(this.dataSource, filter, dayOfReading(today), asked);
    return { ...page, items: page.items.map((item) => shownDeadline(item, today, caller)) };
  }

  private shown(row: CaseRow, caller: Caller) {
    return seesPartOf(row, caller) ? shownPart(row) : shownCase(row);
  }

  /** Of each case the deadline it runs against next; of a sheet that many share, of those that are the caller's to see. */
  private async nextOf(caller: Caller, rows: readonly CaseRow[], day: DayOfReading) {
    const [shared, whole] = [true, false].map((isPart) => rows.filter((row) => seesPartOf(row, caller) === isPart));
    const found = await Promise.all([
      nextDeadlinesOf(this.dataSource, idsOf(whole), day),
      nextDeadlinesOf(this.dataSource, idsOf(shared), day, scopeOf(caller)),
    ]);
    return new Map(found.flatMap((one) => [...one]));
  }

  private filterOf(
    caller: Caller,
    { territory, fact = [], caseId, policyVersion, q, overdue, ...asked }: z.output<typeof caseList.query>,
  ): CaseFilter {
    const scope = scopeOf(caller, territory);
    return {
      process: asked.process,
      stage: asked.stage,
      ended: asked.ended,
      ...scope,
      listed: Object.fromEntries(fact.map(factOf)),
      except: fact.length > 0 && seesPart(caller) ? sharedProcesses : undefined,
      caseIds: caseId,
      search: q === undefined ? undefined : searchFor(q, scope.territory),
      overdue: overdue === undefined ? undefined : { is: overdue, on: todayOf(this.clock) },
      policy: policyVersion === undefined ? undefined : { set: basePolicy.set, version: policyVersion },
    };
  }

  private async visible(caller: Caller, caseId: string) {
    return visibleOr404(await caseOf(this.dataSource, caseId), caseId, caller);
  }
}

/** So many deadlines come with a case. */
const mostDeadlines = 200;

const idsOf = (rows: readonly CaseRow[] = []): string[] => rows.map(({ caseId }) => caseId);

/** Their figures are those of all who share them. */
const sharedProcesses = (Object.keys(processNames) as ProcessName[]).filter((process) => rulesOf(process).isShared);

function factOf(fact: string): [string, string] {
  const [name = '', ...value] = fact.split('=');
  return [name, value.join('=')];
}
