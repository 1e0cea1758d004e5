import { admit, refuse, type Admission, type Refusal } from '../../base/verdict';
import type { Beginning, OpeningRow } from '../../case/operation';
import type { ListingOpening } from './listing-acts';
import { clauseOf } from './listing-notices';
import { isOfCountyOrAbove, refuseTerm } from './listing-leaders';
import { namedGround, province, refuseRepeatedIds } from './listing-operations';

/** Clauses, B-3.3 and: the province lists a county, anew not before it was delisted. */
export const listingOpenings = {
  list: {
    clause: 'A-3.7',
    title: '对县挂牌督办（正在挂牌的县不重复挂牌，请增列依据）',
    by: province,
    since: ({ opening: { previous } }) => {
      const on = previous?.delistedOn ?? null;
      return on === null ? undefined : { on, what: '上次摘牌之日' };
    },
    judge: judgeListing,
    confirms: ({ grounds }) =>
      grounds.flatMap(({ confirms }, index) => namedGround(confirms, `grounds.${index}.confirms`)),
  },
} satisfies Record<string, OpeningRow<ListingOpening>>;

function judgeListing({ opening }: Beginning<ListingOpening>): Admission | Refusal {
  const { previous, grounds, problems } = opening;
  if (grounds.length === 0)
    return refuse('INVALID_INPUT', clauseOf(grounds), '挂牌督办应至少有一项挂牌依据，未收到。', 'grounds');
  if (problems.length === 0)
    return refuse('INVALID_INPUT', 'A-3.7', '挂牌督办应建立问题清单，至少列出一个问题，未收到。', 'problems');
  const isListed = previous !== null && previous.delistedOn === null;
  const words = '该县正在挂牌督办，不重复挂牌；新发现的情形请登记为增列依据。';
  return (
    refuseLeaders(opening) ??
    (isListed ? refuse('ALREADY_DONE', 'A-3.7', words) : undefined) ??
    refuseRepeatedIds(problems, 'problems') ??
    admit()
  );
}

/** Clause A-3.7 [D liaison-leaders]: the leaders responsible for the county are its own or of a level above it, each named once. */
function refuseLeaders({ liaisonLeaders, county }: ListingOpening): Refusal | undefined {
  if (liaisonLeaders.length === 0)
    return refuse('INVALID_INPUT', 'A-4.1', '挂牌督办应列明包联领导，未收到。', 'liaisonLeaders');
  const stranger = liaisonLeaders.findIndex(({ office }) => !isOfCountyOrAbove(office, county));
  if (stranger >= 0)
    return refuse(
      'INVALID_INPUT',
      'A-4.1',
      `包联领导应是该县或其所在市、省的领导，所在单位应为其党委，收到的是${liaisonLeaders[stranger]?.office}。`,
      `liaisonLeaders.${stranger}.office`,
    );
  const twice = liaisonLeaders.findIndex(
    ({ person }, index) => liaisonLeaders.findIndex((other) => other.person === person) !== index,
  );
  const [term] = liaisonLeaders.flatMap((leader, index) => refuseTerm(leader, `liaisonLeaders.${index}.to`) ?? []);
  return twice < 0
    ? term
    : refuse('INVALID_INPUT', 'A-4.1', '同一包联领导只列一次，收到重复的编号。', `liaisonLeaders.${twice}.person`);
}
