import { webhookList, webhookSave, webhookStop } from '@duban/contracts/answers/offices';
import { saveWebhook, stopWebhook, webhooksOf } from '@duban/persistence/webhooks';
import { Body, Controller, Param, UseGuards } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { parseBody } from '../acts/request-body';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { RefusedRequest } from '../refusals/refused-request';
import { Serves } from '../routes/serves';

/** Addresses to which an office has its notices sent as well: each post is signed with the secret shown at registration. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class WebhooksController {
  constructor(private readonly dataSource: DataSource) {}

  @Serves(webhookList)
  async list(@FromCaller() caller: Caller) {
    const own = (await webhooksOf(this.dataSource)).filter(({ recipient }) => recipient === caller.office);
    return { items: own.map(({ id, url, active }) => ({ name: id.slice(idOf(caller, '').length), url, active })) };
  }

  /** Registers or changes an address. Every registration makes a new secret, and this is the only time it is shown. */
  @Serves(webhookSave)
  async save(@FromCaller() caller: Caller, @Param('name') name: string, @Body() raw: unknown) {
    ensureEntitled(caller);
    const { url } = parseBody(raw, webhookSave.body).body as z.output<typeof webhookSave.body>;
    const secret = randomBytes(24).toString('base64url');
    await saveWebhook(this.dataSource, { id: idOf(caller, name), url, secret, recipient: caller.office, active: true });
    return { name, url, active: true, secret };
  }

  @Serves(webhookStop)
  async stop(@FromCaller() caller: Caller, @Param('name') name: string) {
    ensureEntitled(caller);
    const stopped = await stopWebhook(this.dataSource, idOf(caller, name));
    if (!stopped) throw new RefusedRequest('UNKNOWN_SUBJECT', `本单位没有名为 ${name} 的推送地址。`);
    return { name, active: false };
  }
}

const idOf = (caller: Caller, name: string): string => `${caller.office}/${name}`;

/** Offices of county level and above run systems of their own that notices can be sent to. */
function ensureEntitled({ level }: Caller): void {
  if (level === 'township' || level === 'village')
    throw new RefusedRequest('NOT_ALLOWED', '消息推送地址由县级以上单位登记；乡、村请在收件箱查看消息。');
}
