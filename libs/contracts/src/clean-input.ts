import { blemishOf, type TextForm } from '@duban/policy/base/plain-text';

export interface Blemish {
  path: readonly PropertyKey[];
  detail: string;
}

export const deepestInput = 32;
export const mostValues = 100_000;
const longestName = 100;
const namedAtMost = 20;

interface Visit {
  value: unknown;
  path: readonly PropertyKey[];
}

/**
 * Faults of an input that no schema needs to look for: texts that cannot be stored or read (NUL, half characters, direction marks), numbers
 * that are none, too much of anything. Asked once of all that comes in; walks without recursion, so that no depth of nesting can exhaust it.
 */
export function blemishesOf(sent: unknown, form: TextForm = 'lines'): Blemish[] {
  const found: Blemish[] = [];
  const toVisit: Visit[] = [{ value: sent, path: [] }];
  let values = 0;
  for (let visit = toVisit.pop(); visit !== undefined && found.length < namedAtMost; visit = toVisit.pop()) {
    const { value, path } = visit;
    values += 1;
    if (path.length > deepestInput)
      return [{ path: path.slice(0, 1), detail: `嵌套过深：应不超过 ${deepestInput} 层` }];
    if (values > mostValues) return [{ path: [], detail: `内容过多：应不超过 ${mostValues} 项` }];
    if (typeof value === 'object' && value !== null) toVisit.push(...partsOf(value, path, found));
    else found.push(...blemishOfValue(value, form).map((detail) => ({ path, detail })));
  }
  return found;
}

function partsOf(value: object, path: readonly PropertyKey[], found: Blemish[]): Visit[] {
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? value.map((part: unknown, index) => [index, part])
    : Object.entries(value).filter(([name]) => {
        const detail = name.length > longestName ? `不超过 ${longestName} 字` : blemishOf(name, 'line');
        // The name itself is not repeated: it is what is wrong.
        if (detail !== undefined) found.push({ path, detail: `其中一项的名称有误：${detail}` });
        return detail === undefined;
      });
  return entries.map(([name, part]) => ({ value: part, path: [...path, name] })).reverse();
}

function blemishOfValue(value: unknown, form: TextForm): string[] {
  if (typeof value === 'string') return [blemishOf(value, form) ?? []].flat();
  if (typeof value === 'number' && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return ['数值过大，请核对'];
  return [];
}
