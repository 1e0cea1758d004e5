import type { ActRequest } from '@duban/contracts/case-workflow';
import { isCivilDate } from '@duban/policy/dates/civil-date';
import { refuse, type Refusal } from '@duban/policy/base/verdict';

const words = '登记的发生日期或时刻无法识别，请核对后重新登记。';
const unreadable = (): Refusal => refuse('INVALID_INPUT', 'A-0', words, 'occurredOn');

/** For who waits for an answer: whatever stands where a day or a moment should is refused before the rules reckon with it. */
export const refuseUnreadable = ({ act, at }: ActRequest): Refusal | undefined =>
  isCivilDate(act.occurredOn) && isMoment(at) ? undefined : unreadable();

/**
 * For what nobody waits for: rules that reckon with what is no day at all would fail the task, and the engine would try it for ever.
 * Only what can never have been reckoned with before, so that running cases go on as they did.
 */
export const ignoreUnreadable = ({ act, at }: ActRequest): Refusal | undefined =>
  isMoment(act.occurredOn) && isMoment(at) ? undefined : unreadable();

const isMoment = (text: unknown): boolean => typeof text === 'string' && !Number.isNaN(Date.parse(text));
