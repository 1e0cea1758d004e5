import { isWithin, levelOf, officeKindName, territoryOf, type OfficeId } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, office, operations, type DayBound, type OpeningRow, type Situation } from '../../case/operation';
import { chineseDate } from '../../dates/civil-date';
import { lateWords, named, refuseAmount, refuseEarly } from './subsidy-payment';
import { subsidyKinds, type Claim, type SubsidyKind, type SubsidyOpening } from './subsidy-acts';
import {
  hasStanding,
  isOf,
  keyOf,
  lastDay,
  lineUnder,
  payerOf,
  type SubsidyCampaign,
  type SubsidyFacts,
  type SubsidyFile,
  type SubsidyLine,
} from './subsidy-facts';

const clause = 'B-2.3.4';
type Now = Situation<SubsidyCampaign>;
type Judged = Admission | FieldRefusal;

const near = [
  office('party-committee', 'township'),
  office('village-committee'),
  office('revitalization-bureau', 'county'),
  office('stationing-office', 'county'),
];
const keepers = [office('party-committee', 'township'), office('revitalization-bureau', 'county')];
const payers = [office('revitalization-bureau', 'county'), office('department', 'county')];

/** B-2.3.4: a township's campaign of the year. */
export const subsidyOpenings = {
  open: {
    clause,
    title: '开展一个乡镇当年的补贴补助受理发放',
    by: keepers,
    judge: ({ opening: { township, year }, openedOn }) => {
      if (levelOf(township) !== 'township')
        return refuse('INVALID_INPUT', clause, `应为9位乡镇行政区划代码，收到${township}。`, 'township');
      const current = openedOn.slice(0, 4);
      return current === year
        ? admit()
        : refuse('OUT_OF_RANGE', clause, `应在当年（${current}）受理，收到的是${year}年。`, 'year');
    },
  },
} satisfies Record<string, OpeningRow<SubsidyOpening>>;

const kinds = Object.keys(subsidyKinds) as SubsidyKind[];
/** 乡村振兴部门 for transport, 人社部门 for 稳岗补助. */
const paysSomething = condition<Now>(
  'NOT_ALLOWED',
  ({ file, by }) => {
    const paying = kinds.map((kind) => `${subsidyKinds[kind].name}由${payerOf(kind, file.opening.township)}`);
    return kinds.some((kind) => payerOf(kind, file.opening.township) === by.office)
      ? undefined
      : `${paying.join('、')}审核发放，当前单位是${officeKindName(by.office)}。`;
  },
  'A-4.3',
);

type IsSo = (line: SubsidyLine) => boolean;
/** Is there a claim that stands and is the office's to act on, of its village? */
const hasOwn = ({ facts, by }: Now, isSo: IsSo): boolean =>
  hasStanding(facts, (line) => isOf(line.village, by.office) && isSo(line));
/** Of the kinds that it pays? */
const hasToPay = ({ file, facts, by }: Now, isSo: IsSo): boolean =>
  hasStanding(facts, (line) => payerOf(line.kind, file.opening.township) === by.office && isSo(line));

const canApply = ({ appliedOn, refusedOn }: SubsidyLine): boolean => appliedOn === undefined || refusedOn !== undefined;
const isReviewed = ({ approvedOn, refusedOn }: SubsidyLine): boolean =>
  approvedOn !== undefined || refusedOn !== undefined;

const somebodyEntitled = condition<Now>('UNKNOWN_SUBJECT', (now) =>
  hasOwn(now, () => true) ? undefined : '应享受名单中还没有人，请先列入名单。',
);
const somebodyUnpaid = condition<Now>('WRONG_STAGE', (now) =>
  hasOwn(now, ({ paidOn }) => paidOn === undefined)
    ? undefined
    : '名单中的补贴补助均已发放，不能撤销；金额有误的请更正。',
);
const somebodyToApply = condition<Now>('ALREADY_DONE', (now) =>
  hasOwn(now, canApply) ? undefined : '名单中的人均已申请，不重复申请。',
);
const somebodyApplied = condition<Now>('WRONG_STAGE', (now) =>
  hasToPay(now, ({ appliedOn }) => appliedOn !== undefined) ? undefined : '由本单位审核的补贴补助尚无人申请。',
);
const somebodyUnreviewed = condition<Now>('ALREADY_DONE', (now) =>
  hasToPay(now, (line) => line.appliedOn !== undefined && !isReviewed(line))
    ? undefined
    : '由本单位审核的申请均已审核。',
);
const somebodyApproved = condition<Now>('WRONG_STAGE', (now) =>
  hasToPay(now, ({ approvedOn }) => approvedOn !== undefined)
    ? undefined
    : '由本单位发放的补贴补助尚无审核通过的，不能发放。',
);
const somebodyToPay = condition<Now>('ALREADY_DONE', (now) =>
  hasToPay(now, ({ approvedOn, paidOn }) => approvedOn !== undefined && paidOn === undefined)
    ? undefined
    : '审核通过的均已发放，不重复发放。',
);
const somebodyPaid = condition<Now>('WRONG_STAGE', (now) =>
  hasToPay(now, ({ paidOn }) => paidOn !== undefined) ? undefined : '由本单位发放的补贴补助尚未发放，无需更正。',
);

/** 随时受理: on any day of the year; what was applied for by then is reviewed and paid however late. */
const untilYearEnds = ({ file: { opening } }: Now): DayBound => ({
  on: `${opening.year}-12-31`,
  what: `${opening.year}年最后一日`,
  code: 'OUT_OF_RANGE',
});

/** B-2.2.2, B-2.3.4: everything that can be said to a campaign. */
export const subsidyOperations = operations<SubsidyCampaign>()({
  entitle: {
    clause: 'B-2.2.2',
    title: '列入应享受补贴补助名单',
    by: near,
    until: untilYearEnds,
    judge: ({ body, file, facts, by }) =>
      firstRefusal(body.entitled, 'entitled', (one, path) => {
        const { township } = file.opening;
        if (!isWithin(one.village, township)) {
          const words = `应为本乡镇（${township}）的村，收到${one.village}。`;
          return refuse('UNKNOWN_SUBJECT', clause, words, `${path}.village`);
        }
        if (!isOf(one.village, by.office)) {
          const words = `村委会只列入本村（${territoryOf(by.office)}）的人，收到${one.village}。`;
          return refuse('NOT_ALLOWED', clause, words, `${path}.village`);
        }
        return refuseTwice(facts, one, { office: by.office, field: `${path}.worker` });
      }),
  },
  disentitle: {
    clause: 'B-2.2.2',
    title: '从应享受名单撤销（说明理由）',
    by: keepers,
    when: [somebodyEntitled, somebodyUnpaid],
    judge: ({ body, facts, by }) => {
      const line = lineOf(facts, body, { office: by.office, field: 'worker' });
      if ('admitted' in line) return line;
      if (line.paidOn === undefined) return admit();
      const words = `${named(body)}已于${chineseDate(line.paidOn)}发放，不能撤销；金额有误的请更正。`;
      return refuse('WRONG_STAGE', clause, words, 'worker');
    },
    ledgerOnly: ['reason'],
  },
  apply: {
    clause,
    title: '受理申请（本人或委托代办，随时受理）',
    by: near,
    when: [somebodyEntitled, somebodyToApply],
    until: untilYearEnds,
    judge: ({ body, file, facts, by, on }) => {
      const verdict = firstRefusal(body.applications, 'applications', (one, path) => {
        const line = lineOf(facts, one, { office: by.office, field: `${path}.worker` });
        if ('admitted' in line) return line;
        if (line.appliedOn !== undefined && line.refusedOn === undefined) {
          const words = `${named(one)}已于${chineseDate(line.appliedOn)}申请，不重复申请。`;
          return refuse('ALREADY_DONE', clause, words, `${path}.worker`);
        }
        return one.by !== 'self' && one.proxy === undefined
          ? refuse('INVALID_INPUT', clause, '委托代办的应写明代办人（proxy）。', `${path}.proxy`)
          : undefined;
      });
      const late = verdict.admitted && on > lastDay(file);
      const days = facts.settings.subsidyPaymentDays;
      return late
        ? admit({ told: `已过${chineseDate(lastDay(file))}，本次申请照常受理，自审核通过之日起${days}天内发放。` })
        : verdict;
    },
    ledgerOnly: ['applications.proxy'],
  },
  review: {
    clause,
    title: '审核申请（不通过的说明理由）',
    by: payers,
    own: [paysSomething],
    when: [somebodyApplied, somebodyUnreviewed],
    meets: ['review'],
    judge: ({ body, file, facts, by }) =>
      firstRefusal(body.decisions, 'decisions', (one, path) => {
        const line = payersLineOf(file, facts, { one, office: by.office, path: `${path}.` });
        if ('admitted' in line) return line;
        if (line.appliedOn === undefined)
          return refuse('WRONG_STAGE', clause, `${named(one)}尚未申请，不能审核。`, `${path}.worker`);
        if (isReviewed(line)) return refuse('ALREADY_DONE', clause, `${named(one)}已审核。`, `${path}.worker`);
        return one.approved || (one.reason ?? '').length >= 2
          ? undefined
          : refuse('INVALID_INPUT', clause, '审核不通过的应写明理由（reason）。', `${path}.reason`);
      }),
    ledgerOnly: ['decisions.reason'],
  },
  pay: {
    clause,
    title: '登记发放',
    by: payers,
    own: [paysSomething],
    when: [somebodyApproved, somebodyToPay],
    meets: ['payment', 'paid'],
    judge: ({ body, file, facts, by, on }) => {
      const verdict = firstRefusal(body.payments, 'payments', (one, path) => {
        const line = payersLineOf(file, facts, { one, office: by.office, path: `${path}.` });
        if ('admitted' in line) return line;
        if (line.approvedOn === undefined)
          return refuse('WRONG_STAGE', clause, `${named(one)}尚未审核通过，不能发放。`, `${path}.worker`);
        if (line.paidOn !== undefined) {
          const words = `${named(one)}已于${chineseDate(line.paidOn)}发放，不重复发放。`;
          return refuse('ALREADY_DONE', clause, words, `${path}.worker`);
        }
        return refuseEarly(one, line, on) ?? refuseAmount(one.yuan, facts, `${path}.yuan`);
      });
      const late = verdict.admitted ? lateWords(file, facts, { payments: body.payments, on }) : undefined;
      return late === undefined ? verdict : admit({ told: late });
    },
  },
  correctPayment: {
    clause,
    title: '更正发放金额（原登记保留）',
    by: payers,
    own: [paysSomething],
    when: [somebodyPaid],
    judge: ({ body, file, facts, by }) => {
      const line = payersLineOf(file, facts, { one: body, office: by.office, path: '' });
      if ('admitted' in line) return line;
      if (line.paidOn === undefined)
        return refuse('WRONG_STAGE', clause, `${named(body)}尚未发放，无需更正。`, 'worker');
      return refuseAmount(body.yuan, facts, 'yuan') ?? admit();
    },
    ledgerOnly: ['reason'],
  },
  periodSealed: { by: 'system' },
});

/** What belongs to another village does not show: not even since when it has been listed. */
function refuseTwice(
  facts: SubsidyFacts,
  claim: Claim,
  { office: asking, field }: { office: OfficeId; field: string },
): FieldRefusal | undefined {
  const known = lineUnder(facts, claim);
  if (known === undefined || known.withdrawnOn !== undefined) return undefined;
  const since = isOf(known.village, asking) ? `于${chineseDate(known.entitledOn)}` : '';
  return refuse('ALREADY_DONE', clause, `${named(claim)}已${since}列入，不重复列入。`, field);
}

/** A claim on the list that is the office's to act on; another village's is as unknown as none. */
function lineOf(
  facts: SubsidyFacts,
  claim: Claim,
  { office: asking, field }: { office: OfficeId; field: string },
): SubsidyLine | FieldRefusal {
  const line = lineUnder(facts, claim);
  return line === undefined || line.withdrawnOn !== undefined || !isOf(line.village, asking)
    ? refuse('UNKNOWN_SUBJECT', clause, `应享受名单中没有${named(claim)}，请核对编号或先列入名单。`, field)
    : line;
}

function payersLineOf(
  { opening }: SubsidyFile,
  facts: SubsidyFacts,
  { one, office: asking, path }: { one: Claim; office: OfficeId; path: string },
): SubsidyLine | FieldRefusal {
  const payer = payerOf(one.kind, opening.township);
  const words = `${subsidyKinds[one.kind].name}应由${payer}审核发放，当前单位是${officeKindName(asking)}。`;
  return asking === payer
    ? lineOf(facts, one, { office: asking, field: `${path}worker` })
    : refuse('NOT_ALLOWED', 'A-4.3', words, `${path}kind`);
}

/** A list is taken whole or not at all; nobody twice in it. */
function firstRefusal<One extends Claim>(
  list: readonly One[],
  field: string,
  judge: (one: One, path: string) => FieldRefusal | undefined,
): Judged {
  const seen = new Set<string>();
  for (const [index, one] of list.entries()) {
    const path = `${field}.${index}`;
    const isTwice = seen.has(keyOf(one));
    seen.add(keyOf(one));
    const twice = `同一人同一项只列一次，${named(one)}出现了不止一次。`;
    const refusal = isTwice ? refuse('INVALID_INPUT', clause, twice, `${path}.worker`) : judge(one, path);
    if (refusal !== undefined) return refusal;
  }
  return admit({ answer: { lines: list.length } });
}
