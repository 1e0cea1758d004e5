import type { CaseView, Consequence, LedgerRecord, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { officeId, type Territory } from '../../base/office';
import { addDays, chineseDate, laterOf, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { periodsWithin } from '../../dates/natural-period';
import { subsidyKinds, type SubsidyKind } from './subsidy-acts';
import {
  isMissing,
  isOpen,
  lastDay,
  payerOf,
  readSubsidies,
  unpaidOn,
  type SubsidyCampaign,
  type SubsidyFacts,
  type SubsidyFile,
  type SubsidyLine,
} from './subsidy-facts';
import { subsidyOpenings, subsidyOperations } from './subsidy-operations';

/** Stages of a campaign. */
export const subsidyStages = { open: '受理发放中', complete: '应发尽发', sealed: '已存档' } as const;

/** B-2.2.2, B-2.3.4: a township's transport and job-retention subsidies of a year; nobody entitled is silently left out. */
export const subsidyCampaign = processOf<SubsidyCampaign, CaseView>({
  process: 'subsidy-campaign',
  title: '补贴补助发放',
  openings: subsidyOpenings,
  operations: subsidyOperations,
  read: readSubsidies,
  scope: ({ opening: { township } }) => ({ territories: [township], villages: [township], units: [] }),
  view,
});

const kinds = Object.keys(subsidyKinds) as SubsidyKind[];

function view(file: SubsidyFile, facts: SubsidyFacts): CaseView {
  const isComplete = facts.standing.length > 0 && !facts.standing.some(isOpen);
  const stage = facts.isOver ? 'sealed' : isComplete ? 'complete' : 'open';
  const counts = countsOf(facts.standing);
  return {
    stage,
    stageName: subsidyStages[stage],
    deadlines: kinds.flatMap((kind) => [...paidDeadline(file, facts, kind), ...promptly(file, facts, kind)]),
    consequences: [seal(file)],
    notices: [...missingLists(file, facts), ...unpaidLists(file, facts)],
    records: villageRows(file, facts),
    listed: { township: file.opening.township, year: file.opening.year, ...counts },
    ...(facts.isOver
      ? {
          ended: {
            on: endedOn(file, facts),
            outcome: isComplete ? 'complete' : 'incomplete',
            outcomeName: isComplete ? '应发尽发' : `存档，${counts.entitled - counts.paid}项未发放`,
          },
        }
      : {}),
  };
}

/** Put away with the year, or with the last payment after it. */
const endedOn = (file: SubsidyFile, { standing }: SubsidyFacts): CivilDate =>
  laterOf(sealedOn(file), ...standing.flatMap(({ paidOn, refusedOn }) => paidOn ?? refusedOn ?? []));

const sealedOn = ({ opening }: SubsidyFile): CivilDate => `${Number(opening.year) + 1}-01-01`;

function countsOf(lines: readonly SubsidyLine[]) {
  const count = (isSo: (line: SubsidyLine) => boolean): number => lines.filter(isSo).length;
  return {
    entitled: lines.length,
    applied: count(({ appliedOn }) => appliedOn !== undefined),
    approved: count(({ approvedOn }) => approvedOn !== undefined),
    refused: count(({ refusedOn }) => refusedOn !== undefined),
    paid: count(({ paidOn }) => paidOn !== undefined),
    missing: count(isMissing),
    yuan: lines.reduce((sum, { yuan = 0 }) => sum + yuan, 0),
  };
}

const common = { clause: 'B-2.3.4', rollover: 'none', line: 'leading-group', ladder: 'default' } as const;

/** 11月底前应发尽发: owed while one of those entitled is neither paid nor refused, the ones who never applied included. */
function paidDeadline(file: SubsidyFile, { standing }: SubsidyFacts, kind: SubsidyKind): DeadlineSpec[] {
  const own = standing.filter((line) => line.kind === kind && line.entitledOn <= lastDay(file));
  if (own.length === 0) return [];
  const first = own.map(({ entitledOn }) => entitledOn).sort()[0] ?? file.openedOn;
  const isDone = !own.some(isOpen);
  return [
    {
      ...common,
      id: `paid:${kind}`,
      clause: 'B-2.2.2',
      what: `${subsidyKinds[kind].name}应发尽发（${own.length}人）`,
      trigger: first,
      triggerWhat: '列入应享受名单',
      period: { until: lastDay(file) },
      owner: payerOf(kind, file.opening.township),
      ...(isDone && { metOn: laterOf(first, ...own.map(({ paidOn, refusedOn }) => paidOn ?? refusedOn ?? first)) }),
    },
  ];
}

/** 及时审核、及时发放: each day's applications, and each day's approvals, have their own date. */
function promptly(file: SubsidyFile, { standing, settings }: SubsidyFacts, kind: SubsidyKind): DeadlineSpec[] {
  const own = standing.filter((line) => line.kind === kind);
  const owner = payerOf(kind, file.opening.township);
  const step = (
    id: string,
    what: string,
    triggerWhat: string,
    days: number,
    decision: string,
    from: (line: SubsidyLine) => CivilDate | undefined,
    done: (line: SubsidyLine) => CivilDate | undefined,
  ): DeadlineSpec[] =>
    [...new Set(own.flatMap((line) => from(line) ?? []))].sort().map((day) => {
      const lines = own.filter((line) => from(line) === day);
      const ends = lines.flatMap((line) => done(line) ?? []);
      return {
        ...common,
        id: `${id}:${kind}@${day}`,
        what: `${what}${subsidyKinds[kind].name}（${chineseDate(day)}，${lines.length}人）`,
        trigger: day,
        triggerWhat,
        period: { days, unit: 'natural' },
        owner,
        announced: 'together',
        decisions: [decision],
        ...(ends.length === lines.length && { metOn: laterOf(day, ...ends) }),
      };
    });
  return [
    ...step(
      'review',
      '审核',
      '申请',
      settings.subsidyReviewDays,
      'subsidyReviewDays',
      ({ appliedOn }) => appliedOn,
      ({ approvedOn, refusedOn }) => approvedOn ?? refusedOn,
    ),
    ...step(
      'payment',
      '发放',
      '审核通过',
      settings.subsidyPaymentDays,
      'subsidyPaymentDays',
      ({ approvedOn }) => approvedOn,
      ({ paidOn }) => paidOn,
    ),
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

/** The first of each month, and every Monday of November. */
export function listDays({ opening, openedOn }: Pick<SubsidyFile, 'opening' | 'openedOn'>): CivilDate[] {
  const months = periodsWithin('month', { from: `${opening.year}-01-01`, to: `${opening.year}-11-30` }).map(
    ({ from }) => from,
  );
  const weeks = periodsWithin('week', { from: `${opening.year}-11-01`, to: `${opening.year}-11-30` }).map(
    ({ from }) => from,
  );
  const november = weeks.filter((day) => day.startsWith(`${opening.year}-11`));
  return [...new Set([...months, ...november])].filter((day) => day > openedOn).sort();
}

/** Who is entitled and has not applied, to the village committee: only where somebody is missing. */
function missingLists(file: SubsidyFile, { standing }: SubsidyFacts): NoticeSpec[] {
  return listDays(file).flatMap((on) => {
    const missing = standing.filter(
      ({ entitledOn, appliedOn }) => entitledOn < on && (appliedOn === undefined || appliedOn >= on),
    );
    return villagesOf(missing).map(([village, lines]): NoticeSpec => ({
      key: `missing:${village}@${on}`,
      clause: 'B-2.2.2',
      on,
      to: officeId('village-committee', village),
      kind: 'inform',
      title: `应申请未申请补贴补助名单（${lines.length}项）`,
      text: `${lines.map(({ worker, kind }) => `〔${worker}〕${subsidyKinds[kind].name}`).join('、')}。请逐人联系，在外不便的可由亲属、村乡干部、驻村干部、劳务机构代办，${chineseDate(lastDay(file))}前发放到位。`,
    }));
  });
}

/** 应发尽发: from the day after the last, then each Monday of December, who is still unpaid, by name, to who pays. */
function unpaidLists(file: SubsidyFile, facts: SubsidyFacts): NoticeSpec[] {
  const last = lastDay(file);
  const first = addDays(last, 1);
  const weeks = periodsWithin('week', { from: first, to: `${file.opening.year}-12-31` }).map(({ from }) => from);
  return [...new Set([first, ...weeks.filter((day) => day > first)])].flatMap((on) =>
    kinds.flatMap((kind) => {
      const lines = unpaidOn(facts, last, on).filter((line) => line.kind === kind);
      if (lines.length === 0 || on <= file.openedOn) return [];
      const names = lines.map(({ worker, appliedOn }) => `〔${worker}〕${appliedOn === undefined ? '（未申请）' : ''}`);
      return [
        {
          key: `unpaid:${kind}@${on}`,
          clause: 'B-2.2.2',
          on,
          to: payerOf(kind, file.opening.township),
          kind: 'warning',
          title: `${subsidyKinds[kind].name}应发未发名单（${lines.length}人）`,
          text: `应于${chineseDate(last)}前发放到位，至${chineseDate(on)}仍未发放：${names.join('、')}。请尽快发放；迟发的照常登记，并记为逾期。`,
        } satisfies NoticeSpec,
      ];
    }),
  );
}

/** The campaign's count, village by village. */
const villageRows = (file: SubsidyFile, { standing }: SubsidyFacts): LedgerRecord[] =>
  kinds.flatMap((kind) =>
    villagesOf(standing.filter((line) => line.kind === kind)).map(([village, lines]) => ({
      table: 'register',
      key: `${kind}/${village}`,
      row: {
        kind: 'subsidy',
        territory: village,
        period: file.opening.year,
        owner: payerOf(kind, file.opening.township),
        on: file.openedOn,
        state: lines.some(isOpen) ? 'open' : 'complete',
        body: {
          subsidy: kind,
          ...countsOf(lines),
          notApplied: lines.filter(isMissing).map(({ worker }) => worker),
          unpaid: lines.filter(isOpen).map(({ worker }) => worker),
        },
      },
    })),
  );

function villagesOf(lines: readonly SubsidyLine[]): [Territory, SubsidyLine[]][] {
  const villages = [...new Set(lines.map(({ village }) => village))].sort();
  return villages.map((village) => [village, lines.filter((line) => line.village === village)]);
}
