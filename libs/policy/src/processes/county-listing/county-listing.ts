import { officeId, provinceOf } from '../../base/office';
import type { CaseView, LedgerRecord } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { chineseDate } from '../../dates/civil-date';
import { computeDeadline, type DeadlineSpec } from '../../dates/deadline';
import { settingsOf } from '../../settings/policy-set';
import { accountabilityOf, followsDelisting } from './listing-accountability';
import { readListing, type Listing, type ListingFacts, type ListingFile } from './listing-facts';
import { readLeaders } from './listing-leaders';
import { noticesOf } from './listing-notices';
import { listingOpenings } from './listing-openings';
import { listingOperations } from './listing-operations';
import { isOpen, repeatedlyUnrectifiedOn } from './listing-problems';
import type { Round } from './listing-rounds';

/** Clauses and B-3.3: a county's listing (挂牌督办), from listing over every relisting to delisting. */
export const countyListing = processOf<Listing, CaseView>({
  process: 'county-listing',
  openings: listingOpenings,
  operations: listingOperations,
  read: readListing,
  scope: ({ opening }) => scopeOfPlace(opening.county),
  view,
});

/** Where a listing stands; whether acceptance may be held today follows from the dates in its facts. */
export const listingStages = { listed: '挂牌督办中', delisted: '已摘牌' } as const;

function view(file: ListingFile, facts: ListingFacts): CaseView {
  const stage = facts.delistedOn === undefined ? 'listed' : 'delisted';
  const { consequences, openCase } = accountabilityOf(file, facts);
  return {
    stage,
    stageName: listingStages[stage],
    deadlines: deadlinesOf(file, facts),
    consequences,
    notices: noticesOf(file, facts),
    records: [...confirmedGrounds(file, facts), ...leadersKept(file)],
    listed: { ...factsOf(file, facts), accountability: openCase },
    ...(facts.delistedOn === undefined
      ? {}
      : { ended: { on: facts.delistedOn, outcome: 'delisted', outcomeName: listingStages.delisted } }),
  };
}

/** which proposed grounds the province has confirmed by listing for them. */
const confirmedGrounds = ({ opening }: ListingFile, { grounds }: ListingFacts): LedgerRecord[] =>
  grounds.flatMap(({ confirms, kind, what, on }): LedgerRecord[] =>
    confirms === undefined || confirms === null
      ? []
      : [
          {
            table: 'register',
            key: `ground/${confirms.caseId}/${confirms.key}`,
            row: {
              kind: 'listing-ground',
              territory: opening.county,
              period: on.slice(0, 4),
              owner: null,
              on,
              state: 'confirmed',
              body: { kind, what, caseId: confirms.caseId, key: confirms.key },
            },
          },
        ],
  );

/** whom a listing names as leaders owes the county's supervision too, as the duties of the county read it. */
const leadersKept = (file: ListingFile): LedgerRecord[] =>
  readLeaders(file).map(({ person, office, from, to, namedOn }) => ({
    table: 'register',
    key: `leader/${person}`,
    row: {
      kind: 'listing-leader',
      territory: file.opening.county,
      period: namedOn.slice(0, 4),
      owner: office,
      on: namedOn,
      state: 'named',
      body: { leader: person, from, to },
    },
  }));

function deadlinesOf(file: ListingFile, facts: ListingFacts): DeadlineSpec[] {
  const dropped = { on: facts.correctedOn ?? file.openedOn, reason: '摘牌验收结果已更正，该轮再次挂牌不成立' };
  return [
    ...facts.rounds.map((round) => acceptanceDeadline(file, round)),
    ...facts.superseded.map(({ acceptance: _never, ...round }) => ({ ...acceptanceDeadline(file, round), dropped })),
  ];
}

function acceptanceDeadline(file: ListingFile, round: Round): DeadlineSpec {
  const settings = settingsOf(file.policy);
  return {
    id: `acceptance:${round.round}`,
    clause: 'A-3.7',
    what: `进行第${round.round}轮摘牌验收`,
    trigger: round.acceptanceFrom,
    triggerWhat: `第${round.round}轮挂牌自${chineseDate(round.from)}起满${settings.listingMonths}个月`,
    period: { days: settings.acceptanceWindowDays, unit: 'natural' },
    rollover: settings.listingRollover,
    owner: officeId('leading-group-office', provinceOf(file.opening.county)),
    line: 'leading-group',
    ladder: 'acceptance',
    startedOn: round.from,
    decisions: ['acceptanceWindowDays', 'listingRollover'],
    ...(round.acceptance === undefined ? {} : { metOn: round.acceptance.on }),
  };
}

function factsOf(file: ListingFile, facts: ListingFacts): CaseView['listed'] {
  const { current } = facts;
  return {
    county: file.opening.county,
    round: current.round,
    roundFrom: current.from,
    acceptanceFrom: current.acceptanceFrom,
    acceptanceDue: computeDeadline(acceptanceDeadline(file, current), file.calendar).due,
    grounds: facts.grounds.length,
    problems: facts.problems.length,
    openProblems: facts.problems.filter(isOpen).length,
    repeatedlyUnrectified: facts.problems.filter(
      (problem) => repeatedlyUnrectifiedOn(problem, settingsOf(file.policy)) !== undefined,
    ).length,
    followsDelisting: followsDelisting(file),
    liaisonLeaders: facts.leaders.length,
  };
}
