import type { ActAnswer, CaseActivities, TurnCommit } from '@duban/contracts/case-workflow';
import type { LedgerEntry, LedgerPosition, LedgerReceipt } from '@duban/contracts/ledger';
import { log, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import { partsOf } from './commit-parts';
import { behind, placeWrite } from './ledger-position';
import { isRefusedForContent } from './refused-activity';

type Outcome = ActAnswer['ledger'];

const atOnce = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '3s',
  scheduleToCloseTimeout: '5s',
  retry: { initialInterval: '100ms', maximumAttempts: 3 },
});
const patiently = proxyActivities<CaseActivities>({
  startToCloseTimeout: '1m',
  retry: { initialInterval: '1s', maximumInterval: '10s' },
});

/** Whoever waits for a turn waits for the last part of its write. */
const notYet = (): void => undefined;

/** Is called with the outcome of each write of a case. */
export interface LedgerListener {
  written(commit: TurnCommit, receipt: LedgerReceipt): void;
  /** The ledger holds entries that the case does not know (decision 8). */
  foundAhead(entries: readonly LedgerEntry[]): void;
  /** The database is back, and every write that waited for it has been made. */
  caughtUp(): void;
}

/**
 * Writes the turns of one case to the ledger, strictly one after the other. A local activity writes first and the engine stores the
 * workflow task afterwards. That is fast, but a worker killed in between leaves a turn in the ledger that the case does not know; the
 * next write then gets those entries back (`foundAhead`). While the database is away an ordinary activity retries and callers get `pending`.
 */
export class LedgerQueue {
  private readonly waiting: { commit: TurnCommit; settle: (outcome: Outcome) => void }[] = [];
  private isWorking = false;
  private isAway = false;

  constructor(
    private standing: LedgerPosition,
    private readonly listener: LedgerListener,
  ) {}

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  get position(): LedgerPosition {
    return this.standing;
  }

  add(commit: TurnCommit): Promise<Outcome> {
    return new Promise((settle) => {
      const parts = partsOf(commit);
      const last = parts.length - 1;
      this.waiting.push(...parts.map((part, index) => ({ commit: part, settle: index === last ? settle : notYet })));
      if (this.isAway) settle('pending');
      if (!this.isWorking) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    for (let next = this.waiting[0]; next !== undefined; next = this.waiting[0]) {
      const { write, position } = placeWrite(next.commit.write, this.standing);
      const receipt = await this.send({ ...next.commit, write });
      if (receipt.ahead === undefined) {
        this.standing = position;
        this.waiting.shift();
        if (receipt.setAside !== undefined) log.warn('a write was set aside, and the case goes on', receipt.setAside);
        next.settle(receipt.setAside === undefined ? 'written' : 'set-aside');
        this.listener.written(next.commit, receipt);
      } else {
        log.warn('the ledger is ahead: the case takes in what it has forgotten', { entries: receipt.ahead.length });
        this.standing = behind(this.standing, receipt.ahead);
        this.listener.foundAhead(receipt.ahead);
      }
    }
    const wasAway = this.isAway;
    this.isWorking = false;
    this.isAway = false;
    this.standing = { ...this.standing, ahead: [] };
    if (wasAway) this.listener.caughtUp();
  }

  private async send(commit: TurnCommit): Promise<LedgerReceipt> {
    try {
      if (!this.isAway) return await atOnce.commitTurn(commit);
    } catch (error) {
      if (isRefusedForContent(error)) return lost();
      log.warn('the ledger is away: an ordinary activity takes the writes over and retries');
      this.isAway = true;
      for (const { settle } of this.waiting) settle('pending');
    }
    try {
      return await patiently.commitTurn(commit);
    } catch (error) {
      if (isRefusedForContent(error)) return lost();
      throw error;
    }
  }
}

/** The case goes on: the chain shows the gap, and what follows waits in it unsealed. */
function lost(): LedgerReceipt {
  log.error('a write can neither be stored nor set aside; the case goes on without it');
  return { undelivered: [], setAside: { reason: '' } };
}
