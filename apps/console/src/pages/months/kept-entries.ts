import type { Batch, Entry, Stuck } from './score-cell';

/** Where what is not yet sent is kept over a lost connection, a reload or a closed window. */
export interface Keeping {
  getItem(place: string): string | null;
  setItem(place: string, text: string): void;
  removeItem(place: string): void;
}

/** What is not yet safely on the server. */
export interface KeptEntries {
  batch: Batch | undefined;
  waiting: Entry[];
  stuck: Stuck[];
}

/** Keeps it in this browser, or forgets it where nothing is left. */
export function keepEntries({ batch, waiting, stuck }: KeptEntries, place: string, keeping: Keeping): void {
  const isNothing = batch === undefined && waiting.length === 0 && stuck.length === 0;
  try {
    if (isNothing) keeping.removeItem(place);
    else keeping.setItem(place, JSON.stringify({ batch, waiting, stuck }));
  } catch {
    // The browser has no room to keep it: it is still in this window.
  }
}

/** What an earlier window left unsent. */
export function keptEntries(place: string, keeping: Keeping): KeptEntries {
  try {
    const { batch, waiting = [], stuck = [] } = JSON.parse(keeping.getItem(place) ?? '{}') as Partial<KeptEntries>;
    return { batch, waiting, stuck };
  } catch {
    // What stands there was not written by a score sheet.
    return { batch: undefined, waiting: [], stuck: [] };
  }
}
