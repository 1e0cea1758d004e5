import { actsOf } from '../../case/act-order';
import type { CaseFile } from '../../case/case';
import type { Territory } from '../../base/office';
import { earlierOf, type CivilDate } from '../../dates/civil-date';
import type { DutyBookBodies, DutyBookOpening } from './duty-book-acts';

export type BookFile = CaseFile<DutyBookOpening, DutyBookBodies>;

/** What the rules of a book are about. */
export interface DutyBook {
  opening: DutyBookOpening;
  facts: BookFacts;
  bodies: DutyBookBodies;
}

/** a book read in the order of its dates. */
export interface BookFacts {
  /** The last day of the cycle, or the day it was closed. */
  end: CivilDate;
  /** The last day of a cycle that has been closed. */
  closedOn?: CivilDate;
  /** The townships with somebody on post, each from the day it was first found so. */
  townships: ReadonlyMap<Territory, CivilDate>;
}

/** All that is known of a book. */
export function readBook(file: BookFile): BookFacts {
  const [closed] = actsOf(file.acts, 'cycleClosed');
  const { to } = file.opening;
  return {
    end: closed === undefined ? to : earlierOf(closed.body.on, to),
    ...(closed !== undefined && { closedOn: closed.body.on }),
    townships: townshipsOf(file),
  };
}

function townshipsOf(file: BookFile): Map<Territory, CivilDate> {
  const townships = new Map<Territory, CivilDate>();
  for (const { body, occurredOn } of actsOf(file.acts, 'townshipsRead')) {
    for (const { township } of body) if (!townships.has(township)) townships.set(township, occurredOn);
  }
  return townships;
}
