import { setAsideFigures } from '@duban/persistence/set-aside';
import { askLedger } from '@duban/persistence/ask-ledger';
import { answerWithinMs, readinessOf } from '@duban/platform/readiness';
import { askEngine, type Engine } from '@duban/platform/temporal';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { ENGINE } from '../engine';
import { countStuck } from '../system/stuck-cases';
import { countSetAside, countStuckCases, registry } from './metrics';

/** Is the process up, which part is not ready, and what it has done. */
@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(ENGINE) private readonly engine: Engine,
  ) {}

  @Get('healthz')
  health() {
    return { api: 'up' };
  }

  @Get('readyz')
  async readiness(@Res({ passthrough: true }) response: Response) {
    const { isReady, words } = await readinessOf({
      台账数据库: () => askLedger(this.dataSource, answerWithinMs),
      流程引擎: () => askEngine(this.engine, answerWithinMs),
    });
    response.status(isReady ? 200 : 503);
    return words;
  }

  @Get('metrics')
  async metrics(@Res() response: Response) {
    // While the database or the engine is away the last figures stand.
    await Promise.all([
      setAsideFigures(this.dataSource).then(countSetAside, () => undefined),
      countStuck(this.engine.client).then(countStuckCases, () => undefined),
    ]);
    response.type(registry.contentType).send(await registry.metrics());
  }
}
