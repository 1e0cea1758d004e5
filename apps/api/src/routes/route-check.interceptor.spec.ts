import { inboxCount } from '@duban/contracts/answers/inbox';
import { caseOne } from '@duban/contracts/answers/cases';
import { personSave } from '@duban/contracts/answers/persons';
import type { Route } from '@duban/contracts/answers/route';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { firstValueFrom, of, throwError, type Observable } from 'rxjs';
import { RefusedRequest } from '../refusals/refused-request';
import { RouteCheck } from './route-check.interceptor';
import { ROUTE } from './serves';

function passed(route: Route, params: Record<string, string>, answers: Observable<unknown>, checks = true) {
  const handler = (): void => undefined;
  Reflect.defineMetadata(ROUTE, route, handler);
  const context = {
    getHandler: () => handler,
    switchToHttp: () => ({ getRequest: () => ({ params }) }),
  } as unknown as ExecutionContext;
  return firstValueFrom(new RouteCheck(new Reflector(), checks).intercept(context, { handle: () => answers }));
}

const unread = { office: 'stationing-office:140423', unread: 2 };

it('lets through what contracts promise', async () => expect(await passed(inboxCount, {}, of(unread))).toEqual(unread));

it.each([
  ['a field that is missing', { office: 'stationing-office:140423' }],
  ['a field that nobody promised', { ...unread, secret: 'x' }],
  ['a field of another kind', { ...unread, unread: '2' }],
])('%s turns a test red', async (_, answer) => {
  await expect(passed(inboxCount, {}, of(answer))).rejects.toThrow('inbox.count is not what contracts say');
  expect(await passed(inboxCount, {}, of(answer), false)).toBe(answer);
});

it('so does a refusal that the row does not name', async () => {
  const refusing = (code: 'NOT_ALLOWED' | 'UNAUTHENTICATED') =>
    throwError(() => new RefusedRequest(code, '无权办理。'));
  await expect(passed(inboxCount, {}, refusing('NOT_ALLOWED'))).rejects.toThrow('refuses with NOT_ALLOWED');
  await expect(passed(inboxCount, {}, refusing('UNAUTHENTICATED'))).rejects.toThrow(RefusedRequest);
});

it('a name that cannot be does not exist, or is not what something new may be called', () => {
  expect(() => passed(caseOne, { caseId: 'nonsense' }, of({}))).toThrow(
    expect.objectContaining({ code: 'UNKNOWN_SUBJECT', detail: expect.stringContaining('household:') as string }),
  );
  expect(() => passed(personSave, { id: '张三' }, of({}))).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', more: { field: 'id' } }),
  );
});
