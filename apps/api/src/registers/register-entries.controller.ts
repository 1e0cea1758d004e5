import {
  registerCorrect,
  registerEnter,
  registerEnterAll,
  registerFindings,
  registerHistory,
  registerSheet,
  registerTotals,
  registerWithdraw,
} from '@duban/contracts/answers/registers';
import { officeName } from '@duban/contracts/divisions';
import { citation } from '@duban/policy/base/clauses/clauses';
import { Body, Controller, Headers, Param, Query, UseGuards } from '@nestjs/common';
import { checkedKey } from '../acts/request-body';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { RefusedRequest } from '../refusals/refused-request';
import { scopeOf } from '../cases/visibility';
import { withPlaces } from '../names/in-brackets';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';
import { registerOr404, RegistersService, type RegisterAnswer } from './registers.service';

/** Registers kept by hand: entering, correcting and withdrawing, and what their rules find and add up. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class RegisterEntriesController {
  constructor(private readonly registers: RegistersService) {}

  @Serves(registerEnter)
  enter(
    @FromCaller() caller: Caller,
    @Param('kind') kind: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<RegisterAnswer> {
    return this.registers.enter({ kind, caller, raw: body, key: checkedKey(key) });
  }

  @Serves(registerEnterAll)
  enterAll(
    @FromCaller() caller: Caller,
    @Param('kind') kind: string,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<RegisterAnswer> {
    return this.registers.enterAll({ kind, caller, raw: body, key: checkedKey(key) });
  }

  @Serves(registerCorrect)
  correct(
    @FromCaller() caller: Caller,
    @Param() { kind, id }: Named,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<RegisterAnswer> {
    return this.registers.correct(id, { kind, caller, raw: body, key: checkedKey(key) });
  }

  @Serves(registerWithdraw)
  withdraw(
    @FromCaller() caller: Caller,
    @Param() { kind, id }: Named,
    @Body() body: unknown,
    @Headers('idempotency-key') key?: string,
  ): Promise<RegisterAnswer> {
    return this.registers.withdraw(id, { kind, caller, raw: body, key: checkedKey(key) });
  }

  @Serves(registerFindings)
  async findings(@FromCaller() caller: Caller, @Param('kind') kind: string, @Query() query: unknown) {
    const { territory } = parseQuery(query, registerFindings.query);
    const items = await this.registers.findings(kind, scopeOf(caller, territory));
    return {
      kind,
      title: registerOr404(kind).title,
      items: items.map((item) => ({ ...item, citation: citation(item.clause) })),
    };
  }

  @Serves(registerSheet)
  async sheet(@FromCaller() caller: Caller, @Param('kind') kind: string, @Query() query: unknown) {
    const { territory } = parseQuery(query, registerSheet.query);
    const lines = await this.registers.sheet(kind, scopeOf(caller, territory));
    return { kind, title: `${registerOr404(kind).title}公示表`, lines: lines.map(withPlaces) };
  }

  @Serves(registerTotals)
  async totals(@FromCaller() caller: Caller, @Param('kind') kind: string, @Query() query: unknown) {
    const { territory, year } = parseQuery(query, registerTotals.query);
    return {
      kind,
      title: registerOr404(kind).title,
      year,
      items: await this.registers.totals(kind, scopeOf(caller, territory), year),
    };
  }

  @Serves(registerHistory)
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
