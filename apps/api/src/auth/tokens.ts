import { surrogateId } from '@duban/contracts/fields';
import { readInput } from '@duban/contracts/read-input';
import { jwtVerify, SignJWT } from 'jose';
import { webcrypto } from 'node:crypto';
import { z } from 'zod';
import { RefusedRequest } from '../refusals/refused-request';
import { callerOf, type Caller } from './caller';

export const TOKENS = Symbol('tokens');

const issuer = 'duban-development';
const claimsSchema = z.object({ office: z.string().max(80), person: surrogateId.optional() });

/** Signs and checks the tokens of the development issuer (HS256); the full identity work replaces the issuer, not the claims. */
export class Tokens {
  private readonly key: Promise<webcrypto.CryptoKey>;

  constructor(secret: Uint8Array) {
    this.key = webcrypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
  }

  async issue(office: string, person?: string): Promise<string> {
    return new SignJWT(person === undefined ? { office } : { office, person })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setIssuedAt()
      .setExpirationTime('12h')
      .sign(await this.key);
  }

  async callerOf(authorization: string | undefined): Promise<Caller> {
    const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    if (token === undefined)
      throw new RefusedRequest('UNAUTHENTICATED', '请先登录：请求应带有 Authorization: Bearer 令牌。');
    const claims = readInput(claimsSchema, await this.verified(token), 'line');
    const caller = claims.isSound ? callerOf(claims.value.office, claims.value.person) : undefined;
    if (caller === undefined) throw new RefusedRequest('UNAUTHENTICATED', '令牌中没有可识别的单位或人员，请重新登录。');
    return caller;
  }

  private async verified(token: string): Promise<Record<string, unknown>> {
    try {
      return (await jwtVerify(token, await this.key, { issuer, algorithms: ['HS256'] })).payload;
    } catch {
      throw new RefusedRequest('UNAUTHENTICATED', '令牌无效或已过期，请重新登录。');
    }
  }
}
