import {
  countyOf,
  isWithin,
  kindOf,
  levelOf,
  officeId,
  officeKindName,
  territoryOf,
  townshipOf,
  type OfficeId,
  type Territory,
} from '../../base/office';
import { admit, refuse, type FieldRefusal } from '../../base/verdict';
import { condition, office, operations, type DayBound, type OpeningRow, type Situation } from '../../case/operation';
import { notByWhoDid, ofOwnVillage, ownedBy } from '../../case/whose';
import { failedVerifications, lastTerm } from '../../case/term-history';
import { addDays, chineseDate } from '../../dates/civil-date';
import { settingsOf } from '../../settings/policy-set';
import type { ProblemOpening } from './problem-acts';
import type { Problem } from './problem-facts';

const clause = 'C-2.end';
type Now = Situation<Problem>;

/** Who finds, and who looks whether it was put right. */
const supervisors = (
  [
    'stationing-office',
    'leading-group-office',
    'inspection-team',
    'revitalization-bureau',
    'organization-department',
  ] as const
).map((kind) => office(kind));
const departments = [office('department'), office('revitalization-bureau'), office('organization-department')];
const places = [office('village-committee'), office('village-party-secretary'), office('party-committee')];

const ofPlace: OpeningRow<ProblemOpening>['own'] = [ofOwnVillage(({ opening }) => opening.place)];

/** C-2.end and C-2.4: a problem is entered where it was found; the risk of a project begins with the county. */
export const problemOpenings = {
  record: {
    clause,
    title: '登记排查发现的问题（分类建立问题台账）',
    by: [...places, ...supervisors, office('department')],
    own: ofPlace,
  },
  warn: {
    clause: 'C-2.4',
    title: '向县级党委和政府报告预警产业帮扶项目的风险（财政投资超过 50 万元）',
    by: places,
    own: ofPlace,
    judge: ({ opening: { yuan }, policy }) => {
      const threshold = settingsOf(policy).riskWarningYuan;
      const words = `风险预警针对财政投资超过${threshold}元的产业帮扶项目，收到的是${yuan ?? 0}元；请按一般问题登记。`;
      return (yuan ?? 0) > threshold ? admit() : refuse('CONDITIONS_NOT_MET', 'C-2.4', words, 'yuan');
    },
  },
} satisfies Record<string, OpeningRow<ProblemOpening>>;

const open = condition<Now>('ALREADY_DONE', ({ facts: { writtenOffOn } }) =>
  writtenOffOn === undefined ? undefined : `该问题已于${chineseDate(writtenOffOn)}核查销账；再次出现的，请登记为反弹。`,
);
const ofVillage = condition<Now>('WRONG_STAGE', ({ file }) =>
  levelOf(file.opening.place) === 'village' ? undefined : '只有村级问题由村委会书面报告；本问题由所在地区直接整改。',
);
const notPlanned = condition<Now>('ALREADY_DONE', ({ facts: { current } }) =>
  current.plan === undefined
    ? undefined
    : `已于${chineseDate(current.plan.on)}确定整改举措；需要调整期限的，由上级单位重新限期。`,
);
const notPlannedYet = condition<Now>('WRONG_STAGE', ({ facts: { current } }) =>
  current.plan === undefined ? undefined : `已于${chineseDate(current.plan.on)}确定整改举措，不再上报。`,
);
const notReportedUpward = condition<Now>('ALREADY_DONE', ({ facts: { current } }) =>
  current.upward === undefined ? undefined : `已于${chineseDate(current.upward.on)}书面报告。`,
);
const planned = condition<Now>('WRONG_STAGE', ({ facts: { current } }) =>
  current.history === undefined ? '尚未确定整改举措、责任人和期限。' : undefined,
);
const reported = condition<Now>('WRONG_STAGE', ({ facts: { current } }) =>
  (current.history?.reports.length ?? 0) > 0 ? undefined : '尚未登记整改完成和佐证，不能核查。',
);
const notWaitingForCheck = condition<Now>('WRONG_STAGE', ({ facts: { current } }) =>
  current.history === undefined || lastTerm(current.history).metOn === undefined
    ? undefined
    : '已登记整改完成，等待核查。',
);
const writtenOff = condition<Now>('WRONG_STAGE', ({ facts: { writtenOffOn } }) =>
  writtenOffOn === undefined ? '该问题尚未销账，不存在反弹。' : undefined,
);

/** 责任到人: who owes it sets the measure; what was reported upward, also the township it was reported to. */
const byOwner = ownedBy<Now>('整改举措应由责任单位', ({ facts: { owner, current }, file, by }) => {
  const township = officeId('party-committee', townshipOf(file.opening.place));
  return current.upward !== undefined && by.office === township ? township : owner;
});
const byOwnerOrPlace = condition<Now>('NOT_ALLOWED', ({ facts: { owner }, file, by }) =>
  by.office === owner || territoryOf(by.office) === file.opening.place
    ? undefined
    : `整改完成应由责任单位（${owner}）或问题所在地登记，当前单位是${officeKindName(by.office)}。`,
);
/** 销账 only after somebody else has looked. */
const bySomebodyElse = [
  notByWhoDid<Now>('整改由本单位实施，应由其他单位核查，不得自行核查销账。', ({ facts }) =>
    facts.current.work.map(({ by }) => ({ office: by })),
  ),
  condition<Now>('NOT_ALLOWED', ({ facts: { current }, by: { person } }) =>
    person !== undefined && current.work.some(({ reportedBy }) => reportedBy.person === person)
      ? '整改由本人登记完成，应由他人核查，不得自行核查销账。'
      : undefined,
  ),
  condition<Now>('NOT_ALLOWED', ({ facts: { current }, by }) =>
    by.person !== undefined && by.person === current.plan?.responsible ? '核查人不得是整改责任人本人。' : undefined,
  ),
];
const byOfficeAboveOwner = condition<Now>('NOT_ALLOWED', ({ facts: { owner }, by: { office: asking } }) => {
  const own = territoryOf(owner);
  const isAbove =
    asking !== owner &&
    isWithin(own, territoryOf(asking)) &&
    (territoryOf(asking) !== own || kindOf(asking) !== 'department');
  return isAbove ? undefined : `重新限期应由责任单位（${owner}）的上级决定。`;
});

const sinceRound = ({ facts: { current } }: Now): DayBound => ({ on: current.from, what: '问题登记之日' });
const sinceReport = ({ facts: { current } }: Now): DayBound | undefined => {
  const first = current.history?.reports[0];
  return first === undefined ? undefined : { on: first.on, what: '登记整改完成之日' };
};
/** A date is set anew once it has passed, or as soon as somebody has found it not done. */
const sinceMissed = (now: Now): DayBound | undefined => {
  const { history } = now.facts.current;
  if (history === undefined) return sinceRound(now);
  const { from, due } = lastTerm(history);
  const failedOn = failedVerifications(history).find((on) => on >= from);
  if (failedOn !== undefined) return { on: failedOn, what: '核查不通过之日' };
  const why = `整改期限是${chineseDate(due)}，尚未逾期，也没有核查不通过，不重新限期`;
  return { on: addDays(due, 1), what: '整改期限届满之次日', why, code: 'TOO_EARLY' };
};

/** C-2.end: everything that can be said to a problem. */
export const problemOperations = operations<Problem>()({
  reportUpward: {
    clause,
    title: '村委会书面报告（同步报乡镇党委和县直部门）',
    by: [office('village-committee')],
    when: [open, ofVillage, notPlannedYet, notReportedUpward],
    since: sinceRound,
    meets: ['decision'],
    judge: ({ body, file }) => {
      const county = countyOf(file.opening.place);
      return territoryOf(body.department) === county
        ? admit()
        : refuse('INVALID_INPUT', clause, `应为本县（${county}）的县直部门，收到${body.department}。`, 'department');
    },
    ledgerOnly: ['report'],
  },
  plan: {
    clause,
    title: '制定整改举措，责任到人，限期整改',
    by: [office('party-committee'), ...departments],
    own: [byOwner],
    when: [open, notPlanned],
    since: sinceRound,
    meets: ['decision', 'takeover'],
    judge: ({ body, on }) => judgeDue('整改期限', body.due, on),
  },
  rectified: {
    clause,
    title: '登记整改完成（附佐证）',
    by: [...places, ...departments],
    own: [byOwnerOrPlace],
    when: [open, planned],
    since: sinceRound,
    meets: ['rectification'],
    judge: ({ body: { rectifiedBy }, file }) => refuseStranger(rectifiedBy, file.opening.place) ?? admit(),
    supplements: ({ facts: { current, writtenOffOn } }) => {
      const metOn =
        current.history === undefined || writtenOffOn !== undefined ? undefined : lastTerm(current.history).metOn;
      return metOn === undefined ? undefined : `已于${chineseDate(metOn)}登记整改完成，等待核查；本次作为补充记录。`;
    },
    ledgerOnly: ['what', 'evidence'],
  },
  verify: {
    clause,
    title: '核查整改结果：通过即销账（核查人不得是整改人）',
    by: [...supervisors, office('party-committee')],
    own: bySomebodyElse,
    when: [open, reported],
    since: sinceReport,
    meets: ['verification'],
    judge: ({ body, facts: { current } }) => {
      const lastFailure = current.history?.failures.at(-1);
      const isUndone = current.history !== undefined && lastTerm(current.history).metOn === undefined;
      if (lastFailure === undefined || !isUndone) return admit();
      return body.passed
        ? refuse('WRONG_STAGE', clause, `${chineseDate(lastFailure)}核查未通过后，尚未重新登记整改完成。`, 'passed')
        : admit({ keep: false, told: `该次整改完成已于${chineseDate(lastFailure)}核查不通过，本次作为补充记录。` });
    },
    ledgerOnly: ['note'],
  },
  renew: {
    clause,
    title: '逾期或核查不通过后重新限期（责任单位的上级）',
    by: [...supervisors, office('party-committee')],
    own: [byOfficeAboveOwner],
    when: [open, planned, notWaitingForCheck],
    since: sinceMissed,
    meets: ['renewal'],
    judge: ({ body, on }) => judgeDue('新的期限', body.due, on),
    ledgerOnly: ['reason'],
  },
  returned: {
    clause: 'A-3.7',
    title: '登记销账后再次出现（屡改屡犯）',
    by: [...supervisors, office('party-committee')],
    when: [writtenOff],
    since: ({ facts: { writtenOffOn } }) =>
      writtenOffOn === undefined ? undefined : { on: writtenOffOn, what: '核查销账之日' },
    until: ({ facts: { watchedUntil } }) =>
      watchedUntil === undefined ? undefined : { on: watchedUntil, what: '销账后观察期的最后一日' },
    ledgerOnly: ['what'],
  },
  deadlineMissed: { by: 'system' },
  watchEnded: { by: 'system' },
  writtenOffRead: { by: 'system' },
  withdraw: { by: 'system' },
});

/** OBLIGATIONS D8: the work was done by an office of the place or above it. */
function refuseStranger(rectifiedBy: OfficeId | undefined, place: Territory): FieldRefusal | undefined {
  if (rectifiedBy === undefined) return undefined;
  const own = territoryOf(rectifiedBy);
  return isWithin(own, place) || isWithin(place, own)
    ? undefined
    : refuse(
        'INVALID_INPUT',
        clause,
        `实施整改的单位应是问题所在地或其上级的单位：收到的单位不在〔${place}〕及其上级。`,
        'rectifiedBy',
      );
}

const judgeDue = (what: string, due: string, on: string) =>
  due > on
    ? admit()
    : refuse('OUT_OF_RANGE', clause, `${what}应晚于${chineseDate(on)}，收到的是${chineseDate(due)}。`, 'due');
