import type { CaseFile, CaseView, LedgerRecord, ProcessRules } from '../../case/case';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import { computeDeadline, type DeadlineSpec } from '../../dates/deadline';
import { accountabilityOf, followsDelisting } from './listing-accountability';
import type { ListingOpening } from './listing-acts';
import { readListing, type ListingFacts } from './listing-facts';
import { judgeListing, refuseRepeatedIds } from './listing-judge';
import { clauseOf, noticesOf } from './listing-notices';
import { isOpen, repeatedlyUnrectifiedOn } from './listing-problems';
import type { Round } from './listing-rounds';
import { cityOf, officeId, provinceOf } from '../../base/office';
import { settingsOf } from '../../settings/policy-set';
import { admit, refuse, type Verdict } from '../../base/verdict';

/** Clauses and B-3.3: a county's listing (挂牌督办), from listing over every relisting to delisting. */
export const countyListing: ProcessRules<ListingOpening> = {
  process: 'county-listing',
  judgeOpening,
  judge: judgeListing,
  view,
};

/** Where a listing stands; whether acceptance may be held today follows from the dates in its facts. */
export const listingStages = { listed: '挂牌督办中', delisted: '已摘牌' } as const;

function judgeOpening(opening: ListingOpening, openedOn: CivilDate, today: CivilDate): Verdict {
  const { previous, liaisonLeaders } = opening;
  const clause = clauseOf(opening.grounds);
  if (openedOn > today)
    return refuse(
      'FUTURE_DATE',
      clause,
      `挂牌日期应不晚于${chineseDate(today)}，收到的是${chineseDate(openedOn)}。`,
      'occurredOn',
    );
  if (opening.grounds.length === 0)
    return refuse('INVALID_INPUT', clause, '挂牌督办应至少有一项挂牌依据，未收到。', 'grounds');
  if (liaisonLeaders.length === 0)
    return refuse('INVALID_INPUT', 'A-4.1', '挂牌督办应列明包联领导，未收到。', 'liaisonLeaders');
  const city = officeId('party-committee', cityOf(opening.county));
  const stranger = liaisonLeaders.findIndex(({ office }) => office !== city);
  if (stranger >= 0)
    return refuse(
      'INVALID_INPUT',
      'A-4.1',
      `包联领导应是本市领导（${city}），收到的是${liaisonLeaders[stranger]?.office}。`,
      `liaisonLeaders.${stranger}.office`,
    );
  const twice = liaisonLeaders.findIndex(
    ({ person }, index) => liaisonLeaders.findIndex((other) => other.person === person) !== index,
  );
  if (twice >= 0)
    return refuse('INVALID_INPUT', 'A-4.1', '同一包联领导只列一次，收到重复的编号。', `liaisonLeaders.${twice}.person`);
  if (previous !== null) return judgeListingAnew(opening, openedOn, previous.delistedOn);
  return refuseRepeatedIds(opening.problems, 'problems') ?? admit();
}

function judgeListingAnew(opening: ListingOpening, openedOn: CivilDate, delistedOn: CivilDate | null): Verdict {
  if (delistedOn === null)
    return refuse('ALREADY_DONE', 'A-3.7', '该县正在挂牌督办，不重复挂牌；新发现的情形请登记为增列依据。');
  if (openedOn < delistedOn) {
    return refuse(
      'BEFORE_BEGINNING',
      'A-3.7',
      `新的挂牌日期应不早于上次摘牌之日（${chineseDate(delistedOn)}），收到的是${chineseDate(openedOn)}。`,
      'occurredOn',
    );
  }
  return refuseRepeatedIds(opening.problems, 'problems') ?? admit();
}

function view(file: CaseFile<ListingOpening>): CaseView {
  const facts = readListing(file);
  const stage = facts.delistedOn === undefined ? 'listed' : 'delisted';
  const { consequences, openCase } = accountabilityOf(file, facts);
  return {
    stage,
    stageName: listingStages[stage],
    deadlines: deadlinesOf(file, facts),
    consequences,
    notices: noticesOf(file, facts),
    records: confirmedGrounds(file, facts),
    listed: { ...factsOf(file, facts), accountability: openCase },
    ...(facts.delistedOn === undefined
      ? {}
      : { ended: { on: facts.delistedOn, outcome: 'delisted', outcomeName: listingStages.delisted } }),
  };
}

/** which proposed grounds the province has confirmed by listing for them. */
const confirmedGrounds = ({ opening }: CaseFile<ListingOpening>, { grounds }: ListingFacts): LedgerRecord[] =>
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

function deadlinesOf(file: CaseFile<ListingOpening>, facts: ListingFacts): DeadlineSpec[] {
  const dropped = { on: facts.correctedOn ?? file.openedOn, reason: '摘牌验收结果已更正，该轮再次挂牌不成立' };
  return [
    ...facts.rounds.map((round) => acceptanceDeadline(file, round)),
    ...facts.superseded.map(({ acceptance: _never, ...round }) => ({ ...acceptanceDeadline(file, round), dropped })),
  ];
}

function acceptanceDeadline(file: CaseFile<ListingOpening>, round: Round): DeadlineSpec {
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

function factsOf(file: CaseFile<ListingOpening>, facts: ListingFacts): CaseView['listed'] {
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
    liaisonLeaders: file.opening.liaisonLeaders.length,
  };
}
