import { instantOf, type Instant } from '@duban/policy/dates/civil-date';
import { checksum } from './checksum';
import { pendingRungs } from './deadline-turn';
import type { Draft } from './draft';

/** The next instant at which something falls due here, spread over some minutes by the case's own id. */
export function nextWake(draft: Draft): Instant | null {
  if (draft.state.ended) return null;
  const { carriedOut } = draft.state;
  const sent = new Set(draft.state.sentNotices);
  const days = [
    ...draft.view.consequences
      .filter((consequence) => carriedOut[consequence.key] === undefined)
      .map(({ on }) => instantOf(on, '00:00')),
    ...draft.view.notices
      .filter((notice) => !sent.has(notice.key))
      .map(({ on }) => instantOf(on, draft.settings.quietTo)),
    ...pendingRungs(draft).map(({ rung }) => rung.at),
  ].filter((instant) => instant > draft.now);
  if (days.length === 0) return null;
  const earliest = days.reduce((a, b) => (a < b ? a : b));
  return new Date(Date.parse(earliest) + spreadOf(draft.state.file.caseId, draft.run.spreadMinutes)).toISOString();
}

const spreadOf = (caseId: string, minutes: number): number =>
  minutes === 0 ? 0 : checksum(caseId) % (minutes * 60_000);
