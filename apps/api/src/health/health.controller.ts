import { setAsideFigures } from '@duban/persistence/set-aside';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { ENGINE_GATEWAY, type EngineGateway } from '../acts/engine-gateway';
import { countSetAside, registry } from './metrics';

/** Is the process up, which part is not ready, and what it has done. */
@Controller()
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(ENGINE_GATEWAY) private readonly engine: EngineGateway,
  ) {}

  @Get('healthz')
  health() {
    return { api: 'up' };
  }

  @Get('readyz')
  async readiness(@Res({ passthrough: true }) response: Response) {
    const [ledger, engine] = await Promise.all([
      isWell(() => this.dataSource.query('SELECT 1')),
      isWell(() => this.engine.isReady()),
    ]);
    response.status(ledger && engine ? 200 : 503);
    return { 台账数据库: ledger ? '就绪' : '未就绪', 流程引擎: engine ? '就绪' : '未就绪' };
  }

  @Get('metrics')
  async metrics(@Res() response: Response) {
    // While the database is away the last figures stand.
    await setAsideFigures(this.dataSource).then(countSetAside, () => undefined);
    response.type(registry.contentType).send(await registry.metrics());
  }
}

async function isWell(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch {
    return false;
  }
}
