import type { Act } from '../../case/case';
import { isWithin } from '../../base/office';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';
import { chineseDate } from '../../dates/civil-date';
import {
  inspectionKinds,
  type CheckCountyBody,
  type DrawBody,
  type FindBody,
  type QuizBody,
  type WithdrawFindingBody,
} from './inspection-acts';
import { readInspection, type InspectionFacts, type InspectionFile } from './inspection-facts';
import { opensPlan } from './sample';

type Judge = (file: InspectionFile, facts: InspectionFacts, act: Act<never>) => Verdict;

const byOffice: Readonly<Record<string, Judge>> = {
  draw: judgeDraw,
  begin: judgeBeginning,
  find: judgeFinding,
  recordQuiz: judgeQuiz,
  conclude: judgeConclusion,
  withdrawFinding: judgeWithdrawal,
  cancel: judgeCancelling,
  checkCounty: judgeCheck,
};

/** C-3.4, C-2.5: everything that can be said to an inspection. */
export function judgeInspection(file: InspectionFile, act: Act): Verdict {
  const { clause } = inspectionKinds[file.opening.kind];
  if (['drawnRead', 'placesRead', 'cyclesRead', 'correctionsExpired'].includes(act.operation)) {
    return act.by.office === 'system' ? admit() : refuse('NOT_ALLOWED', clause, '本项由系统登记，不由单位办理。');
  }
  const judge = byOffice[act.operation];
  if (judge === undefined)
    return refuse('INVALID_INPUT', clause, `督导检查没有“${act.operation}”这一事项。`, 'operation');
  const facts = readInspection(file);
  if (act.by.office !== facts.office)
    return refuse('NOT_ALLOWED', clause, `本次检查由${facts.office}组织，当前单位不是组织单位。`);
  if (facts.cancelled !== undefined)
    return refuse('WRONG_STAGE', clause, `本次检查已于${chineseDate(facts.cancelled.occurredOn)}取消。`);
  return judge(file, facts, act as Act<never>);
}

const clauseOf = ({ opening }: InspectionFile): string => inspectionKinds[opening.kind].clause;

/** A seed is revealed once, after the plan stands with everything the sample hangs on. */
function judgeDraw(
  file: InspectionFile,
  { draw, excluded, begunOn }: InspectionFacts,
  { body, occurredOn }: Act<DrawBody>,
): Verdict {
  const clause = clauseOf(file);
  const { sample } = file.opening;
  if (sample === null) return refuse('WRONG_STAGE', clause, '本次检查的计划中没有抽样方案，不能抽取。');
  if (draw !== undefined) return refuse('ALREADY_DONE', clause, `已于${chineseDate(draw.on)}抽取，样本不得重抽。`);
  if (begunOn !== undefined && begunOn < occurredOn)
    return refuse('WRONG_STAGE', clause, '检查已经开始，不再抽取样本。');
  if (excluded === undefined)
    return refuse('WRONG_STAGE', clause, '近期已抽中的名单尚在读取，公布种子为时过早，请稍后再试。', 'seed');
  if (!opensPlan(body.seed, sample))
    return refuse('CONDITIONS_NOT_MET', clause, '种子与计划中公布的哈希值不符，不能用于抽取。', 'seed');
  return admit();
}

function judgeBeginning(file: InspectionFile, { begunOn, draw }: InspectionFacts, { occurredOn }: Act): Verdict {
  const clause = clauseOf(file);
  if (begunOn !== undefined)
    return admit({ keep: false, told: `已于${chineseDate(begunOn)}开始，本次登记作为补充记录。` });
  if (file.opening.sample !== null && draw === undefined)
    return refuse('WRONG_STAGE', clause, '计划中有抽样方案，应先公布种子、抽取样本，再开始检查。');
  if (draw !== undefined && occurredOn < draw.on)
    return refuse('BEFORE_BEGINNING', clause, `检查应不早于抽取样本之日（${chineseDate(draw.on)}）。`, 'occurredOn');
  return admit();
}

function judgeFinding(file: InspectionFile, facts: InspectionFacts, { body, occurredOn }: Act<FindBody>): Verdict {
  const clause = clauseOf(file);
  const refusal = refuseUnlessRunning(file, facts, occurredOn);
  if (refusal !== undefined) return refusal;
  if (facts.findings.some(({ id }) => id === body.id))
    return refuse('ALREADY_DONE', clause, `编号${body.id}已用于另一个问题，应使用未用过的编号。`, 'id');
  if (!isWithin(body.place, file.opening.scope))
    return refuse(
      'UNKNOWN_SUBJECT',
      clause,
      `问题所在地应在本次检查范围（${file.opening.scope}）内，收到${body.place}。`,
      'place',
    );
  if (body.isGround === true && file.opening.territory.length > 2)
    return refuse('NOT_ALLOWED', 'A-3.7', '只有省级巡查、检查发现的问题可列为挂牌依据线索。', 'isGround');
  return admit();
}

function judgeQuiz(file: InspectionFile, facts: InspectionFacts, { body, occurredOn }: Act<QuizBody>): Verdict {
  const clause = clauseOf(file);
  if (file.opening.kind !== 'spot-quiz') return refuse('WRONG_STAGE', clause, '只有“快问快答”登记答题情况。');
  const refusal = refuseUnlessRunning(file, facts, occurredOn);
  if (refusal !== undefined) return refusal;
  const wrong = body.results.findIndex(({ asked, correct }) => correct > asked);
  if (wrong >= 0)
    return refuse(
      'OUT_OF_RANGE',
      clause,
      `答对题数应不多于提问题数（${body.results[wrong]?.asked}），收到的是${body.results[wrong]?.correct}。`,
      `results.${wrong}.correct`,
    );
  const twice = body.results.findIndex(
    ({ cadre }, index) => facts.quiz.has(cadre) || body.results.findIndex((one) => one.cadre === cadre) !== index,
  );
  return twice < 0
    ? admit()
    : refuse(
        'ALREADY_DONE',
        clause,
        `〔${body.results[twice]?.cadre}〕本次已登记答题情况，每人一次。`,
        `results.${twice}.cadre`,
      );
}

/** Found or asked is what was seen after the beginning and before the bulletin. */
function refuseUnlessRunning(
  file: InspectionFile,
  { begunOn, concluded }: InspectionFacts,
  on: string,
): Refusal | undefined {
  const clause = clauseOf(file);
  if (concluded !== undefined)
    return refuse(
      'CLOSED_PERIOD',
      clause,
      `已于${chineseDate(concluded.occurredOn)}以${concluded.body.number}印发通报；新发现的问题请直接登记问题台账。`,
    );
  if (begunOn === undefined) return refuse('WRONG_STAGE', clause, '检查尚未开始。');
  return on < begunOn
    ? refuse(
        'BEFORE_BEGINNING',
        clause,
        `应不早于检查开始之日（${chineseDate(begunOn)}），收到的是${chineseDate(on)}。`,
        'occurredOn',
      )
    : undefined;
}

function judgeConclusion(file: InspectionFile, facts: InspectionFacts, { occurredOn }: Act): Verdict {
  const clause = clauseOf(file);
  if (file.opening.follows !== null) return refuse('WRONG_STAGE', clause, '举一反三排查逐县登记，全部登记后自动办结。');
  const refusal = refuseUnlessRunning(file, facts, occurredOn);
  if (refusal !== undefined) return refusal;
  if (file.opening.kind === 'spot-quiz' && facts.quiz.size === 0)
    return refuse('CONDITIONS_NOT_MET', clause, '尚未登记任何干部的答题情况。');
  const early = facts.findings.find(({ on }) => on > occurredOn);
  return early === undefined
    ? admit()
    : refuse('BEFORE_BEGINNING', clause, `通报应不早于最后发现问题之日（${chineseDate(early.on)}）。`, 'occurredOn');
}

function judgeWithdrawal(
  file: InspectionFile,
  { findings, publications }: InspectionFacts,
  { body, occurredOn }: Act<WithdrawFindingBody>,
): Verdict {
  const clause = clauseOf(file);
  const last = publications.at(-1);
  if (last === undefined) return refuse('WRONG_STAGE', clause, '通报尚未印发。');
  const finding = findings.find(({ id }) => id === body.finding);
  if (finding === undefined)
    return refuse(
      'UNKNOWN_SUBJECT',
      clause,
      `应为通报中的问题编号：${findings.map(({ id }) => id).join('、')}，收到${body.finding}。`,
      'finding',
    );
  if (finding.withdrawnOn !== undefined)
    return refuse(
      'ALREADY_DONE',
      clause,
      `${body.finding}已于${chineseDate(finding.withdrawnOn)}更正撤销。`,
      'finding',
    );
  if (publications.some(({ number }) => number === body.number))
    return refuse('INVALID_INPUT', clause, `更正通报应有自己的文号，${body.number}已用过。`, 'number');
  return occurredOn < last.issuedOn
    ? refuse('BEFORE_BEGINNING', clause, `更正通报应不早于${chineseDate(last.issuedOn)}。`, 'occurredOn')
    : admit();
}

function judgeCancelling(file: InspectionFile, { begunOn }: InspectionFacts): Verdict {
  if (begunOn === undefined) return admit();
  return refuse(
    'WRONG_STAGE',
    clauseOf(file),
    `检查已于${chineseDate(begunOn)}开始，不能取消；没有发现问题的，请照实印发通报。`,
  );
}

function judgeCheck(
  file: InspectionFile,
  { checked, toCheck: counties = [] }: InspectionFacts,
  { body }: Act<CheckCountyBody>,
): Verdict {
  const clause = clauseOf(file);
  if (!counties.includes(body.county))
    return refuse(
      'UNKNOWN_SUBJECT',
      clause,
      `应为需要举一反三的县：${counties.join('、')}，收到${body.county}。`,
      'county',
    );
  const before = checked.get(body.county);
  return before === undefined
    ? admit()
    : admit({ keep: false, told: `${body.county}已于${chineseDate(before.on)}登记，本次作为补充记录。` });
}
