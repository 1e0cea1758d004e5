import { developmentOffices, developmentToken } from '@duban/contracts/answers/offices';
import { officesOf } from '@duban/persistence/directory';
import { Body, Controller, Inject } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { parseBody } from '../acts/request-body';
import { RefusedRequest } from '../refusals/refused-request';
import { Serves } from '../routes/serves';
import { callerOf } from './caller';
import { TOKENS, type Tokens } from './tokens';

export const DEVELOPMENT_ISSUER = Symbol('development issuer');

/** 开发签发: a token for any office of the demo county. Off unless it is loaded; never for real offices. */
@Controller('api/v1')
export class DevelopmentController {
  constructor(
    @Inject(DEVELOPMENT_ISSUER) private readonly isOn: boolean,
    @Inject(TOKENS) private readonly tokens: Tokens,
    private readonly dataSource: DataSource,
  ) {}

  @Serves(developmentToken)
  async issue(@Body() raw: unknown) {
    this.ensureOn();
    const parsed = parseBody(raw, developmentToken.body);
    const { office } = parsed.body as z.output<typeof developmentToken.body>;
    if (callerOf(office) === undefined) {
      throw new RefusedRequest('UNKNOWN_SUBJECT', `“${office}”不是单位编号，应如 party-committee:140423100。`, {
        field: 'office',
      });
    }
    return { issuer: '开发签发，仅供示例', token: await this.tokens.issue(office, parsed.person) };
  }

  @Serves(developmentOffices)
  async offices() {
    this.ensureOn();
    return { issuer: '开发签发，仅供示例', items: await officesOf(this.dataSource, {}) };
  }

  private ensureOn(): void {
    if (!this.isOn) throw new RefusedRequest('NOT_FOUND', '未启用开发签发（仅在载入示例时启用）。');
  }
}
