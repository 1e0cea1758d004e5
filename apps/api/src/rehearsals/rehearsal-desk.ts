import {
  faultOfOrder,
  lastDayAfter,
  mostWaiting,
  rehearsalBody,
  type RehearsalOrder,
  type WhatIfs,
} from '@duban/contracts/rehearsals';
import { divisionName } from '@duban/contracts/divisions';
import { policyVersionsOf } from '@duban/persistence/policy-versions';
import { askToCancel, findRehearsal, orderRehearsal, type RehearsalRow } from '@duban/persistence/rehearsals';
import { isWithin } from '@duban/policy/base/office';
import { addDays, chineseDate, type CivilDate } from '@duban/policy/dates/civil-date';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { hashOf, parseBody } from '../acts/request-body';
import type { Caller } from '../auth/caller';
import { CLOCK, todayOf, type Clock } from '../clock';
import { currentOf } from '../policy/policy-desk';
import { RefusedRequest } from '../refusals/refused-request';

interface Asked {
  county: string;
  start?: CivilDate;
  months: number;
  title?: string;
  whatIfs: WhatIfs;
}

/** Takes in orders for rehearsals and cancels them; a runner of its own carries them out. */
@Injectable()
export class RehearsalDesk {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async order(caller: Caller, raw: unknown, idempotencyKey?: string): Promise<RehearsalRow> {
    ensureEntitled(caller);
    const { body, person } = parseBody(raw, rehearsalBody);
    const asked = body as unknown as Asked;
    if (!isWithin(asked.county, caller.territory)) {
      throw new RefusedRequest(
        'UNKNOWN_SUBJECT',
        `县 ${asked.county} 不在本单位辖区（${caller.territory}）内，请核对。`,
        {
          field: 'county',
        },
      );
    }
    const order = await this.orderOf(asked);
    const fault = faultOfOrder(order, todayOf(this.clock));
    if (fault !== undefined) throw RefusedRequest.of(fault);
    const bodyHash = hashOf({ asked });
    const { title, county, start, until, months, whatIfs, policy } = order;
    const row = await orderRehearsal(
      this.dataSource,
      {
        id: randomUUID(),
        requestedBy: caller.office,
        requestedPerson: person ?? caller.person ?? null,
        requestedAt: this.clock.now(),
        key: `${caller.office}/${idempotencyKey ?? `auto-${randomUUID()}`}`,
        bodyHash,
        ...{ title, county, start, until, months, whatIfs, policy },
      },
      mostWaiting,
    );
    if (row === 'too-many')
      throw new RefusedRequest(
        'CONDITIONS_NOT_MET',
        `本单位已有 ${mostWaiting} 个推演在排队，请等其中一个开始、或取消一个后再发起。`,
      );
    if (row.bodyHash !== bodyHash)
      throw new RefusedRequest('KEY_REUSED', '同一幂等键（Idempotency-Key）已用于另一个推演；请核对后换用新的键。');
    return row;
  }

  async cancel(caller: Caller, id: string): Promise<RehearsalRow> {
    const before = await this.visible(caller, id);
    if (before.state === 'cancelled') return before;
    const row = await askToCancel(this.dataSource, id);
    if (row !== null) return row;
    throw new RefusedRequest('CASE_ENDED', `这个推演已${before.state === 'done' ? '完成' : '结束'}，不能再取消。`);
  }

  /** A rehearsal of a county that is not the caller's does not exist for it. */
  async visible(caller: Caller, id: string, field?: string): Promise<RehearsalRow> {
    ensureEntitled(caller);
    const row = await findRehearsal(this.dataSource, id);
    if (row === null || !isWithin(row.county, caller.territory)) {
      throw new RefusedRequest(
        'UNKNOWN_SUBJECT',
        `查无推演 ${id}，请核对编号（只能查询本单位辖区内的推演）。`,
        field === undefined ? {} : { field },
      );
    }
    return row;
  }

  /** The first day of a rehearsal. By default tomorrow: today has begun already, and the result would hang on the hour it is run at. */
  private async orderOf(asked: Asked): Promise<RehearsalOrder> {
    const start = asked.start ?? addDays(todayOf(this.clock), 1);
    return {
      title: asked.title ?? `${divisionName(asked.county)}${chineseDate(start)}起${asked.months}个月推演`,
      county: asked.county,
      start,
      until: lastDayAfter(start, asked.months),
      months: asked.months,
      whatIfs: asked.whatIfs,
      policy: currentOf(await policyVersionsOf(this.dataSource)),
    };
  }
}

/** Rehearsals look at whole counties: townships, villages and dispatching units have no part in them. */
export function ensureEntitled({ level, kind }: Caller): void {
  if (level === 'township' || level === 'village' || kind === 'dispatching-unit') {
    throw new RefusedRequest('NOT_ALLOWED', '推演由县级以上单位发起和查看，当前单位无权办理。');
  }
}
