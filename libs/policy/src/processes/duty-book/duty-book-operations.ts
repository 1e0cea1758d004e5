import { levelOf } from '../../base/office';
import { admit, refuse } from '../../base/verdict';
import { operations, type OpeningRow } from '../../case/operation';
import type { DutyBookOpening } from './duty-book-acts';
import type { DutyBook } from './duty-book-facts';

/** books begin with the cycle, those of townships with the county's. */
export const dutyBookOpenings = {
  begin: {
    clause: 'A-0',
    title: '建立履职总台账',
    by: 'system',
    judge: ({ opening: { territory, from, to } }) => {
      if (levelOf(territory) === undefined)
        return refuse('UNKNOWN_SUBJECT', 'A-0', `应为行政区划代码，收到${territory}。`, 'territory');
      return from <= to ? admit() : refuse('EXPIRED', 'A-0', '督办周期已结束，不再建立履职总台账。', 'to');
    },
  },
} satisfies Record<string, OpeningRow<DutyBookOpening>>;

/** a book is kept by the system alone. */
export const dutyBookOperations = operations<DutyBook>()({
  townshipsRead: { by: 'system' },
  cycleClosed: { by: 'system' },
});
