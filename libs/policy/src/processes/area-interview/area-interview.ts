import type { CaseView, Consequence, LedgerRecord, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { scopeOfPlace } from '../../case/scope';
import { officeId, provinceOf } from '../../base/office';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { dutyDone, isAwaitingCycles } from '../duty-sheet/duty-done';
import { termDeadlines } from '../../case/term-history';
import { settingsOf } from '../../settings/policy-set';
import { invitedNames } from './area-interview-acts';
import {
  readAreaInterview,
  settledOn,
  type AreaInterview,
  type AreaInterviewFacts,
  type AreaInterviewFile,
  type CommitmentStanding,
} from './area-interview-facts';
import { areaInterviewOpenings, areaInterviewOperations } from './area-interview-operations';

/** Stages of an interview. */
export const areaInterviewStages = {
  summoned: '待约谈',
  'following-up': '已约谈，承诺事项跟进中',
  settled: '承诺事项已全部办结',
  cancelled: '已取消',
} as const;

/** B-3.3: an interview of a city, county or department by the province group, closed only when its commitments are. */
export const areaInterview = processOf<AreaInterview, CaseView>({
  process: 'area-interview',
  openings: areaInterviewOpenings,
  operations: areaInterviewOperations,
  read: readAreaInterview,
  scope: ({ opening }) => scopeOfPlace(opening.territory),
  view,
});

function view(file: AreaInterviewFile, facts: AreaInterviewFacts): CaseView {
  const settled = settledOn(facts);
  const stage =
    facts.cancelled !== undefined
      ? 'cancelled'
      : facts.held === undefined
        ? 'summoned'
        : settled === undefined
          ? 'following-up'
          : 'settled';
  const endedOn = facts.cancelled?.occurredOn ?? settled;
  const isAwaited = facts.held !== undefined && isAwaitingCycles(file, facts.held.occurredOn);
  return {
    stage,
    stageName: areaInterviewStages[stage],
    deadlines: [
      holdingDeadline(file, facts),
      ...facts.commitments.flatMap((commitment) => commitmentDeadlines(file, commitment)),
    ],
    consequences: facts.held === undefined ? [] : fulfilment(file, facts.held.occurredOn),
    notices: noticesOf(file, facts),
    records: [recordOf(file, facts, stage)],
    listed: {
      office: file.opening.office,
      because: file.opening.because,
      session: file.opening.session,
      plannedOn: facts.plannedOn,
      heldOn: facts.held?.occurredOn ?? null,
      commitments: facts.commitments.length,
      open: facts.commitments.filter(({ closedOn }) => closedOn === undefined).length,
    },
    ...(endedOn !== undefined &&
      !isAwaited && { ended: { on: endedOn, outcome: stage, outcomeName: areaInterviewStages[stage] } }),
  };
}

/** The day set for the interview binds the province office; another day is set by postponing, with reason. */
function holdingDeadline(
  { opening, openedOn }: AreaInterviewFile,
  { plannedOn, held, cancelled, postponed }: AreaInterviewFacts,
): DeadlineSpec {
  const last = postponed.at(-1);
  return {
    id: 'interview',
    clause: opening.clause,
    what: `约谈〔${opening.office}〕`,
    trigger: last?.on ?? openedOn,
    triggerWhat: last === undefined ? '决定约谈' : `改期（${last.reason}）`,
    period: { until: plannedOn },
    rollover: 'none',
    owner: officeId('leading-group-office', provinceOf(opening.territory)),
    line: 'leading-group',
    ladder: 'default',
    ...(held !== undefined
      ? { metOn: held.occurredOn }
      : cancelled !== undefined && { dropped: { on: cancelled.occurredOn, reason: cancelled.body.reason } }),
  };
}

/** Each commitment, by every date it had. */
const commitmentDeadlines = ({ opening }: AreaInterviewFile, commitment: CommitmentStanding): DeadlineSpec[] =>
  termDeadlines(commitment, `commitment:${commitment.id}`, {
    clause: opening.clause,
    what: `兑现约谈承诺事项${commitment.id}：${commitment.what}`,
    triggerWhat: '约谈时承诺',
    owner: opening.office,
    line: 'leading-group',
    ladder: 'default',
  });

/** B-3.3 双月约谈: held, it counts for the two months it lies in. */
function fulfilment(file: AreaInterviewFile, on: CivilDate): Consequence[] {
  const cadence = settingsOf(file.policy).duties['province-interview']?.cadence ?? 'two-months';
  return dutyDone(file, {
    duty: 'province-interview',
    cadence,
    territory: provinceOf(file.opening.territory),
    on,
    clause: 'B-3.3',
    key: 'held',
  });
}

function noticesOf(file: AreaInterviewFile, facts: AreaInterviewFacts): NoticeSpec[] {
  const { opening, openedOn } = file;
  const { office, clause, because, invited, territory, session } = opening;
  const province = provinceOf(territory);
  const together = session === null ? '' : `（与“${session}”同场进行）`;
  const call = (plannedOn: CivilDate, on: CivilDate, key: string, lead: string): NoticeSpec[] => [
    {
      key: `${key}:${office}`,
      clause,
      on,
      to: office,
      kind: 'order',
      title: `${lead}约谈提醒通知`,
      text: `因${because}，定于${chineseDate(plannedOn)}约谈贵单位${together}。请负责同志参加，并带整改措施和完成时限。`,
    },
    ...invited.map((kind): NoticeSpec => ({
      key: `${key}:${kind}`,
      clause,
      on,
      to: officeId(kind, province),
      kind: 'inform',
      title: `${lead}邀请参加约谈`,
      text: `定于${chineseDate(plannedOn)}约谈〔${office}〕${together}，邀请${invitedNames[kind]}负责同志参加。事由：${because}。`,
    })),
  ];
  const postponements = facts.postponed.flatMap(({ on }, index) =>
    call(facts.postponed[index + 1]?.from ?? facts.plannedOn, on, `postponed:${index + 1}`, '改期：'),
  );
  return [...call(opening.plannedOn, openedOn, 'call', ''), ...postponements, ...resultNotices(file, facts)];
}

function resultNotices(
  { opening }: AreaInterviewFile,
  { held, cancelled, commitments }: AreaInterviewFacts,
): NoticeSpec[] {
  const { office, clause } = opening;
  if (cancelled !== undefined) {
    return [
      {
        key: 'cancelled',
        clause,
        on: cancelled.occurredOn,
        to: office,
        kind: 'inform',
        title: '约谈取消',
        text: `原定约谈不再进行：${cancelled.body.reason}。`,
      },
    ];
  }
  if (held === undefined) return [];
  const list = commitments.map(({ id, what, due }) => `${id}：${what}（${chineseDate(due)}前）`).join('；');
  const minutes: NoticeSpec = {
    key: 'minutes',
    clause,
    on: held.occurredOn,
    to: office,
    kind: 'feedback',
    title: '约谈纪要和承诺事项',
    text: `${held.body.minutes}\n承诺事项：${list === '' ? '无' : list}。逐项完成后报告并附佐证，经核实方予办结。`,
  };
  return [minutes];
}

const recordOf = (
  file: AreaInterviewFile,
  { held, plannedOn, commitments }: AreaInterviewFacts,
  stage: keyof typeof areaInterviewStages,
): LedgerRecord => ({
  table: 'register',
  key: 'area-interview',
  row: {
    kind: 'area-interview',
    territory: file.opening.territory,
    period: file.openedOn.slice(0, 4),
    owner: file.opening.office,
    on: held?.occurredOn ?? plannedOn,
    state: stage,
    body: {
      because: file.opening.because,
      clause: file.opening.clause,
      session: file.opening.session,
      commitments: commitments.length,
      open: commitments.filter(({ closedOn }) => closedOn === undefined).length,
      renewed: commitments.reduce((sum, { terms }) => sum + terms.length - 1, 0),
    },
  },
});
