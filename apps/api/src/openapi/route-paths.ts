import { refusalsOf } from '@duban/contracts/answers/refusals-of';
import type { Route } from '@duban/contracts/answers/route';
import { routes } from '@duban/contracts/answers/routes';
import { json, schemaOf, type Described, type ObjectSchema } from './json-schema';
import { documentedPath, parametersOf } from './parameters';
import { refusedResponses } from './refused-responses';

/** A route with the method it is called by. */
export interface DocumentedPath {
  path: string;
  method: string;
  operation: Described;
}

/** Everything but the acts on cases; what is entered in a register by hand stands with the registers. */
export const routePaths = (): DocumentedPath[] =>
  routes
    .filter(({ operationId }) => !enteredByHand.has(operationId))
    .map((route) => ({ path: documentedPath(route.path), method: route.method, operation: describedRoute(route) }));

const enteredByHand = new Set(['registers.enter', 'registers.enterAll', 'registers.correct', 'registers.withdraw']);

const describedRoute = (route: Route): Described => ({
  operationId: route.operationId,
  ...(route.isPublic === true && { security: [] }),
  tags: [route.tag],
  summary: route.summary,
  parameters: parametersOf(route),
  ...('body' in route && route.body !== undefined && { requestBody: requestBody(schemaOf(route.body, 'input')) }),
  responses: { [String(successOf(route))]: success(route), ...refusedResponses(refusalsOf(route)) },
});

const successOf = (route: Route): number => ('status' in route && route.status) || 200;

/** A body without a field that must be there may be left out. */
export const requestBody = (schema: ObjectSchema): Described => ({
  required: (schema.required ?? []).length > 0 || schema['anyOf'] !== undefined,
  content: json(schema),
});

const success = ({ answers, media }: Route): Described => ({
  description: '结果',
  content: media === undefined ? json(schemaOf(answers, 'output')) : { [media]: { schema: { type: 'string' } } },
});
