import { admit, refuse, type Admission, type FieldRefusal, type Verdict } from '../../base/verdict';
import { condition, type Condition, type DayBound, type Saying, type Situation } from '../../case/operation';
import { chineseDate, laterOf, type CivilDate } from '../../dates/civil-date';
import {
  computeDeadline,
  judgeExtension,
  judgeResumption,
  judgeSuspension,
  openStandstill,
  startOf,
  type Deadline,
  type DeadlineSpec,
} from '../../dates/deadline';
import { householdDeadlines, isFirstHelp } from './household-deadlines';
import type { Household } from './household-facts';

type Now = Situation<Household>;
type ClockSaying = Saying<Household, 'suspend' | 'resume' | 'extend'>;
type JudgeDeadline = (deadline: Deadline, now: Now, on: CivilDate) => Verdict;

const suspending: JudgeDeadline = (deadline, { facts }, on) => judgeSuspension(deadline, facts.settings, on);
const resuming: JudgeDeadline = (deadline, { facts }, on) => judgeResumption(deadline, facts.settings, on);
const extending: JudgeDeadline = (deadline, { facts }, on) => judgeExtension(deadline, facts.settings, on);

const suspensionAllowed = condition<Now>('SWITCHED_OFF', ({ facts: { settings } }) =>
  settings.suspensionAllowed ? undefined : '条款未规定可以中止，本单位也未启用中止，期限照常计算。',
);
const extensionAllowed = condition<Now>('SWITCHED_OFF', ({ facts: { settings } }) =>
  settings.extensionAllowed ? undefined : '条款未规定可以延期，本单位也未启用延期，期限不予延长。',
);

/** Stops one clock or all that run; no clause grants it, an office switches it on (RULES 0.extension). */
export const clockStop = {
  ...clockRow(suspending, [suspensionAllowed]),
  judge: (saying: Saying<Household, 'suspend'>): Admission | FieldRefusal =>
    judgeEach(saying, suspending, (deadline) => !stands(deadline)),
};

/** Lets one clock or all that stand run on with the remainder. */
export const clockRestart = {
  ...clockRow(resuming, []),
  judge: (saying: Saying<Household, 'resume'>): Admission | FieldRefusal => judgeEach(saying, resuming, stands),
};

/** One extension before expiry, by the office above, with reason. */
export const clockExtension = {
  ...clockRow(extending, [extensionAllowed]),
  judge: (saying: Saying<Household, 'extend'>): Admission | FieldRefusal => judgeEach(saying, extending, () => true),
};

/** There is a deadline that can be treated so, from the first day on which one can to the last. */
function clockRow(judge: JudgeDeadline, allowed: readonly Condition<Now>[]) {
  return {
    when: [
      ...allowed,
      condition<Now>('UNKNOWN_SUBJECT', (now) =>
        spansOf(now, judge).length > 0 ? undefined : '目前没有可以这样办理的未办结时限。',
      ),
    ],
    since: (now: Now): DayBound | undefined => {
      const [first] = spansOf(now, judge)
        .map(({ from }) => from)
        .sort();
      return first === undefined ? undefined : { on: first, what: '时限可以这样办理的首日' };
    },
    until: (now: Now): DayBound | undefined => {
      const last = spansOf(now, judge)
        .map(({ to }) => to)
        .sort()
        .at(-1);
      return last === undefined ? undefined : { on: last, what: '期限届满之日' };
    },
  };
}

/** The days on which each deadline can be treated so; while its clock stands there is no last one. */
function spansOf(now: Now, judge: JudgeDeadline): { from: CivilDate; to: CivilDate }[] {
  return deadlinesOf(now).flatMap((deadline) => {
    const from = beginningsOf(deadline)
      .map((day) => laterOf(day, now.file.openedOn))
      .filter((day) => day <= now.today && judge(deadline, now, day).admitted)
      .sort()[0];
    const to = openStandstill(deadline) === undefined ? deadline.due : now.today;
    return from === undefined ? [] : [{ from, to }];
  });
}

/** What a deadline allows begins with its own first day, or where its clock stood still or ran on. */
const beginningsOf = (deadline: Deadline): CivilDate[] => [
  startOf(deadline),
  ...(deadline.standstills ?? []).flatMap(({ from, to = from }) => [from, to]),
];

const deadlinesOf = ({ file, facts }: Now, isMeant: (spec: DeadlineSpec) => boolean = () => true): Deadline[] =>
  householdDeadlines(facts)
    .filter(isMeant)
    .map((spec) => computeDeadline(spec, file.calendar));

/** The deadline that is named, however it stands, or all that run and are meant; help at once is not stopped together with the rest. */
function judgeEach(
  saying: ClockSaying,
  judge: JudgeDeadline,
  isMeant: (deadline: Deadline) => boolean,
): Admission | FieldRefusal {
  const { on, body } = saying;
  const id = body.deadline;
  const targets =
    id === undefined
      ? deadlinesOf(saying, (spec) => isRunningBeside(spec, on)).filter(isMeant)
      : deadlinesOf(saying, (spec) => spec.id === id);
  if (targets.length === 0) return noSuchDeadline(id, on);
  const refused = targets.map((deadline) => judge(deadline, saying, on)).find(({ admitted }) => !admitted);
  return refused === undefined || refused.admitted ? admit() : { ...refused, field: fieldOf(refused.code) };
}

const isRunningBeside = ({ id, trigger, metOn, dropped }: DeadlineSpec, on: CivilDate): boolean =>
  !isFirstHelp(id) && trigger <= on && metOn === undefined && dropped === undefined;

const stands = (deadline: Deadline): boolean =>
  deadline.suspensions?.some(({ resumedOn }) => resumedOn === undefined) ?? false;

const fieldOf = (code: string): string =>
  code === 'BEFORE_BEGINNING' || code === 'EXPIRED' ? 'occurredOn' : 'deadline';

const noSuchDeadline = (id: string | undefined, on: CivilDate): FieldRefusal =>
  refuse(
    'UNKNOWN_SUBJECT',
    'A-2.1',
    id === undefined ? `在${chineseDate(on)}没有可以这样办理的未办结时限。` : `没有编号为 ${id} 的时限。`,
    'deadline',
  );
