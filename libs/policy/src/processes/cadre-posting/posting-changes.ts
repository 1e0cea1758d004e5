import { countyOf, kindOf, levelOf, officeKindName } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { condition, type Saying, type Situation } from '../../case/operation';
import { addDays, chineseDate, isBefore } from '../../dates/civil-date';
import type { DeadlineSpec } from '../../dates/deadline';
import { isOwed } from './handling-duty';
import { postingEndReasons, recallPaths, type PostingEndReason, type PostingOperation } from './posting-acts';
import { newcomerCaseId } from './posting-consequences';
import { owedBeforeEnd } from './posting-deadlines';
import { vacancyWords } from './posting-days';
import { handoverBy, senderStationingOffice, villageOn, type Posting, type PostingFacts } from './posting-facts';
import { preCheckFlags } from './pre-check';
import { selectionAnswer, selectionCheck } from './selection-check';

type Now = Situation<Posting>;
type Said<Name extends PostingOperation> = Saying<Posting, Name>;
type Judged = Admission | FieldRefusal;

/** Clause C-2.1: 同级驻村办; offices of other levels recall nobody. */
export const bySenderOrUnit = condition<Now>('NOT_ALLOWED', ({ facts: { opening }, by: { office } }) =>
  kindOf(office) !== 'stationing-office' || office === senderStationingOffice(opening)
    ? undefined
    : `召回由派出单位或选派同级的驻村办（${senderStationingOffice(opening)}）办理。`,
);

export const toldRecalled = ({ facts: { recall } }: Now): string | undefined =>
  recall === null ? undefined : `已于${chineseDate(recall.on)}召回，本次登记作为补充记录`;

/** Clauses C-2.1 and C-3.7: who recalls, and on what ground. */
export function judgeRecall(said: Said<'recall'>): Judged {
  const { facts, on } = said;
  const told = `派出单位应在召回之日（${chineseDate(on)}）后${facts.settings.replacementDays}日内完成补派`;
  return refuseRecaller(said) ?? refuseGround(said) ?? admit({ told });
}

function refuseRecaller({ facts, by: { office }, body: { path } }: Said<'recall'>): FieldRefusal | undefined {
  const isUnit = office === facts.opening.unit;
  switch (path) {
    case 'selection':
      return isUnit ? refuse('NOT_ALLOWED', 'C-2.1', '不符合选派要求的，由选派同级的驻村办召回', 'path') : undefined;
    case 'absence':
    case 'handling':
      return isUnit
        ? undefined
        : refuse('NOT_ALLOWED', 'C-3.7', `因${recallPaths[path]}召回的，由派出单位办理`, 'path');
    case 'other':
      return undefined;
  }
}

function refuseGround({ facts, body, on }: Said<'recall'>): FieldRefusal | undefined {
  const { absence, recallDecidedOn, settings } = facts;
  if (body.path === 'handling' && (recallDecidedOn === null || isBefore(on, recallDecidedOn)))
    return refuse('CONDITIONS_NOT_MET', 'C-3.7', `截至${chineseDate(on)}没有决定召回的组织处理`, 'path');
  if (body.path !== 'absence') return undefined;
  const duties = absence.recalls.filter(({ cancelledOn }) => cancelledOn === undefined);
  if (duties.length === 0) {
    const words = `因无故脱岗召回须满${settings.absencesForRecall}次，现有${absence.counted.length}次`;
    return refuse('CONDITIONS_NOT_MET', 'C-3.7', words, 'path');
  }
  const [first] = duties.flatMap(({ readyOn }) => (readyOn === null ? [] : [readyOn])).sort();
  if (first === undefined)
    return refuse('CONDITIONS_NOT_MET', 'C-3.7', '此前的提醒尚未登记或尚未送达，召回须待提醒送达之后', 'path');
  const words = `召回应不早于${chineseDate(first)}，填报为${chineseDate(on)}`;
  return isBefore(on, first) ? refuse('TOO_EARLY', 'C-3.7', words, 'occurredOn') : undefined;
}

/** A recall ends a posting that has not been left yet. */
export const stillOnPost = condition<Now>('WRONG_STAGE', ({ facts: { vacancy } }) =>
  vacancy?.because === 'term-ended' ? `该干部已于${chineseDate(vacancy.on)}任期届满离任，不再召回。` : undefined,
);

/** OBLIGATIONS D23: a vacant post is filled; who follows at the end of a term comes before it. */
export const toBeFollowed = condition<Now>('WRONG_STAGE', ({ facts: { vacancy, opening } }) =>
  vacancy === null && opening.termEndsOn === undefined
    ? '该岗位既未空缺，任职登记也没有写明任期届满之日，不需补派或接任。'
    : undefined,
);

export const toldReplaced = ({ facts: { newcomer } }: Now): string | undefined =>
  newcomer === null ? undefined : `已于${chineseDate(newcomer.on)}补派，本次登记作为补充记录`;

/** Clause C-2.1: a candidate for the vacant post; who fails the check is recorded and does not stop the clock. */
export function judgeCandidate({ file, facts, body, on }: Said<'candidate'>): Judged {
  const { opening, settings } = facts;
  if (body.cadreId === opening.cadreId)
    return refuse('CONDITIONS_NOT_MET', 'C-2.1', '补派人选不得为原任职的干部', 'cadreId');
  const subject = { ...body, role: body.role ?? opening.role, senderLevel: opening.senderLevel };
  const checked = selectionCheck(subject, on, settings);
  const flags = [...checked.flags, ...preCheckFlags(body, facts.village, on)];
  const answer = selectionAnswer({ ...checked, flags });
  if (!answer.passed) return admit({ keep: false, told: '人选审核未通过，补派时限继续计算', answer });
  const posting = newcomerCaseId({ ...facts, newcomer: { on, body } });
  return admit({
    told: `人选审核通过，自${chineseDate(on)}任职；请办理压茬交接`,
    answer: { ...answer, posting, replaces: file.caseId },
  });
}

export const toldHandedOver = ({ facts: { handedOverOn } }: Now): string | undefined =>
  handedOverOn === null ? undefined : `已于${chineseDate(handedOverOn)}办理压茬交接，本次登记作为补充记录`;

/** Clause C-2.1: 压茬交接 needs somebody to hand over to. */
export const appointed = condition<Now>('WRONG_STAGE', ({ facts: { newcomer } }) =>
  newcomer === null ? '应先有审核通过的补派人员，再办理压茬交接。' : undefined,
);

/** RULES 4.ranking: a move to another village of the county; both ladders run on. */
export function judgeMove({ facts, body: { village }, on }: Said<'move'>): Judged {
  if (levelOf(village) !== 'village') return refuse('INVALID_INPUT', 'C-2.1', '应为 12 位村级行政区划代码', 'village');
  if (countyOf(village) !== facts.county) {
    const words = `只能调整到本县（${facts.county}）的村；跨县的应结束本任职后重新选派`;
    return refuse('OUT_OF_RANGE', 'C-2.1', words, 'village');
  }
  return admit(village === villageOn(facts, on) ? { keep: false, told: '该干部当日已在该村' } : {});
}

/** OBLIGATIONS D1, D2: death ends what is owed of the cadre; an error is said by the office that would recall him. */
export function judgeEnd(said: Said<'end'>): Judged {
  const {
    facts,
    body: { reason },
    by: { office },
  } = said;
  const owed = owedBeforeEnd(facts);
  if (reason === 'death') return admit();
  if (reason === 'recorded-in-error' && (owed.length > 0 || facts.vacancy !== null)) {
    const sender = senderStationingOffice(facts.opening);
    const words = `召回或组织处理已经发生，登记有误应由选派同级的驻村办（${sender}）认定，当前单位是${officeKindName(office)}`;
    return office === sender ? admit() : refuse('NOT_ALLOWED', 'C-2.1', words, 'reason');
  }
  return refuseOwed(said, owed) ?? refuseVacant(facts, reason) ?? refuseRotation(said) ?? admit();
}

/** OBLIGATIONS D2: recall and handling come first; while the notice before them is missing, that notice. */
function refuseOwed({ facts, body: { reason } }: Said<'end'>, owed: readonly DeadlineSpec[]): FieldRefusal | undefined {
  const isWaiting = facts.handlings.some((duty) => isOwed(duty) && duty.calledOn === null);
  const steps = [
    ...owed.map(stepWords),
    ...(isWaiting ? ['无故脱岗的提醒、召回和组织处理（提醒尚未登记或尚未送达）'] : []),
  ];
  if (steps.length === 0) return undefined;
  const words = `任职结束前应先办结：${steps.join('；')}。填报的结束原因为“${postingEndReasons[reason]}”；去世的除外`;
  return refuse('WRONG_STAGE', owed[0]?.clause ?? 'C-3.7', words, 'reason');
}

const stepWords = ({ what, owner, trigger, period }: DeadlineSpec): string =>
  `${what}（${officeKindName(owner)}〔${owner}〕，期限${chineseDate(addDays(trigger, 'days' in period ? period.days : 0))}）`;

/** Clause C-2.1: a vacant post is filled and handed over; it ends otherwise only when the post itself is given up. */
function refuseVacant({ vacancy }: PostingFacts, reason: PostingEndReason): FieldRefusal | undefined {
  if (vacancy === null || reason === 'post-cancelled' || reason === 'recorded-in-error') return undefined;
  const words = `已于${chineseDate(vacancy.on)}${vacancyWords(vacancy)}，应完成补派和压茬交接；撤销岗位的除外`;
  return refuse('WRONG_STAGE', 'C-2.1', words, 'reason');
}

/** Clause C-2.1 [D rotation]: 压茬交接 before the term's end is left; with nobody to hand over to, only some days after it. */
function refuseRotation({ file, facts, body, on }: Said<'end'>): FieldRefusal | undefined {
  if (body.reason !== 'term-ended' || handoverBy(file.acts, facts.newcomer, on) !== undefined) return undefined;
  const termEnd = facts.opening.termEndsOn ?? body.termEndedOn;
  const handover = '任期届满离任应先有继任人员到岗并办理压茬交接';
  if (termEnd === undefined)
    return refuse('CONDITIONS_NOT_MET', 'C-2.1', `${handover}；没有继任人员的，应写明任期届满之日`, 'termEndedOn');
  const first = addDays(termEnd, facts.settings.rotationDays + 1);
  if (!isBefore(on, first)) return undefined;
  const words = `${handover}；没有继任人员的，应在任期届满（${chineseDate(termEnd)}）后${facts.settings.rotationDays}日期满，自${chineseDate(first)}起方可离任，填报为${chineseDate(on)}`;
  return refuse('TOO_EARLY', 'C-2.1', words, 'occurredOn');
}
