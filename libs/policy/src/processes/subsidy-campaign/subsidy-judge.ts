import type { Act } from '../../case/case';
import { isWithin, officeKindName } from '../../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';
import { chineseDate } from '../../dates/civil-date';
import {
  subsidyKinds,
  type ApplyBody,
  type Claim,
  type CorrectPaymentBody,
  type DisentitleBody,
  type EntitleBody,
  type PayBody,
  type ReviewBody,
} from './subsidy-acts';
import {
  keyOf,
  lastDay,
  payerOf,
  readSubsidies,
  type SubsidyFacts,
  type SubsidyFile,
  type SubsidyLine,
} from './subsidy-facts';

const clause = 'B-2.3.4';
type Judge = (file: SubsidyFile, facts: SubsidyFacts, act: Act<never>) => Verdict;

const judges: Readonly<Record<string, Judge>> = {
  entitle: judgeEntitling,
  disentitle: judgeDisentitling,
  apply: judgeApplications,
  review: judgeReview,
  pay: judgePayments,
  correctPayment: judgeCorrection,
};

/** B-2.2.2, B-2.3.4: everything that can be said to a campaign. */
export function judgeSubsidies(file: SubsidyFile, act: Act): Verdict {
  if (act.operation === 'periodSealed')
    return act.by.office === 'system' ? admit() : refuse('NOT_ALLOWED', clause, '本项由系统登记，不由单位办理。');
  const judge = judges[act.operation];
  if (judge === undefined)
    return refuse('INVALID_INPUT', clause, `补贴补助没有“${act.operation}”这一事项。`, 'operation');
  if (!act.occurredOn.startsWith(file.opening.year)) {
    return refuse(
      'OUT_OF_RANGE',
      clause,
      `应为${file.opening.year}年内的日期，收到的是${chineseDate(act.occurredOn)}。`,
      'occurredOn',
    );
  }
  return judge(file, readSubsidies(file), act as Act<never>);
}

function judgeEntitling({ opening }: SubsidyFile, { lines }: SubsidyFacts, { body }: Act<EntitleBody>): Verdict {
  return firstRefusal(body.entitled, 'entitled', (one, path) => {
    if (!isWithin(one.village, opening.township))
      return refuse(
        'UNKNOWN_SUBJECT',
        clause,
        `应为本乡镇（${opening.township}）的村，收到${one.village}。`,
        `${path}.village`,
      );
    const known = lines.get(keyOf(one));
    if (known !== undefined && known.withdrawnOn === undefined)
      return refuse(
        'ALREADY_DONE',
        clause,
        `${named(one)}已于${chineseDate(known.entitledOn)}列入，不重复列入。`,
        `${path}.worker`,
      );
    return undefined;
  });
}

function judgeDisentitling(_file: SubsidyFile, { lines }: SubsidyFacts, { body }: Act<DisentitleBody>): Verdict {
  const line = lineOf(lines, body, 'worker');
  if ('admitted' in line) return line;
  return line.paidOn === undefined
    ? admit()
    : refuse(
        'WRONG_STAGE',
        clause,
        `${named(body)}已于${chineseDate(line.paidOn)}发放，不能撤销；金额有误的请更正。`,
        'worker',
      );
}

/** 随时受理申请: at any time of the year; a refused one may apply again. */
function judgeApplications(file: SubsidyFile, { lines }: SubsidyFacts, { body, occurredOn }: Act<ApplyBody>): Verdict {
  const verdict = firstRefusal(body.applications, 'applications', (one, path) => {
    const line = lineOf(lines, one, `${path}.worker`);
    if ('admitted' in line) return line;
    if (line.appliedOn !== undefined && line.refusedOn === undefined)
      return refuse(
        'ALREADY_DONE',
        clause,
        `${named(one)}已于${chineseDate(line.appliedOn)}申请，不重复申请。`,
        `${path}.worker`,
      );
    if (one.by !== 'self' && one.proxy === undefined)
      return refuse('INVALID_INPUT', clause, '委托代办的应写明代办人（proxy）。', `${path}.proxy`);
    return undefined;
  });
  const late = verdict.admitted && occurredOn > lastDay(file);
  return late ? admit({ told: `已过${chineseDate(lastDay(file))}，本次申请照常受理，发放将记为逾期。` }) : verdict;
}

function judgeReview(file: SubsidyFile, { lines }: SubsidyFacts, { body, by }: Act<ReviewBody>): Verdict {
  return firstRefusal(body.decisions, 'decisions', (one, path) => {
    const line = refusePayer(file, by.office, one) ?? lineOf(lines, one, `${path}.worker`);
    if ('admitted' in line) return line;
    if (line.appliedOn === undefined)
      return refuse('WRONG_STAGE', clause, `${named(one)}尚未申请，不能审核。`, `${path}.worker`);
    if (line.approvedOn !== undefined || line.refusedOn !== undefined)
      return refuse('ALREADY_DONE', clause, `${named(one)}已审核。`, `${path}.worker`);
    return one.approved || (one.reason ?? '').length >= 2
      ? undefined
      : refuse('INVALID_INPUT', clause, '审核不通过的应写明理由（reason）。', `${path}.reason`);
  });
}

function judgePayments(
  file: SubsidyFile,
  { lines, settings }: SubsidyFacts,
  { body, by, occurredOn }: Act<PayBody>,
): Verdict {
  const verdict = firstRefusal(body.payments, 'payments', (one, path) => {
    const line = refusePayer(file, by.office, one) ?? lineOf(lines, one, `${path}.worker`);
    if ('admitted' in line) return line;
    if (line.approvedOn === undefined)
      return refuse('WRONG_STAGE', clause, `${named(one)}尚未审核通过，不能发放。`, `${path}.worker`);
    if (line.paidOn !== undefined)
      return refuse(
        'ALREADY_DONE',
        clause,
        `${named(one)}已于${chineseDate(line.paidOn)}发放，不重复发放。`,
        `${path}.worker`,
      );
    return refuseAmount(one.yuan, settings.subsidyMostYuan, `${path}.yuan`);
  });
  const late = verdict.admitted && occurredOn > lastDay(file);
  return late ? admit({ told: `应于${chineseDate(lastDay(file))}前发放到位，本次发放记为逾期。` }) : verdict;
}

function judgeCorrection(
  file: SubsidyFile,
  { lines, settings }: SubsidyFacts,
  { body, by }: Act<CorrectPaymentBody>,
): Verdict {
  const line = refusePayer(file, by.office, body) ?? lineOf(lines, body, 'worker');
  if ('admitted' in line) return line;
  if (line.paidOn === undefined) return refuse('WRONG_STAGE', clause, `${named(body)}尚未发放，无需更正。`, 'worker');
  return refuseAmount(body.yuan, settings.subsidyMostYuan, 'yuan') ?? admit();
}

const refuseAmount = (yuan: number, most: number, field: string): Refusal | undefined =>
  yuan > 0 && yuan <= most
    ? undefined
    : refuse('OUT_OF_RANGE', clause, `金额应大于0、不超过${most}元，收到的是${yuan}元。`, field);

/** 乡村振兴部门 for transport, 人社部门 for 稳岗补助. */
function refusePayer({ opening }: SubsidyFile, office: string, { kind }: Claim): Refusal | undefined {
  const payer = payerOf(kind, opening.township);
  return office === payer
    ? undefined
    : refuse(
        'NOT_ALLOWED',
        'A-4.3',
        `${subsidyKinds[kind].name}应由${payer}审核发放，当前单位是${officeKindName(office)}。`,
      );
}

function lineOf(lines: ReadonlyMap<string, SubsidyLine>, claim: Claim, field: string): SubsidyLine | Refusal {
  const line = lines.get(keyOf(claim));
  if (line === undefined || line.withdrawnOn !== undefined)
    return refuse('UNKNOWN_SUBJECT', clause, `应享受名单中没有${named(claim)}，请核对编号或先列入名单。`, field);
  return line;
}

const named = ({ worker, kind }: Claim): string => `〔${worker}〕的${subsidyKinds[kind].name}`;

/** A list is taken whole or not at all; nobody twice in it. */
function firstRefusal<One extends Claim>(
  list: readonly One[],
  field: string,
  judge: (one: One, path: string) => Refusal | undefined,
): Verdict {
  for (const [index, one] of list.entries()) {
    const path = `${field}.${index}`;
    const isTwice = list.findIndex((other) => keyOf(other) === keyOf(one)) !== index;
    const refusal = isTwice
      ? refuse('INVALID_INPUT', clause, `同一人同一项只列一次，${named(one)}出现了不止一次。`, `${path}.worker`)
      : judge(one, path);
    if (refusal !== undefined) return refusal;
  }
  return admit({ answer: { lines: list.length } });
}
