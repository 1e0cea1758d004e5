import { createParamDecorator, Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from './caller';
import { TOKENS, type Tokens } from './tokens';

type WithCaller = Request & { caller?: Caller };

/** Lets in only requests with a valid token, and notes whose it is. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(@Inject(TOKENS) private readonly tokens: Tokens) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WithCaller>();
    request.caller = await this.tokens.callerOf(request.headers.authorization);
    return true;
  }
}

/** The caller of a guarded request. */
export const FromCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller => context.switchToHttp().getRequest<WithCaller>().caller as Caller,
);
