import type { CaseView, Consequence, LedgerRecord, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { countyOf, levelOf, officeId, provinceOf, townshipOf } from '../../base/office';
import { addDays, chineseDate, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { lastTerm, termDeadlines, type Verification } from '../../case/term-history';
import { problemLists, type ProblemOpening } from './problem-acts';
import {
  openDue,
  readProblem,
  type Problem,
  type ProblemFacts,
  type ProblemFile,
  type ProblemRound,
} from './problem-facts';
import { problemOpenings, problemOperations } from './problem-operations';
import type { Settings } from '../../settings/policy-set';

/** Stages of a problem. */
export const problemStages = {
  found: '待研究整改',
  upward: '已书面上报',
  rectifying: '整改中',
  reported: '待核查',
  'written-off': '已销账',
  withdrawn: '已撤销',
} as const;
export type ProblemStage = keyof typeof problemStages;

/** C-2.end (问题台账，挂账销账), C-2.4 for a project's risk: from the finding to the write-off, and what follows when it is not put right. */
export const problem = processOf<Problem, CaseView>({
  process: 'problem',
  title: '问题整改',
  openings: problemOpenings,
  operations: problemOperations,
  read: readProblem,
  scope: ({ opening }) => scopeOfPlace(opening.place),
  view,
});

function view(file: ProblemFile, facts: ProblemFacts): CaseView {
  const stage = stageOf(facts);
  const { opening } = file;
  return {
    stage,
    stageName: problemStages[stage],
    deadlines:
      facts.withdrawnOn === undefined
        ? deadlinesOf(file, facts)
        : deadlinesOf(file, facts).map((spec) => withdrawn(spec, facts.withdrawnOn as CivilDate)),
    consequences: consequencesOf(file, facts),
    notices: noticesOf(file, facts),
    records: [problemRow(file, facts, stage), ...groundRow(file, facts)],
    listed: {
      list: opening.list,
      source: opening.source,
      owner: facts.owner,
      due: openDue(facts) ?? null,
      setbacks: facts.setbacks.length,
      rounds: facts.rounds.length,
      repeatedlyUnrectified: facts.repeatedlyUnrectifiedOn !== undefined,
      recurring: facts.recurringSince !== undefined,
      yuan: opening.yuan,
    },
    ...endOf(facts),
  };
}

const withdrawn = (spec: DeadlineSpec, on: CivilDate): DeadlineSpec =>
  spec.metOn === undefined ? { ...spec, dropped: { on, reason: '问题已更正撤销' } } : spec;

function endOf({ withdrawnOn, isOver, watchedUntil }: ProblemFacts): Pick<CaseView, 'ended'> {
  if (withdrawnOn !== undefined)
    return { ended: { on: withdrawnOn, outcome: 'withdrawn', outcomeName: problemStages.withdrawn } };
  return isOver && watchedUntil !== undefined
    ? { ended: { on: addDays(watchedUntil, 1), outcome: 'written-off', outcomeName: '已销账，观察期内未反弹' } }
    : {};
}

function stageOf({ withdrawnOn, writtenOffOn, current }: ProblemFacts): ProblemStage {
  if (withdrawnOn !== undefined) return 'withdrawn';
  if (writtenOffOn !== undefined) return 'written-off';
  if (current.history !== undefined) return lastTerm(current.history).metOn === undefined ? 'rectifying' : 'reported';
  return current.upward === undefined ? 'found' : 'upward';
}

/** First what to do about it, then the date set, then that somebody looks. */
function deadlinesOf(file: ProblemFile, facts: ProblemFacts): DeadlineSpec[] {
  return facts.rounds.flatMap((round, index) => {
    const mark = index === 0 ? '' : `#${index + 1}`;
    return [
      decisionDeadline(file, facts, round, mark),
      ...takeoverDeadline(file, facts, round, mark),
      ...rectification(file, facts, round, mark),
    ];
  });
}

const common = { clause: 'C-2.end', rollover: 'none', line: 'stationing', ladder: 'default' } as const;

function decisionDeadline(
  { opening }: ProblemFile,
  { settings, owner }: ProblemFacts,
  round: ProblemRound,
  mark: string,
): DeadlineSpec {
  const done = [round.plan?.on, round.upward?.on].filter((on) => on !== undefined).sort()[0];
  const township = officeId('party-committee', townshipOf(opening.place));
  return {
    ...common,
    id: `decision${mark}`,
    clause: opening.yuan === null ? 'C-2.end' : 'C-2.4',
    what:
      levelOf(opening.place) === 'village' && opening.owner === null
        ? '研究制定整改举措，或书面上报'
        : '研究制定整改举措，明确责任人和期限',
    trigger: round.from,
    triggerWhat: mark === '' ? '发现问题' : '问题反弹',
    period: { days: settings.problemDecisionDays, unit: 'natural' },
    owner:
      levelOf(opening.place) === 'village' && opening.owner === null
        ? township
        : (round.plan?.by ?? opening.owner ?? owner),
    decisions: ['problemDecisionDays'],
    ...(done !== undefined && { metOn: done }),
  };
}

const takeoverDeadline = (
  _file: ProblemFile,
  { settings }: ProblemFacts,
  { upward, plan }: ProblemRound,
  mark: string,
): DeadlineSpec[] =>
  upward === undefined
    ? []
    : [
        {
          ...common,
          id: `takeover${mark}`,
          what: '接收村委会书面报告，制定整改举措',
          trigger: upward.on,
          triggerWhat: '村委会书面报告',
          period: { days: settings.problemTakeoverDays, unit: 'natural' },
          owner: upward.department,
          decisions: ['problemTakeoverDays'],
          ...(plan !== undefined && { metOn: plan.on }),
        },
      ];

function rectification(
  { opening }: ProblemFile,
  { settings }: ProblemFacts,
  { plan, history }: ProblemRound,
  mark: string,
): DeadlineSpec[] {
  if (plan === undefined || history === undefined) return [];
  const dates = termDeadlines(history, `rectification${mark}`, {
    ...common,
    what: `限期整改到位：${plan.measure}`,
    triggerWhat: '确定整改期限',
    owner: plan.by,
  });
  // Said to be done twice on one day: the later one is looked at.
  const byDay = new Map(history.verifications.map((one) => [one.reportedOn, one]));
  return [...dates, ...[...byDay.values()].map((one) => verificationDeadline(opening, settings, one, mark))];
}

const verificationDeadline = (
  { place }: ProblemOpening,
  settings: Settings,
  { reportedOn, doneOn }: Verification,
  mark: string,
): DeadlineSpec => ({
  ...common,
  id: `verification${mark}@${reportedOn}`,
  what: '核查整改结果并销账',
  trigger: reportedOn,
  triggerWhat: '登记整改完成',
  period: { days: settings.problemVerificationDays, unit: 'natural' },
  owner: officeId('stationing-office', countyOf(place)),
  decisions: ['problemVerificationDays'],
  ...(doneOn !== undefined && { metOn: doneOn }),
});

function consequencesOf({ caseId }: ProblemFile, facts: ProblemFacts): Consequence[] {
  const self = { kind: 'tell', clause: 'C-2.end', caseId } as const;
  const due = openDue(facts);
  const { watchedUntil } = facts;
  const missed = facts.rounds
    .flatMap(({ history }) => history?.terms ?? [])
    .filter((term) => term.metOn === undefined || term.metOn > term.due);
  return [
    ...missed
      .filter((term) => term.due === due || term.renewedOn !== undefined || term.metOn !== undefined)
      .map((term): Consequence => ({
        ...self,
        key: `missed@${term.from}/${term.due}`,
        on: addDays(term.due, 1),
        operation: 'deadlineMissed',
        body: { due: term.due },
      })),
    ...(watchedUntil === undefined
      ? []
      : [
          {
            ...self,
            key: `watched@${watchedUntil}`,
            on: addDays(watchedUntil, 1),
            operation: 'watchEnded',
            body: {},
          } as const,
        ]),
  ];
}

function noticesOf(file: ProblemFile, facts: ProblemFacts): NoticeSpec[] {
  const { opening, caseId } = file;
  const text = `〔${opening.place}〕${problemLists[opening.list]}：${opening.what}`;
  const risk: NoticeSpec[] =
    opening.yuan === null
      ? []
      : [
          officeId('party-committee', countyOf(opening.place)),
          officeId('revitalization-bureau', countyOf(opening.place)),
        ].map((to) => ({
          key: `risk>${to}`,
          clause: 'C-2.4',
          on: file.openedOn,
          to,
          kind: 'warning',
          title: `产业帮扶项目风险预警（财政投资${opening.yuan}元）`,
          text: `${text}。请县级党委和政府研究处置。`,
        }));
  const upward = facts.rounds.flatMap(({ upward: report }) =>
    report === undefined
      ? []
      : [officeId('party-committee', townshipOf(opening.place)), report.department].map((to): NoticeSpec => ({
          key: `upward@${report.on}>${to}`,
          clause: 'C-2.end',
          on: report.on,
          to,
          kind: 'order',
          title: '村委会书面报告：需要乡镇、县直部门整改的问题',
          text: `${text}。村级不能整改，请研究制定整改举措，责任到人，限期整改到位（案件${caseId}）。`,
        })),
  );
  return [...risk, ...upward, ...suggestion(file, facts, text), ...returned(file, facts, text)];
}

/** 对屡次整改不到位的，提出问责建议. */
function suggestion(
  { opening }: ProblemFile,
  { repeatedlyUnrectifiedOn: on, setbacks }: ProblemFacts,
  text: string,
): NoticeSpec[] {
  if (on === undefined) return [];
  const province = provinceOf(opening.place);
  return [officeId('inspection-team', province), officeId('leading-group-office', province)].map((to) => ({
    key: `suggestion>${to}`,
    clause: 'A-3.6',
    on,
    to,
    kind: 'warning',
    title: '问责建议：问题屡次整改不到位',
    text: `${text}。截至${chineseDate(on)}已${setbacks.filter((day) => day <= on).length}次逾期或核查不通过，属屡次整改不到位，请研究提出问责建议。`,
  }));
}

/** 问题屡改屡犯 is a ground for listing, which the province confirms. */
const returned = ({ opening }: ProblemFile, { recurringSince: on }: ProblemFacts, text: string): NoticeSpec[] =>
  on === undefined
    ? []
    : [
        {
          key: `recurring@${on}`,
          clause: 'A-3.7',
          on,
          to: officeId('leading-group-office', provinceOf(opening.place)),
          kind: 'warning',
          title: '问题屡改屡犯，可作为挂牌依据',
          text: `${text}。销账后再次出现，已列入挂牌依据线索，请研究确认。`,
        },
      ];

const problemRow = ({ opening, openedOn }: ProblemFile, facts: ProblemFacts, stage: ProblemStage): LedgerRecord => ({
  table: 'register',
  key: 'problem',
  row: {
    kind: 'problem',
    territory: opening.place,
    period: openedOn.slice(0, 4),
    owner: facts.owner,
    on: openedOn,
    state: stage,
    body: {
      list: opening.list,
      what: opening.what,
      source: opening.source,
      reference: opening.reference,
      persons: opening.persons,
      due: openDue(facts) ?? null,
      setbacks: facts.setbacks.length,
      repeatedlyUnrectifiedOn: facts.repeatedlyUnrectifiedOn ?? null,
      recurringSince: facts.recurringSince ?? null,
      writtenOffOn: facts.writtenOffOn ?? null,
      yuan: opening.yuan,
    },
  },
});

const groundRow = ({ opening, caseId }: ProblemFile, { recurringSince, withdrawnOn }: ProblemFacts): LedgerRecord[] =>
  recurringSince === undefined || withdrawnOn !== undefined
    ? []
    : [
        {
          table: 'register',
          key: 'ground/recurring',
          row: {
            kind: 'ground',
            territory: countyOf(opening.place),
            period: recurringSince.slice(0, 4),
            owner: null,
            on: recurringSince,
            state: 'proposed',
            body: { kind: 'recurring-problems', what: `问题销账后再次出现：${opening.what}`, source: caseId },
          },
        },
      ];
