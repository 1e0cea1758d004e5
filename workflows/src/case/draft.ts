import type { CaseMessage, CaseState, Question, RunOptions } from '@duban/contracts/case-workflow';
import type {
  CriticismCandidate,
  LedgerDeadline,
  LedgerEntry,
  LedgerNotice,
  LedgerWrite,
} from '@duban/contracts/ledger';
import type { CaseView } from '@duban/policy/case/case';
import type { ProcessRules } from '@duban/policy/case/process';
import { civilDateOf, instantOf, type CivilDate, type Instant } from '@duban/policy/dates/civil-date';
import { addDays } from '@duban/policy/dates/civil-date';
import type { OfficeId } from '@duban/policy/base/office';
import { settingsOf, type Settings } from '@duban/policy/settings/policy-set';

/** The case as a turn finds it: its state, its rules, the moment, and how cases run here. */
export interface TurnContext {
  readonly state: CaseState;
  readonly rules: ProcessRules;
  readonly now: Instant;
  readonly run: RunOptions;
}

/** What one turn is going to write and send, filled while the new view is compared with what the case has written and sent before. */
export interface Draft extends Omit<TurnContext, 'state'> {
  state: CaseState;
  readonly today: CivilDate;
  readonly settings: Settings;
  view: CaseView;
  /** What followed from the facts before this turn. */
  readonly viewBefore: () => CaseView;
  readonly entries: LedgerEntry[];
  readonly deadlines: LedgerDeadline[];
  readonly notices: LedgerNotice[];
  readonly candidates: CriticismCandidate[];
  readonly records: LedgerWrite['records'][number][];
  readonly removedRecords: LedgerWrite['removedRecords'][number][];
  readonly messages: CaseMessage[];
  readonly questions: Question[];
}

/** Starts a turn on a copy of the state, with the file as it stands after the act: a turn that fails must leave the case as it was. */
export function beginTurn({ state, rules, now, run }: TurnContext, file: CaseState['file'] = state.file): Draft {
  const latest = now > state.latest ? now : state.latest;
  const draft: CaseState = {
    ...state,
    file,
    latest,
    keys: { ...state.keys },
    deadlines: { ...state.deadlines },
    firedRungs: [...state.firedRungs],
    carriedOut: { ...state.carriedOut },
    takenBack: { ...state.takenBack },
    sentNotices: [...state.sentNotices],
    records: { ...state.records },
    candidates: { ...state.candidates },
  };
  return {
    state: draft,
    rules,
    now: latest,
    run,
    today: civilDateOf(latest),
    settings: settingsOf(file.policy),
    view: rules.view(file),
    viewBefore: () => rules.view(state.file),
    entries: [],
    deadlines: [],
    notices: [],
    candidates: [],
    records: [],
    removedRecords: [],
    messages: [],
    questions: [],
  };
}

type EntryFields = Pick<LedgerEntry, 'kind' | 'name' | 'clause' | 'what'> & Partial<LedgerEntry>;

/** Appends an entry to the case's record. */
export function enter(draft: Draft, fields: EntryFields): void {
  draft.state.sequence += 1;
  draft.entries.push({
    by: { office: 'system' },
    occurredOn: draft.today,
    detail: null,
    recipients: [],
    key: null,
    ...fields,
    sequence: draft.state.sequence,
    at: draft.now,
  });
}

/** Sends a notice, held back outside the hours in which offices may be disturbed. */
export function notify(draft: Draft, notice: Omit<LedgerNotice, 'at' | 'deliverAt'>): void {
  draft.notices.push({ ...notice, at: draft.now, deliverAt: deliveryTime(draft.now, draft.settings) });
}

/** 20:00–08:00 nothing is delivered: it waits for the next 08:00 ([D reminders]: `quietFrom`, `quietTo`). */
export function deliveryTime(at: Instant, settings: Settings): Instant {
  const day = civilDateOf(at);
  if (at < instantOf(day, settings.quietTo)) return instantOf(day, settings.quietTo);
  return at < instantOf(day, settings.quietFrom) ? at : instantOf(addDays(day, 1), settings.quietTo);
}

/** Recipients are named once, in a stable order. */
export const uniqueOffices = (offices: readonly OfficeId[]): OfficeId[] => [...new Set(offices)];
