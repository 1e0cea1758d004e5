import { admit } from '../../base/verdict';
import { office, operations } from '../../case/operation';
import { clockExtension, clockRestart, clockStop } from './household-clock';
import { judgeCorrection, ofOwnOrBelow } from './household-corrections';
import {
  approval,
  identifiedForElimination,
  judgeSignature,
  measuresInPlace,
  notBySigner,
  signedCheck,
} from './household-elimination';
import { eventKnown, judgeFirstHelp } from './household-events';
import type { Household } from './household-facts';
import { county, department, township, village } from './household-openings';
import {
  identified,
  inItsPlace,
  judgeCapacityChange,
  judgeIdentification,
  judgeMeasures,
  notIdentified,
  onceOnly,
  plannedBefore,
  riskKnown,
  sinceReported,
  sinceStep,
  trackedReview,
} from './household-steps';

const above = office('leading-group-office', 'county');

/** Clauses, B-3.2 and C-2.3: what can be done to an episode. A village acts for its own households: the case's scope. */
export const householdOperations = operations<Household>()({
  villageReview: {
    clause: 'A-2.1',
    title: '村级评议',
    by: village,
    ...inItsPlace('village-reviewed'),
    supplements: onceOnly('village-reviewed'),
    meets: ['identification'],
    ledgerOnly: ['note'],
  },
  townshipCheck: {
    clause: 'A-2.1',
    title: '乡镇核查',
    by: [township],
    ...inItsPlace('township-checked'),
    supplements: onceOnly('township-checked'),
    meets: ['identification'],
    ledgerOnly: ['note'],
  },
  identify: {
    clause: 'A-2.1',
    title: '县级认定为监测对象',
    by: [county],
    ...inItsPlace('identified'),
    supplements: onceOnly('identified'),
    meets: ['identification'],
    judge: judgeIdentification,
    ledgerOnly: ['note'],
  },
  notInclude: {
    clause: 'A-2.1',
    title: '经核查无返贫致贫风险，不予纳入',
    by: [county],
    when: [notIdentified],
    since: sinceReported,
    ledgerOnly: ['reason'],
  },
  plan: {
    clause: 'A-2.1',
    title: '因人因户制定帮扶计划并申报帮扶措施',
    by: [township],
    ...inItsPlace('planned'),
    supplements: plannedBefore,
    meets: ['plan'],
    ledgerOnly: ['causes', 'measures.what'],
  },
  measures: {
    clause: 'A-2.1',
    title: '帮扶措施落实到户到人',
    by: [township, department],
    ...inItsPlace('measures'),
    meets: ['measures'],
    judge: judgeMeasures,
    ledgerOnly: ['measures.what'],
  },
  firstHelp: {
    clause: 'B-3.2',
    title: '绿色通道首次帮扶',
    by: [department, county, township, ...village],
    meets: ['first-help'],
    judge: judgeFirstHelp,
    ledgerOnly: ['what'],
  },
  suddenEvent: {
    clause: 'B-3.2',
    title: '登记突发灾害、意外事故，启动绿色通道（发生日期为事件发生之日）',
    by: [department, county, township, ...village],
    supplements: eventKnown,
  },
  newRisk: {
    clause: 'A-2.1',
    title: '登记监测期间新的风险，再次制定帮扶计划、落实措施',
    by: [township],
    when: [identified],
    since: sinceStep('identified'),
    supplements: riskKnown,
  },
  visit: { clause: 'C-2.3', title: '入户走访', by: [...village, township], isRegisterOnly: true },
  review: {
    clause: 'A-2.1',
    title: '长期跟踪监测户定期复核',
    by: [township, county],
    ...trackedReview,
    meets: ['review'],
    ledgerOnly: ['note'],
  },
  changeCapacity: {
    clause: 'A-2.1',
    title: '劳动能力变化',
    by: [township, county],
    when: [identified],
    since: sinceStep('identified'),
    judge: judgeCapacityChange,
  },
  learnFeatures: {
    clause: 'A-2.1',
    title: '登记后来得知的大病、残疾、新增低保',
    by: [...village, township, county],
    judge: ({ facts, body: { features } }) =>
      features.every((feature) => facts.features.includes(feature))
        ? admit({ keep: false, told: '所登记的情形均已在案，本次登记作为补充记录。' })
        : admit(),
  },
  secondCheck: {
    clause: 'A-2.1',
    title: '重点关注户风险消除二次核查',
    by: [...village, township, county],
    own: [notBySigner],
    when: [identifiedForElimination, measuresInPlace],
    since: sinceStep('measures'),
    needsPerson: true,
    ledgerOnly: ['note'],
  },
  signElimination: {
    clause: 'C-2.3',
    title: '驻村干部签字同意消除风险（达不到条件的不得签字，记录在案）',
    by: village,
    when: [identifiedForElimination],
    since: sinceStep('identified'),
    needsPerson: true,
    judge: judgeSignature,
  },
  checkElimination: {
    clause: 'A-2.1',
    title: '乡镇核查风险消除',
    by: [township],
    ...signedCheck,
    ledgerOnly: ['note'],
  },
  eliminate: { clause: 'A-2.1', title: '县级审批风险消除', by: [county], ...approval },
  end: { clause: 'A-2.1', title: '因迁出或死亡终止监测', by: [township, county], ledgerOnly: ['reason'] },
  correct: {
    clause: 'A-2.1',
    title: '更正已登记步骤的日期',
    by: [township, county],
    own: [ofOwnOrBelow],
    judge: judgeCorrection,
    ledgerOnly: ['reason'],
  },
  suspend: { clause: 'A-2.1', title: '中止时限（办公室开启后方可）', by: [above], ...clockStop },
  resume: { clause: 'A-2.1', title: '恢复时限', by: [above], ...clockRestart },
  extend: { clause: 'A-2.1', title: '延长时限一次（办公室开启后方可）', by: [above], ...clockExtension },
});
