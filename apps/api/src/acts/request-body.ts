import { envelope } from '@duban/contracts/answers/envelope';
import { isKnownDivision } from '@duban/contracts/divisions';
import { divisionsIn } from '@duban/contracts/marks';
import { readInput, type FieldFault, type Reading } from '@duban/contracts/read-input';
import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { Json } from '@duban/policy/base/json';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { RefusedRequest } from '../refusals/refused-request';

const envelopeSchema = z.object(envelope);

export interface ParsedBody {
  occurredOn: CivilDate | undefined;
  person: string | undefined;
  importReason: string | undefined;
  body: Json;
}

/** Splits the envelope from the body and checks both, naming every fault at once and the clause that asks for the act. */
export function parseBody(given: unknown, schema: z.ZodType, clause?: ClauseId): ParsedBody {
  const raw = given === undefined ? {} : given;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new RefusedRequest('INVALID_INPUT', '提交内容应为一个 JSON 对象。', saidBy(clause));
  }
  const { occurredOn, person, importReason, ...rest } = raw as Record<string, unknown>;
  const enclosed = readInput(envelopeSchema, { occurredOn, person, importReason });
  const body = readInput(schema, rest);
  if (!enclosed.isSound || !body.isSound) {
    const faults = faultsOf(enclosed, body);
    if (faults.length === 1) ensureKnownDivisions(schema, rest, clause);
    throw refusedInput(faults, clause);
  }
  ensureKnownDivisions(schema, body.value, clause);
  const { occurredOn: on, person: who, importReason: why } = enclosed.value;
  return { occurredOn: on, person: who, importReason: why, body: body.value as Json };
}

const faultsOf = (...parts: Reading<unknown>[]): FieldFault[] =>
  parts.flatMap((part) => (part.isSound ? [] : part.faults));

function refusedInput(faults: readonly FieldFault[], clause?: ClauseId): RefusedRequest {
  const words = faults.slice(0, 5).map((fault) => `${fault.field || '内容'}：${fault.detail}`);
  return RefusedRequest.ofFaults(`填报内容有误。${words.join('；')}。`, faults, clause);
}

/** Throws where a field marked as a division (or an office of one) names none of the catalogue; asked first, so that a typing error is not called a wrong level. */
function ensureKnownDivisions(schema: z.ZodType, body: unknown, clause?: ClauseId): void {
  const unknown = divisionsIn(schema, body).find(({ code }) => /^\d{2,12}$/.test(code) && !isKnownDivision(code));
  if (unknown === undefined) return;
  throw new RefusedRequest('UNKNOWN_SUBJECT', `行政区划代码 ${unknown.code} 不在区划目录中，请核对。`, {
    ...saidBy(clause),
    field: unknown.field,
  });
}

const saidBy = (clause?: ClauseId): { clause?: ClauseId } => (clause === undefined ? {} : { clause });

/** An idempotency key as offices send it. */
export function checkedKey(key: string | undefined): string | undefined {
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new RefusedRequest('INVALID_INPUT', 'Idempotency-Key 应为 1–200 个可见的英文字符。');
  return key;
}

/** SHA-256 over the canonical JSON: keys sorted, so that the order of writing does not matter. */
export const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('hex');

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
};
