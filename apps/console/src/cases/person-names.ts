import { reactive } from 'vue';
import { read } from '../api/client';
import { session } from '../api/session';

/** Names are for county, township and village; the offices above work with numbers. */
export const mayReadNames = (): boolean => session.level !== 'province' && session.level !== 'city';

const names = reactive(new Map<string, string | null>());
const wanted = new Set<string>();
const askedAtOnce = 200;

/** The name a number stands for, once it has come; `null` while it is not known, or not for this office. */
export function personName(id: string | null | undefined): string | null {
  if (id === null || id === undefined || id === '' || !mayReadNames()) return null;
  const known = names.get(keyOf(id));
  if (known !== undefined) return known;
  // Asked for after the page is drawn, all at once: a drawing must not change what it is drawn from.
  if (wanted.size === 0) setTimeout(() => void askForWanted());
  wanted.add(id);
  return null;
}

const keyOf = (id: string): string => `${session.office} ${id}`;

async function askForWanted(): Promise<void> {
  const ids = [...wanted].filter((id) => !names.has(keyOf(id)));
  wanted.clear();
  for (const id of ids) names.set(keyOf(id), null);
  for (let first = 0; first < ids.length; first += askedAtOnce) {
    const answer = await read('/persons', {
      id: ids.slice(first, first + askedAtOnce),
    }).catch(() => undefined);
    for (const { id, name } of answer?.items ?? []) names.set(keyOf(id), name);
  }
}

/** 王秀兰（H901）, or the number alone. */
export function personWords(id: string): string {
  const name = personName(id);
  return name === null ? id : `${name}（${id}）`;
}
