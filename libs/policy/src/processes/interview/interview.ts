import type { Json } from '../../base/json';
import { officeId } from '../../base/office';
import type { CaseView, Consequence, KeptAct, NoticeSpec } from '../../case/case';
import { processOf } from '../../case/process';
import { chineseDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { settingsOf } from '../../settings/policy-set';
import type { InterviewOpening } from './interview-acts';
import {
  interviewStages,
  readInterview,
  type Interview,
  type InterviewFacts,
  type InterviewFile,
} from './interview-facts';
import { interviewOpenings, interviewOperations } from './interview-operations';

/** Clause C-3.7: an interview by the county organization department, with feedback to the dispatching unit. */
export const interview = processOf<Interview, CaseView>({
  process: 'interview',
  openings: interviewOpenings,
  operations: interviewOperations,
  read: readInterview,
  scope: ({ opening: { county, unit } }) => ({ territories: [county], villages: [], units: [unit] }),
  view,
});

function view(file: InterviewFile, facts: InterviewFacts): CaseView {
  const { opening } = file;
  const { held, withdrawnOn, fedBackOn, stage } = facts;
  return {
    stage,
    stageName: interviewStages[stage],
    deadlines: [interviewDeadline(file, facts), ...feedbackDeadline(file, facts)],
    consequences: held === undefined ? [] : [heldMessage(file, held)],
    notices: feedbackNotices(file, facts),
    records: [],
    listed: {
      cadre: opening.cadre,
      posting: opening.posting,
      unit: opening.unit,
      because: [...opening.because.months, ...opening.because.bulletins].join('、'),
      byHand: opening.byHand === true,
      orderedOn: opening.orderedOn,
      heldOn: held?.occurredOn ?? null,
      fedBackOn: fedBackOn ?? null,
      session: held?.body.session ?? null,
      annotated: held !== undefined && withdrawnOn !== undefined,
    },
    ...endOf(facts),
  };
}

function interviewDeadline({ opening, policy }: InterviewFile, { held, withdrawnOn }: InterviewFacts): DeadlineSpec {
  const settled = held === undefined ? undefined : { metOn: held.occurredOn };
  const dropped = withdrawnOn === undefined ? {} : { dropped: { on: withdrawnOn, reason: '约谈依据经更正不再成立' } };
  return {
    ...owedByOrganization(opening),
    id: 'interview',
    what: '约谈驻村干部',
    trigger: opening.orderedOn,
    triggerWhat: reasonOf(opening),
    period: { days: settingsOf(policy).interviewDays, unit: 'natural' },
    decisions: ['interviewDays'],
    ...(settled ?? dropped),
  };
}

/** 并反馈派出单位. */
function feedbackDeadline({ opening, policy }: InterviewFile, { held, fedBackOn }: InterviewFacts): DeadlineSpec[] {
  if (held === undefined) return [];
  return [
    {
      ...owedByOrganization(opening),
      id: 'feedback',
      what: '向派出单位反馈约谈情况',
      trigger: held.occurredOn,
      triggerWhat: '已约谈驻村干部',
      period: { days: settingsOf(policy).interviewFeedbackDays, unit: 'natural' },
      decisions: ['interviewFeedbackDays'],
      ...(fedBackOn === undefined ? {} : { metOn: fedBackOn }),
    },
  ];
}

const owedByOrganization = ({ county }: InterviewOpening) =>
  ({
    clause: 'C-3.7',
    rollover: 'none',
    owner: officeId('organization-department', county),
    line: 'stationing',
    ladder: 'default',
  }) as const;

function reasonOf({ because, byHand }: InterviewOpening): string {
  if (because.months.length > 0) return `月考排名靠后：${because.months.join('、')}`;
  if (because.bulletins.length > 0) return `被上级通报：${because.bulletins.join('、')}`;
  return byHand === true ? '组织部决定约谈' : '达到约谈条件';
}

function heldMessage({ caseId, opening }: InterviewFile, held: KeptAct): Consequence {
  const { key, because, orderedOn } = opening;
  const grounds: Json = { months: [...because.months], bulletins: [...because.bulletins] };
  const body: Json = { interview: caseId, key, because: grounds, orderedOn, on: held.occurredOn };
  return {
    kind: 'tell',
    key: 'interviewHeld',
    clause: 'C-3.7',
    on: held.occurredOn,
    caseId: opening.posting,
    operation: 'interviewHeld',
    body,
  };
}

function feedbackNotices({ opening }: InterviewFile, { held, feedback }: InterviewFacts): NoticeSpec[] {
  if (held === undefined) return [];
  const common = { clause: 'C-3.7', to: opening.unit, kind: 'feedback', title: '约谈情况反馈' } as const;
  const text = `驻村干部（编号${opening.cadre}）因${reasonOf(opening)}，已于${chineseDate(held.occurredOn)}由县（市、区）委组织部约谈。被约谈2次的，视情节给予组织处理。`;
  const first: NoticeSpec = { ...common, key: 'feedback', on: held.occurredOn, text };
  if (feedback === undefined) return [first];
  return [first, { ...common, key: 'feedback-note', on: feedback.occurredOn, text: feedback.body.note }];
}

function endOf({ held, withdrawnOn, fedBackOn }: InterviewFacts): Pick<CaseView, 'ended'> {
  if (held === undefined) {
    return withdrawnOn === undefined
      ? {}
      : { ended: { on: withdrawnOn, outcome: 'withdrawn', outcomeName: '更正后撤回' } };
  }
  if (fedBackOn === undefined) return {};
  return { ended: { on: fedBackOn, outcome: 'held', outcomeName: '已约谈并反馈派出单位' } };
}
