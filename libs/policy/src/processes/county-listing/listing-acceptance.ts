import type { Act, CaseFile } from '../../case/case';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import type { AcceptanceBody, CorrectAcceptanceBody, ListingOpening } from './listing-acts';
import { readListing, type ListingFacts } from './listing-facts';
import { findingOf } from './listing-problems';
import { isOfRound, readRounds, type Round } from './listing-rounds';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';

/** Clause: acceptance of problem rectification and of policy implementation, from the end of the half-year. */
export function judgeAcceptance(file: CaseFile<ListingOpening>, act: Act): Verdict {
  const { passed } = act.body as AcceptanceBody;
  const facts = readListing(file);
  const held = facts.rounds.find((round) => round.acceptance !== undefined && act.occurredOn <= round.acceptance.on);
  if (held !== undefined) return repeated(held, passed);
  return (
    refuseTooEarly(facts.current, act.occurredOn) ??
    refuseWithoutFindings(facts, facts.current, passed, act.occurredOn) ??
    admit()
  );
}

/** Clause: a corrected verdict or date must itself meet the conditions, and leave later acceptances their half-year. */
export function judgeCorrection(file: CaseFile<ListingOpening>, act: Act, today: CivilDate): Verdict {
  const body = act.body as CorrectAcceptanceBody;
  const before = readRounds(file).rounds.find(({ round }) => round === body.round)?.acceptance;
  if (before === undefined)
    return refuse('UNKNOWN_SUBJECT', 'A-3.7', `第${body.round}轮挂牌尚无摘牌验收登记，无可更正。`, 'round');
  if (body.passed === undefined && body.correctedDate === undefined) {
    return refuse(
      'INVALID_INPUT',
      'A-3.7',
      '更正摘牌验收应写明更正后的结论（passed）或验收日期（correctedDate），两项均未收到。',
    );
  }
  if (body.correctedDate !== undefined && body.correctedDate > today) {
    return refuse(
      'FUTURE_DATE',
      'A-3.7',
      `更正后的验收日期应不晚于${chineseDate(today)}，收到的是${chineseDate(body.correctedDate)}。`,
      'correctedDate',
    );
  }
  return judgeCorrected(withAct(file, act), body.round, before);
}

function judgeCorrected(
  file: CaseFile<ListingOpening>,
  number: number,
  before: { on: CivilDate; passed: boolean },
): Verdict {
  const facts = readListing(file);
  for (const round of facts.rounds) {
    const refusal =
      round.acceptance === undefined ? undefined : refuseTooEarly(round, round.acceptance.on, 'correctedDate');
    if (refusal !== undefined) return refusal;
  }
  const corrected = facts.rounds.find(({ round }) => round === number);
  const after = corrected?.acceptance;
  if (corrected === undefined || after === undefined)
    return refuse('UNKNOWN_SUBJECT', 'A-3.7', `第${number}轮挂牌尚无摘牌验收登记，无可更正。`, 'round');
  if (after.on === before.on && after.passed === before.passed)
    return admit({ keep: false, told: '更正内容与现有登记一致，本次登记作为补充记录。' });
  const refusal = refuseWithoutFindings(facts, corrected, after.passed, after.on);
  return (
    refusal ??
    admit(after.passed ? { told: `更正后第${number}轮通过验收，其后的再次挂牌和由其启动的问责程序一并撤回。` } : {})
  );
}

function repeated(round: Round, passed: boolean): Verdict {
  const { acceptance } = round as { acceptance: { on: CivilDate; passed: boolean } };
  if (acceptance.passed === passed)
    return admit({
      keep: false,
      told: `第${round.round}轮摘牌验收已于${chineseDate(acceptance.on)}办结，本次登记作为补充记录。`,
    });
  return refuse(
    'ALREADY_DONE',
    'A-3.7',
    `第${round.round}轮摘牌验收已于${chineseDate(acceptance.on)}作出结论（${acceptance.passed ? '通过' : '未通过'}），收到的是相反结论；确需改变的，请办理验收更正。`,
    'passed',
  );
}

function refuseTooEarly(round: Round, on: CivilDate, field = 'occurredOn'): Refusal | undefined {
  if (on >= round.acceptanceFrom) return undefined;
  const detail = `第${round.round}轮挂牌自${chineseDate(round.from)}起，满挂牌周期之日（${chineseDate(round.acceptanceFrom)}）起方可摘牌验收，收到的验收日期是${chineseDate(on)}。`;
  return refuse('TOO_EARLY', 'A-3.7', detail, field);
}

function refuseWithoutFindings(facts: ListingFacts, round: Round, passed: boolean, on: CivilDate): Refusal | undefined {
  const named = (finding: ReturnType<typeof findingOf>): string =>
    facts.problems
      .filter((problem) => problem.listedOn <= on && findingOf(problem, round, on) === finding)
      .map(({ id }) => id)
      .join('、');
  const unexamined = named('unexamined');
  if (unexamined !== '') {
    return refuse(
      'CONDITIONS_NOT_MET',
      'A-3.7',
      `问题清单中${unexamined}在本轮既未核查销号、也未核查认定整改不到位；应逐项核查后再作验收结论（通过或不通过）。`,
    );
  }
  const unrectified = named('unrectified');
  const policy = facts.policyFindings
    .filter((finding) => isOfRound(round, finding.on) && finding.on <= on)
    .at(-1)?.positive;
  return passed ? refusePass(unrectified, policy) : refuseFail(unrectified, policy);
}

function refusePass(unrectified: string, policy: boolean | undefined): Refusal | undefined {
  if (unrectified !== '')
    return refuse(
      'CONDITIONS_NOT_MET',
      'A-3.7',
      `通过验收要求问题全部整改并核查到位，${unrectified}经核查整改不到位。`,
      'passed',
    );
  if (policy === true) return undefined;
  return refuse(
    'CONDITIONS_NOT_MET',
    'A-3.7',
    `通过验收要求本轮政策落实情况认定为到位，目前${policy === false ? '认定为不到位' : '尚未认定'}。`,
    'passed',
  );
}

function refuseFail(unrectified: string, policy: boolean | undefined): Refusal | undefined {
  if (unrectified !== '' || policy === false) return undefined;
  return refuse(
    'CONDITIONS_NOT_MET',
    'A-3.7',
    '不通过验收应至少有一项否定认定（问题整改不到位或政策落实不到位），目前没有。',
    'passed',
  );
}

const withAct = (file: CaseFile<ListingOpening>, act: Act): CaseFile<ListingOpening> => ({
  ...file,
  acts: [
    ...file.acts,
    { ...act, sequence: Math.max(0, ...file.acts.map(({ sequence }) => sequence)) + 1, recordedAt: '' },
  ],
});
