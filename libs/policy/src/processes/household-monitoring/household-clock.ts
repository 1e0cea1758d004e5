import type { Act, CaseFile } from '../../case/case';
import type { CivilDate } from '../../dates/civil-date';
import {
  computeDeadline,
  judgeExtension,
  judgeResumption,
  judgeSuspension,
  type Deadline,
  type DeadlineSpec,
} from '../../dates/deadline';
import type { ExtendBody, HouseholdOpening, ResumeBody, SuspendBody } from './household-acts';
import { householdDeadlines } from './household-deadlines';
import type { HouseholdFacts } from './household-facts';
import type { Settings } from '../../settings/policy-set';
import { admit, refuse, type Refusal, type Verdict } from '../../base/verdict';

/** Stops one clock or all that run; no clause grants it, an office switches it on (RULES 0.extension). */
export function judgeClockStop(
  file: CaseFile<HouseholdOpening>,
  facts: HouseholdFacts,
  settings: Settings,
  act: Act<SuspendBody>,
): Verdict {
  const running = targets(file, facts, settings, act).filter(
    (deadline) => act.body.deadline !== undefined || !stands(deadline),
  );
  return each(running, act, (deadline) => judgeSuspension(deadline, settings, act.occurredOn));
}

/** Lets one clock or all that stand run on with the remainder. */
export function judgeClockRestart(
  file: CaseFile<HouseholdOpening>,
  facts: HouseholdFacts,
  settings: Settings,
  act: Act<ResumeBody>,
): Verdict {
  const standing = targets(file, facts, settings, act).filter(
    (deadline) => act.body.deadline !== undefined || stands(deadline),
  );
  return each(standing, act, (deadline) => judgeResumption(deadline, settings, act.occurredOn));
}

/** One extension before expiry, by the office above, with reason. */
export function judgeClockExtension(
  file: CaseFile<HouseholdOpening>,
  facts: HouseholdFacts,
  settings: Settings,
  act: Act<ExtendBody>,
): Verdict {
  return each(targets(file, facts, settings, act), act, (deadline) =>
    judgeExtension(deadline, settings, act.occurredOn),
  );
}

/** The deadline that is named, however it stands, or all that run; help at once is not stopped together with the rest. */
function targets(
  file: CaseFile<HouseholdOpening>,
  facts: HouseholdFacts,
  settings: Settings,
  act: Act<ResumeBody>,
): Deadline[] {
  const { deadline: id } = act.body;
  const specs = householdDeadlines(facts, settings).filter((spec) =>
    id === undefined ? isRunningBeside(spec, act.occurredOn) : spec.id === id,
  );
  return specs.map((spec) => computeDeadline(spec, file.calendar));
}

const isRunningBeside = ({ id, trigger, metOn, dropped }: DeadlineSpec, on: CivilDate): boolean =>
  id !== 'first-help' && trigger <= on && metOn === undefined && dropped === undefined;

const stands = (deadline: Deadline): boolean =>
  deadline.suspensions?.some(({ resumedOn }) => resumedOn === undefined) ?? false;

function each(deadlines: readonly Deadline[], act: Act<ResumeBody>, judge: (deadline: Deadline) => Verdict): Verdict {
  if (deadlines.length === 0) return noSuchDeadline(act);
  return deadlines.map(judge).find((verdict) => !verdict.admitted) ?? admit();
}

const noSuchDeadline = (act: Act<ResumeBody>): Refusal =>
  refuse(
    'UNKNOWN_SUBJECT',
    'A-2.1',
    act.body.deadline === undefined
      ? `在 ${act.occurredOn} 没有可以这样办理的未办结时限。`
      : `没有编号为 ${act.body.deadline} 的时限。`,
    'deadline',
  );
