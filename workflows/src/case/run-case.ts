import {
  caseState,
  confirmOpening,
  recordAct,
  reprojectCase,
  tellCase,
  type ActAnswer,
  type ActRequest,
  type CarriedCase,
  type CaseStart,
  type CaseState,
  type Reprojection,
} from '@duban/contracts/case-workflow';
import type { ProcessRules } from '@duban/policy/case/process';
import type { Instant } from '@duban/policy/dates/civil-date';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { CaseRun, failureOf, instantNow } from './case-run';
import { beginning } from './ledger-position';

const acted = defineUpdate<ActAnswer, [ActRequest]>(recordAct);
const opened = defineUpdate<ActAnswer, [{ key: string; bodyHash: string }]>(confirmOpening);
const told = defineSignal<[ActRequest]>(tellCase);
const reprojected = defineSignal<[Reprojection]>(reprojectCase);
const stateAsked = defineQuery<CaseState>(caseState);

/** One case, from its opening to its end: every process runs this story with its own rules. */
export async function runCase<Opening>(rules: ProcessRules<Opening>, input: CaseStart | CarriedCase): Promise<string> {
  const start = 'start' in input ? input.start : input;
  const run = new CaseRun(rules as unknown as ProcessRules, start, 'position' in input ? input.position : beginning);
  if ('start' in input) run.carryOn(input.state);
  else run.open(input);

  setHandler(stateAsked, () => run.state);
  setHandler(told, (request) => run.hear(request));
  setHandler(reprojected, (order) => run.reproject(order));
  setHandler(acted, (request) => run.record(request), { validator: (request) => run.refuseUnlessAdmitted(request) });
  setHandler(opened, ({ key }) => run.confirm(key), {
    validator: ({ key, bodyHash }) => run.refuseUnlessOpenedBy(key, bodyHash),
  });
  // A case that was never opened fails, which leaves its id free for a proper opening.
  if (run.refusal !== undefined) throw failureOf(run.refusal);

  // Sleep until the next reminder, consequence or notice is due; an update or signal that moves this instant sets the timer anew.
  while (!run.state.ended && !isLong(start)) {
    const armed = run.wake;
    await untilInstant(armed, () => run.wake !== armed || run.state.ended || isLong(start));
    if (run.wake === armed) run.wakeUp();
  }

  await untilAtRest(run, start);
  if (!run.state.ended) await continueAsNew<(carried: CarriedCase) => Promise<string>>(run.carried);
  return 'ended';
}

/** Waits until something changed, or until the instant on this case's own clock. */
async function untilInstant(instant: Instant | null, changed: () => boolean): Promise<void> {
  if (instant === null) await condition(changed);
  else if (instant > instantNow()) await condition(changed, Date.parse(instant) - Date.parse(instantNow()));
}

/**
 * Waits until every update is answered and every write has reached the ledger; only then does the case continue as new. The engine
 * rejects a workflow task that continues as new when a message has arrived meanwhile, and runs it again: whatever the task had
 * written to the ledger would be written a second time.
 */
async function untilAtRest(run: CaseRun, start: RunOf): Promise<void> {
  const isIdle = (): boolean => allHandlersFinished() && run.isSettled;
  for (;;) {
    await condition(isIdle);
    const { state } = run;
    if (state.ended) return;
    await sleep(restMs);
    if (isIdle() && (run.state === state || isTooLong(start))) return;
  }
}

const restMs = 20;

type RunOf = Pick<CaseStart, 'run'>;

const isLong = (start: RunOf): boolean =>
  workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > start.run.continueAfterEvents;
const isTooLong = (start: RunOf): boolean => workflowInfo().historyLength > 5 * start.run.continueAfterEvents;
