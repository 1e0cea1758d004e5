import type { Act } from '../../case/case';
import { addMonths, chineseDate, type CivilDate } from '../../dates/civil-date';
import type { EliminationFindings, SecondCheckBody } from './household-acts';
import {
  capacityOn,
  isLongTermOn,
  isWatched,
  needsDevelopmentMeasure,
  type Dated,
  type HouseholdFacts,
} from './household-facts';
import { supplement } from './household-steps';
import type { Settings } from '../../settings/policy-set';
import { admit, refuse, type Verdict } from '../../base/verdict';

/** Clauses and C-2.3: every condition of risk elimination that is not met on a day; empty when the risk is steadily gone. */
export function unmetConditions(
  facts: HouseholdFacts,
  settings: Settings,
  on: CivilDate,
  findings: EliminationFindings,
): string[] {
  const measuresOn = facts.steps.measures?.on;
  const stableFrom =
    measuresOn === undefined || measuresOn > on ? undefined : addMonths(measuresOn, settings.stableMonths);
  const found: [boolean, string][] = [
    [isLongTermOn(facts, on), '整户无劳动能力，应长期跟踪监测'],
    [stableFrom === undefined, '帮扶措施尚未落实'],
    [lacksDevelopmentMeasure(facts, on), '有劳动能力且有意愿，尚未落实开发式帮扶措施'],
    [findings.incomePerHeadYuan < settings.guidelineYuan, `人均收入低于监测范围指导线 ${settings.guidelineYuan} 元`],
    [!findings.threeGuaranteesSafe, '“三保障”存在问题'],
    [!findings.waterSafe, '饮水安全存在问题'],
    [!findings.rigidSpendingSolved, '刚性支出问题尚未解决'],
    [
      stableFrom !== undefined && on < stableFrom,
      `措施落实后稳定未满 ${settings.stableMonths} 个月（${chineseDate(stableFrom ?? on)}起方满）`,
    ],
  ];
  return found.filter(([isUnmet]) => isUnmet).map(([, reason]) => reason);
}

/** Clause C-2.3: a stationed cadre may not sign while conditions are not met. The attempt itself is recorded and answered. */
export function judgeSignature(facts: HouseholdFacts, settings: Settings, act: Act<EliminationFindings>): Verdict {
  const early = identifiedBefore(facts, act);
  if (early !== undefined) return early;
  if (act.by.person === undefined)
    return refuse('INVALID_INPUT', 'C-2.3', '签字须注明签字人编号，提交内容中没有。', 'person');
  const reasons = unmetConditions(facts, settings, act.occurredOn, act.body);
  if (reasons.length > 0) {
    return admit({
      keep: false,
      told: `达不到风险消除条件，不得签字，已记录：${reasons.join('；')}。`,
      answer: { signed: 'refused', reasons },
    });
  }
  const answer = { signed: 'signed', reasons: [] };
  const standing = signatureInForce(facts, settings, act.occurredOn);
  if (standing !== undefined) return { ...supplement(standing), answer };
  return admit(
    isWatched(facts) ? { answer, told: '该户属重点关注户，县级审批前须由签字人以外的人员进行二次核查。' } : { answer },
  );
}

/** Clause: serious illness, disability and new subsistence allowance are checked again by somebody else. */
export function judgeSecondCheck(facts: HouseholdFacts, settings: Settings, act: Act<SecondCheckBody>): Verdict {
  const early = identifiedBefore(facts, act);
  if (early !== undefined) return early;
  const measures = facts.steps.measures;
  if (measures === undefined) return refuse('WRONG_STAGE', 'A-2.1', '帮扶措施尚未落实，不能登记风险消除二次核查。');
  if (act.occurredOn < measures.on)
    return refuse(
      'TOO_EARLY',
      'A-2.1',
      `二次核查不得早于措施落实之日 ${measures.on}，收到的是 ${act.occurredOn}。`,
      'occurredOn',
    );
  if (act.by.person === undefined)
    return refuse('INVALID_INPUT', 'A-2.1', '二次核查须注明核查人编号，提交内容中没有。', 'person');
  if (signatureInForce(facts, settings, act.occurredOn)?.by.person === act.by.person) {
    return refuse('NOT_ALLOWED', 'A-2.1', '二次核查须由签字提出人以外的人员进行，收到的核查人与签字人相同。', 'person');
  }
  return admit();
}

/** Clause: the township checks a signed elimination before the county approves it, as for identification. */
export function judgeEliminationCheck(facts: HouseholdFacts, settings: Settings, act: Act): Verdict {
  const signature = signatureInForce(facts, settings, act.occurredOn);
  if (signature === undefined)
    return refuse('WRONG_STAGE', 'C-2.3', '须先有驻村干部签字同意风险消除，再由乡镇核查；目前没有有效签字。');
  const done = checkAfter(facts, signature, act.occurredOn);
  return done === undefined ? admit() : supplement(done);
}

/** Clauses and C-2.3: the county approves the elimination when every condition is met and village and township agree. */
export function judgeElimination(facts: HouseholdFacts, settings: Settings, act: Act<EliminationFindings>): Verdict {
  const early = identifiedBefore(facts, act);
  if (early !== undefined) return early;
  const signature = signatureInForce(facts, settings, act.occurredOn);
  const reasons = [
    ...unmetConditions(facts, settings, act.occurredOn, act.body),
    ...secondCheckMissing(facts, signature, act.occurredOn),
  ];
  if (reasons.length > 0) return refuse('CONDITIONS_NOT_MET', 'A-2.1', `达不到风险消除条件：${reasons.join('；')}。`);
  if (signature === undefined)
    return refuse('WRONG_STAGE', 'C-2.3', '须先有驻村干部签字同意风险消除，目前没有有效签字。');
  if (checkAfter(facts, signature, act.occurredOn) === undefined)
    return refuse('WRONG_STAGE', 'A-2.1', '签字之后须经乡镇核查，再由县级审批；目前没有乡镇核查记录。');
  return admit();
}

/** Clause C-2.3: the signature that carries an elimination: conditions were met on its day by what is known now. */
export const signatureInForce = (
  facts: HouseholdFacts,
  settings: Settings,
  on: CivilDate,
): Dated<EliminationFindings> | undefined =>
  facts.signatures
    .filter(
      (signature) => signature.on <= on && unmetConditions(facts, settings, signature.on, signature.body).length === 0,
    )
    .at(-1);

const lacksDevelopmentMeasure = (facts: HouseholdFacts, on: CivilDate): boolean =>
  needsDevelopmentMeasure(capacityOn(facts, on)) &&
  !facts.inPlace.some((measure) => measure.kind === 'development' && measure.on <= on);

function secondCheckMissing(
  facts: HouseholdFacts,
  signature: Dated<EliminationFindings> | undefined,
  on: CivilDate,
): string[] {
  if (!isWatched(facts)) return [];
  const byOthers = facts.secondChecks.filter((check) => check.on <= on && check.by.person !== signature?.by.person);
  const last = byOthers.at(-1);
  if (last === undefined) return ['大病、残疾、新增低保户缺少签字人以外人员的二次核查'];
  return last.body.confirmed ? [] : ['二次核查认为风险尚未稳定消除'];
}

const checkAfter = (facts: HouseholdFacts, signature: Dated<unknown>, on: CivilDate): Dated<unknown> | undefined =>
  facts.eliminationChecks.find((check) => check.on >= signature.on && check.on <= on);

function identifiedBefore(facts: HouseholdFacts, act: Act): Verdict | undefined {
  const identified = facts.steps.identified;
  if (identified === undefined) return refuse('WRONG_STAGE', 'A-2.1', '该户尚未认定为监测对象，不能办理风险消除。');
  if (act.occurredOn >= identified.on) return undefined;
  return refuse('TOO_EARLY', 'A-2.1', `不得早于认定之日 ${identified.on}，收到的是 ${act.occurredOn}。`, 'occurredOn');
}
