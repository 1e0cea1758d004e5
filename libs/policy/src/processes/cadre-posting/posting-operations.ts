import { admit } from '../../base/verdict';
import { office, operations, type Saying } from '../../case/operation';
import type { PostingOperation } from './posting-acts';
import {
  appointed,
  bySenderOrUnit,
  judgeCandidate,
  judgeEnd,
  judgeMove,
  judgeRecall,
  toldHandedOver,
  toldRecalled,
  toldReplaced,
  vacant,
} from './posting-changes';
import {
  earliestOf,
  latestOf,
  onPost,
  refuseElsewhere,
  sinceAbsence,
  sinceAppointment,
  sinceArrival,
  sinceRecall,
  thereAlone,
  untilDeparture,
  untilRecall,
} from './posting-days';
import {
  byNamer,
  hasNaming,
  hasOwnAbsence,
  judgeAbsence,
  judgeApproval,
  judgeLeave,
  judgeNaming,
  judgeOrderedInterview,
  judgeReminder,
  judgeWithdrawnNaming,
  nonePending,
  sinceNaming,
  sinceOrder,
  toldAbsent,
  undecided,
  toldOrdered,
  untilOrder,
} from './posting-discipline';
import type { Posting } from './posting-facts';
import { calledFor, judgeHandling, sinceCall } from './posting-handling';
import { judgeSalesHelp, judgeTraining } from './posting-registers';

const unit = office('dispatching-unit');
const stationing = office('stationing-office');
const township = office('party-committee', 'township');
const secretary = office('village-party-secretary', 'village');
const organization = office('organization-department', 'county');
const discipline = office('discipline-commission');

const judgeThere = <Name extends PostingOperation>(said: Saying<Posting, Name>) => refuseElsewhere(said) ?? admit();

/** Clauses C-2.1, C-2.2, C-2.4, C-3.1, C-3.3, C-3.6 and C-3.7: everything that can be said to a posting. */
export const postingOperations = operations<Posting>()({
  absence: {
    clause: 'C-3.7',
    title: '登记无故脱岗（发生日为脱岗之日）',
    by: [secretary, township, stationing],
    ...onPost,
    supplements: toldAbsent,
    judge: judgeAbsence,
  },
  leave: {
    clause: 'C-3.3',
    title: '事前批准请假',
    by: [township, stationing],
    ...onPost,
    judge: judgeLeave,
  },
  approveLeaveAfterwards: {
    clause: 'C-3.7',
    title: '事后补假：该日不再算作无故脱岗（已决定召回的除外）',
    by: [township],
    when: [hasOwnAbsence, undecided],
    since: sinceAbsence('C-3.3'),
    judge: judgeApproval,
  },
  recordReminder: {
    clause: 'C-3.7',
    title: '登记乡镇党委对无故脱岗的提醒',
    by: [township],
    when: [hasOwnAbsence],
    since: sinceAbsence('C-3.7'),
    meets: ['reminder'],
    judge: judgeReminder,
  },
  namedInSuperiorBulletin: {
    clause: 'C-3.7',
    title: '登记被上级（市、省）通报（同一事项只计一次）',
    by: [stationing],
    judge: judgeNaming,
  },
  withdrawNaming: {
    clause: 'C-3.7',
    title: '更正：撤销误登的上级通报',
    by: [stationing],
    own: [byNamer],
    when: [hasNaming],
    since: sinceNaming,
    judge: judgeWithdrawnNaming,
  },
  orderInterview: {
    clause: 'C-3.7',
    title: '县（市、区）委组织部决定约谈',
    by: [organization],
    when: [nonePending],
    since: sinceOrder,
    until: earliestOf(untilRecall, untilOrder),
    supplements: toldOrdered,
    judge: judgeOrderedInterview,
  },
  organizationalHandling: {
    clause: 'C-3.7',
    title: '作出组织处理',
    by: [office('organization-department'), unit],
    when: [calledFor],
    since: sinceCall,
    meets: ['organizational-handling'],
    judge: judgeHandling,
  },
  misconduct: {
    clause: 'C-3.7',
    title: '工作不实、作风散漫或涉嫌违纪违法：责成派出单位处理，涉嫌违纪违法的移交',
    by: [stationing, township, organization, discipline],
    ...thereAlone,
    judge: judgeThere,
  },
  recall: {
    clause: 'C-2.1',
    title: '召回驻村干部，派出单位限期补派',
    by: [unit, stationing],
    own: [bySenderOrUnit],
    meets: ['recall'],
    supplements: toldRecalled,
    judge: judgeRecall,
  },
  candidate: {
    clause: 'C-2.1',
    title: '补派人选（含选派审核；审核未通过的不停止计时）',
    by: [unit],
    when: [vacant],
    since: sinceRecall,
    meets: ['replacement'],
    supplements: toldReplaced,
    judge: judgeCandidate,
  },
  handover: {
    clause: 'C-2.1',
    title: '压茬交接，原任职结束',
    by: [unit, township, stationing],
    when: [appointed],
    since: latestOf(sinceArrival, sinceAppointment),
    until: untilDeparture,
    supplements: toldHandedOver,
    judge: judgeThere,
  },
  move: {
    clause: 'C-2.1',
    title: '调整所驻村（考核和约谈计数延续）',
    by: [unit, stationing],
    until: untilRecall,
    judge: judgeMove,
  },
  end: {
    clause: 'C-3.2',
    title: '任职结束',
    by: [unit, stationing],
    since: sinceRecall,
    judge: judgeEnd,
  },
  training: {
    clause: 'C-2.2',
    title: '登记培训',
    by: [stationing, township, unit],
    ...onPost,
    judge: judgeTraining,
    isRegisterOnly: true,
  },
  visit: {
    clause: 'C-3.6',
    title: '登记走访慰问、调研督导',
    by: [unit, township, stationing, secretary],
    ...onPost,
    judge: judgeThere,
    isRegisterOnly: true,
  },
  salesHelp: {
    clause: 'C-2.4',
    title: '登记消费帮扶助销金额（元）',
    by: [unit],
    judge: judgeSalesHelp,
    isRegisterOnly: true,
  },
  incentive: {
    clause: 'C-3.6',
    title: '登记激励保障（体检、保险、推荐提拔等）',
    by: [unit, organization, stationing],
    isRegisterOnly: true,
  },
  meeting: {
    clause: 'C-3.3',
    title: '登记参加村“两委”会议、工作例会',
    by: [secretary, office('village-committee', 'village'), township],
    ...onPost,
    judge: judgeThere,
    isRegisterOnly: true,
  },
  lowMonth: { by: 'system' },
  notLowMonth: { by: 'system' },
  neutralMonth: { by: 'system' },
  notNeutralMonth: { by: 'system' },
  copyUndelivered: { by: 'system' },
  copyDelivered: { by: 'system' },
  interviewHeld: { by: 'system' },
});
