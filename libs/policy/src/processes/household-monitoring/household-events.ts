import { refuse, admit, type Admission, type FieldRefusal } from '../../base/verdict';
import { actsOf } from '../../case/act-order';
import type { KeptActOf } from '../../case/case';
import type { Saying } from '../../case/operation';
import { chineseDate, type CivilDate } from '../../dates/civil-date';
import type { FirstHelpBody, HouseholdBodies, HouseholdOpening } from './household-acts';
import type { Household, HouseholdFacts } from './household-facts';

type HouseholdAct = KeptActOf<HouseholdBodies>;

/** Clause B-3.2: a sudden disaster or accident that opens the green channel, before or while a household is monitored. */
export interface SuddenEvent {
  event: string;
  on: CivilDate;
  /** It began the episode. */
  isOpening: boolean;
  /** The first help it got. */
  helpedOn?: CivilDate;
}

/** Clause B-3.2: events in the order of their days, each with its first help: what names it, or what came after it and names none. */
export function readEvents({ greenChannel }: HouseholdOpening, acts: readonly HouseholdAct[]): SuddenEvent[] {
  const events = new Map<CivilDate, SuddenEvent>();
  const add = (event: string, on: CivilDate, isOpening = false): void =>
    void (events.has(on) || events.set(on, { event, on, isOpening }));
  if (greenChannel !== null) add(greenChannel.event, greenChannel.eventOn, true);
  for (const act of acts) {
    if (act.operation === 'suddenEvent') add(act.body.event, act.occurredOn);
    if (act.operation === 'firstHelp' && isStated(act.body)) add(act.body.event, act.body.eventOn);
  }
  const inOrder = [...events.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
  for (const { occurredOn, body } of actsOf(acts, 'firstHelp')) {
    const helped = inOrder.find((event) => event === eventOfHelp(inOrder, body, occurredOn));
    if (helped !== undefined) helped.helpedOn ??= occurredOn;
  }
  return inOrder;
}

const isStated = (body: FirstHelpBody): body is Required<FirstHelpBody> & { event: string; eventOn: CivilDate } =>
  body.event !== undefined && body.eventOn !== undefined;

/** The event that is named, or else the last one up to the day of the help. */
const eventOfHelp = (
  events: readonly SuddenEvent[],
  { eventOn }: FirstHelpBody,
  on: CivilDate,
): SuddenEvent | undefined =>
  eventOn === undefined ? events.findLast((event) => event.on <= on) : events.find((event) => event.on === eventOn);

/** Clause B-3.2: help at once; kept without a stated event too, which is then asked for. */
export function judgeFirstHelp({ file, facts, body, on }: Saying<Household, 'firstHelp'>): Admission | FieldRefusal {
  const refused = refuseEvent(body, file.openedOn, on);
  if (refused !== undefined) return refused;
  const event = eventOfHelp(facts.events, body, on);
  if (event === undefined)
    return isStated(body)
      ? admit()
      : admit({ told: '已登记；尚无突发事件记录，请登记所因的突发灾害或意外事故及其发生日期。' });
  return event.helpedOn === undefined || event.helpedOn > on
    ? admit()
    : admit({
        keep: false,
        told: `“${event.event}”的首次帮扶已于${chineseDate(event.helpedOn)}登记，本次登记作为补充记录。`,
      });
}

function refuseEvent({ event, eventOn }: FirstHelpBody, openedOn: CivilDate, on: CivilDate): FieldRefusal | undefined {
  if (event === undefined && eventOn === undefined) return undefined;
  if (event === undefined || eventOn === undefined)
    return refuse(
      'INVALID_INPUT',
      'B-3.2',
      '写明突发事件的，应同时写明事件内容和发生日期，只收到其中一项。',
      event === undefined ? 'event' : 'eventOn',
    );
  if (eventOn > on)
    return refuse(
      'OUT_OF_RANGE',
      'B-3.2',
      `事件应不晚于帮扶之日（${chineseDate(on)}）发生，收到的是${chineseDate(eventOn)}。`,
      'eventOn',
    );
  return eventOn >= openedOn
    ? undefined
    : refuse(
        'BEFORE_BEGINNING',
        'B-3.2',
        `事件应不早于本次监测开始之日（${chineseDate(openedOn)}）发生，收到的是${chineseDate(eventOn)}。`,
        'eventOn',
      );
}

/** The same event said by a second officer. */
export const eventKnown = ({ facts, on }: { facts: HouseholdFacts; on: CivilDate }): string | undefined => {
  const known = facts.events.find((event) => event.on === on);
  return known && `${chineseDate(on)}的“${known.event}”已登记，本次登记作为补充记录。`;
};
