import { refusalCodes, type RefusalCode } from '@duban/policy/base/verdict';
import type { RefusedCode } from './refusal';
import type { Route } from './route';

const always = ['INTERNAL', 'LEDGER_AWAY'] as const;
const withBody = ['INVALID_INPUT', 'TOO_LARGE', 'UNSUPPORTED'] as const;

/** Every code a route may refuse with. */
export function refusalsOf(route: Route): RefusedCode[] {
  const codes = new Set<RefusedCode>([...always, ...(route.refuses ?? [])]);
  if (route.isPublic !== true) codes.add('UNAUTHENTICATED');
  if (route.query !== undefined) codes.add('INVALID_INPUT');
  if (route.query !== undefined && 'after' in route.query.shape) codes.add('UNKNOWN_SUBJECT');
  if (route.params !== undefined) codes.add('INVALID_INPUT').add('UNKNOWN_SUBJECT');
  if (route.method === 'get') return [...codes];
  if (route.body !== undefined) withBody.forEach((code) => codes.add(code));
  if (route.isKeyed === true) codes.add('KEY_REUSED').add('INVALID_INPUT');
  return [...codes];
}

/** Acts on cases: whatever the rules say, and what may be away. */
export const refusalsOfActs: readonly RefusedCode[] = [
  ...always,
  ...withBody,
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'ENGINE_AWAY',
  'WORKER_AWAY',
  ...(Object.keys(refusalCodes) as RefusalCode[]).filter((code) => code !== 'INVALID_INPUT'),
];
