import type { Act, CaseFile } from '../../case/case';
import { chineseDate, isAfter } from '../../dates/civil-date';
import { kindOf } from '../../base/office';
import type { PostingOpening, PostingOperation } from './posting-acts';
import { postingFacts, type PostingAct, type PostingFacts } from './posting-facts';
import { judgeCandidate, judgeEnd, judgeHandover, judgeMove, judgeRecall } from './posting-changes';
import {
  judgeAbsence,
  judgeApproval,
  judgeHandling,
  judgeLeave,
  judgeNaming,
  judgeOrderedInterview,
  judgeReminder,
  judgeWithdrawnNaming,
} from './posting-discipline';
import { judgeSalesHelp, judgeTraining } from './posting-registers';
import { admit, refuse, type Verdict } from '../../base/verdict';

type Judge<Name extends PostingOperation> = (posting: PostingAct<Name>) => Verdict;

/** Clauses C-2.1 and C-3.7: may this be said of the posting? */
export function judgePosting(file: CaseFile<PostingOpening>, act: Act): Verdict {
  const judge = isPostingOperation(act.operation)
    ? (judges[act.operation] as (posting: { file: typeof file; facts: PostingFacts; act: Act }) => Verdict)
    : undefined;
  if (judge === undefined) return refuse('INVALID_INPUT', 'C-3.3', `驻村任职没有“${act.operation}”这一事项`);
  if (isForeignUnit(file, act)) return refuse('NOT_ALLOWED', 'C-2.1', '仅限本干部的派出单位办理');
  return judge({ file, facts: postingFacts(file), act });
}

const onPost =
  <Name extends PostingOperation>(judge: Judge<Name>): Judge<Name> =>
  (posting) => {
    const { recall } = posting.facts;
    if (recall === null || !isAfter(posting.act.occurredOn, recall.on)) return judge(posting);
    return refuse('WRONG_STAGE', 'C-2.1', `该干部已于${chineseDate(recall.on)}召回，此后不再在岗`, 'occurredOn');
  };

const accept = (): Verdict => admit();
const register = (): Verdict => admit({ keep: false });

const judges: { [Name in PostingOperation]: Judge<Name> } = {
  absence: onPost(judgeAbsence),
  leave: onPost(judgeLeave),
  approveLeaveAfterwards: judgeApproval,
  recordReminder: judgeReminder,
  namedInSuperiorBulletin: judgeNaming,
  withdrawNaming: judgeWithdrawnNaming,
  orderInterview: onPost(judgeOrderedInterview),
  organizationalHandling: judgeHandling,
  misconduct: accept,
  recall: judgeRecall,
  candidate: judgeCandidate,
  handover: judgeHandover,
  move: onPost(judgeMove),
  end: judgeEnd,
  training: onPost(judgeTraining),
  visit: onPost(register),
  salesHelp: judgeSalesHelp,
  incentive: register,
  meeting: onPost(register),
  lowMonth: accept,
  notLowMonth: accept,
  neutralMonth: accept,
  notNeutralMonth: accept,
  copyUndelivered: accept,
  copyDelivered: accept,
  interviewHeld: accept,
};

const isPostingOperation = (name: string): name is PostingOperation => Object.hasOwn(judges, name);

const isForeignUnit = ({ opening }: CaseFile<PostingOpening>, { by }: Act): boolean =>
  by.office !== 'system' && kindOf(by.office) === 'dispatching-unit' && by.office !== opening.unit;
