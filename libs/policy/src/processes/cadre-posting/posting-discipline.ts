import { officeKindName } from '../../base/office';
import { admit, refuse, type Admission, type FieldRefusal } from '../../base/verdict';
import { actsOf } from '../../case/act-order';
import { condition, type DayBound, type Saying, type Situation } from '../../case/operation';
import { chineseDate, chineseMonth, isBefore, type CivilDate } from '../../dates/civil-date';
import { decisionOn } from './absence-ladder';
import { groundsOf } from './ladder-facts';
import { isSuperiorLevel, superiorLevels } from './superior-level';
import type { PostingOperation } from './posting-acts';
import { ownAbsences, refuseElsewhere } from './posting-days';
import { townshipOn, type Posting, type PostingFacts } from './posting-facts';
import { handOrderedKey } from './ranking-ladder';

const clause = 'C-3.7';
type Now = Situation<Posting>;
type Said<Name extends PostingOperation> = Saying<Posting, Name>;
type Judged = Admission | FieldRefusal;

/** Clause C-3.7: an absence without cause; one a day counts. */
export const toldAbsent = ({ facts, on }: Now & { on: CivilDate }): string | undefined => {
  const known = facts.absences.find((absence) => absence.on === on);
  return known === undefined
    ? undefined
    : `${chineseDate(on)}的脱岗已由${officeKindName(known.by)}登记，本次登记作为补充记录`;
};

export function judgeAbsence(said: Said<'absence'>): Judged {
  const { file, on } = said;
  const elsewhere = refuseElsewhere(said);
  if (elsewhere !== undefined) return elsewhere;
  const isOnLeave = actsOf(file.acts, 'leave').some(({ body }) => body.from <= on && on <= body.to);
  return isOnLeave
    ? refuse('CONDITIONS_NOT_MET', 'C-3.3', `${chineseDate(on)}已有批准的请假，不属于无故脱岗`, 'occurredOn')
    : admit();
}

/** Clause C-3.3: leave approved beforehand. */
export function judgeLeave(said: Said<'leave'>): Judged {
  const { body, on } = said;
  const { from, to } = body;
  if (isBefore(to, from)) {
    const words = `请假止日应不早于起日（${chineseDate(from)}），填报为${chineseDate(to)}`;
    return refuse('INVALID_INPUT', 'C-3.3', words, 'to');
  }
  if (isBefore(from, on)) {
    const words = `事前请假应在起日（${chineseDate(from)}）或之前批准，填报的批准日为${chineseDate(on)}；补假请用“事后补假”`;
    return refuse('CONDITIONS_NOT_MET', 'C-3.3', words, 'from');
  }
  return refuseElsewhere(said) ?? refuseDecidedLeave(said) ?? admit();
}

/** Leave that is entered when the absence on one of its days has been decided upon, whatever day it is dated. */
function refuseDecidedLeave({ facts, body: { from, to } }: Said<'leave'>): FieldRefusal | undefined {
  const decided = facts.absence.counted.find((on) => from <= on && on <= to && decisionOn(on, facts.decisions));
  return decided === undefined ? undefined : refuse('WRONG_STAGE', clause, decidedWords(facts, decided), 'from');
}

/** OBLIGATIONS D15: from the day of the decision on leave changes nothing, also if dated earlier. */
function decidedWords({ decisions }: PostingFacts, absenceOn: CivilDate): string {
  const decided = decisionOn(absenceOn, decisions);
  const when = decided === undefined ? '' : `已于${chineseDate(decided)}决定召回或组织处理，`;
  return `${chineseDate(absenceOn)}的无故脱岗${when}此后登记的请假和补假（包括填报为此前日期的）不再改变脱岗次数`;
}

/** There is still an absence that nothing has been decided upon. */
export const undecided = condition<Now>('WRONG_STAGE', (now) => {
  const absences = ownAbsences(now);
  const last = absences.at(-1);
  const isOpen = absences.some((on) => decisionOn(on, now.facts.decisions) === undefined);
  return isOpen || last === undefined ? undefined : `${decidedWords(now.facts, last)}。`;
});

export const hasOwnAbsence = condition<Now>('CONDITIONS_NOT_MET', (now) =>
  ownAbsences(now).length > 0 ? undefined : '没有登记该干部在本地任职期间的无故脱岗。',
);

/** Clause C-3.7 [D leave-afterwards]: leave approved afterwards removes the absence, unless the recall is decided. */
export function judgeApproval(said: Said<'approveLeaveAfterwards'>): Judged {
  const { absenceOn } = said.body;
  if (isBefore(said.on, absenceOn)) {
    const words = `事后补假应在脱岗日（${chineseDate(absenceOn)}）或之后批准，填报为${chineseDate(said.on)}`;
    return refuse('CONDITIONS_NOT_MET', 'C-3.3', words, 'occurredOn');
  }
  return refuseAbsence(said) ?? refuseDecided(said) ?? judgeAgain(said, 'approveLeaveAfterwards');
}

const refuseDecided = ({ facts, body: { absenceOn } }: Said<'approveLeaveAfterwards'>): FieldRefusal | undefined =>
  decisionOn(absenceOn, facts.decisions) === undefined
    ? undefined
    : refuse('WRONG_STAGE', clause, decidedWords(facts, absenceOn), 'absenceOn');

/** Clause C-3.7: the township party committee's reminder. */
export function judgeReminder(said: Said<'recordReminder'>): Judged {
  const { absenceOn } = said.body;
  const unknown = refuseAbsence(said);
  if (unknown !== undefined) return unknown;
  if (isBefore(said.on, absenceOn)) {
    const words = `提醒不得早于脱岗日（${chineseDate(absenceOn)}），填报为${chineseDate(said.on)}`;
    return refuse('CONDITIONS_NOT_MET', clause, words, 'occurredOn');
  }
  return judgeAgain(said, 'recordReminder');
}

type OfAbsence = 'approveLeaveAfterwards' | 'recordReminder';

/** What lay before a move stays with the township of that day. */
function refuseAbsence(said: Said<OfAbsence>): FieldRefusal | undefined {
  const { body, facts } = said;
  const { absenceOn } = body;
  if (ownAbsences(said).includes(absenceOn)) return undefined;
  const isElsewhere = facts.absences.some(({ on }) => on === absenceOn);
  return isElsewhere
    ? refuse(
        'NOT_ALLOWED',
        clause,
        `${chineseDate(absenceOn)}该干部由〔${townshipOn(facts, absenceOn)}〕管理，当日脱岗应由该乡镇办理。`,
        'absenceOn',
      )
    : refuse('CONDITIONS_NOT_MET', clause, `没有登记${chineseDate(absenceOn)}的无故脱岗`, 'absenceOn');
}

function judgeAgain({ file, body, on }: Said<OfAbsence>, operation: OfAbsence): Admission {
  const earlier = actsOf(file.acts, 'approveLeaveAfterwards', 'recordReminder').find(
    (act) => act.operation === operation && act.body.absenceOn === body.absenceOn && act.occurredOn <= on,
  );
  if (earlier === undefined) return admit();
  const { occurredOn, by } = earlier;
  const told = `已于${chineseDate(occurredOn)}由${officeKindName(by.office)}办结，本次登记作为补充记录`;
  return admit({ keep: false, told });
}

/** Clause C-3.7 [D consumption-of-months]: one matter counts once, from its earliest bulletin. */
export function judgeNaming({ facts, body, on }: Said<'namedInSuperiorBulletin'>): Judged {
  if (!isSuperiorLevel(body.level, facts.settings)) {
    const words = `计入的上级应为省级，填报为${superiorLevels[body.level]}`;
    return refuse('CONDITIONS_NOT_MET', clause, words, 'level');
  }
  const earlier = facts.namings.find((naming) => naming.matter === body.matter && naming.on <= on);
  return earlier === undefined
    ? admit()
    : admit({ keep: false, told: `事项${earlier.matter}已于${chineseDate(earlier.on)}被通报，同一事项只计一次` });
}

/** RULES 9.corrections: an office takes back what it has entered itself. */
export const byNamer = condition<Now>('NOT_ALLOWED', ({ facts: { namings }, by: { office } }) =>
  namings.length === 0 || namings.some(({ by }) => by === office)
    ? undefined
    : '上级通报由其他单位登记，应由登记单位撤销，本单位没有登记过。',
);
export const hasNaming = condition<Now>('CONDITIONS_NOT_MET', ({ facts: { namings } }) =>
  namings.length > 0 ? undefined : '没有登记上级通报，无可撤销。',
);
export const sinceNaming = ({ facts: { namings }, by: { office } }: Now): DayBound | undefined => {
  const first = namings.find(({ by }) => by === office);
  return first === undefined ? undefined : { on: first.on, what: '上级通报之日', code: 'CONDITIONS_NOT_MET' };
};

/** RULES 0.dates: a naming recorded in error is taken back. */
export function judgeWithdrawnNaming({ facts, body: { matter }, by, on }: Said<'withdrawNaming'>): Judged {
  const known = facts.namings.find((naming) => naming.matter === matter);
  if (known === undefined) return refuse('CONDITIONS_NOT_MET', clause, `没有登记事项${matter}的上级通报`, 'matter');
  if (known.by !== by.office) {
    const words =
      known.by === 'system'
        ? `事项${matter}由上级检查通报自动计入，应由印发通报的单位更正。`
        : `事项${matter}由${officeKindName(known.by)}〔${known.by}〕登记，应由登记单位撤销。`;
    return refuse('NOT_ALLOWED', clause, words, 'matter');
  }
  return isBefore(on, known.on)
    ? refuse('CONDITIONS_NOT_MET', clause, `更正不得早于通报之日（${chineseDate(known.on)}）`, 'occurredOn')
    : admit();
}

const pending = ({ ranking }: PostingFacts) => ranking.interviews.find(({ heldOn }) => heldOn === undefined);

/** The days on which an interview was ordered by hand. */
const orderedByHand = ({ ranking }: PostingFacts): CivilDate[] =>
  ranking.interviews
    .flatMap(({ key, orderedOn }) => (orderedOn !== null && key === handOrderedKey(orderedOn) ? [orderedOn] : []))
    .sort();

const onePending = '该干部已有一次约谈待进行，不同时进行两次约谈；新的情形请在该次约谈中一并提出';

/** Meanwhile only what was ordered on the same day already is recorded once more. */
export const nonePending = condition<Now>('WRONG_STAGE', ({ facts }) =>
  pending(facts) === undefined || orderedByHand(facts).length > 0 ? undefined : onePending,
);
const boundWhilePending = ({ facts }: Now, which: 0 | -1): DayBound | undefined => {
  const day = orderedByHand(facts).at(which);
  return pending(facts) === undefined || day === undefined
    ? undefined
    : { on: day, what: '决定约谈之日', why: onePending, code: 'WRONG_STAGE' };
};
export const sinceOrder = (now: Now): DayBound | undefined => boundWhilePending(now, 0);
export const untilOrder = (now: Now): DayBound | undefined => boundWhilePending(now, -1);
export const toldOrdered = ({ facts, on }: Now & { on: CivilDate }): string | undefined =>
  orderedByHand(facts).includes(on) ? `${chineseDate(on)}已决定约谈，本次登记作为补充记录` : undefined;

/** Clause C-3.7: an interview the organization department orders itself; what it rests on must not be consumed. */
export function judgeOrderedInterview({ facts, body }: Said<'orderInterview'>): Judged {
  const { months, bulletins } = groundsOf(body);
  const month = months.find((one) => !facts.ranking.freeMonths.includes(one));
  if (month !== undefined) {
    const words = `${chineseMonth(month)}月考未排名靠后，或已计入其他约谈`;
    return refuse('CONDITIONS_NOT_MET', clause, words, 'because.months');
  }
  const matter = bulletins.find((one) => !facts.ranking.freeMatters.includes(one));
  if (matter !== undefined)
    return refuse('CONDITIONS_NOT_MET', clause, `事项${matter}未被上级通报，或已计入其他约谈`, 'because.bulletins');
  return pending(facts) === undefined ? admit() : refuse('WRONG_STAGE', clause, `${onePending}。`, 'occurredOn');
}
