import { addDays, civilDateOf, earlierOf, instantOf, type CivilDate } from './civil-date';
import { openStandstill, startOf, type Deadline, type Rung } from './deadline';
import { officeAbove, type OfficeId } from '../base/office';

/** Ladders of reminders, named in the policy set. */
export type LadderName = 'default' | 'acceptance' | 'weekly';

export interface RungRule {
  /** Days from the due date; negative before it. */
  days: number;
  to: 'responsible' | 'head' | 'above' | 'above-again';
  criticism?: boolean;
}

/** What an office chose of its ladders; rungs stand at one time of the day. */
export interface LadderSettings {
  ladders: Record<LadderName, RungRule[]>;
  rungTime: string;
}

/**
 * RULES 0.reminders: the rungs of a deadline's present date, in order. Left out are those whose moment had passed when the date
 * began to bind (start, resumption, extension), those after it was met or dropped, and all of them while the clock stands.
 */
export function rungsOf(deadline: Deadline, settings: LadderSettings): Rung[] {
  return settings.ladders[deadline.ladder]
    .map((rule) => rungAt(deadline, rule, settings.rungTime))
    .filter((rung) => binds(deadline, rung))
    .sort((one, other) => one.days - other.days);
}

function rungAt(deadline: Deadline, rule: RungRule, time: string): Rung {
  return {
    key: `${deadline.id}@${deadline.due}#${rule.days}`,
    deadline: deadline.id,
    days: rule.days,
    at: instantOf(addDays(deadline.due, rule.days), time),
    to: rule.to,
    recipient: recipientOf(deadline, rule.to),
    criticism: rule.criticism ?? false,
  };
}

function recipientOf({ owner, line, above }: Deadline, to: Rung['to']): OfficeId {
  switch (to) {
    case 'responsible':
    case 'head':
      return owner;
    case 'above':
      return above ?? officeAbove(owner, line);
    case 'above-again':
      return above ?? officeAbove(officeAbove(owner, line), line);
  }
}

function binds(deadline: Deadline, rung: Rung): boolean {
  const day = civilDateOf(rung.at);
  return openStandstill(deadline) === undefined && hasBegun(deadline, rung, day) && day <= lastDayOwed(deadline);
}

function hasBegun(deadline: Deadline, rung: Rung, day: CivilDate): boolean {
  const { startedAt, standstills = [], extension } = deadline;
  const beginnings = [instantOf(startOf(deadline), '00:00'), ...(startedAt === undefined ? [] : [startedAt])];
  const changes = [
    ...standstills.flatMap(({ to }) => to ?? []),
    ...(extension === undefined ? [] : [extension.grantedOn]),
  ];
  return (
    beginnings.every((instant) => Date.parse(instant) <= Date.parse(rung.at)) && changes.every((change) => change < day)
  );
}

const lastDayOwed = ({ metOn, dropped }: Deadline): CivilDate =>
  earlierOf('9999-12-31', ...[metOn, dropped?.on].filter((date) => date !== undefined));
