import type { ActRequest } from '@duban/contracts/case-workflow';
import { isCivilDate } from '@duban/policy/dates/civil-date';
import { refuse, type Refusal } from '@duban/policy/base/verdict';

const words = '登记的发生日期或时刻无法识别，请核对后重新登记。';
const unreadable = (): Refusal => refuse('INVALID_INPUT', 'A-0', words, 'occurredOn');

/** For an update, whose caller waits: refused unless `occurredOn` is a real day and `at` a moment. */
export const refuseUnreadable = ({ act, at }: ActRequest): Refusal | undefined =>
  isCivilDate(act.occurredOn) && isMoment(at) ? undefined : unreadable();

/**
 * For a signal, which nobody can be told about: text that no `Date` can parse would throw inside the rules, and the engine would repeat
 * the task for ever. Days that do parse (31 November) go through as they always did, so that running cases replay.
 */
export const ignoreUnreadable = ({ act, at }: ActRequest): Refusal | undefined =>
  isMoment(act.occurredOn) && isMoment(at) ? undefined : unreadable();

const isMoment = (text: unknown): boolean => typeof text === 'string' && !Number.isNaN(Date.parse(text));
