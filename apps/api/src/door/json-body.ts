import { raw, type NextFunction, type Request, type Response } from 'express';
import { isUtf8 } from 'node:buffer';
import { RefusedRequest } from '../refusals/refused-request';
import { duplicateKeyIn } from './duplicate-key';

const jsonType = 'application/json';

/** Bodies come in as JSON in UTF-8 or not at all: what nobody can read is refused before anything is done. */
export const jsonBody = [ensureJson, raw({ type: jsonType, limit: '1mb' }), readJson];

function ensureJson(request: Request, _: Response, next: NextFunction): void {
  if (!hasBody(request)) return next();
  if (request.is(jsonType) === false)
    throw new RefusedRequest('UNSUPPORTED', '提交内容应为 JSON（Content-Type: application/json），本次没有办理。');
  const charset = charsetOf(request.headers['content-type'] ?? '');
  if (charset !== undefined && charset !== 'utf-8')
    throw new RefusedRequest('UNSUPPORTED', '提交内容应采用 UTF-8 编码，本次没有办理；请将编码改为 UTF-8 后重新提交。');
  next();
}

function readJson(request: Request, _: Response, next: NextFunction): void {
  const bytes: unknown = request.body;
  if (bytes instanceof Buffer) request.body = bytes.length === 0 ? undefined : parsed(bytes);
  next();
}

function parsed(bytes: Buffer): unknown {
  if (!isUtf8(bytes))
    throw new RefusedRequest('INVALID_INPUT', '提交内容不是 UTF-8 编码，本次没有办理；请将编码改为 UTF-8 后重新提交。');
  const text = new TextDecoder().decode(bytes);
  const value = sound(text);
  const twice = duplicateKeyIn(text);
  if (twice !== undefined)
    throw new RefusedRequest('INVALID_INPUT', `提交内容中“${twice}”一项出现了两次，请只保留一项。`, { field: twice });
  return value;
}

function sound(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new RefusedRequest('INVALID_INPUT', '提交内容不是合法的 JSON，请检查格式。');
  }
}

/** As RFC 9112 tells: by its length, or by its coming in pieces. */
const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const charsetOf = (contentType: string): string | undefined =>
  /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1]?.toLowerCase();
