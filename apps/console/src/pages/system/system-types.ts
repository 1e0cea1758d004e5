/** How a part of the system answers, and what it says. */
export type Part<Known> = ({ reachable: true; ms: number } & Known) | { reachable: false; ms: number; words: string };

export interface FailingStep {
  caseId: string;
  activityId: string;
  processName: string | null;
  what: string;
  attempt: number;
  since: string;
  lastTriedAt: string;
  lastError: string;
  isRunning: boolean;
  nextTryAt: string | null;
}

/** Something refused for its content that waits for repair. */
export interface SetAsideItem {
  id: string;
  caseId: string;
  processName: string | null;
  what: string;
  reason: string;
  since: string;
}

export interface Standing {
  state: 'well' | 'impaired';
  stateName: string;
  ledger: Part<{ version: string; bytes: number }>;
  engine: Part<{ version: string; openExecutions: number }>;
  worker: Part<{ ready: boolean }> & { taskQueue: string; pollers: { identity: string; lastSeenAt: string | null }[] };
  activities: { known: boolean; items: FailingStep[] };
  /** `null` while the database is away. */
  setAside: { count: number; items: SetAsideItem[] } | null;
  undelivered: { notices: number; deliveries: number } | null;
}

export interface StrandedNotice {
  id: string;
  caseId: string;
  to: string;
  toName: string;
  title: string;
  at: string;
  why: string;
}

export interface FailedDelivery {
  id: string;
  caseId: string;
  toName: string;
  office: string;
  name: string;
  url: string;
  title: string;
  state: 'waiting' | 'dead';
  stateName: string;
  attempts: number;
  lastError: string;
  nextTryAt: string | null;
  gaveUpAt: string | null;
}

/** A rehearsal as far as it says whether the service works. */
export interface OrderedRehearsal {
  id: string;
  title: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  requestedAt: string;
  finishedAt: string | null;
  progress: { day: string | null };
}
