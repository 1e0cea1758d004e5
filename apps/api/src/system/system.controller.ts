import { systemOne, systemRetry, systemSettle, systemUndelivered } from '@duban/contracts/answers/system';
import { Body, Controller, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { parseBody } from '../acts/request-body';
import { isGranted } from '@duban/policy/case/admission';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { RefusedRequest } from '../refusals/refused-request';
import { Serves } from '../routes/serves';
import { SetAsideService } from './set-aside.service';
import { SystemService } from './system.service';

/** How the system itself is; for the province's leading-group office, which runs it. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class SystemController {
  constructor(
    private readonly system: SystemService,
    private readonly aside: SetAsideService,
  ) {}

  @Serves(systemOne)
  standing(@FromCaller() caller: Caller) {
    ensureRunsSystem(caller);
    return this.system.standing();
  }

  @Serves(systemUndelivered)
  undelivered(@FromCaller() caller: Caller) {
    ensureRunsSystem(caller);
    return this.system.undelivered();
  }

  @Serves(systemRetry)
  retry(@FromCaller() caller: Caller, @Body() raw: unknown) {
    ensureRunsSystem(caller);
    const { caseId, activityId } = parseBody(raw, systemRetry.body).body as z.output<typeof systemRetry.body>;
    return this.system.retry(caseId, activityId);
  }

  @Serves(systemSettle)
  settle(@FromCaller() caller: Caller, @Body() raw: unknown) {
    ensureRunsSystem(caller);
    return this.aside.settle(caller, parseBody(raw, systemSettle.body).body as z.output<typeof systemSettle.body>);
  }
}

function ensureRunsSystem(caller: Caller): void {
  if (!isGranted(caller.office, [{ kind: 'leading-group-office', level: 'province' }]))
    throw new RefusedRequest('NOT_ALLOWED', '系统运行情况只供省级巩固衔接办查看和处理。');
}
