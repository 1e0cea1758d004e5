import { reactive, watch, type WatchSource } from 'vue';
import { read } from '../api/client';
import { useLive } from '../api/live';
import type { CaseRow } from '@duban/contracts/answers/cases';

/** The cases that the lines of a list speak of, read at once as the page comes; what cannot be read is left out. */
export function useCaseDetails(ids: WatchSource<readonly string[]>): ReadonlyMap<string, CaseRow> {
  const found = reactive(new Map<string, CaseRow>());
  const load = async (wanted: readonly string[]): Promise<void> => {
    if (wanted.length === 0) return;
    const page = await read('/cases', { caseId: wanted, limit: 200 }).catch(() => undefined);
    for (const row of page?.items ?? []) found.set(row.caseId, row);
  };
  watch(ids, (wanted) => void load([...new Set(wanted)].filter((id) => !found.has(id))), { immediate: true });
  const changed = new Set<string>();
  useLive(
    () => {
      const again = [...changed];
      changed.clear();
      return load(again);
    },
    ({ caseId }) => caseId !== undefined && found.has(caseId) && changed.add(caseId).size > 0,
  );
  return found as ReadonlyMap<string, CaseRow>;
}
