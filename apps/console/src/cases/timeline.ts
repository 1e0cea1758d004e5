import { collected, type Collected } from '../api/collected';
import { read } from '../api/client';
import type { TimelineEntry } from '@duban/contracts/answers/cases';

const longest = 2_000;

/** What was recorded of a case, first entry first. */
export const readTimeline = async (caseId: string, signal?: AbortSignal): Promise<TimelineEntry[]> =>
  (await collected((page) => read('/cases/:caseId/timeline', { caseId, ...page }, signal), longest)).items;

/** So many of its latest entries, latest first: the beginning of a long case is not read for its end. */
export const readLatest = (
  caseId: string,
  { kind, wanted }: { kind?: TimelineEntry['kind'] | undefined; wanted: number },
  signal?: AbortSignal,
): Promise<Collected<TimelineEntry>> =>
  collected(
    (page) => read('/cases/:caseId/timeline', { caseId, newest: true, ...(kind && { kind }), ...page }, signal),
    wanted,
  );

/** What was said in an act; the opening's detail is what the case was opened with. */
export const bodyOf = <Body>({ name, detail }: TimelineEntry): Body =>
  (name === 'opened' ? detail : (detail as { body: unknown }).body) as Body;

/** What the case answered to an act, where it answered something. */
export const answerOf = <Answer>({ detail }: TimelineEntry): Answer | null =>
  (detail as { answer?: Answer | null }).answer ?? null;

export const toldOf = ({ detail }: TimelineEntry): string | null => (detail as { told?: string | null }).told ?? null;
