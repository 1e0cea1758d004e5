import { newKey } from './client';

/** Idempotency keys of one form. */
export interface ContentKeys {
  /** The same content sent again after a lost answer keeps its key, and so has one effect; other content gets its own. */
  of(content: unknown): string;
  /** It has been done: the same content after this is meant anew. */
  forget(): void;
}

export function contentKeys(makeKey: () => string = newKey): ContentKeys {
  let last: { text: string; key: string } | undefined;
  return {
    of(content) {
      const text = JSON.stringify(content);
      if (last?.text !== text) last = { text, key: makeKey() };
      return last.key;
    },
    forget: () => (last = undefined),
  };
}
