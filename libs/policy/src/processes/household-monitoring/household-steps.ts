import type { Act, Actor } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import type { ClauseId } from '../../base/clauses/clauses';
import {
  householdSteps,
  type HouseholdStep,
  type IdentifyBody,
  type LabourCapacity,
  type MeasuresBody,
} from './household-acts';
import { capacityOn, isLongTermOn, needsDevelopmentMeasure, type HouseholdFacts } from './household-facts';
import { officeKindName } from '../../base/office';
import type { Settings } from '../../settings/policy-set';
import { admit, refuse, type Admission, type Refusal, type Verdict } from '../../base/verdict';

/** Clause: the steps that follow one another; each needs the one before it, and is never dated before it. */
export const stepsInOrder = [
  'reported',
  'village-reviewed',
  'township-checked',
  'identified',
  'planned',
  'measures',
] as const satisfies HouseholdStep[];

/** Clause: village review, township check and help plan: a step in its place. */
export const judgeStep = (step: HouseholdStep, facts: HouseholdFacts, act: Act): Verdict =>
  repeated(step, facts) ?? outOfOrder(step, facts, act) ?? admit();

/** Clause: the county's identification, with the household's labour. Income above the guideline is told, not refused. */
export function judgeIdentification(facts: HouseholdFacts, settings: Settings, act: Act<IdentifyBody>): Verdict {
  const stopped =
    repeated('identified', facts) ?? contradictoryLabour(act.body) ?? outOfOrder('identified', facts, act);
  if (stopped !== undefined) return stopped;
  const { incomePerHeadYuan = 0 } = act.body;
  if (incomePerHeadYuan <= settings.guidelineYuan) return admit();
  return admit({
    told: `人均收入高于监测范围指导线 ${settings.guidelineYuan} 元；指导线是基本依据，已按综合研判结果认定。`,
  });
}

/** Clause: no risk found; only before identification. */
export function judgeNotIncluding(facts: HouseholdFacts, act: Act): Verdict {
  if (facts.steps.identified !== undefined) {
    return refuse(
      'WRONG_STAGE',
      'A-2.1',
      `该户已于 ${facts.steps.identified.on} 认定为监测对象，不能再不予纳入；风险消除须履行退出程序。`,
    );
  }
  return notBefore('A-2.1', '收到线索', facts.reportedOn, act) ?? admit();
}

/** Clauses and B-3.2: labour with a wish to work must get a development measure; other things missing are asked for. */
export function judgeMeasures(facts: HouseholdFacts, act: Act<MeasuresBody>): Verdict {
  const late = outOfOrder('measures', facts, act);
  if (late !== undefined) return late;
  const capacity = capacityOn(facts, act.occurredOn);
  const measures = [...facts.inPlace, ...act.body.measures];
  const hasDevelopment = measures.some(({ kind }) => kind === 'development');
  if (needsDevelopmentMeasure(capacity) && !hasDevelopment) {
    return refuse(
      'CONDITIONS_NOT_MET',
      'B-3.2',
      '该户有劳动能力且有就业意愿，至少须落实一项产业、就业等开发式帮扶措施；提交的措施中没有。',
      'measures',
    );
  }
  const again = repeated('measures', facts);
  if (again !== undefined && !addsToMeasures(facts, act.body)) return again;
  const asked = askedFor(facts, act.body, capacity, hasDevelopment);
  return asked.length === 0 ? admit() : admit({ told: asked.join('') });
}

/** Clause B-3.2: help at once; the earliest counts, later help is kept in the ledger only. */
export function judgeFirstHelp(facts: HouseholdFacts, act: Act): Verdict {
  if (facts.opening.greenChannel === null)
    return admit({ keep: false, told: '该户未启动绿色通道，本次登记作为帮扶记录。' });
  const done = facts.steps['first-help'];
  return done !== undefined && done.on <= act.occurredOn ? supplement(done) : admit();
}

/** Clause: six-monthly review of a household tracked long-term. */
export function judgeReview(facts: HouseholdFacts, act: Act): Verdict {
  if (!isLongTermOn(facts, act.occurredOn))
    return refuse(
      'WRONG_STAGE',
      'A-2.1',
      `该户在 ${act.occurredOn} 不属于长期跟踪监测的整户无劳动能力户，无须定期复核。`,
    );
  if (facts.reviewedOn.includes(act.occurredOn))
    return admit({ keep: false, told: `已于 ${act.occurredOn} 办结复核，本次登记作为补充记录。` });
  return admit();
}

/** Clause: a change of labour begins or lifts long-term tracking. */
export function judgeCapacityChange(facts: HouseholdFacts, act: Act<LabourCapacity>): Verdict {
  const identified = facts.steps.identified;
  if (identified === undefined)
    return refuse('WRONG_STAGE', 'A-2.1', '该户尚未认定为监测对象，劳动能力随认定一并登记。');
  return contradictoryLabour(act.body) ?? notBefore('A-2.1', '认定', identified.on, act) ?? admit();
}

/** Two officers did the same: the second is recorded in the ledger and told so. */
export const supplement = (done: { on: CivilDate; by: Actor }): Admission =>
  admit({ keep: false, told: `已于 ${done.on} 由${officeKindName(done.by.office)}办结，本次登记作为补充记录。` });

function repeated(step: HouseholdStep, facts: HouseholdFacts): Admission | undefined {
  const done = facts.steps[step];
  return done === undefined ? undefined : supplement(done);
}

function outOfOrder(step: HouseholdStep, facts: HouseholdFacts, act: Act): Refusal | undefined {
  const before = stepsInOrder[(stepsInOrder as readonly HouseholdStep[]).indexOf(step) - 1] ?? 'reported';
  const done = facts.steps[before];
  if (done === undefined)
    return refuse(
      'WRONG_STAGE',
      'A-2.1',
      `须先完成${householdSteps[before]}，再办理${householdSteps[step]}；目前没有${householdSteps[before]}记录。`,
    );
  return notBefore('A-2.1', householdSteps[before], done.on, act);
}

function notBefore(clause: ClauseId, what: string, on: CivilDate, act: Act): Refusal | undefined {
  if (act.occurredOn >= on) return undefined;
  return refuse('TOO_EARLY', clause, `不得早于${what}之日 ${on}，收到的是 ${act.occurredOn}。`, 'occurredOn');
}

function contradictoryLabour({ labour, wholeHouseholdWithoutLabour }: LabourCapacity): Refusal | undefined {
  if (!wholeHouseholdWithoutLabour || labour === 'none') return undefined;
  return refuse(
    'INVALID_INPUT',
    'A-2.1',
    '整户无劳动能力的，劳动能力应填无劳动能力（none），两项填报不一致。',
    'labour',
  );
}

const addsToMeasures = (facts: HouseholdFacts, body: MeasuresBody): boolean =>
  (body.tagged === true && !facts.tagged) ||
  (body.developmentAttempt !== undefined && !facts.developmentAttempted) ||
  (body.measures.some(({ kind }) => kind === 'development') &&
    !facts.inPlace.some(({ kind }) => kind === 'development'));

function askedFor(
  facts: HouseholdFacts,
  body: MeasuresBody,
  capacity: LabourCapacity | undefined,
  hasDevelopment: boolean,
): string[] {
  const isHalfOrWeak = capacity?.labour === 'half' || capacity?.labour === 'weak';
  const attempted = facts.developmentAttempted || body.developmentAttempt !== undefined;
  return [
    ...(isHalfOrWeak && !hasDevelopment && !attempted
      ? ['该户有半劳动力或弱劳动力，请登记探索落实开发式帮扶措施的情况。']
      : []),
    ...(facts.tagged || body.tagged === true
      ? []
      : ['请在全国防止返贫监测和衔接推进乡村振兴信息系统中标注，并登记标注情况。']),
  ];
}
