import { operationGroups } from '@duban/contracts/operation-groups';
import { openApiDocument } from './openapi-document';

interface Described {
  operationId: string;
  summary: string;
  tags: string[];
  security?: unknown[];
  parameters?: { name: string; in: string }[];
  responses: Record<string, unknown>;
}

const paths = openApiDocument()['paths'] as Record<string, Record<string, Described>>;
const described = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, what]) => ({ path, method, ...what })),
);

it('describes every operation of the contracts', () => {
  const promised = operationGroups.flatMap((group) => [
    ...(group.opening === undefined ? [] : [`${group.resource}.${group.opening.name}`]),
    ...Object.keys(group.operations).map((name) => `${group.resource}.${name}`),
  ]);
  expect(promised.length).toBeGreaterThan(40);
  expect(described.map(({ operationId }) => operationId)).toEqual(expect.arrayContaining(promised));
});

it('gives no operation id twice', () => {
  const ids = described.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

it('asks a token of everybody but the readers of public lists and whoever fetches a token of the demo county', () => {
  const document = openApiDocument();
  expect(document['security']).toEqual([{ token: [] }]);
  expect(
    described.filter(({ security }) => security !== undefined).map(({ path, security }) => [path, security]),
  ).toEqual([
    ['/api/v1/public/sample-commitments', []],
    ['/api/v1/dev/offices', []],
    ['/api/v1/dev/tokens', []],
  ]);
});

it.each(described)(
  '$method $path says in Chinese what it does, names its parameters and how it may be refused',
  ({ path, summary, parameters, responses }) => {
    expect(summary).toMatch(/[一-鿿]/);
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(parameters?.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(named);
    expect(Object.keys(responses).filter((status) => !/^20[012]$/.test(status))).toEqual(
      expect.arrayContaining(['500', '503']),
    );
  },
);
