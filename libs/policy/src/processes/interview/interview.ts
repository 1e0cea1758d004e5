import { inDateOrder } from '../../case/act-order';
import type { Json } from '../../base/json';
import type { Act, CaseFile, CaseView, Consequence, KeptAct, NoticeSpec, ProcessRules } from '../../case/case';
import { chineseDate, isBefore, type CivilDate } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import type { InterviewGrounds } from './interview-grounds';
import { isWithin, officeId, officeKindName, territoryOf, type OfficeId, type Territory } from '../../base/office';
import { settingsOf } from '../../settings/policy-set';
import { admit, refuse, type Verdict } from '../../base/verdict';

/** Clause C-3.7: an interview as the posting orders it. */
export interface InterviewOpening {
  county: Territory;
  cadre: string;
  /** Case id of the posting it belongs to. */
  posting: string;
  unit: OfficeId;
  key: string;
  because: InterviewGrounds;
  orderedOn: CivilDate;
  byHand?: boolean | undefined;
}

/** Clause C-3.7: the interview took place on the act's date. */
export interface HoldBody {
  minutes?: string | undefined;
  feedbackGiven?: boolean | undefined;
  /** Interviews held together (集体约谈) share a name. */
  session?: string | undefined;
}

/** Clause C-3.7: what the dispatching unit was told. */
export interface FeedbackBody {
  note: string;
}

export const interviewStages = {
  ordered: '待约谈',
  held: '已约谈待反馈',
  ended: '已办结',
  withdrawn: '已撤回',
} as const;
export type InterviewStage = keyof typeof interviewStages;

/** Clause C-3.7: an interview by the county organization department, with feedback to the dispatching unit. */
export const interview: ProcessRules<InterviewOpening> = { process: 'interview', judgeOpening, judge, view };

interface Facts {
  held?: KeptAct<HoldBody> | undefined;
  feedback?: KeptAct<FeedbackBody> | undefined;
  withdrawnOn?: CivilDate | undefined;
  fedBackOn?: CivilDate | undefined;
  stage: InterviewStage;
}

function judgeOpening(opening: InterviewOpening, openedOn: CivilDate): Verdict {
  if (isBefore(openedOn, opening.orderedOn))
    return refuse('BEFORE_BEGINNING', 'C-3.7', `约谈不得早于决定之日（${opening.orderedOn}）`, 'orderedOn');
  return admit();
}

function judge(file: CaseFile<InterviewOpening>, act: Act): Verdict {
  const facts = factsOf(file);
  switch (act.operation) {
    case 'hold':
      return judgeHold(file, act, facts);
    case 'feedback':
      return judgeFeedback(act, facts);
    case 'withdrawn':
      return facts.held === undefined ? admit() : admit({ told: '约谈已经进行，记录保留并加注' });
    default:
      return refuse('INVALID_INPUT', 'C-3.7', `约谈没有“${act.operation}”这一事项`);
  }
}

function judgeHold({ opening }: CaseFile<InterviewOpening>, act: Act, { held, withdrawnOn }: Facts): Verdict {
  if (act.by.office !== 'system' && !isWithin(opening.county, territoryOf(act.by.office))) {
    return refuse('NOT_ALLOWED', 'C-3.7', '约谈由县（市、区）委组织部进行');
  }
  if (held !== undefined)
    return admit({
      keep: false,
      told: `已于${chineseDate(held.occurredOn)}由${officeKindName(held.by.office)}约谈，本次登记作为补充记录`,
    });
  if (withdrawnOn !== undefined) return refuse('WRONG_STAGE', 'C-3.7', `约谈已于${chineseDate(withdrawnOn)}撤回`);
  return admit();
}

function judgeFeedback(act: Act, { held, fedBackOn }: Facts): Verdict {
  if (held === undefined) return refuse('WRONG_STAGE', 'C-3.7', '应先进行约谈，再向派出单位反馈');
  if (isBefore(act.occurredOn, held.occurredOn)) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'C-3.7',
      `反馈不得早于约谈之日（${chineseDate(held.occurredOn)}），填报为${chineseDate(act.occurredOn)}`,
      'occurredOn',
    );
  }
  if (fedBackOn !== undefined)
    return admit({ keep: false, told: `已于${chineseDate(fedBackOn)}向派出单位反馈，本次登记作为补充记录` });
  return admit();
}

function view(file: CaseFile<InterviewOpening>): CaseView {
  const { opening } = file;
  const facts = factsOf(file);
  const { held, withdrawnOn, fedBackOn, stage } = facts;
  return {
    stage,
    stageName: interviewStages[stage],
    deadlines: [interviewDeadline(file, facts)],
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

/** A held interview stands whatever is corrected later; so `held` counts before `withdrawn`, whichever was recorded first. */
function factsOf(file: CaseFile<InterviewOpening>): Facts {
  const acts = inDateOrder(file.acts);
  const held = acts.find(({ operation }) => operation === 'hold') as KeptAct<HoldBody> | undefined;
  const feedback = acts.find(({ operation }) => operation === 'feedback') as KeptAct<FeedbackBody> | undefined;
  const withdrawnOn = acts.find(({ operation }) => operation === 'withdrawn')?.occurredOn;
  const fedBackOn = held?.body.feedbackGiven === true ? held.occurredOn : feedback?.occurredOn;
  return { held, feedback, withdrawnOn, fedBackOn, stage: stageOf(held, fedBackOn, withdrawnOn) };
}

function stageOf(
  held: KeptAct | undefined,
  fedBackOn: CivilDate | undefined,
  withdrawnOn: CivilDate | undefined,
): InterviewStage {
  if (held === undefined) return withdrawnOn === undefined ? 'ordered' : 'withdrawn';
  return fedBackOn === undefined ? 'held' : 'ended';
}

function interviewDeadline(
  { opening, policy }: CaseFile<InterviewOpening>,
  { held, withdrawnOn }: Facts,
): DeadlineSpec {
  const settled = held === undefined ? undefined : { metOn: held.occurredOn };
  const dropped = withdrawnOn === undefined ? {} : { dropped: { on: withdrawnOn, reason: '约谈依据经更正不再成立' } };
  return {
    id: 'interview',
    clause: 'C-3.7',
    what: '约谈驻村干部',
    trigger: opening.orderedOn,
    triggerWhat: reasonOf(opening),
    period: { days: settingsOf(policy).interviewDays, unit: 'natural' },
    rollover: 'none',
    owner: officeId('organization-department', opening.county),
    line: 'stationing',
    ladder: 'default',
    decisions: ['interviewDays'],
    ...(settled ?? dropped),
  };
}

function reasonOf({ because, byHand }: InterviewOpening): string {
  if (because.months.length > 0) return `月考排名靠后：${because.months.join('、')}`;
  if (because.bulletins.length > 0) return `被上级通报：${because.bulletins.join('、')}`;
  return byHand === true ? '组织部决定约谈' : '达到约谈条件';
}

function heldMessage({ caseId, opening }: CaseFile<InterviewOpening>, held: KeptAct): Consequence {
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

function feedbackNotices({ opening }: CaseFile<InterviewOpening>, { held, feedback }: Facts): NoticeSpec[] {
  if (held === undefined) return [];
  const common = { clause: 'C-3.7', to: opening.unit, kind: 'feedback', title: '约谈情况反馈' } as const;
  const text = `驻村干部（编号${opening.cadre}）因${reasonOf(opening)}，已于${chineseDate(held.occurredOn)}由县（市、区）委组织部约谈。被约谈2次的，视情节给予组织处理。`;
  const first: NoticeSpec = { ...common, key: 'feedback', on: held.occurredOn, text };
  if (feedback === undefined) return [first];
  return [first, { ...common, key: 'feedback-note', on: feedback.occurredOn, text: feedback.body.note }];
}

function endOf({ held, withdrawnOn, fedBackOn }: Facts): Pick<CaseView, 'ended'> {
  if (held === undefined) {
    return withdrawnOn === undefined
      ? {}
      : { ended: { on: withdrawnOn, outcome: 'withdrawn', outcomeName: '更正后撤回' } };
  }
  if (fedBackOn === undefined) return {};
  return { ended: { on: fedBackOn, outcome: 'held', outcomeName: '已约谈并反馈派出单位' } };
}
