import { reactive } from 'vue';
import { read } from '../api/client';
import { session } from '../api/session';

/** Names are for county, township and village; the offices above work with numbers. */
export const mayReadNames = (): boolean => session.level !== 'province' && session.level !== 'city';

const names = reactive(new Map<string, string | null>());

/** The name a number stands for, once it has come; `null` while it is not known, or not for this office. */
export function personName(id: string | null | undefined): string | null {
  if (id === null || id === undefined || id === '' || !mayReadNames()) return null;
  const key = `${session.office} ${id}`;
  const known = names.get(key);
  if (known !== undefined) return known;
  // Asked for after the page is drawn: a drawing must not change what it is drawn from.
  void Promise.resolve().then(() => ask(key, id));
  return null;
}

async function ask(key: string, id: string): Promise<void> {
  if (names.has(key)) return;
  names.set(key, null);
  const found = await read<{ name: string }>(`persons/${encodeURIComponent(id)}`).catch(() => undefined);
  names.set(key, found?.name ?? null);
}

/** 王秀兰（H901）, or the number alone. */
export function personWords(id: string): string {
  const name = personName(id);
  return name === null ? id : `${name}（${id}）`;
}
