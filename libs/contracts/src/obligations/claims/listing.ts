import type { Claims } from '../claim';
import { claim, piece, tests } from '../claim-rows';

const failure = {
  file: 'processes/county-listing/listing-leaders.cases.spec.ts',
  title:
    'case 38 (A-3.7.i, j): the acceptance fails on 20 July 2026 lists again on that day, to 20 January 2027, due 19 February, and starts accountability',
};
const leaders = tests(
  'county-listing',
  'listing-leaders.cases.spec.ts',
  'case 39 (A-3.7.k, D21): leaders of the failed round',
);

/** Listing of a county, its acceptance, and what follows from failing. */
export const claimsOfListing: Claims = {
  'A-3.7.a': claim(
    '末位县列为挂牌依据',
    {
      file: 'processes/contest/contest.spec.ts',
      title: 'A-3.1: a contest keeps each county’s breakdown, and gives the last as a ground for listing',
    },
    piece('processes/contest/contest.ts', '.map(ground),', '.slice(0, 0)\n      .map(ground),'),
  ),
  'A-3.7.c': claim(
    '检查发现列为挂牌依据',
    {
      file: 'processes/inspection/inspection.spec.ts',
      title: 'C-3.4: a flight check is corrected by a bulletin of its own, and the problem withdrawn',
    },
    piece('processes/inspection/inspection-report.ts', 'isGround === true &&', 'false &&'),
  ),
  'A-3.7.e': claim(
    '没有问题清单的不予挂牌',
    {
      file: 'processes/county-listing/county-listing.spec.ts',
      title: 'clause A-3.7: listing anew refuses a listing without a problem list (A-3.7.e)',
    },
    piece('processes/county-listing/listing-openings.ts', 'if (problems.length === 0)', 'if (false)'),
  ),
  'A-3.7.g': claim(
    '挂牌半年后的摘牌验收期限',
    {
      file: 'processes/county-listing/listing-overdue.cases.spec.ts',
      title: 'OBLIGATIONS A-3.7: the half-year of a listing passes A-3.7.g: and 30 days later no acceptance was held',
    },
    piece(
      'processes/county-listing/county-listing.ts',
      '...facts.rounds.map((round) => acceptanceDeadline(file, round)),',
    ),
  ),
  'A-3.7.h': claim(
    '问题未逐项核查的不予验收',
    {
      file: 'processes/county-listing/listing-verifier.cases.spec.ts',
      title:
        'case 36 (A-3.7.h): neither verified nor found unrectified refuses the verdict true, naming P1 and who may verify it',
    },
    piece('processes/county-listing/listing-acceptance.ts', 'return unexamined.length === 0', 'return true'),
  ),
  'A-3.7.i': claim(
    '未通过验收的再次挂牌',
    failure,
    piece('processes/county-listing/listing-rounds.ts', 'if (acceptance.passed) return rounds;', 'return rounds;'),
  ),
  'A-3.7.j': claim(
    '连续两次挂牌启动问责追责',
    failure,
    piece(
      'processes/county-listing/county-listing.ts',
      '    consequences,\n    notices',
      '    consequences: [],\n    notices',
    ),
  ),
  'A-3.7.k': claim(
    '列明承担连带责任的包联领导',
    leaders('L2 is jointly liable, L1 is shown with 142 days, L3 is neither'),
    piece(
      'processes/county-listing/listing-leaders.ts',
      'const { leaders } = leadersOn(terms, acceptanceFrom);',
      'const leaders: LiaisonLeader[] = [];',
    ),
  ),
};
