import { reactive, watch, type WatchSource } from 'vue';
import { read } from '../api/client';
import { useLive } from '../api/live';
import type { CaseDeadline, CaseWithDeadlines } from './case-types';

const running = ['overdue', 'due-today', 'near', 'open', 'suspended'];

/** The deadline that runs out first. */
export const nextDeadline = (deadlines: readonly CaseDeadline[]): CaseDeadline | undefined =>
  deadlines
    .filter(({ state }) => running.includes(state))
    .sort((one, other) => running.indexOf(one.state) - running.indexOf(other.state) || one.daysLeft - other.daysLeft)[0];

/** The cases of a page of a list with their deadlines, read as the page comes; what cannot be read is left out. */
export function useCaseDetails(ids: WatchSource<readonly string[]>): ReadonlyMap<string, CaseWithDeadlines> {
  const found = reactive(new Map<string, CaseWithDeadlines>());
  const load = async (caseId: string): Promise<void> => {
    const one = await read<CaseWithDeadlines>(`cases/${caseId}`).catch(() => undefined);
    if (one !== undefined) found.set(caseId, one);
  };
  watch(ids, (wanted) => [...new Set(wanted)].filter((id) => !found.has(id)).forEach((id) => void load(id)), { immediate: true });
  const changed = new Set<string>();
  useLive(
    () => {
      const again = [...changed];
      changed.clear();
      return Promise.all(again.map(load));
    },
    ({ caseId }) => caseId !== undefined && found.has(caseId) && changed.add(caseId).size > 0,
  );
  return found as ReadonlyMap<string, CaseWithDeadlines>;
}
