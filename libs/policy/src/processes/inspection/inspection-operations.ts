import { isWithin, officeKindName } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal, type RefusalCode } from '../../base/verdict';
import {
  condition,
  office,
  operations,
  type Beginning,
  type Condition,
  type DayBound,
  type OpeningRow,
  type Saying,
  type Situation,
} from '../../case/operation';
import { ownedBy } from '../../case/whose';
import { chineseDate, isCivilDate, laterOf, type CivilDate } from '../../dates/civil-date';
import { inspectionKinds, type InspectionOpening } from './inspection-acts';
import { inspectorOf, isHeldBy, type Inspection, type InspectionFile } from './inspection-facts';
import { opensPlan } from './sample';

type Now = Situation<Inspection>;
type Judged = Admission | FieldRefusal;

const inspectors = [office('inspection-team', 'province'), office('stationing-office')];

const clauses = [...new Set(Object.values(inspectionKinds).map(({ clause }) => clause))];

/** A condition asked for by the clause of the kind that is inspected. */
const byClause = <S>(
  code: RefusalCode,
  inspected: (situation: S) => Pick<InspectionFile, 'opening'>,
  reason: Condition<S>['reason'],
): Condition<S>[] =>
  clauses.map((clause) =>
    condition<S>(code, (now) => (clauseOf(inspected(now)) === clause ? reason(now) : undefined), clause),
  );

/** C-3.4, C-2.5: who inspects makes the plan; a province's follow-up begins with the city. */
export const inspectionOpenings = {
  plan: {
    clause: 'C-3.4',
    title: '制定检查计划（四不两直；抽样的，先公布种子的哈希值和名单）',
    by: inspectors,
    own: byClause(
      'NOT_ALLOWED',
      (beginning: Beginning<InspectionOpening>) => beginning,
      ({ opening, by }) => {
        const inspector = inspectorOf(opening);
        const words = `${inspectionKinds[opening.kind].name}由组织检查的单位（${inspector}）制定计划，当前单位是${officeKindName(by.office)}。`;
        return by.office === inspector ? undefined : words;
      },
    ),
    judge: ({ opening, openedOn }) => {
      const { kind, territory, scope, plannedOn, sample } = opening;
      const { clause, name } = inspectionKinds[kind];
      if (!isHeldBy(opening)) return refuse('NOT_ALLOWED', clause, `${name}不由这一级（${territory}）组织。`, 'kind');
      if (!isWithin(scope, territory))
        return refuse('UNKNOWN_SUBJECT', clause, `检查范围应在本级（${territory}）之内，收到${scope}。`, 'scope');
      if (!isCivilDate(plannedOn) || plannedOn < openedOn)
        return refuse('OUT_OF_RANGE', clause, `计划日期应不早于${openedOn}，收到的是${plannedOn}。`, 'plannedOn');
      if (sample === null) return admit();
      const ids = new Set(sample.frame.map(({ id }) => id));
      if (ids.size < sample.frame.length)
        return refuse('INVALID_INPUT', clause, '抽样名单中的编号应不重复。', 'sample.frame');
      const words = `样本数应不多于抽样名单（${ids.size}），收到的是${sample.size}。`;
      return sample.size <= ids.size ? admit() : refuse('OUT_OF_RANGE', clause, words, 'sample.size');
    },
  },
} satisfies Record<string, OpeningRow<InspectionOpening>>;

const clauseOf = ({ opening }: Pick<InspectionFile, 'opening'>) => inspectionKinds[opening.kind].clause;

const ofKind = (code: RefusalCode, reason: Condition<Now>['reason']): Condition<Now>[] =>
  byClause<Now>(code, ({ file }) => file, reason);
const byInspector = [ownedBy<Now>('本次检查应由组织单位办理', ({ facts }) => facts.office)];

const hasSample = ofKind('WRONG_STAGE', ({ file }) =>
  file.opening.sample === null ? '本次检查的计划中没有抽样方案，不能抽取。' : undefined,
);
const notDrawn = ofKind('ALREADY_DONE', ({ facts: { draw } }) =>
  draw === undefined ? undefined : `已于${chineseDate(draw.on)}抽取，样本不得重抽。`,
);
const isKnownWhoIsLeftOut = ofKind('WRONG_STAGE', ({ facts: { excluded } }) =>
  excluded === undefined ? '近期已抽中的名单尚在读取，公布种子为时过早，请稍后再试。' : undefined,
);
const drawnIfSampled = ofKind('WRONG_STAGE', ({ file, facts: { draw } }) =>
  file.opening.sample !== null && draw === undefined
    ? '计划中有抽样方案，应先公布种子、抽取样本，再开始检查。'
    : undefined,
);
const notConcluded = ofKind('CLOSED_PERIOD', ({ facts: { concluded } }) =>
  concluded === undefined
    ? undefined
    : `已于${chineseDate(concluded.occurredOn)}以${concluded.body.number}印发通报；新发现的问题请直接登记问题台账。`,
);
const begun = ofKind('WRONG_STAGE', ({ facts: { begunOn } }) => (begunOn === undefined ? '检查尚未开始。' : undefined));
/** Found or asked is what was seen after the beginning and before the bulletin. */
const running = [...notConcluded, ...begun];
const notBegun = ofKind('WRONG_STAGE', ({ facts: { begunOn } }) =>
  begunOn === undefined ? undefined : `检查已于${chineseDate(begunOn)}开始，不能取消；没有发现问题的，请照实印发通报。`,
);
const isQuiz = ofKind('WRONG_STAGE', ({ file }) =>
  file.opening.kind === 'spot-quiz' ? undefined : '只有“快问快答”登记答题情况。',
);
const somebodyAsked = ofKind('CONDITIONS_NOT_MET', ({ file, facts: { quiz } }) =>
  file.opening.kind === 'spot-quiz' && quiz.size === 0 ? '尚未登记任何干部的答题情况。' : undefined,
);
const followsNobody = ofKind('WRONG_STAGE', ({ file }) =>
  file.opening.follows === null ? undefined : '举一反三排查逐县登记，全部登记后自动办结。',
);
const published = ofKind('WRONG_STAGE', ({ facts: { publications } }) =>
  publications.length > 0 ? undefined : '通报尚未印发。',
);
const somethingFound = ofKind('UNKNOWN_SUBJECT', ({ facts: { findings } }) =>
  findings.length > 0 ? undefined : '通报中没有列问题，没有可更正撤销的。',
);
const somethingStands = ofKind('ALREADY_DONE', ({ facts: { findings } }) =>
  findings.some(({ withdrawnOn }) => withdrawnOn === undefined) ? undefined : '通报中的问题均已更正撤销。',
);
const countiesToCheck = ofKind('UNKNOWN_SUBJECT', ({ facts: { toCheck = [] } }) =>
  toCheck.length > 0 ? undefined : '本案没有需要举一反三的县：只有市级举一反三排查逐县登记，且应先读取本市各县。',
);

const bound = (on: CivilDate | undefined, what: string): DayBound | undefined =>
  on === undefined ? undefined : { on, what };
const sinceBegun = ({ facts: { begunOn } }: Now): DayBound | undefined => bound(begunOn, '检查开始之日');
const sinceLastFinding = ({ facts: { begunOn, findings } }: Now): DayBound | undefined => {
  if (begunOn === undefined) return undefined;
  const last = laterOf(begunOn, ...findings.map(({ on }) => on));
  return bound(last, last === begunOn ? '检查开始之日' : '最后发现问题之日');
};

/** C-3.4, C-2.5: everything that can be said to an inspection. */
export const inspectionOperations = operations<Inspection>()({
  draw: {
    clause: 'A-3.6',
    title: '公布种子，抽取样本（任何人可据公布的记录重新计算）',
    by: inspectors,
    own: byInspector,
    when: [...hasSample, ...notDrawn, ...isKnownWhoIsLeftOut],
    // A seed is revealed once, after the plan stands with everything the sample hangs on.
    judge: ({ body, file }) =>
      file.opening.sample !== null && opensPlan(body.seed, file.opening.sample)
        ? admit()
        : refuse('CONDITIONS_NOT_MET', clauseOf(file), '种子与计划中公布的哈希值不符，不能用于抽取。', 'seed'),
  },
  begin: {
    clause: 'A-3.6',
    title: '登记检查开始',
    by: inspectors,
    own: byInspector,
    when: drawnIfSampled,
    since: ({ facts: { draw } }) => bound(draw?.on, '抽取样本之日'),
    meets: ['begin'],
    supplements: ({ facts: { begunOn } }) =>
      begunOn === undefined ? undefined : `已于${chineseDate(begunOn)}开始，本次登记作为补充记录。`,
  },
  find: {
    clause: 'C-3.4',
    title: '登记发现的问题（到事到人；随即列入问题台账）',
    by: inspectors,
    own: byInspector,
    when: running,
    since: sinceBegun,
    judge: judgeFinding,
  },
  recordQuiz: {
    clause: 'C-2.5',
    title: '登记“快问快答”答题情况',
    by: inspectors,
    own: byInspector,
    when: [...isQuiz, ...running],
    since: sinceBegun,
    judge: judgeQuiz,
  },
  conclude: {
    clause: 'C-3.4',
    title: '印发检查情况通报（到事到人）',
    by: inspectors,
    own: byInspector,
    when: [...followsNobody, ...running, ...somebodyAsked],
    since: sinceLastFinding,
    meets: ['report'],
  },
  withdrawFinding: {
    clause: 'C-3.4',
    title: '印发更正通报，撤销一个不成立的问题',
    by: inspectors,
    own: byInspector,
    when: [...published, ...somethingFound, ...somethingStands],
    since: ({ facts: { publications } }) => bound(publications.at(-1)?.issuedOn, '上一次通报印发之日'),
    judge: judgeWithdrawal,
  },
  cancel: {
    clause: 'C-3.4',
    title: '取消尚未开始的检查（说明理由）',
    by: inspectors,
    own: byInspector,
    when: notBegun,
  },
  checkCounty: {
    clause: 'C-3.4',
    title: '登记对一个县举一反三排查的情况',
    by: [office('stationing-office', 'city')],
    own: byInspector,
    when: countiesToCheck,
    meets: ['check'],
    judge: judgeCheck,
    ledgerOnly: ['what'],
  },
  drawnRead: { by: 'system' },
  rosterRead: { by: 'system' },
  placesRead: { by: 'system' },
  cyclesRead: { by: 'system' },
  correctionsExpired: { by: 'system' },
});

function judgeFinding({ file, facts, body }: Saying<Inspection, 'find'>): Judged {
  const clause = clauseOf(file);
  const { scope, territory } = file.opening;
  if (facts.findings.some(({ id }) => id === body.id))
    return refuse('ALREADY_DONE', clause, `编号${body.id}已用于另一个问题，应使用未用过的编号。`, 'id');
  if (!isWithin(body.place, scope)) {
    const words = `问题所在地应在本次检查范围（${scope}）内，收到${body.place}。`;
    return refuse('UNKNOWN_SUBJECT', clause, words, 'place');
  }
  return body.isGround === true && territory.length > 2
    ? refuse('NOT_ALLOWED', 'A-3.7', '只有省级巡查、检查发现的问题可列为挂牌依据线索。', 'isGround')
    : admit();
}

function judgeQuiz({ file, facts, body: { results } }: Saying<Inspection, 'recordQuiz'>): Judged {
  const clause = clauseOf(file);
  const seen = new Set(facts.quiz.keys());
  const wrong = results.findIndex(({ asked, correct }) => correct > asked);
  if (wrong >= 0) {
    const words = `答对题数应不多于提问题数（${results[wrong]?.asked}），收到的是${results[wrong]?.correct}。`;
    return refuse('OUT_OF_RANGE', clause, words, `results.${wrong}.correct`);
  }
  for (const [index, { cadre }] of results.entries()) {
    if (seen.has(cadre))
      return refuse('ALREADY_DONE', clause, `〔${cadre}〕本次已登记答题情况，每人一次。`, `results.${index}.cadre`);
    seen.add(cadre);
  }
  return admit();
}

function judgeWithdrawal({ file, facts, body }: Saying<Inspection, 'withdrawFinding'>): Judged {
  const clause = clauseOf(file);
  const { findings, publications } = facts;
  const finding = findings.find(({ id }) => id === body.finding);
  if (finding === undefined) {
    const words = `应为通报中的问题编号：${findings.map(({ id }) => id).join('、')}，收到${body.finding}。`;
    return refuse('UNKNOWN_SUBJECT', clause, words, 'finding');
  }
  if (finding.withdrawnOn !== undefined) {
    const words = `${body.finding}已于${chineseDate(finding.withdrawnOn)}更正撤销。`;
    return refuse('ALREADY_DONE', clause, words, 'finding');
  }
  return publications.some(({ number }) => number === body.number)
    ? refuse('INVALID_INPUT', clause, `更正通报应有自己的文号，${body.number}已用过。`, 'number')
    : admit();
}

function judgeCheck({ file, facts, body }: Saying<Inspection, 'checkCounty'>): Judged {
  const { checked, toCheck = [] } = facts;
  if (!toCheck.includes(body.county)) {
    const words = `应为需要举一反三的县：${toCheck.join('、')}，收到${body.county}。`;
    return refuse('UNKNOWN_SUBJECT', clauseOf(file), words, 'county');
  }
  const before = checked.get(body.county);
  const told = before && `${body.county}已于${chineseDate(before.on)}登记，本次作为补充记录。`;
  return told === undefined ? admit() : admit({ keep: false, told });
}
