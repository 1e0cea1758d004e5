import { refusedStatus, type RefusedCode } from '@duban/contracts/answers/refusal';
import { titleOf } from '../refusals/refused-request';
import type { Described } from './json-schema';

/** How a route may refuse: by status, which codes. */
export function refusedResponses(codes: readonly RefusedCode[]): Record<string, Described> {
  const byStatus = new Map<number, RefusedCode[]>();
  for (const code of [...codes].sort())
    byStatus.set(refusedStatus[code], [...(byStatus.get(refusedStatus[code]) ?? []), code]);
  return Object.fromEntries([...byStatus].map(([status, of]) => [String(status), response(status, of)]));
}

const response = (status: number, codes: readonly RefusedCode[]): Described => ({
  description: codes.map((code) => `${code}：${titleOf(code)}`).join('；'),
  ...(status === 503 && { headers: { 'Retry-After': retryAfter } }),
  content: {
    'application/problem+json': {
      schema: {
        allOf: [{ $ref: '#/components/schemas/Refusal' }],
        properties: { status: { const: status }, code: { enum: codes } },
      },
    },
  },
});

const retryAfter: Described = {
  required: true,
  description: '几秒后再试',
  schema: { type: 'string', pattern: '^\\d{1,4}$' },
};
