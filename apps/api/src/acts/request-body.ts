import { civilDate, surrogateId } from '@duban/contracts/fields';
import { isKnownDivision } from '@duban/contracts/divisions';
import type { CivilDate } from '@duban/policy/dates/civil-date';
import type { Json } from '@duban/policy/case/case';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Problem, type FieldFault } from '../problem/problem';

const envelopeSchema = z.object({ occurredOn: civilDate.optional(), person: surrogateId.optional() });

export interface ParsedBody {
  occurredOn: CivilDate | undefined;
  person: string | undefined;
  body: Json;
}

/** Splits the envelope from the body and checks both, naming every fault at once. */
export function parseBody(given: unknown, schema: z.ZodType): ParsedBody {
  const raw = given ?? {};
  if (typeof raw !== 'object' || Array.isArray(raw)) throw new Problem('INVALID_INPUT', '提交内容应为一个 JSON 对象。');
  const { occurredOn, person, ...rest } = raw as Record<string, unknown>;
  const envelope = envelopeSchema.safeParse({ occurredOn, person });
  const body = schema.safeParse(rest);
  const faults = [...faultsOf(envelope), ...faultsOf(body)];
  if (!envelope.success || !body.success) throw inputProblem(faults);
  refuseUnknownDivisions(body.data as Json);
  return { ...envelope.data, occurredOn: envelope.data.occurredOn, person: envelope.data.person, body: body.data as Json };
}

const faultsOf = (result: z.ZodSafeParseResult<unknown>): FieldFault[] =>
  result.success ? [] : result.error.issues.map((issue) => ({ field: fieldOf(issue), detail: chineseOf(issue) }));

const fieldOf = (issue: z.core.$ZodIssue): string => [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].join('.');

function inputProblem(faults: FieldFault[]): Problem {
  const words = faults.slice(0, 5).map((fault) => `${fault.field || '内容'}：${fault.detail}`);
  const field = faults[0]?.field;
  return new Problem('INVALID_INPUT', `填报内容有误。${words.join('；')}。`, { faults, ...(field ? { field } : {}) });
}

function chineseOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return '没有这一项，请删去或核对名称';
    case 'invalid_type':
      return issue.input === undefined ? '必须填写' : issue.message;
    default:
      return issue.message;
  }
}

const divisionFields = new Set(['village', 'township', 'county', 'counties', 'city', 'province']);

function refuseUnknownDivisions(body: Json): void {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return;
  for (const [field, value] of Object.entries(body)) {
    if (!divisionFields.has(field)) continue;
    for (const code of Array.isArray(value) ? value : [value]) {
      if (typeof code === 'string' && !isKnownDivision(code)) throw new Problem('UNKNOWN_SUBJECT', `行政区划代码 ${code} 不在区划目录中，请核对。`, { field });
    }
  }
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
