import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, type Saying, type Situation } from '../../case/operation';
import { chineseDate } from '../../dates/civil-date';
import { refuseTooEarly, refuseUnexamined, refuseVerdict } from './listing-acceptance';
import type { CorrectAcceptanceBody } from './listing-acts';
import { readListing, type Listing, type ListingFacts } from './listing-facts';
import type { Acceptance } from './listing-rounds';

const clause = 'A-3.7';

export const hasAcceptance = condition<Situation<Listing>>('UNKNOWN_SUBJECT', ({ facts: { rounds } }) =>
  rounds.some(({ acceptance }) => acceptance !== undefined) ? undefined : '目前尚无摘牌验收登记，无可更正。',
);

/** Clause: a corrected verdict or date must itself meet the conditions, and leave later acceptances their half-year. */
export function judgeCorrection(saying: Saying<Listing, 'correctAcceptance'>): Admission | FieldRefusal {
  const { facts, body, today } = saying;
  const before = acceptanceOf(facts, body.round);
  if (before === undefined) return noAcceptance(body.round);
  if (body.passed === undefined && body.correctedDate === undefined) {
    return refuse(
      'INVALID_INPUT',
      clause,
      '更正摘牌验收应写明更正后的结论（passed）或验收日期（correctedDate），两项均未收到。',
      'passed',
    );
  }
  if (body.correctedDate !== undefined && body.correctedDate > today) {
    return refuse(
      'FUTURE_DATE',
      clause,
      `更正后的验收日期应不晚于${chineseDate(today)}，收到的是${chineseDate(body.correctedDate)}。`,
      'correctedDate',
    );
  }
  return judgeCorrected(correctedFacts(saying), body, before);
}

function judgeCorrected(
  facts: ListingFacts,
  { round: number, correctedDate }: CorrectAcceptanceBody,
  before: Acceptance,
): Admission | FieldRefusal {
  for (const round of facts.rounds) {
    const refusal =
      round.acceptance === undefined ? undefined : refuseTooEarly(round, round.acceptance.on, 'correctedDate');
    if (refusal !== undefined) return refusal;
  }
  const corrected = facts.rounds.find(({ round }) => round === number);
  const after = corrected?.acceptance;
  if (corrected === undefined || after === undefined) return noAcceptance(number);
  if (after.on === before.on && after.passed === before.passed)
    return admit({ keep: false, told: '更正内容与现有登记一致，本次登记作为补充记录。' });
  const told = `更正后第${number}轮通过验收，其后的再次挂牌和由其启动的问责程序一并撤回。`;
  return (
    refuseUnexamined(facts, corrected, after.on, correctedDate === undefined ? 'passed' : 'correctedDate') ??
    refuseVerdict(facts, corrected, after) ??
    admit(after.passed ? { told } : {})
  );
}

const acceptanceOf = ({ rounds }: ListingFacts, number: number): Acceptance | undefined =>
  rounds.find(({ round }) => round === number)?.acceptance;

const noAcceptance = (round: number): FieldRefusal =>
  refuse('UNKNOWN_SUBJECT', clause, `第${round}轮挂牌尚无摘牌验收登记，无可更正。`, 'round');

/** The listing as it would be with the correction. */
function correctedFacts({ file, act }: Saying<Listing, 'correctAcceptance'>): ListingFacts {
  const sequence = Math.max(0, ...file.acts.map((one) => one.sequence)) + 1;
  const correction = { ...act, operation: 'correctAcceptance' as const, sequence, recordedAt: '' };
  return readListing({ ...file, acts: [...file.acts, correction] });
}
