import { InvalidCursor } from '@duban/persistence/page';
import { isRefusedByDatabase, refusalWords } from '@duban/persistence/refused-content';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { RefusedRequest } from './refused-request';

/** Turns whatever was thrown into refused+json; nothing of the inside leaves the house. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly logger = new Logger('api');

  catch(error: unknown, host: ArgumentsHost): void {
    const refused = this.refusalOf(error);
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return;
    if (refused.more.retryAfterSeconds !== undefined)
      response.setHeader('Retry-After', String(refused.more.retryAfterSeconds));
    response.status(refused.status).type('application/problem+json').send(JSON.stringify(refused));
  }

  private refusalOf(error: unknown): RefusedRequest {
    if (error instanceof RefusedRequest) return error;
    const type = (error as { type?: string }).type;
    if (type === 'entity.too.large') return new RefusedRequest('TOO_LARGE', '提交内容过大：一次提交应不超过 1 MB。');
    if (type === 'entity.parse.failed')
      return new RefusedRequest('INVALID_INPUT', '提交内容不是合法的 JSON，请检查格式。');
    if (error instanceof InvalidCursor)
      return new RefusedRequest('UNKNOWN_SUBJECT', '没有这一页：翻页标记 after 应为上一页返回的 next。', {
        field: 'after',
      });
    if (isDatabaseAway(error))
      return new RefusedRequest('LEDGER_AWAY', '台账数据库暂时无法访问，请稍后再试；已受理的登记不会丢失。', {
        retryAfterSeconds: 5,
      });
    if (error instanceof HttpException) return ofHttp(error);
    this.logger.error(error instanceof Error ? error.stack : String(error));
    if (isRefusedByDatabase(error))
      return new RefusedRequest(
        'INVALID_INPUT',
        `提交的内容或查询条件无法保存、查找：${refusalWords(error)}。请核对后重新提交。`,
      );
    return new RefusedRequest('INTERNAL', '系统内部错误，已记录；请稍后再试，仍不成功请联系管理员。');
  }
}

const isDatabaseAway = (error: unknown): boolean => {
  const { code, name, message } = error as { code?: string; name?: string; message?: string };
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08003'].includes(code ?? '') ||
    name === 'CannotExecuteNotConnectedError' ||
    /Driver not Connected|Connection terminated|timeout exceeded when trying to connect/.test(message ?? '')
  );
};

function ofHttp(error: HttpException): RefusedRequest {
  if (error.getStatus() === 404)
    return new RefusedRequest('NOT_FOUND', '没有这个地址，请核对后再试。接口目录见 /docs。');
  if (error.getStatus() === 413) return new RefusedRequest('TOO_LARGE', '提交内容过大：一次提交应不超过 1 MB。');
  if (error.getStatus() === 415) return new RefusedRequest('UNSUPPORTED', '只接受 application/json 格式的提交。');
  return new RefusedRequest('INVALID_INPUT', '请求格式有误，请检查提交内容是否为合法的 JSON。');
}
