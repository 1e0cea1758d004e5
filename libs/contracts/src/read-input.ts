import type { TextForm } from '@duban/policy/base/plain-text';
import type { z } from 'zod';
import { blemishesOf } from './clean-input';

/** A field that is not filled in as asked, in the words of an office. */
export interface FieldFault {
  /** Path of the field, `scores.0.task`; empty for the whole. */
  field: string;
  path: readonly PropertyKey[];
  detail: string;
}

export type Reading<Value> = { isSound: true; value: Value } | { isSound: false; faults: readonly FieldFault[] };

/**
 * Reads what somebody sent by its schema, or names everything that is wrong with it, in Chinese. What holds for all input whatever
 * its schema comes first.
 */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
  form: TextForm = 'lines',
): Reading<z.output<Schema>> {
  const blemishes = blemishesOf(sent, form);
  if (blemishes.length > 0)
    return { isSound: false, faults: blemishes.map(({ path, detail }) => faultAt(path, detail)) };
  const read = schema.safeParse(sent, { reportInput: true, error: generalWords });
  return read.success
    ? { isSound: true, value: read.data }
    : { isSound: false, faults: read.error.issues.flatMap(faultsOf) };
}

function faultsOf(issue: z.core.$ZodIssue): FieldFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => faultAt([...issue.path, key], '没有这一项，请删去或核对名称'));
  return [
    faultAt(
      issue.path,
      issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
        ? '必须填写'
        : issue.message,
    ),
  ];
}

const faultAt = (path: readonly PropertyKey[], detail: string): FieldFault => ({ field: path.join('.'), path, detail });

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true（是）或 false（否）',
  array: '列表',
  object: '一组内容',
};

/** For what a schema leaves unsaid. */
function generalWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应为${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `应为下列之一：${issue.values.map(String).join('、')}`;
    case 'too_small':
      return `应不小于 ${String(issue.minimum)}`;
    case 'too_big':
      return `应不大于 ${String(issue.maximum)}`;
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的倍数`;
    default:
      return '填写有误，请核对';
  }
}
