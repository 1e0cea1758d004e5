import { refusalsOf } from '@duban/contracts/answers/refusals-of';
import type { Route } from '@duban/contracts/answers/route';
import { readInput } from '@duban/contracts/read-input';
import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { catchError, map, type Observable } from 'rxjs';
import { ensurePlain } from '../door/plain-params';
import { RefusedRequest } from '../refusals/refused-request';
import { ROUTE } from './serves';

export const CHECKS_ANSWERS = Symbol('are answers checked');

/** Checks the names in an address against the route's own patterns and, where the tests switch it on, every answer against its schema in contracts. */
@Injectable()
export class RouteCheck implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(CHECKS_ANSWERS) private readonly checksAnswers: boolean,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (route === undefined) return next.handle();
    const names = context.switchToHttp().getRequest<Request>().params;
    ensurePlain(names);
    ensureKnownNames(route, names);
    if (!this.checksAnswers || route.media !== undefined) return next.handle();
    return next.handle().pipe(
      map((answer: unknown) => checked(route, answer)),
      catchError((error: unknown) => {
        throw documented(route, error);
      }),
    );
  }
}

function ensureKnownNames(route: Route, names: object): void {
  if (route.params === undefined) return;
  const reading = readInput(route.params, names);
  if (reading.isSound) return;
  const [{ field = '', detail = '' } = {}] = reading.faults;
  // A PUT makes what it names, so a malformed name is a fault of the input; anything else with such a name cannot exist (404).
  if (route.method === 'put') throw new RefusedRequest('INVALID_INPUT', `编号有误：${detail}。`, { field });
  throw new RefusedRequest('UNKNOWN_SUBJECT', `查无此编号：${detail}。`);
}

/** An answer as it goes out, held against its schema. */
function checked(route: Route, answer: unknown): unknown {
  const sent: unknown = JSON.parse(JSON.stringify(answer));
  const read = route.answers.safeParse(sent);
  if (read.success) return answer;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).slice(0, 10);
  throw new Error(`the answer of ${route.operationId} is not what contracts say:\n${faults.join('\n')}`);
}

/** A refusal that the route's row names; another is an error. */
const documented = (route: Route, error: unknown): unknown =>
  error instanceof RefusedRequest && !refusalsOf(route).includes(error.code)
    ? new Error(`${route.operationId} refuses with ${error.code}, which contracts do not say: ${error.detail}`)
    : error;
