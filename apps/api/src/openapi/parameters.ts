import type { Route } from '@duban/contracts/answers/route';
import { schemaOf, type Described } from './json-schema';

/** Names in the path, conditions of the query, and the key that has one effect however often it is sent. */
export const parametersOf = (route: Route): Described[] => [
  ...pathParameters(route),
  ...queryParameters(route),
  ...('isKeyed' in route && route.isKeyed === true ? [keyParameter] : []),
];

const pathParameters = ({ params }: Route): Described[] =>
  params === undefined
    ? []
    : Object.entries(schemaOf(params, 'input').properties ?? {}).map(([name, schema]) => ({
        name,
        in: 'path',
        required: true,
        schema,
      }));

function queryParameters({ query }: Route): Described[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(query, 'input', 'line');
  return Object.entries(properties).map(([name, { description, commas, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    ...(schema['type'] === 'array' && { style: 'form', explode: commas !== true }),
    schema,
  }));
}

export const keyParameter: Described = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  description: '同一键重复提交只登记一次；内容不同则 409',
};

/** `/cases/:caseId` → `/api/v1/cases/{caseId}` */
export const documentedPath = (path: string): string => `/api/v1${path.replace(/:(\w+)/g, '{$1}')}`;
