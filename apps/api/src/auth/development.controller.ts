import { officesOf } from '@duban/persistence/directory';
import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { parseBody } from '../acts/request-body';
import { RefusedRequest } from '../refusals/refused-request';
import { callerOf } from './caller';
import { TOKENS, type Tokens } from './tokens';

export const DEVELOPMENT_ISSUER = Symbol('development issuer');

const body = z.strictObject({ office: z.string().max(80) });

/** 开发签发: a token for any office of the sample. Off unless the sample is loaded; never for real offices. */
@Controller('api/v1/dev')
export class DevelopmentController {
  constructor(
    @Inject(DEVELOPMENT_ISSUER) private readonly isOn: boolean,
    @Inject(TOKENS) private readonly tokens: Tokens,
    private readonly dataSource: DataSource,
  ) {}

  @Post('tokens')
  @HttpCode(200)
  async issue(@Body() raw: unknown) {
    this.refuseUnlessOn();
    const parsed = parseBody(raw, body);
    const { office } = parsed.body as { office: string };
    if (callerOf(office) === undefined) {
      throw new RefusedRequest('INVALID_INPUT', `“${office}”不是单位编号，应如 party-committee:140423100。`, {
        field: 'office',
      });
    }
    return { issuer: '开发签发，仅供示例', token: await this.tokens.issue(office, parsed.person) };
  }

  @Get('offices')
  async offices() {
    this.refuseUnlessOn();
    return { issuer: '开发签发，仅供示例', items: await officesOf(this.dataSource, {}) };
  }

  private refuseUnlessOn(): void {
    if (!this.isOn) throw new RefusedRequest('NOT_FOUND', '未启用开发签发（仅在载入示例时启用）。');
  }
}
