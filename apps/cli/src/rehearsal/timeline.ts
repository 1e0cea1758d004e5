import type { EventPattern } from './scenario';

/** One thing that happened in a rehearsal; the shape of the JSON output. */
export interface RehearsedEvent {
  at: string;
  on: string;
  subject: string;
  process: string;
  kind: string;
  clause: string;
  recipients: string[];
  detail: { what: string; by: string; data: unknown };
}

/** What was expected and did not come, or came and never should have; each a readable line. */
export function differences(
  events: readonly RehearsedEvent[],
  expected: readonly EventPattern[],
  never: readonly EventPattern[],
  names: ReadonlyMap<string, string>,
): string[] {
  const count = (pattern: EventPattern): RehearsedEvent[] => events.filter((event) => matches(event, pattern, names));
  const missing = expected.flatMap((pattern) => {
    const found = count(pattern).length;
    const isMet = pattern.times === undefined ? found > 0 : found === pattern.times;
    return isMet
      ? []
      : [
          `期待${pattern.times === undefined ? '' : ` ${pattern.times} 次`}而实际 ${found} 次：${wordsOf(pattern)}${nearest(events, pattern, names)}`,
        ];
  });
  const unwanted = never.flatMap((pattern) =>
    count(pattern).map((event) => `不应发生而发生了：${wordsOf(pattern)}\n    实际：${lineOf(event)}`),
  );
  return [...missing, ...unwanted];
}

/** One line of the printed timeline: date, case, what, clause, to whom. */
export const lineOf = (event: RehearsedEvent): string =>
  [
    event.on,
    event.at.slice(11, 16),
    event.subject,
    event.detail.what,
    `〔${event.clause}〕`,
    event.recipients.length > 0 ? `→ ${event.recipients.join('、')}` : '',
  ]
    .join('  ')
    .trimEnd();

function matches(event: RehearsedEvent, pattern: EventPattern, names: ReadonlyMap<string, string>): boolean {
  const { to, contains, subject } = pattern;
  const named = subject?.startsWith('$') ? names.get(subject.slice(1)) : subject;
  return (
    (['on', 'process', 'kind', 'clause'] as const).every(
      (field) => pattern[field] === undefined || event[field] === pattern[field],
    ) &&
    (subject === undefined || event.subject === named) &&
    (to === undefined || event.recipients.includes(to)) &&
    (contains === undefined || event.detail.what.includes(contains))
  );
}

const wordsOf = (pattern: EventPattern): string =>
  Object.entries(pattern)
    .filter(([field]) => field !== 'times')
    .map(([field, value]) => `${field}=${String(value)}`)
    .join(' ');

/** What came instead: the events that were counted wrongly, or those that miss the pattern by its date alone. */
function nearest(events: readonly RehearsedEvent[], pattern: EventPattern, names: ReadonlyMap<string, string>): string {
  const counted = events.filter((event) => matches(event, pattern, names)).slice(0, 12);
  if (counted.length > 0) return counted.map((event) => `\n    实际：${lineOf(event)}`).join('');
  const { on: _, times: __, ...rest } = pattern;
  const close = pattern.on === undefined ? [] : events.filter((event) => matches(event, rest, names)).slice(0, 3);
  return close.map((event) => `\n    相近：${lineOf(event)}`).join('');
}
