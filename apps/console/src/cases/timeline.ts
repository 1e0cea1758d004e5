import { read } from '../api/client';
import type { Page } from '@duban/contracts/answers/answer-fields';
import type { TimelineEntry } from '@duban/contracts/answers/cases';

const longest = 2_000;

/** Everything recorded of a case, first entry first. */
export async function readTimeline(caseId: string, signal?: AbortSignal): Promise<TimelineEntry[]> {
  const items: TimelineEntry[] = [];
  let after: string | null | undefined;
  do {
    const page: Page<TimelineEntry> = await read('/cases/:caseId/timeline', { caseId, limit: 200, after }, signal);
    items.push(...page.items);
    after = page.next;
  } while (after !== null && items.length < longest);
  return items;
}

/** What was said in an act; the opening's detail is what the case was opened with. */
export const bodyOf = <Body>({ name, detail }: TimelineEntry): Body =>
  (name === 'opened' ? detail : (detail as { body: unknown }).body) as Body;

/** What the case answered to an act, where it answered something. */
export const answerOf = <Answer>({ detail }: TimelineEntry): Answer | null =>
  (detail as { answer?: Answer | null }).answer ?? null;

export const toldOf = ({ detail }: TimelineEntry): string | null => (detail as { told?: string | null }).told ?? null;
