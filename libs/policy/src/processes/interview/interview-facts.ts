import { actsOf } from '../../case/act-order';
import type { CaseFile, KeptAct } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type { FeedbackBody, HoldBody, InterviewBodies, InterviewOpening } from './interview-acts';

export type InterviewFile = CaseFile<InterviewOpening, InterviewBodies>;

/** What the rules of an interview are about. */
export interface Interview {
  opening: InterviewOpening;
  facts: InterviewFacts;
  bodies: InterviewBodies;
}

export const interviewStages = {
  ordered: '待约谈',
  held: '已约谈待反馈',
  ended: '已办结',
  withdrawn: '已撤回',
} as const;
export type InterviewStage = keyof typeof interviewStages;

export interface InterviewFacts {
  held?: KeptAct<HoldBody>;
  feedback?: KeptAct<FeedbackBody>;
  withdrawnOn?: CivilDate;
  fedBackOn?: CivilDate;
  stage: InterviewStage;
}

/** A held interview stands whatever is corrected later; so `held` counts before `withdrawn`, whichever was recorded first. */
export function readInterview({ acts }: InterviewFile): InterviewFacts {
  const [held] = actsOf(acts, 'hold');
  const [feedback] = actsOf(acts, 'feedback');
  const withdrawnOn = actsOf(acts, 'withdrawn')[0]?.occurredOn;
  const fedBackOn = held?.body.feedbackGiven === true ? held.occurredOn : feedback?.occurredOn;
  return {
    ...(held !== undefined && { held }),
    ...(feedback !== undefined && { feedback }),
    ...(withdrawnOn !== undefined && { withdrawnOn }),
    ...(fedBackOn !== undefined && { fedBackOn }),
    stage: stageOf(held, fedBackOn, withdrawnOn),
  };
}

function stageOf(
  held: KeptAct | undefined,
  fedBackOn: CivilDate | undefined,
  withdrawnOn: CivilDate | undefined,
): InterviewStage {
  if (held === undefined) return withdrawnOn === undefined ? 'ordered' : 'withdrawn';
  return fedBackOn === undefined ? 'held' : 'ended';
}
