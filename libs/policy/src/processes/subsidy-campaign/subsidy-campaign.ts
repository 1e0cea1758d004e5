import type { CaseView, Consequence, LedgerRecord } from '../../case/case';
import { processOf } from '../../case/process';
import { chineseDate, laterOf, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { subsidyKinds, type SubsidyKind } from './subsidy-acts';
import {
  isMissing,
  isOpen,
  lastDay,
  payerOf,
  readingSubsidies,
  standingIn,
  type SubsidyCampaign,
  type SubsidyFacts,
  type SubsidyFile,
  type VillageClaims,
} from './subsidy-facts';
import { missingLists, ofVillage, unpaidLists } from './subsidy-lists';
import { subsidyOpenings, subsidyOperations } from './subsidy-operations';
import { nothing, sumOf, tallyOf, together, type KindTally } from './subsidy-tally';

/** Stages of a campaign. */
export const subsidyStages = { open: '受理发放中', complete: '应发尽发', sealed: '已存档' } as const;

/** B-2.2.2, B-2.3.4: a township's transport and job-retention subsidies of a year; nobody entitled is silently left out. */
export const subsidyCampaign = processOf<SubsidyCampaign, CaseView>({
  process: 'subsidy-campaign',
  openings: subsidyOpenings,
  operations: subsidyOperations,
  isShared: true,
  read: readingSubsidies,
  scope: ({ opening: { township } }) => ({ territories: [township], villages: [township], units: [] }),
  view,
});

const kinds = Object.keys(subsidyKinds) as SubsidyKind[];

function view(file: SubsidyFile, facts: SubsidyFacts): CaseView {
  const villages = [...facts.villages.values()].sort((a, b) => (a.village < b.village ? -1 : 1));
  const tallies = kinds.flatMap((kind): OfKind[] => {
    const tally = together(villages.flatMap((claims) => tallyOf(claims, kind, lastDay(file)) ?? []));
    return tally === undefined ? [] : [{ kind, tally }];
  });
  const counts = tallies.reduce((sum, { tally }) => sumOf(sum, tally), nothing);
  const isComplete = tallies.length > 0 && tallies.every(({ tally }) => tally.open === 0);
  const stage = facts.isOver ? 'sealed' : isComplete ? 'complete' : 'open';
  return {
    stage,
    stageName: subsidyStages[stage],
    deadlines: tallies.flatMap((one) => [...paidDeadline(file, one), ...promptly(file, facts, one)]),
    consequences: [seal(file)],
    notices: [...villages.flatMap((claims) => missingLists(file, claims)), ...unpaidLists(file, villages)],
    records: kinds.flatMap((kind) => villages.flatMap((claims) => villageRow(file, claims, kind) ?? [])),
    listed: { township: file.opening.township, year: file.opening.year, ...counts },
    ...(facts.isOver
      ? {
          ended: {
            on: laterOf(sealedOn(file), ...tallies.map(({ tally }) => tally.lastOn)),
            outcome: isComplete ? 'complete' : 'incomplete',
            outcomeName: isComplete ? '应发尽发' : `存档，${counts.entitled - counts.paid}项未发放`,
          },
        }
      : {}),
  };
}

const sealedOn = ({ opening }: SubsidyFile): CivilDate => `${Number(opening.year) + 1}-01-01`;

const common = { clause: 'B-2.3.4', rollover: 'none', line: 'leading-group', ladder: 'default' } as const;

interface OfKind {
  kind: SubsidyKind;
  tally: KindTally;
}

/** 11月底前应发尽发: owed while one of those entitled by then is neither paid nor refused, the ones who never applied included. */
function paidDeadline(file: SubsidyFile, { kind, tally: { owed } }: OfKind): DeadlineSpec[] {
  if (owed === undefined) return [];
  return [
    {
      ...common,
      id: `paid:${kind}`,
      clause: 'B-2.2.2',
      what: `${subsidyKinds[kind].name}应发尽发（${owed.entitled}人）`,
      trigger: owed.firstOn,
      triggerWhat: '列入应享受名单',
      period: { until: lastDay(file) },
      owner: payerOf(kind, file.opening.township),
      ...(owed.open === 0 && { metOn: laterOf(owed.firstOn, owed.lastOn) }),
    },
  ];
}

/** 及时审核、及时发放: each day's applications, and each day's approvals, have their own date. */
function promptly(file: SubsidyFile, { settings }: SubsidyFacts, { kind, tally }: OfKind): DeadlineSpec[] {
  const owner = payerOf(kind, file.opening.township);
  const step = (
    id: 'review' | 'payment',
    words: { what: string; triggerWhat: string },
    due: { days: number; decision: string },
  ): DeadlineSpec[] =>
    [...tally[id]]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, { count, done, lastDoneOn }]) => ({
        ...common,
        id: `${id}:${kind}@${day}`,
        what: `${words.what}${subsidyKinds[kind].name}（${chineseDate(day)}，${count}人）`,
        trigger: day,
        triggerWhat: words.triggerWhat,
        period: { days: due.days, unit: 'natural' },
        owner,
        announced: 'together',
        decisions: [due.decision],
        ...(done === count && { metOn: lastDoneOn }),
      }));
  const { subsidyReviewDays, subsidyPaymentDays } = settings;
  const reviewed = { days: subsidyReviewDays, decision: 'subsidyReviewDays' };
  const paid = { days: subsidyPaymentDays, decision: 'subsidyPaymentDays' };
  return [
    ...step('review', { what: '审核', triggerWhat: '申请' }, reviewed),
    ...step('payment', { what: '发放', triggerWhat: '审核通过' }, paid),
  ];
}

const seal = (file: SubsidyFile): Consequence => ({
  kind: 'tell',
  key: 'sealed',
  clause: 'B-2.3.4',
  on: sealedOn(file),
  caseId: file.caseId,
  operation: 'periodSealed',
  body: {},
});

/** The campaign's count, village by village. */
const villageRow = (file: SubsidyFile, claims: VillageClaims, kind: SubsidyKind): LedgerRecord | undefined =>
  villageRows(file, claims).get(kind);

const villageRows = ofVillage(
  (file, claims): Map<SubsidyKind, LedgerRecord> =>
    new Map(
      kinds.flatMap((kind): [SubsidyKind, LedgerRecord][] => {
        const tally = tallyOf(claims, kind, lastDay(file));
        return tally === undefined ? [] : [[kind, rowOf(file, claims, { kind, tally })]];
      }),
    ),
);

const rowOf = (file: SubsidyFile, claims: VillageClaims, { kind, tally }: OfKind): LedgerRecord => ({
  table: 'register',
  key: `${kind}/${claims.village}`,
  row: {
    kind: 'subsidy',
    territory: claims.village,
    period: file.opening.year,
    owner: payerOf(kind, file.opening.township),
    on: file.openedOn,
    state: tally.open > 0 ? 'open' : 'complete',
    body: {
      subsidy: kind,
      ...sumOf(tally, nothing),
      notApplied: standingIn(claims)
        .filter((line) => line.kind === kind && isMissing(line))
        .map(({ worker }) => worker),
      unpaid: standingIn(claims)
        .filter((line) => line.kind === kind && isOpen(line))
        .map(({ worker }) => worker),
    },
  },
});
