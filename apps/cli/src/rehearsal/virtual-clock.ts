import { isGrpcServiceError, type Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { randomUUID } from 'node:crypto';

const reached = temporal.api.enums.v1.FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED;
const pollAgain = temporal.api.enums.v1.FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT;

/** gRPC status: the execution is not there, or is complete. */
const notFound = 5;
/** A case that ended has no clock to wait for. */
const ended = Number.POSITIVE_INFINITY;

/**
 * Beyond the instant, so that whatever is due at it has been done, and within its minute. It must be longer than a case's turn takes in
 * real time: where the wall clock passes the end of a move while a turn is under way, the engine skips on to the case's next timer.
 */
const slackMs = 30_000;

/**
 * The clock of every case in a rehearsal. Each execution has its own, moved forward by the engine's time skipping; between
 * two moves it runs at the pace of the wall clock, so its distance from the wall clock is all there is to remember.
 */
export class VirtualClocks {
  private readonly aheadMs = new Map<string, number>();
  /** The last move asked of each case: a turn may be reported before the move that led to it is known to be complete. */
  private readonly lastMove = new Map<string, Promise<void>>();
  /** Moves of the clock so far, for the figures. */
  moves = 0;

  constructor(
    private readonly client: Client,
    private readonly namespace: string,
  ) {}

  /** Brings a case's clock past the instant; at once when it is there already. Moves of one case follow one another. */
  bringTo(caseId: string, instantMs: number): Promise<void> {
    const before = this.lastMove.get(caseId) ?? Promise.resolve();
    const move = before.then(
      () => this.move(caseId, instantMs),
      () => this.move(caseId, instantMs),
    );
    this.lastMove.set(caseId, move);
    return move;
  }

  private async move(caseId: string, instantMs: number): Promise<void> {
    const ahead = this.aheadMs.get(caseId) ?? 0;
    const durationMs = instantMs + slackMs - (Date.now() + ahead);
    if (durationMs <= slackMs / 2) return;
    const id = randomUUID();
    if (!(await this.fastForward(caseId, id, durationMs))) {
      this.aheadMs.set(caseId, ended);
      return;
    }
    this.moves += 1;
    await this.completed(caseId, id);
  }

  /** Whether the case was still open; another case's message may end it at any moment. */
  private async fastForward(caseId: string, id: string, durationMs: number): Promise<boolean> {
    try {
      await this.client.workflowService.updateWorkflowExecutionOptions({
        namespace: this.namespace,
        workflowExecution: { workflowId: caseId },
        workflowExecutionOptions: {
          timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: durationOf(durationMs) } },
        },
        updateMask: { paths: ['time_skipping_config'] },
      });
      return true;
    } catch (error) {
      if (isGrpcServiceError(error) && error.code === notFound) return false;
      throw error;
    }
  }

  private async completed(caseId: string, id: string): Promise<void> {
    for (;;) {
      const answer = await this.client.workflowService.pollWorkflowExecutionTimeSkipping({
        namespace: this.namespace,
        workflowExecution: { workflowId: caseId },
        fastForwardId: id,
      });
      if (answer.fastForwardPollingResult === pollAgain) continue;
      const target = answer.fastForwardInfo?.targetTime;
      if (target) this.aheadMs.set(caseId, Number(target.seconds) * 1000 + (target.nanos ?? 0) / 1e6 - Date.now());
      if (answer.fastForwardPollingResult !== reached) this.aheadMs.set(caseId, ended);
      return;
    }
  }
}

const durationOf = (ms: number): { seconds: Long; nanos: number } => ({
  seconds: Math.floor(ms / 1000) as unknown as Long,
  nanos: Math.floor(ms % 1000) * 1e6,
});

type Long = NonNullable<NonNullable<temporal.api.common.v1.IFastForwardConfig['duration']>['seconds']>;
