import type { CaseId } from '../../case/process-list';
import type { Territory } from '../../base/office';
import type { CivilDate } from '../../dates/civil-date';
import type { CycleClosedBody } from '../duty-sheet/duty-acts';

/** the book of a territory's recurring duties in a cycle; it begins the sheets of every period. */
export type DutyBookOpening = { territory: Territory; from: CivilDate; to: CivilDate; cycle: CaseId };

/** What the ledger answered: the townships of a county with somebody on post. */
export type TownshipsReadBody = { township: Territory }[];

/** Everything that can be said to a book, with its body. */
export interface DutyBookBodies {
  townshipsRead: TownshipsReadBody;
  cycleClosed: CycleClosedBody;
}
