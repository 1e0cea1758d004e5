import { actsOf } from '../../case/act-order';
import { addDays, laterOf, type CivilDate } from '../../dates/civil-date';
import type { DayBound } from '../../case/operation';
import { chineseDate, chineseMonth } from '../../dates/civil-date';
import type { AssessmentFile, MonthFacts } from './monthly-assessment-facts';

/** An interview that rests on the month (C-3.7), as the posting tells it. */
export interface Talk {
  talk: string;
  heldOn?: CivilDate;
  handledOn?: CivilDate;
}

/** So long after an interview was held the months behind it may still be corrected. */
const daysAfterTalk = 10;
/** A month that nothing rests on is put away a year after its bulletin: until then a later month may lead to an interview that rests on it. */
const keptDays = 366;

/** The interviews that are owed or were held; one that was dropped is none. */
export function talksIn({ acts }: AssessmentFile): Talk[] {
  const talks = new Map<string, Talk>();
  const said = actsOf(acts, 'talkOwed', 'talkHeld', 'talkHandled', 'talkDropped').sort(
    (a, b) => a.sequence - b.sequence,
  );
  for (const { operation, occurredOn: on, body } of said) {
    const known = talks.get(body.talk) ?? { talk: body.talk };
    if (operation === 'talkDropped') talks.delete(body.talk);
    else if (operation === 'talkHeld') talks.set(body.talk, { ...known, heldOn: on });
    else if (operation === 'talkHandled') talks.set(body.talk, { ...known, handledOn: on });
    else talks.set(body.talk, known);
  }
  return [...talks.values()].sort((a, b) => (a.talk < b.talk ? -1 : 1));
}

/** OBLIGATIONS D16: the last day of corrections; none while an interview resting on the month is owed, none either before the bulletin. */
function correctableUntil({ bulletin, talks, settings }: MonthFacts): CivilDate | undefined {
  if (bulletin === undefined || talks.some(isOwed)) return undefined;
  const held = talks.flatMap(({ heldOn }) => (heldOn === undefined ? [] : [addDays(heldOn, daysAfterTalk)]));
  return laterOf(addDays(bulletin.occurredOn, settings.monthCorrectionDays), ...held);
}

const isOwed = ({ heldOn, handledOn }: Talk): boolean => heldOn === undefined && handledOn === undefined;

/** Never after handling that rests on the month. */
export const handlingOn = ({ talks }: MonthFacts): CivilDate | undefined =>
  talks.flatMap(({ handledOn }) => handledOn ?? []).sort()[0];

/** The last day a correction may be dated. */
export function untilClosed({ file, facts }: { file: AssessmentFile; facts: MonthFacts }): DayBound | undefined {
  const on = correctableUntil(facts);
  if (on === undefined) return undefined;
  const why = `${chineseMonth(file.opening.month)}考核的更正期至${chineseDate(on)}止（通报后${facts.settings.monthCorrectionDays}日，以本月为依据的约谈进行后${daysAfterTalk}日），现没有以本月为依据的待办约谈`;
  return { on, what: '更正期最后一日', why, code: 'CLOSED_PERIOD' };
}

/** The day the month is put away; unknown while it is open without end. */
export function closedFrom(facts: MonthFacts): CivilDate | undefined {
  const until = correctableUntil(facts);
  return until === undefined || facts.bulletin === undefined
    ? undefined
    : laterOf(addDays(until, 1), addDays(facts.bulletin.occurredOn, keptDays));
}
