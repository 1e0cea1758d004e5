import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue';
import type { Page } from '@duban/contracts/answers/answer-fields';
import type { Answered, Asked, ReadPath } from '@duban/contracts/answers/routes';
import { read, Refused, type ShownRefusal } from './client';

export interface Loaded<T> {
  data: ShallowRef<T | undefined>;
  refusal: Ref<ShownRefusal | undefined>;
  isLoading: Ref<boolean>;
  reload: () => Promise<void>;
}

/** Loads something now and whenever what it depends on changes; only the latest answer counts. Old data stays on screen meanwhile. */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>, dependsOn: WatchSource[] = []): Loaded<T> {
  const data = shallowRef<T>();
  const refusal = ref<ShownRefusal>();
  const isLoading = ref(false);
  let current: AbortController | undefined;
  const reload = async (): Promise<void> => {
    current?.abort();
    const own = (current = new AbortController());
    isLoading.value = true;
    try {
      const loaded = await load(own.signal);
      if (own !== current) return;
      data.value = loaded;
      refusal.value = undefined;
    } catch (error) {
      if (own === current) refusal.value = refusalIn(error);
    } finally {
      if (own === current) isLoading.value = false;
    }
  };
  watch(dependsOn, () => void reload());
  onScopeDispose(() => current?.abort());
  void reload();
  return { data, refusal, isLoading, reload };
}

/** Paths that answer page by page. */
type PagedPath = { [Path in ReadPath]: Answered<Path> extends Page<unknown> ? Path : never }[ReadPath];
type ItemAt<Path extends PagedPath> = Answered<Path> extends Page<infer Item> ? Item : never;

export interface Paged<Item> extends Loaded<Page<Item>> {
  /** 0 for the first page. */
  pageNumber: Ref<number>;
  goTo: (direction: 'first' | 'back' | 'on') => void;
}

/** A list read page by page from the server; a changed condition begins at its first page. */
export function usePages<Path extends PagedPath>(
  path: Path,
  query: () => Asked<Path>,
  limit = 20,
): Paged<ItemAt<Path>> {
  const load = (page: PageWanted, signal: AbortSignal) =>
    read(path, { ...query(), ...page }, signal) as Promise<Page<ItemAt<Path>>>;
  return pagesOf(load, query, limit);
}

/** Where a page begins, and how long it is. */
interface PageWanted {
  limit: number;
  after: string | undefined;
}

/** The same of whatever list is read. */
export function pagesOf<Item>(
  load: (page: PageWanted, signal: AbortSignal) => Promise<Page<Item>>,
  query: () => unknown,
  limit = 20,
): Paged<Item> {
  const cursors = ref<string[]>([]);
  const text = (): string => JSON.stringify(query());
  const loaded = useLoad((signal) => load({ limit, after: cursors.value.at(-1) }, signal), []);
  watch(text, () => {
    cursors.value = [];
    void loaded.reload();
  });
  const pageNumber = ref(0);
  const goTo = (direction: 'first' | 'back' | 'on'): void => {
    const next = loaded.data.value?.next;
    if (direction === 'on' && next) cursors.value = [...cursors.value, next];
    if (direction === 'back') cursors.value = cursors.value.slice(0, -1);
    if (direction === 'first') cursors.value = [];
    void loaded.reload();
  };
  watch(cursors, (list) => (pageNumber.value = list.length));
  return { ...loaded, pageNumber, goTo };
}

/** What to tell about a failure. */
export function refusalIn(error: unknown): ShownRefusal {
  if (error instanceof Refused) return error.refusal;
  return {
    status: 0,
    code: 'INTERNAL',
    title: '页面出错',
    detail: '页面处理时出错，请刷新后再试；已提交的登记不受影响。',
  };
}
