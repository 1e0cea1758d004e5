import type { ActAnswer } from '@duban/contracts/answers/acts';
import type { ShownRefusal } from '../../api/client';
import { contentKeys, type ContentKeys } from '../../api/content-keys';
import { refusalIn } from '../../api/loading';
import type { Sending } from './village-day';

/** What became of one thing that was sent. */
export type Outcome = { state: 'saved'; answer: ActAnswer } | { state: 'refused'; refusal: ShownRefusal };

type Send = (path: string, body: object, sent: { key: string }) => Promise<ActAnswer>;

/** Sends one thing after another; what is sent again after a lost answer keeps its key, and so is done once. */
export function daySaver(
  send: Send,
  makeKeys: () => ContentKeys = contentKeys,
): (sendings: readonly Sending[], told: (target: string, outcome: Outcome) => void) => Promise<void> {
  const keys = new Map<string, ContentKeys>();
  const keysOf = (target: string): ContentKeys => {
    const known = keys.get(target) ?? makeKeys();
    keys.set(target, known);
    return known;
  };
  return async (sendings, told) => {
    for (const { target, path, body } of sendings) {
      const own = keysOf(target);
      try {
        const answer = await send(path, body, { key: own.of(body) });
        own.forget();
        told(target, { state: 'saved', answer });
      } catch (error) {
        told(target, { state: 'refused', refusal: refusalIn(error) });
      }
    }
  };
}
