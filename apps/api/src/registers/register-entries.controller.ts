import { officeName } from '@duban/contracts/divisions';
import { citation } from '@duban/policy/base/clauses/clauses';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { checkedKey } from '../acts/request-body';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { RefusedRequest } from '../refusals/refused-request';
import { findingsQuery, parseQuery, totalsQuery } from '../ledger/query';
import { withPlaces } from '../ledger/in-brackets';
import { scopeOf } from '../ledger/visibility';
import { registerOr404, RegistersService, type RegisterAnswer } from './registers.service';

/** Registers kept by hand: entering, correcting and withdrawing, and what their rules find and add up. */
@Controller('api/v1/registers')
@UseGuards(CallerGuard)
export class RegisterEntriesController {
  constructor(private readonly registers: RegistersService) {}

  @Post(':kind')
  enter(
    @FromCaller() caller: Caller,
    @Param('kind') kind: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<RegisterAnswer> {
    return this.registers.enter(kind, caller, body, checkedKey(key));
  }

  @Post(':kind/batch')
  enterAll(
    @FromCaller() caller: Caller,
    @Param('kind') kind: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<RegisterAnswer> {
    return this.registers.enterAll(kind, caller, body, checkedKey(key));
  }

  @Post(':kind/:id/correct')
  @HttpCode(200)
  correct(
    @FromCaller() caller: Caller,
    @Param() { kind, id }: Named,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<RegisterAnswer> {
    return this.registers.correct(kind, id, caller, body, checkedKey(key));
  }

  @Post(':kind/:id/withdraw')
  @HttpCode(200)
  withdraw(
    @FromCaller() caller: Caller,
    @Param() { kind, id }: Named,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<RegisterAnswer> {
    return this.registers.withdraw(kind, id, caller, body, checkedKey(key));
  }

  @Get(':kind/findings')
  async findings(@FromCaller() caller: Caller, @Param('kind') kind: string, @Query() query: unknown) {
    const { territory } = parseQuery(query, findingsQuery);
    const items = await this.registers.findings(kind, scopeOf(caller, territory).territory);
    return {
      kind,
      title: registerOr404(kind).title,
      items: items.map((item) => ({ ...item, citation: citation(item.clause) })),
    };
  }

  @Get(':kind/sheet')
  async sheet(@FromCaller() caller: Caller, @Param('kind') kind: string, @Query() query: unknown) {
    const { territory } = parseQuery(query, findingsQuery);
    const lines = await this.registers.sheet(kind, scopeOf(caller, territory).territory);
    return { kind, title: `${registerOr404(kind).title}公示表`, lines: lines.map(withPlaces) };
  }

  @Get(':kind/totals')
  async totals(@FromCaller() caller: Caller, @Param('kind') kind: string, @Query() query: unknown) {
    const { territory, year } = parseQuery(query, totalsQuery);
    return {
      kind,
      title: registerOr404(kind).title,
      year,
      items: await this.registers.totals(kind, scopeOf(caller, territory).territory, year),
    };
  }

  @Get(':kind/:id/history')
  async history(@FromCaller() caller: Caller, @Param() { kind, id }: Named) {
    const items = await this.registers.historyOf(kind, id, caller);
    if (items.length === 0)
      throw new RefusedRequest('UNKNOWN_SUBJECT', `“${registerOr404(kind).title}”中没有编号为 ${id} 的记录。`);
    return {
      kind,
      id,
      items: items.map((item) => ({
        ...item,
        actionName: actionNames[item.action],
        officeName: officeName(item.office),
      })),
    };
  }
}

interface Named {
  kind: string;
  id: string;
}

const actionNames = { enter: '登记', correct: '更正', withdraw: '撤销' } as const;
