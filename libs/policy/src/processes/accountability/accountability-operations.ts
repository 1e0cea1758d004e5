import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, office, operations, type OpeningRow, type Saying, type Situation } from '../../case/operation';
import { chineseDate } from '../../dates/civil-date';
import type { AccountabilityOpening } from './accountability-acts';
import type { Accountability } from './accountability-facts';

const clause = 'A-3.7';
type Now = Situation<Accountability>;

const province = [office('leading-group-office', 'province'), office('province-group', 'province')];

/** Clause: it follows from a county's listing; no office opens it. */
export const accountabilityOpenings = {
  open: {
    clause,
    title: '启动问责追责程序',
    by: 'system',
    judge: ({ opening: { grounds } }) =>
      grounds.length > 0
        ? admit()
        : refuse('CONDITIONS_NOT_MET', clause, '启动问责追责应有连续两次挂牌督办的依据，未收到。', 'grounds'),
  },
} satisfies Record<string, OpeningRow<AccountabilityOpening>>;

const started = condition<Now>('WRONG_STAGE', ({ facts: { startedOn } }) =>
  startedOn === undefined ? '问责追责待省级确认，确认启动后方可登记处理结果。' : undefined,
);
const notStarted = condition<Now>('WRONG_STAGE', ({ facts: { startedOn } }) =>
  startedOn === undefined
    ? undefined
    : `问责追责程序已于${chineseDate(startedOn)}启动，只有待省级确认的可以不予启动；请登记处理结果。`,
);

/** Clause: what is said to a procedure; its grounds are the listing's to add and to take back. */
export const accountabilityOperations = operations<Accountability>()({
  confirm: {
    clause,
    title: '确认启动问责追责程序',
    by: province,
    supplements: ({ facts: { startedOn } }) =>
      startedOn === undefined
        ? undefined
        : `问责追责程序已于${chineseDate(startedOn)}启动，无须再确认，本次登记作为补充记录。`,
    ledgerOnly: ['note'],
  },
  decline: {
    clause,
    title: '对待省级确认的问责追责不予启动',
    by: province,
    when: [notStarted],
    ledgerOnly: ['reason'],
  },
  outcome: {
    clause,
    title: '登记问责追责处理结果（写明该县和每一位承担连带责任的包联领导）',
    by: [...province, office('discipline-commission', 'province'), office('organization-department', 'province')],
    when: [started],
    since: ({ facts: { startedOn } }) =>
      startedOn === undefined ? undefined : { on: startedOn, what: '问责追责程序启动之日' },
    judge: judgeOutcome,
    ledgerOnly: ['reason', 'against.what'],
  },
  addGround: { by: 'system' },
  withdrawGround: { by: 'system' },
  withdraw: { by: 'system' },
});

/** One outcome for the county, and one for every leader with joint liability. */
function judgeOutcome({ facts, body: { against } }: Saying<Accountability, 'outcome'>): Admission | FieldRefusal {
  const parties = ['county', ...facts.leaders.map(({ person }) => person)];
  const unknown = against.findIndex(({ party }) => !parties.includes(party));
  if (unknown >= 0)
    return refuse(
      'UNKNOWN_SUBJECT',
      clause,
      `问责对象应是该县（county）或承担连带责任的包联领导，收到的“${against[unknown]?.party}”不在其列。`,
      `against.${unknown}.party`,
    );
  const twice = against.findIndex(({ party }, index) => against.findIndex((other) => other.party === party) !== index);
  if (twice >= 0)
    return refuse(
      'INVALID_INPUT',
      clause,
      `每个问责对象只写一项处理结果，“${against[twice]?.party}”出现了不止一次。`,
      `against.${twice}.party`,
    );
  const missing = parties.filter((party) => !against.some((said) => said.party === party));
  if (missing.length === 0) return admit();
  return refuse(
    'CONDITIONS_NOT_MET',
    clause,
    `处理结果应写明该县和每一位承担连带责任的包联领导，缺少：${missing.join('、')}。`,
    'against',
  );
}
