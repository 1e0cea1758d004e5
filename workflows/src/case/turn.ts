import type {
  ActAnswer,
  ActRequest,
  CaseStart,
  CaseState,
  Question,
  Reprojection,
  TurnCommit,
} from '@duban/contracts/case-workflow';
import type { Json } from '@duban/policy/base/json';
import type { ProcessRules } from '@duban/policy/case/process';
import { redeliver } from '@duban/policy/case/recorded-file';
import type { Instant } from '@duban/policy/dates/civil-date';
import type { Admission, Refusal } from '@duban/policy/base/verdict';
import { settleConsequences, settleNotices } from './consequence-turn';
import { fireRungs, settleDeadlines } from './deadline-turn';
import { beginTurn, enter, type Draft, type TurnContext } from './draft';
import { laterOf } from './judge-act';
import { remember } from './known-keys';
import { nextWake } from './next-wake';
import { settleRecords } from './record-turn';
import { resendable } from './redelivery';
import { snapshotOf } from './snapshot';

/** What one turn of a case comes to: the new state, what to commit, what to ask, and when to wake next. */
export interface Turn {
  state: CaseState;
  commit: TurnCommit;
  questions: Question[];
  wake: Instant | null;
}

/** The case begins: the opening is its first entry. */
export function openTurn(start: CaseStart, rules: ProcessRules, now: Instant): Turn {
  const draft = beginTurn({ state: emptyState(start), rules, now: laterOf(now, start.at), run: start.run });
  enter(draft, {
    kind: 'act',
    name: 'opened',
    clause: start.clause,
    by: start.openedBy,
    occurredOn: start.openedOn,
    what: start.what,
    detail: start.opening,
    key: start.key,
  });
  const turn = finish(draft);
  remember(turn.state, start.key, answerOf(turn.state, draft, start.bodyHash, { admitted: true, keep: false }));
  return turn;
}

/** Records an admitted act and settles all that follows from it. */
export function actTurn(
  context: TurnContext,
  request: ActRequest,
  admission: Admission,
): { turn: Turn; answer: ActAnswer } {
  const { state, rules } = context;
  const { act } = request;
  const at = laterOf(context.now, request.at);
  const before = act.operation === redeliver ? resendable(state, rules.view(state.file)) : state;
  const file = {
    ...before.file,
    acts: admission.keep
      ? [...before.file.acts, rules.carried({ ...act, sequence: state.sequence + 1, recordedAt: at })]
      : before.file.acts,
  };
  const draft = beginTurn({ ...context, state: before, now: at }, file);
  enter(draft, {
    kind: 'act',
    name: act.operation,
    clause: request.clause,
    by: act.by,
    occurredOn: act.occurredOn,
    what: request.what,
    detail: {
      body: act.body as Json,
      bodyHash: request.bodyHash,
      answer: admission.answer ?? null,
      told: admission.told ?? null,
      keep: admission.keep,
    },
    key: act.key,
  });
  const turn = finish(draft);
  const answer = answerOf(turn.state, draft, request.bodyHash, admission);
  remember(turn.state, act.key, answer);
  return { turn, answer };
}

/** A message that may not be recorded leaves a trace and changes nothing. */
export function ignoredTurn(context: TurnContext, request: ActRequest, refusal: Refusal): Turn {
  const { act } = request;
  const draft = beginTurn({ ...context, now: laterOf(context.now, request.at) });
  enter(draft, {
    kind: 'event',
    name: 'message-ignored',
    clause: refusal.clause,
    what: refusal.detail,
    detail: { operation: act.operation, code: refusal.code },
  });
  const turn = finish(draft);
  remember(
    turn.state,
    act.key,
    answerOf(turn.state, draft, request.bodyHash, { admitted: true, keep: false, told: refusal.detail }),
  );
  return turn;
}

/** Time has passed: rungs, dated consequences and notices whose moment has come. */
export const wakeTurn = (context: TurnContext): Turn => finish(beginTurn(context));

/** Notices that found no inbox become part of the file, and may change what follows (the fairness rule). */
export function undeliveredTurn(context: TurnContext, notices: readonly string[]): Turn {
  const { file } = context.state;
  const undelivered = [...new Set([...file.undelivered, ...notices])];
  return finish(beginTurn(context, { ...file, undelivered }));
}

/** Notices sent again that have found an inbox now: what waited for them may go on. */
export function deliveredTurn(context: TurnContext, notices: readonly string[]): Turn {
  const { file } = context.state;
  const undelivered = file.undelivered.filter((key) => !notices.includes(key));
  return finish(beginTurn(context, { ...file, undelivered }));
}

/** Another policy version or calendar for this open case, by an office's order; moved deadlines record both dates. */
export function reprojectTurn(context: TurnContext, order: Reprojection): Turn {
  const { state } = context;
  const file = {
    ...state.file,
    policy: order.policy ?? state.file.policy,
    calendar: order.calendar ?? state.file.calendar,
  };
  const draft = beginTurn({ ...context, now: laterOf(context.now, order.at) }, file);
  enter(draft, {
    kind: 'act',
    name: 'reproject',
    clause: 'A-0',
    by: order.by,
    what: `改用政策版本${file.policy.set}.${file.policy.version}、日历${file.calendar.version}`,
    detail: {
      policyBefore: policyName(state),
      policy: `${file.policy.set}.${file.policy.version}`,
      calendar: file.calendar.version,
    },
    key: order.key,
  });
  const turn = finish(draft);
  remember(turn.state, order.key, answerOf(turn.state, draft, '', { admitted: true, keep: false }));
  return turn;
}

function finish(draft: Draft): Turn {
  settleDeadlines(draft);
  fireRungs(draft);
  settleConsequences(draft);
  settleNotices(draft);
  settleRecords(draft);
  settleEnd(draft);
  const { state } = draft;
  return {
    state,
    questions: draft.questions,
    wake: nextWake(draft),
    commit: {
      messages: draft.messages,
      write: {
        sequence: state.sequence,
        snapshot: snapshotOf(draft),
        entries: draft.entries,
        deadlines: draft.deadlines,
        notices: draft.notices,
        candidates: draft.candidates,
        records: draft.records,
        removedRecords: draft.removedRecords,
      },
    },
  };
}

function settleEnd(draft: Draft): void {
  const { ended } = draft.view;
  if (ended === undefined || draft.state.ended) return;
  draft.state.ended = true;
  enter(draft, {
    kind: 'event',
    name: 'ended',
    clause: 'A-0',
    what: `办结：${ended.outcomeName}`,
    detail: { outcome: ended.outcome, on: ended.on },
  });
}

const answerOf = (state: CaseState, draft: Draft, bodyHash: string, admission: Admission): ActAnswer => ({
  caseId: state.file.caseId,
  sequence: state.sequence,
  stage: draft.view.stage,
  stageName: draft.view.stageName,
  bodyHash,
  ledger: 'written',
  ...(admission.told === undefined ? {} : { told: admission.told }),
  ...(admission.answer === undefined ? {} : { answer: admission.answer }),
});

const policyName = (state: CaseState): string => `${state.file.policy.set}.${state.file.policy.version}`;

const emptyState = (start: CaseStart): CaseState => ({
  version: 1,
  file: {
    caseId: start.caseId,
    openedOn: start.openedOn,
    openedBy: start.openedBy,
    opening: start.opening,
    policy: start.policy,
    calendar: start.calendar,
    acts: [],
    undelivered: [],
  },
  sequence: 0,
  latest: start.at,
  keys: {},
  deadlines: {},
  firedRungs: [],
  carriedOut: {},
  takenBack: {},
  sentNotices: [],
  records: {},
  candidates: {},
  ended: false,
});
