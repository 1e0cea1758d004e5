import { refusalsOf } from '@duban/contracts/answers/refusals-of';
import { registerCorrect, registerEnter, registerEnterAll, registerWithdraw } from '@duban/contracts/answers/registers';
import { envelope } from '@duban/contracts/answers/envelope';
import type { Route } from '@duban/contracts/answers/route';
import { batchBody, correctionBody, entryBody, withdrawalBody } from '@duban/contracts/registers';
import { handRegisters, keepersOf } from '@duban/policy/registers/hand-registers';
import type { HandRegister } from '@duban/policy/registers/register-rules';
import type { z } from 'zod';
import { json, schemaOf } from './json-schema';
import { documentedPath, parametersOf } from './parameters';
import { refusedResponses } from './refused-responses';
import { requestBody, type DocumentedPath } from './route-paths';

/** What offices enter by hand: each register has its own fields, and so its own paths. */
export const registerPaths = (): DocumentedPath[] =>
  Object.entries(handRegisters as Record<string, HandRegister>).flatMap(([kind, register]) => [
    entryPath(kind, register, registerEnter, entryBody(register)),
    entryPath(kind, register, registerEnterAll, batchBody(register)),
    entryPath(kind, register, registerCorrect, correctionBody(register)),
    entryPath(kind, register, registerWithdraw, withdrawalBody),
  ]);

function entryPath(kind: string, register: HandRegister, route: Route, body: z.ZodObject): DocumentedPath {
  const status = 'status' in route ? '201' : '200';
  return {
    path: documentedPath(route.path).replace('{kind}', kind),
    method: route.method,
    operation: {
      operationId: `${route.operationId}.${kind}`,
      tags: ['registers'],
      summary: `${register.title}：${route.summary}`,
      description: `依据：${register.clause}。登记单位：${keepersOf(register)}。`,
      parameters: parametersOf(route).filter(({ name }) => name !== 'kind'),
      requestBody: requestBody(schemaOf(body.extend(envelope), 'input')),
      responses: {
        [status]: { description: '已登记', content: json(schemaOf(route.answers, 'output')) },
        ...refusedResponses(refusalsOf(route)),
      },
    },
  };
}
