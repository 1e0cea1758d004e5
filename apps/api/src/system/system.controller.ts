import { description } from '@duban/contracts/fields';
import { Body, Controller, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { parseBody } from '../acts/request-body';
import { isGranted } from '@duban/policy/case/admission';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { RefusedRequest } from '../refusals/refused-request';
import { SetAsideService } from './set-aside.service';
import { SystemService } from './system.service';

const retryBody = z.strictObject({
  caseId: z.string().min(1, '请填写案件编号').max(120),
  activityId: z.string().min(1, '请填写步骤编号').max(60),
});

const settleBody = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/, '应为待修复内容的编号'),
  note: description,
});

/** How the system itself is; for the province's leading-group office, which runs it. */
@Controller('api/v1/system')
@UseGuards(CallerGuard)
export class SystemController {
  constructor(
    private readonly system: SystemService,
    private readonly aside: SetAsideService,
  ) {}

  @Get()
  standing(@FromCaller() caller: Caller) {
    refuseUnlessRunning(caller);
    return this.system.standing();
  }

  @Get('undelivered')
  undelivered(@FromCaller() caller: Caller) {
    refuseUnlessRunning(caller);
    return this.system.undelivered();
  }

  @Post('activities/retry')
  @HttpCode(200)
  retry(@FromCaller() caller: Caller, @Body() raw: unknown) {
    refuseUnlessRunning(caller);
    const { caseId, activityId } = parseBody(raw, retryBody).body as z.infer<typeof retryBody>;
    return this.system.retry(caseId, activityId);
  }

  @Post('set-aside/settle')
  @HttpCode(200)
  settle(@FromCaller() caller: Caller, @Body() raw: unknown) {
    refuseUnlessRunning(caller);
    return this.aside.settle(caller, parseBody(raw, settleBody).body as z.infer<typeof settleBody>);
  }
}

function refuseUnlessRunning(caller: Caller): void {
  if (!isGranted(caller.office, [{ kind: 'leading-group-office', level: 'province' }]))
    throw new RefusedRequest('NOT_ALLOWED', '系统运行情况只供省级巩固衔接办查看和处理。');
}
