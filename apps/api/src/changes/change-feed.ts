import { listenToChanges, type CaseChange } from '@duban/persistence/changes';
import type { LedgerDatabase } from '@duban/persistence/data-source';
import { unreadOf } from '@duban/persistence/inbox';
import { isInScope } from '@duban/policy/case/scope';
import { isWithin, type Territory } from '@duban/policy/base/office';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CLOCK, type Clock } from '../clock';
import type { EventStream } from './event-stream';

export const LEDGER = Symbol('where the ledger is');

export interface Subscription {
  caller: Caller;
  stream: EventStream;
  territory?: Territory | undefined;
  process?: string | undefined;
}

const inboxEveryMs = 2_000;
const heartbeatEveryMs = 15_000;

/** Tells consoles what has changed: one connection listens and one question asks for unread counts, however many look on. */
@Injectable()
export class ChangeFeed implements OnModuleDestroy {
  private readonly subscriptions = new Set<Subscription>();
  private readonly unread = new Map<string, number>();
  private listening: { stop(): Promise<void> } | undefined;
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly dataSource: DataSource,
    @Inject(LEDGER) private readonly ledger: LedgerDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Follows the feed until the stream closes. */
  follow(subscription: Subscription): void {
    this.start();
    this.subscriptions.add(subscription);
    subscription.stream.onClose(() => this.subscriptions.delete(subscription));
    this.unread.delete(subscription.caller.office);
    void this.askInboxes();
  }

  async onModuleDestroy(): Promise<void> {
    this.timers.forEach(clearInterval);
    for (const { stream } of this.subscriptions) stream.end();
    await this.listening?.stop();
  }

  private start(): void {
    if (this.listening !== undefined) return;
    this.listening = listenToChanges(this.ledger, {
      heard: (change) => this.tell(change),
      returned: () => this.subscriptions.forEach(({ stream }) => stream.send('resync', {})),
    });
    this.timers = [
      setInterval(() => void this.askInboxes(), inboxEveryMs),
      setInterval(() => this.subscriptions.forEach(({ stream }) => stream.beat()), heartbeatEveryMs),
    ];
  }

  private tell(change: CaseChange): void {
    const { caseId, process, territory, sequence } = change;
    for (const subscription of this.subscriptions) {
      if (concerns(change, subscription)) subscription.stream.send('change', { caseId, process, territory, sequence });
    }
  }

  /** A database that is away is asked again at the next turn. */
  private async askInboxes(): Promise<void> {
    const offices = [...new Set([...this.subscriptions].map(({ caller }) => caller.office))];
    if (offices.length === 0) return;
    const counts = await unreadOf(this.dataSource, offices, this.clock.now()).catch(() => new Map<string, number>());
    for (const [office, unread] of counts) {
      if (this.unread.get(office) === unread) continue;
      this.unread.set(office, unread);
      for (const { caller, stream } of this.subscriptions)
        if (caller.office === office) stream.send('inbox', { unread });
    }
  }
}

/** As lists do: dispatching units hear of the postings they sent, villages of their own households. */
export function concerns(change: CaseChange, { caller, territory, process }: Omit<Subscription, 'stream'>): boolean {
  if (!isInScope(change.scope, caller.office)) return false;
  return (
    (territory === undefined || isWithin(change.territory, territory)) &&
    (process === undefined || process === change.process)
  );
}
