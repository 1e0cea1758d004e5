import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, type DayBound, type Saying, type Situation } from '../../case/operation';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import type { Listing, ListingFacts } from './listing-facts';
import { findingOf, type ListedProblem } from './listing-problems';
import { verifierNames } from './listing-verifiers';
import { isOfRound, type Round } from './listing-rounds';

const clause = 'A-3.7';
type Now = Situation<Listing>;

/** Clause: acceptance of problem rectification and of policy implementation, from the end of the half-year. */
export const acceptanceOfRound = {
  when: [
    condition<Now>('CONDITIONS_NOT_MET', ({ facts, today }) =>
      lastHeld(facts) !== undefined || isDecidable(facts, today) ? undefined : undecidable(facts, today),
    ),
  ],
  /** What was concluded before may be said again, for its own days. */
  since: ({ facts }: Now): DayBound | undefined =>
    lastHeld(facts) === undefined
      ? {
          on: facts.current.acceptanceFrom,
          what: '挂牌周期届满之日',
          why: acceptanceWords(facts.current),
          code: 'TOO_EARLY',
        }
      : undefined,
  judge: ({ facts, body: { passed }, on }: Saying<Listing, 'acceptance'>): Admission | FieldRefusal => {
    const held = facts.rounds.find(({ acceptance }) => acceptance !== undefined && on <= acceptance.on);
    if (held !== undefined) return repeated(held, passed);
    return (
      refuseTooEarly(facts.current, on, 'occurredOn') ??
      refuseUnexamined(facts, facts.current, on, 'occurredOn') ??
      refuseVerdict(facts, facts.current, { on, passed }) ??
      admit()
    );
  },
};

const lastHeld = ({ rounds }: ListingFacts): Round | undefined =>
  rounds.findLast(({ acceptance }) => acceptance !== undefined);

const acceptanceWords = ({ round, from, acceptanceFrom }: Round): string =>
  `第${round}轮挂牌自${chineseDate(from)}起，满挂牌周期之日（${chineseDate(acceptanceFrom)}）起方可摘牌验收`;

function repeated({ round, acceptance }: Round, passed: boolean): Admission | FieldRefusal {
  const on = chineseDate(acceptance?.on ?? '');
  if (acceptance?.passed === passed)
    return admit({ keep: false, told: `第${round}轮摘牌验收已于${on}办结，本次登记作为补充记录。` });
  return refuse(
    'ALREADY_DONE',
    clause,
    `第${round}轮摘牌验收已于${on}作出结论（${passed ? '未通过' : '通过'}），收到的是相反结论；确需改变的，请办理验收更正。`,
    'passed',
  );
}

export function refuseTooEarly(round: Round, on: CivilDate, field: string): FieldRefusal | undefined {
  if (on >= round.acceptanceFrom) return undefined;
  return refuse('TOO_EARLY', clause, `${acceptanceWords(round)}，收到的验收日期是${chineseDate(on)}。`, field);
}

/** Is there a day from the end of the half-year until today on which one of the two verdicts could be given? Before that end the days decide. */
function isDecidable(facts: ListingFacts, today: CivilDate): boolean {
  const { current, problems, policyFindings } = facts;
  const said = [...problems.flatMap(({ verifications }) => verifications), ...policyFindings].map(({ on }) => on);
  const days = [current.acceptanceFrom, ...problems.map(({ listedOn }) => listedOn), ...said, today];
  return (
    today < current.acceptanceFrom ||
    days.some((on) => on >= current.acceptanceFrom && on <= today && whyUndecided(facts, on) === undefined)
  );
}

const undecidable = (facts: ListingFacts, today: CivilDate): string => `${whyUndecided(facts, today) ?? ''}。`;

/** Why neither verdict could be given on a day. */
function whyUndecided(facts: ListingFacts, on: CivilDate): string | undefined {
  const { current } = facts;
  return (
    unexaminedWords(facts, current, on) ??
    (namedAs('unrectified', facts, current, on) === '' && policyOf(facts, current, on) === undefined
      ? '问题已全部核查到位，本轮政策落实情况尚未认定：既不能通过验收，也没有可据以不通过的否定认定'
      : undefined)
  );
}

const foundAs = (
  finding: ReturnType<typeof findingOf>,
  { problems }: ListingFacts,
  round: Round,
  on: CivilDate,
): ListedProblem[] => problems.filter((problem) => problem.listedOn <= on && findingOf(problem, round, on) === finding);

const namedAs = (...asked: Parameters<typeof foundAs>): string =>
  foundAs(...asked)
    .map(({ id }) => id)
    .join('、');

const policyOf = ({ policyFindings }: ListingFacts, round: Round, on: CivilDate): boolean | undefined =>
  policyFindings.filter((finding) => isOfRound(round, finding.on) && finding.on <= on).at(-1)?.positive;

function unexaminedWords(facts: ListingFacts, round: Round, on: CivilDate): string | undefined {
  const unexamined = foundAs('unexamined', facts, round, on);
  return unexamined.length === 0
    ? undefined
    : `问题清单中${byVerifier(unexamined, on)}在本轮既未核查销号、也未核查认定整改不到位；应逐项核查后再作验收结论（通过或不通过）`;
}

/** P1、P2（由市级巩固衔接办核查）. */
function byVerifier(problems: readonly ListedProblem[], on: CivilDate): string {
  const names = [...new Set(problems.map((problem) => verifierNames(problem, on)))];
  const of = (name: string) => problems.filter((problem) => verifierNames(problem, on) === name).map(({ id }) => id);
  return names.map((name) => `${of(name).join('、')}（由${name}核查）`).join('、');
}

export function refuseUnexamined(
  facts: ListingFacts,
  round: Round,
  on: CivilDate,
  field: string,
): FieldRefusal | undefined {
  const words = unexaminedWords(facts, round, on);
  return words === undefined ? undefined : refuse('CONDITIONS_NOT_MET', clause, `${words}。`, field);
}

/** What stands against this verdict on that day. */
export function refuseVerdict(
  facts: ListingFacts,
  round: Round,
  { on, passed }: { on: CivilDate; passed: boolean },
): FieldRefusal | undefined {
  const unrectified = namedAs('unrectified', facts, round, on);
  const policy = policyOf(facts, round, on);
  const why = passed ? againstPass(unrectified, policy) : againstFail(unrectified, policy);
  return why === undefined ? undefined : refuse('CONDITIONS_NOT_MET', clause, why, 'passed');
}

function againstPass(unrectified: string, policy: boolean | undefined): string | undefined {
  if (unrectified !== '') return `通过验收要求问题全部整改并核查到位，${unrectified}经核查整改不到位。`;
  if (policy === true) return undefined;
  return `通过验收要求本轮政策落实情况认定为到位，目前${policy === false ? '认定为不到位' : '尚未认定'}。`;
}

const againstFail = (unrectified: string, policy: boolean | undefined): string | undefined =>
  unrectified !== '' || policy === false
    ? undefined
    : '不通过验收应至少有一项否定认定（问题整改不到位或政策落实不到位），目前没有。';
