import { routes } from '@duban/contracts/answers/routes';
import type { Route } from '@duban/contracts/answers/route';
import { clauses } from '@duban/policy/base/clauses/clauses';
import { registerKinds } from '@duban/policy/case/register-kinds';
import { handRegisters } from '@duban/policy/registers/hand-registers';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { otherVillages, ownVillage } from './read-world';

export type GetRoute = Extract<Route, { method: 'get' }>;

/** Everything that is read, but for the stream, which never ends: who hears of a change is `change-feed.spec.ts`. */
export const reads: readonly GetRoute[] = routes.filter(
  (route): route is GetRoute => route.method === 'get' && route.media !== 'text/event-stream',
);

/** One question: a route with its names and its query filled in. */
export interface Ask {
  operationId: string;
  path: string;
}

/** What the ledger knows of that is named in paths. */
export interface Named {
  cases: readonly string[];
  deadlines: readonly { caseId: string; deadlineId: string }[];
  entries: readonly { kind: string; id: string }[];
}

export async function namedIn(dataSource: DataSource): Promise<Named> {
  const [cases, deadlines, entries] = await Promise.all([
    dataSource.query<{ caseId: string }[]>('SELECT case_id AS "caseId" FROM cases ORDER BY 1'),
    dataSource.query<Named['deadlines']>('SELECT case_id AS "caseId", id AS "deadlineId" FROM deadlines ORDER BY 1, 2'),
    dataSource.query<Named['entries']>('SELECT DISTINCT kind, entry_id AS id FROM register_entries ORDER BY 1, 2'),
  ]);
  return { cases: cases.map(({ caseId }) => caseId), deadlines, entries };
}

type Values = Readonly<Record<string, string>>;

const places = [ownVillage, otherVillages[0] ?? '', '140423100', '140423'];
const nobody = '00000000-0000-4000-8000-000000000000';
const kinds = [...Object.keys(registerKinds), ...Object.keys(handRegisters)];

/** What stands for each name of a path. */
function paramsOf({ path }: GetRoute, { cases, deadlines, entries }: Named): Values[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name).join(' ');
  const known: Record<string, Values[]> = {
    '': [{}],
    caseId: cases.map((caseId) => ({ caseId })),
    'caseId deadlineId': deadlines.map((one) => ({ ...one })),
    kind: kinds.map((kind) => ({ kind })),
    'kind id': entries.map((one) => ({ ...one })),
  };
  const byPath: Record<string, Values[]> = {
    '/clauses/:id': clauses.slice(0, 2).map(({ id }) => ({ id })),
    '/persons/:id': ['OWC1', 'FX1C1'].map((id) => ({ id })),
    '/rehearsals/:id': [{ id: nobody }],
    '/rehearsals/:id/events': [{ id: nobody }],
    '/rehearsals/:id/calendar': [{ id: nobody }],
  };
  const found = byPath[path] ?? known[names];
  if (found === undefined) throw new Error(`the walk does not know what ${names} of ${path} stands for`);
  return found;
}

/** What is asked for where a query must say it, by the name of the field. */
const asked: Record<string, readonly string[]> = {
  month: ['2026-11'],
  year: ['2026'],
  scope: places,
  township: ['140423100'],
  county: places,
  territory: places,
  parent: places,
  id: ['OWC1'],
  left: [nobody],
  right: [nobody],
};
const isPlace = (name: string): boolean => ['scope', 'township', 'county', 'territory', 'parent'].includes(name);

function valuesOf({ operationId }: GetRoute, name: string, field: z.ZodType): readonly string[] {
  const options = (z.toJSONSchema(field, { unrepresentable: 'any', io: 'input' }) as { enum?: string[] }).enum;
  const found = options ?? asked[name];
  if (found === undefined) throw new Error(`the walk does not know what to ask ${operationId} for as ${name}`);
  return found;
}

/** With all that a query must say; and, where it may name a place, asking for the other village. */
function queriesOf(route: GetRoute): Values[] {
  const fields = Object.entries((route.query?.shape ?? {}) as Record<string, z.ZodType>);
  const isOptional = (field: z.ZodType): boolean => field.safeParse(undefined).success;
  const needed = fields.filter(([, field]) => !isOptional(field));
  const whole = needed.reduce<Values[]>(
    (all, [name, field]) =>
      all.flatMap((one) => valuesOf(route, name, field).map((value) => ({ ...one, [name]: value }))),
    [fields.some(([name]) => name === 'limit') ? { limit: '100' } : {}],
  );
  const byPlace = fields.filter(([name, field]) => isPlace(name) && isOptional(field)).map(([name]) => name);
  return [...whole, ...byPlace.flatMap((name) => whole.map((one) => ({ ...one, [name]: otherVillages[0] ?? '' })))];
}

/** Every question about a route: in each of its forms. */
export const asksOf = (route: GetRoute, named: Named): Ask[] =>
  paramsOf(route, named).flatMap((params) =>
    queriesOf(route).map((query) => ({
      operationId: route.operationId,
      path: `${route.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')}?${new URLSearchParams(query).toString()}`.slice(
        1,
      ),
    })),
  );
