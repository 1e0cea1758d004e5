import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, type DayBound, type Saying, type Situation } from '../../case/operation';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import type { EliminationFindings } from './household-acts';
import {
  capacityOn,
  isDevelopment,
  isLongTermOn,
  isWatched,
  needsDevelopmentMeasure,
  type Dated,
  type Household,
  type HouseholdFacts,
} from './household-facts';
import { lastNewRiskOn, stableFrom } from './household-rounds';
import { supplementWords } from './household-steps';

type Now = Situation<Household>;

/** A condition of risk elimination that is not met; `field` where it hangs on what was found. */
interface Unmet {
  words: string;
  field?: keyof EliminationFindings;
}

/** Clauses and C-2.3: every condition of risk elimination that is not met on a day; empty when the risk is steadily gone. */
function unmetConditions(facts: HouseholdFacts, on: CivilDate, findings: EliminationFindings): Unmet[] {
  const { settings } = facts;
  const steadyFrom = stableFrom(facts, on);
  const found: [boolean, string, (keyof EliminationFindings)?][] = [
    [isLongTermOn(facts, on), '整户无劳动能力，应长期跟踪监测'],
    [
      steadyFrom === undefined,
      lastNewRiskOn(facts, on) === undefined ? '帮扶措施尚未落实' : '针对新的风险的帮扶措施尚未落实',
    ],
    [lacksDevelopmentMeasure(facts, on), '有劳动能力且有意愿，尚未落实开发式帮扶措施'],
    [
      findings.incomePerHeadYuan < settings.guidelineYuan,
      `人均收入低于监测范围指导线 ${settings.guidelineYuan} 元`,
      'incomePerHeadYuan',
    ],
    [!findings.threeGuaranteesSafe, '“三保障”存在问题', 'threeGuaranteesSafe'],
    [!findings.waterSafe, '饮水安全存在问题', 'waterSafe'],
    [!findings.rigidSpendingSolved, '刚性支出问题尚未解决', 'rigidSpendingSolved'],
    [
      steadyFrom !== undefined && on < steadyFrom,
      `措施落实后稳定未满 ${settings.stableMonths} 个月（${chineseDate(steadyFrom ?? on)}起方满）`,
    ],
  ];
  return found.flatMap(([isUnmet, words, field]) =>
    isUnmet ? [field === undefined ? { words } : { words, field }] : [],
  );
}

/** Findings that stand against nothing: what is left is the state of the household. */
const nothingAmiss = ({ settings }: HouseholdFacts): EliminationFindings => ({
  incomePerHeadYuan: settings.guidelineYuan,
  threeGuaranteesSafe: true,
  waterSafe: true,
  rigidSpendingSolved: true,
});

export const identifiedForElimination = condition<Now>(
  'WRONG_STAGE',
  ({ facts: { steps } }) => (steps.identified === undefined ? '该户尚未认定为监测对象，不能办理风险消除。' : undefined),
  'A-2.1',
);

/** Clause C-2.3: a stationed cadre may not sign while conditions are not met. The attempt itself is recorded and answered. */
export function judgeSignature({ facts, body, on }: Saying<Household, 'signElimination'>): Admission {
  const reasons = unmetConditions(facts, on, body).map(({ words }) => words);
  if (reasons.length > 0) {
    return admit({
      keep: false,
      told: `达不到风险消除条件，不得签字，已记录：${reasons.join('；')}。`,
      answer: { signed: 'refused', reasons },
    });
  }
  const answer = { signed: 'signed', reasons: [] };
  const standing = signatureInForce(facts, on);
  if (standing !== undefined) return admit({ keep: false, told: supplementWords(standing), answer });
  return admit(
    isWatched(facts) ? { answer, told: '该户属重点关注户，县级审批前须由签字人以外的人员进行二次核查。' } : { answer },
  );
}

/** Clause: serious illness, disability and new subsistence allowance are checked again by somebody else than whoever signed. */
export const notBySigner = condition<Now>('NOT_ALLOWED', ({ facts, by: { person } }) =>
  person !== undefined && signaturesInForce(facts).some(({ by }) => by.person === person)
    ? '二次核查须由签字提出人以外的人员进行，收到的核查人与签字人相同。'
    : undefined,
);

export const measuresInPlace = condition<Now>('WRONG_STAGE', ({ facts: { steps } }) =>
  steps.measures === undefined ? '帮扶措施尚未落实，不能登记风险消除二次核查。' : undefined,
);

/** Clause: the township checks a signed elimination before the county approves it, as for identification. */
export const signedCheck = {
  when: [
    condition<Now>(
      'WRONG_STAGE',
      ({ facts }) =>
        signaturesInForce(facts).length > 0
          ? undefined
          : '须先有驻村干部签字同意风险消除，再由乡镇核查；目前没有有效签字。',
      'C-2.3',
    ),
  ],
  since: ({ facts }: Now): DayBound | undefined => {
    const first = signaturesInForce(facts)[0];
    return first && { on: first.on, what: '驻村干部签字之日', code: 'WRONG_STAGE', clause: 'C-2.3' };
  },
  supplements: ({ facts, on }: Now & { on: CivilDate }): string | undefined => {
    const done = checkFor(facts, on);
    return done && supplementWords(done);
  },
};

/** How an elimination stands on a day, whatever may be found by then. */
interface Standing {
  reasons: readonly string[];
  signature: Dated<EliminationFindings> | undefined;
  isChecked: boolean;
}

function standingOn(facts: HouseholdFacts, on: CivilDate): Standing {
  const unmet = unmetConditions(facts, on, nothingAmiss(facts)).map(({ words }) => words);
  return {
    reasons: [...unmet, ...secondCheckMissing(facts, on)],
    signature: signatureInForce(facts, on),
    isChecked: checkFor(facts, on) !== undefined,
  };
}

/** The first day on which nothing but what is found stands against the approval; it changes only on a day something happened. */
function firstReadyDay(facts: HouseholdFacts, today: CivilDate): CivilDate | undefined {
  const { capacities, inPlace, signatures, secondChecks, eliminationChecks } = facts;
  const days = [...capacities, ...inPlace, ...signatures, ...secondChecks, ...eliminationChecks].map(({ on }) => on);
  return [...days.filter((day) => day <= today), today].sort().find((day) => {
    const { reasons, isChecked } = standingOn(facts, day);
    return reasons.length === 0 && isChecked;
  });
}

/** Unless there is such a day: why there is none by now. */
const unlessReady =
  (why: (standing: Standing) => string | undefined) =>
  ({ facts, today }: Now): string | undefined =>
    firstReadyDay(facts, today) === undefined ? why(standingOn(facts, today)) : undefined;

const notMet = (reasons: readonly string[]): string => `达不到风险消除条件：${reasons.join('；')}。`;
const notSigned = '须先有驻村干部签字同意风险消除，目前没有有效签字。';
const notChecked = '签字之后须经乡镇核查，再由县级审批；目前没有乡镇核查记录。';

/** Clauses and C-2.3: the county approves the elimination when every condition is met and village and township agree. */
export const approval = {
  when: [
    identifiedForElimination,
    condition<Now>(
      'CONDITIONS_NOT_MET',
      unlessReady(({ reasons }) => (reasons.length > 0 ? notMet(reasons) : undefined)),
    ),
    condition<Now>(
      'WRONG_STAGE',
      unlessReady(({ signature }) => (signature === undefined ? notSigned : undefined)),
      'C-2.3',
    ),
    condition<Now>(
      'WRONG_STAGE',
      unlessReady(({ isChecked }) => (isChecked ? undefined : notChecked)),
    ),
  ],
  since: ({ facts, today }: Now): DayBound | undefined => {
    const on = firstReadyDay(facts, today);
    return on === undefined ? undefined : { on, what: '达到风险消除条件且签字、核查齐备之日', code: 'TOO_EARLY' };
  },
  judge: ({ facts, body, on }: Saying<Household, 'eliminate'>): Admission | FieldRefusal => {
    const unmet: Unmet[] = [
      ...unmetConditions(facts, on, body),
      ...secondCheckMissing(facts, on).map((words) => ({ words })),
    ];
    const field = unmet.find((one) => one.field !== undefined)?.field ?? 'occurredOn';
    const reasons = unmet.map(({ words }) => words);
    if (reasons.length > 0) return refuse('CONDITIONS_NOT_MET', 'A-2.1', notMet(reasons), field);
    return checkFor(facts, on) === undefined ? refuse('WRONG_STAGE', 'A-2.1', notChecked, 'occurredOn') : admit();
  },
};

/** Clause C-2.3: signatures that carry an elimination: conditions were met on their day by what is known now. */
const signaturesInForce = (facts: HouseholdFacts): Dated<EliminationFindings>[] =>
  facts.signatures.filter((signature) => unmetConditions(facts, signature.on, signature.body).length === 0);

/** Clause C-2.3: the last of them up to a day, and since the last new risk. */
export const signatureInForce = (facts: HouseholdFacts, on: CivilDate): Dated<EliminationFindings> | undefined =>
  signaturesInForce(facts)
    .filter((signature) => signature.on <= on && signature.on >= (lastNewRiskOn(facts, on) ?? signature.on))
    .at(-1);

const lacksDevelopmentMeasure = (facts: HouseholdFacts, on: CivilDate): boolean =>
  needsDevelopmentMeasure(capacityOn(facts, on)) &&
  !facts.inPlace.some((measure) => isDevelopment(facts, measure) && measure.on <= on);

function secondCheckMissing(facts: HouseholdFacts, on: CivilDate): string[] {
  if (!isWatched(facts)) return [];
  const signer = signatureInForce(facts, on)?.by.person;
  const last = facts.secondChecks.filter((check) => check.on <= on && check.by.person !== signer).at(-1);
  if (last === undefined) return ['大病、残疾、新增低保户缺少签字人以外人员的二次核查'];
  return last.body.confirmed ? [] : ['二次核查认为风险尚未稳定消除'];
}

/** The township's check of the signature in force on a day, up to that day. */
function checkFor(facts: HouseholdFacts, on: CivilDate): Dated<unknown> | undefined {
  const signature = signatureInForce(facts, on);
  if (signature === undefined) return undefined;
  return facts.eliminationChecks.find((check) => check.on >= signature.on && check.on <= on);
}
