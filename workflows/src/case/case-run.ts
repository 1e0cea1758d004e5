import type {
  ActAnswer,
  ActRequest,
  CarriedCase,
  CaseActivities,
  CaseStart,
  CaseState,
  Question,
  Reprojection,
  TurnCommit,
} from '@duban/contracts/case-workflow';
import type { LedgerEntry, LedgerPosition, LedgerReceipt } from '@duban/contracts/ledger';
import { questionNames, type Act } from '@duban/policy/case/case';
import type { ProcessRules } from '@duban/policy/case/process';
import { civilDateOf, type CivilDate, type Instant } from '@duban/policy/dates/civil-date';
import type { Beginning } from '@duban/policy/case/operation';
import type { Json } from '@duban/policy/base/json';
import { refuse, type Refusal, type Verdict } from '@duban/policy/base/verdict';
import { ApplicationFailure, log, proxyActivities, proxySinks, type Sinks } from '@temporalio/workflow';
import type { TurnContext } from './draft';
import { requestOf } from './ledger-position';
import { CaseSize } from './case-size';
import { judgeAct, laterOf, refuseReusedKey } from './judge-act';
import { answerUnder, isKnown } from './known-keys';
import { LedgerQueue } from './ledger-queue';
import { isRefusedForContent } from './refused-activity';
import { ignoreUnreadable, refuseUnreadable } from './unreadable-act';
import {
  actTurn,
  deliveredTurn,
  ignoredTurn,
  openTurn,
  reprojectTurn,
  undeliveredTurn,
  wakeTurn,
  type Turn,
} from './turn';

/** Reports to the worker, outside the history, when the case wakes next and which message it has handled; rehearsals move their clocks by it. */
export interface CaseSinks extends Sinks {
  simulation: {
    turned(turn: { wake: Instant | null; handled: string | null; at: Instant; ended: boolean; busy: boolean }): void;
  };
}

const { simulation } = proxySinks<CaseSinks>();
/** For questions to the ledger, which are short reads: one that was lost with its worker or the engine times out early and is retried. */
const ledgerReads = proxyActivities<CaseActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', maximumInterval: '30s' },
});

export const instantNow = (): Instant => new Date(Date.now()).toISOString();

/**
 * One run of a case. Every act, message or timer is a turn: it computes the new state, commits it, and keeps the write until the
 * ledger has confirmed it.
 */
export class CaseRun {
  state!: CaseState;
  wake: Instant | null = null;
  private refused: Refusal | undefined;
  private opening: Promise<ActAnswer['ledger']> = Promise.resolve('written');
  private questions = 0;
  private lastAnswer: Promise<void> = Promise.resolve();
  private readonly ledger: LedgerQueue;
  private readonly size = new CaseSize();

  constructor(
    private readonly rules: ProcessRules,
    private readonly start: CarriedCase['start'],
    position: LedgerPosition,
  ) {
    this.ledger = new LedgerQueue(position, {
      written: (commit, receipt) => this.note(commit, receipt),
      foundAhead: (entries) => this.takeIn(entries),
      caughtUp: () => this.report(null),
    });
  }

  open(start: CaseStart): void {
    const today = civilDateOf(laterOf(instantNow(), start.at));
    const verdict = this.rules.judgeOpening(beginningOf(start, today), start.openingName);
    if (verdict.admitted) {
      this.opening = this.take(openTurn(start, this.rules, instantNow()), start.key);
      return;
    }
    this.refused = verdict;
    this.report(start.key);
  }

  carryOn(state: CaseState): void {
    this.state = state;
    void this.take(wakeTurn(this.found), null);
  }

  /** Why the case was never opened. */
  get refusal(): Refusal | undefined {
    return this.refused;
  }

  /** Nothing is under way to the ledger any more. */
  get isSettled(): boolean {
    return this.questions === 0 && this.ledger.isEmpty;
  }

  /** What the next run carries on from. */
  get carried(): CarriedCase {
    const { opening: _inTheFile, ...start } = this.start as CaseStart;
    return { start, state: this.state, position: this.ledger.position };
  }

  wakeUp(): void {
    void this.take(wakeTurn(this.found), null);
  }

  /** Records a message for which no caller waits. One that the rules refuse is entered in the timeline and changes nothing else. */
  hear(request: ActRequest): void {
    const { key } = request.act;
    if (this.refused !== undefined) return;
    if (isKnown(this.state, key)) {
      this.report(key);
      return;
    }
    const unreadable = ignoreUnreadable(request);
    if (unreadable !== undefined) {
      const heard = { ...request, at: instantNow() };
      void this.take(ignoredTurn(this.found, heard, unreadable), key);
      return;
    }
    const verdict = this.judge(request);
    const turn = verdict.admitted
      ? actTurn(this.found, request, verdict).turn
      : ignoredTurn(this.found, request, verdict);
    void this.take(turn, key);
  }

  reproject(order: Reprojection): void {
    if (this.refused !== undefined || this.state.ended || isKnown(this.state, order.key)) this.report(order.key);
    else void this.take(reprojectTurn(this.found, order), order.key);
  }

  async record(request: ActRequest): Promise<ActAnswer> {
    const known = answerUnder(this.state, this.rules, { key: request.act.key, bodyHash: request.bodyHash });
    if (known !== undefined) return known;
    const verdict = this.judge(request);
    if (!verdict.admitted) throw failureOf(verdict);
    const { turn, answer } = actTurn(this.found, request, verdict);
    return { ...answer, ledger: await this.take(turn, request.act.key) };
  }

  refuseUnlessAdmitted(request: ActRequest): void {
    const verdict = this.refused ?? refuseUnreadable(request) ?? this.judge(request);
    if (!verdict.admitted) throw failureOf(verdict);
  }

  async confirm(key: string): Promise<ActAnswer> {
    const ledger = await this.opening;
    const answer = answerUnder(this.state, this.rules, { key, bodyHash: this.start.bodyHash });
    if (answer === undefined) throw failureOf(this.alreadyOpened());
    return { ...answer, ledger };
  }

  refuseUnlessOpenedBy(key: string, bodyHash: string): void {
    if (this.refused !== undefined) throw failureOf(this.refused);
    const known = answerUnder(this.state, this.rules, { key, bodyHash });
    if (known === undefined) throw failureOf(this.alreadyOpened());
    if (known.bodyHash !== bodyHash) throw failureOf(refuseReusedKey());
  }

  /** The case as the next turn finds it. */
  private get found(): TurnContext {
    return { state: this.state, rules: this.rules, now: instantNow(), run: this.start.run };
  }

  private judge(request: ActRequest): Verdict {
    const verdict = judgeAct(this.state, this.rules, request, instantNow());
    const isKept = verdict.admitted && verdict.keep;
    return (isKept ? CaseSize.refuse(this.state, carriedOf(this.rules, request)) : undefined) ?? verdict;
  }

  private alreadyOpened(): Refusal {
    return refuse('ALREADY_DONE', this.start.clause, `案件 ${this.start.caseId} 已经立案，不能重复立案。`);
  }

  private async take(turn: Turn, handled: string | null): Promise<ActAnswer['ledger']> {
    this.state = { ...turn.state, packedBytes: this.sizeAfter(turn) };
    this.wake = turn.wake;
    for (const question of turn.questions) this.ask(question);
    const { write, messages } = turn.commit;
    const isSilent = [write.entries, write.records, write.removedRecords, messages].every((part) => part.length === 0);
    const written = isSilent ? 'written' : await this.ledger.add(turn.commit);
    this.report(handled);
    return written;
  }

  /** What it comes to with the opening, or with the acts that this turn has added. */
  private sizeAfter({ state: { file } }: Turn): number {
    const before = this.state as CaseState | undefined;
    if (before?.packedBytes === undefined) return this.size.withNew(0, [file.opening, ...file.acts]);
    if (before.file.acts === file.acts) return before.packedBytes;
    return this.size.withNew(before.packedBytes, file.acts.slice(before.file.acts.length));
  }

  /** Records the acts that the ledger holds and this case does not: their turn was written, and lost before the engine kept it (decision 8). */
  private takeIn(entries: readonly LedgerEntry[]): void {
    for (const entry of entries) {
      const request = requestOf(entry);
      if (request !== undefined && !isKnown(this.state, request.act.key)) this.hear(request);
    }
  }

  private note({ write }: TurnCommit, receipt: LedgerReceipt): void {
    const known = this.state.file.undelivered;
    const arrived = write.notices
      .map(({ key }) => key)
      .filter((key) => known.includes(key) && !receipt.undelivered.includes(key));
    if (arrived.length > 0) void this.take(deliveredTurn(this.found, arrived), null);
    const news = receipt.undelivered.filter((key) => !known.includes(key));
    if (news.length > 0) void this.take(undeliveredTurn(this.found, news), null);
  }

  /** Reads one answer after the other: which of two reads finishes first must not decide what follows from them. */
  private ask(question: Question): void {
    this.questions += 1;
    this.lastAnswer = this.lastAnswer.then(() => this.answer(question));
  }

  private async answer({ key, question, operation, body, clause, on }: Question): Promise<void> {
    let answer: Json;
    try {
      answer = await ledgerReads.answerQuestion(question, body, this.start.caseId);
    } catch (error) {
      if (!isRefusedForContent(error)) throw error;
      log.warn('a question was set aside, and the case goes on', { question });
      this.questions -= 1;
      this.report(null);
      return;
    }
    this.questions -= 1;
    const act = {
      key: `${this.state.file.caseId}/${key}`,
      operation,
      occurredOn: on,
      by: { office: 'system' as const },
      body: answer,
    };
    this.hear({ act, bodyHash: '', at: this.state.latest, clause, what: questionNames[question] });
  }

  private report(handled: string | null): void {
    simulation.turned({
      wake: this.wake,
      handled,
      at: this.state?.latest ?? this.start.at,
      ended: this.state?.ended ?? true,
      busy: !this.isSettled,
    });
  }
}

const carriedOf = (rules: ProcessRules, { act }: ActRequest): Act =>
  rules.carried({ ...act, sequence: 0, recordedAt: '' });

const beginningOf = ({ openedBy: by, ...start }: CaseStart, today: CivilDate): Beginning => ({ ...start, by, today });

export const failureOf = (refused: Refusal): ApplicationFailure =>
  ApplicationFailure.create({ message: refused.detail, type: refused.code, nonRetryable: true, details: [refused] });
