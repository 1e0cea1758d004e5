import { actOnCase, openCase } from '@duban/contracts/answers/acts';
import { groupOf, operationAt } from '@duban/contracts/operation-groups';
import type { OperationGroup } from '@duban/contracts/operation';
import { Body, Controller, Headers, Param, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { RefusedRequest } from '../refusals/refused-request';
import { Serves } from '../routes/serves';
import { checkedKey } from './request-body';
import { ActsService, type Outcome } from './acts.service';

/** Every act of every process: the tables of operations in contracts are the routes. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class ActsController {
  constructor(private readonly acts: ActsService) {}

  @Serves(openCase)
  async open(
    @Param('resource') resource: string,
    @FromCaller() caller: Caller,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Outcome['answer']> {
    return answered(
      response,
      await this.acts.open({ group: groupOr404(resource), caller, raw: body, key: checkedKey(key) }),
    );
  }

  @Serves(actOnCase)
  async act(
    @Param() params: { resource: string; caseId: string; operation: string },
    @FromCaller() caller: Caller,
    @Body() body: unknown,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Outcome['answer']> {
    const group = groupOr404(params.resource);
    const found = operationAt(group, params.operation);
    if (found === undefined)
      throw new RefusedRequest('NOT_FOUND', `${group.title}没有“${params.operation}”这一操作。接口目录见 /docs。`);
    return answered(
      response,
      await this.acts.act({ group, ...found, caller, caseId: params.caseId, raw: body, key: checkedKey(key) }),
    );
  }
}

function groupOr404(resource: string): OperationGroup {
  const group = groupOf(resource);
  if (group === undefined) throw new RefusedRequest('NOT_FOUND', `没有“${resource}”这一类事项。接口目录见 /docs。`);
  return group;
}

function answered(response: Response, { answer, status }: Outcome): Outcome['answer'] {
  response.status(status);
  return answer;
}
