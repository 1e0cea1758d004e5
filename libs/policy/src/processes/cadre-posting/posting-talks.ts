import type { Consequence } from '../../case/case';
import { caseId } from '../../case/case-id';
import type { CivilDate } from '../../dates/civil-date';
import type { PostingFacts } from './posting-facts';
import type { LadderInterview } from './ranking-ladder';

/** OBLIGATIONS D16: the months behind an interview hear that it is owed, held, and that handling rests on it, so that they know how long they stay open for corrections. */
export const talksOfMonths = (facts: PostingFacts): Consequence[] =>
  facts.ranking.interviews.flatMap((interview) => {
    const { heldOn, formedOn, groundlessSince } = interview;
    const isPending = heldOn === undefined && groundlessSince === undefined && facts.end === null;
    const handledOn = handlingOf(facts, interview);
    return [
      ...(isPending || heldOn !== undefined ? tell(facts, interview, 'talkOwed', formedOn) : []),
      ...(heldOn === undefined ? [] : tell(facts, interview, 'talkHeld', heldOn)),
      ...(handledOn === undefined ? [] : tell(facts, interview, 'talkHandled', handledOn)),
    ];
  });

/** The first handling after it was held. */
const handlingOf = ({ ranking: { rounds } }: PostingFacts, { heldOn }: LadderInterview): CivilDate | undefined =>
  heldOn === undefined
    ? undefined
    : rounds.flatMap(({ handledOn }) => (handledOn !== undefined && heldOn <= handledOn ? [handledOn] : [])).sort()[0];

const tell = (
  { county, opening }: PostingFacts,
  { key, because }: LadderInterview,
  operation: 'talkOwed' | 'talkHeld' | 'talkHandled',
  on: CivilDate,
): Consequence[] =>
  because.months.map((month) => ({
    kind: 'tell',
    key: `${operation}:${key}:${month}`,
    clause: 'C-3.5',
    on,
    caseId: caseId('monthly-assessment', county, month),
    operation,
    body: { talk: `${opening.cadreId}/${key}` },
    ...(operation === 'talkOwed' && { withdraw: 'talkDropped' as const }),
  }));
