import { refuse, type FieldRefusal } from '../../base/verdict';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import { subsidyKinds, type Claim } from './subsidy-acts';
import {
  lastDay,
  lineUnder,
  payableUntil,
  type SubsidyFacts,
  type SubsidyFile,
  type SubsidyLine,
} from './subsidy-facts';

const clause = 'B-2.3.4';

/** 〔W1〕的一次性交通补贴. */
export const named = ({ worker, kind }: Claim): string => `〔${worker}〕的${subsidyKinds[kind].name}`;

/** [D subsidy-payment]: nothing is paid before it was applied for and approved. */
export function refuseEarly(
  claim: Claim,
  { appliedOn = '', approvedOn = '' }: SubsidyLine,
  on: CivilDate,
): FieldRefusal | undefined {
  if (on >= appliedOn && on >= approvedOn) return undefined;
  const [what, day] = on < appliedOn && appliedOn > approvedOn ? ['申请', appliedOn] : ['审核通过', approvedOn];
  const words = `${named(claim)}于${chineseDate(day)}${what}，发放应不早于该日，收到的是${chineseDate(on)}。`;
  return refuse('TOO_EARLY', clause, words, 'occurredOn');
}

/** [D subsidy-payment]: a late payment is taken and said to be late. */
export function lateWords(
  file: SubsidyFile,
  facts: SubsidyFacts,
  { payments, on }: { payments: readonly Claim[]; on: CivilDate },
): string | undefined {
  const dues = payments.flatMap((one) => {
    const line = lineUnder(facts, one);
    return line === undefined ? [] : [payableUntil(line, lastDay(file), facts.settings)];
  });
  const [first] = dues.filter((due) => on > due).sort();
  return first === undefined ? undefined : `应于${chineseDate(first)}前发放到位，本次发放记为逾期。`;
}

/** A subsidy is more than nothing, and no absurd amount. */
export function refuseAmount(yuan: number, { settings }: SubsidyFacts, field: string): FieldRefusal | undefined {
  const most = settings.subsidyMostYuan;
  const words = `金额应大于0、不超过${most}元，收到的是${yuan}元。`;
  return yuan > 0 && yuan <= most ? undefined : refuse('OUT_OF_RANGE', clause, words, field);
}
