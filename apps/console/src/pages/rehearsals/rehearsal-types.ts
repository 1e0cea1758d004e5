import type { RehearsedKind } from '@duban/contracts/rehearsals';

/** A rehearsal as lists show it. */
export interface RehearsalRow {
  id: string;
  title: string;
  county: string;
  countyName: string;
  countyPath: string;
  start: string;
  until: string;
  months: number;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  stateName: string;
  canCancel: boolean;
  requestedByName: string;
  requestedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  progress: { day: string | null; done: number; total: number; share: number };
  summary: { cases: number; events: number; refused: number; seconds: number } | null;
  failure: string | null;
}

export interface KindCount {
  kind: string;
  name: string;
  count: number;
}
export interface ProcessCount {
  process: string;
  name: string;
  count: number;
}
export interface ClauseCount {
  clause: string;
  citation: string | null;
  count: number;
}

export interface PolicyChange {
  name: string;
  title: string;
  clause: string;
  from: unknown;
  to: unknown;
}

export interface RehearsalFile extends RehearsalRow {
  /** How many are before it in the queue, while it waits. */
  ahead: number | null;
  order: {
    county: string;
    start: string;
    months: number;
    whatIfs: Readonly<Record<string, unknown>>;
    chosen: { id: string; name: string; value: unknown; words: string; isOrdinary: boolean }[];
    policy: { set: string; version: number };
    policyChanges: PolicyChange[];
  };
  counts: { byKind: KindCount[]; byProcess: ProcessCount[]; byClause: ClauseCount[] };
}

export interface RehearsalEvent {
  line: number;
  day: string;
  at: string;
  kind: RehearsedKind;
  kindName: string;
  process: string;
  processName: string;
  caseId: string;
  clause: string | null;
  citation: string | null;
  by: string;
  byName: string;
  recipients: string[];
  recipientNames: string[];
  what: string;
}

export interface CalendarDay {
  day: string;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  total: number;
  counts: Partial<Record<RehearsedKind, number>>;
}

export interface WhatIfField {
  id: string;
  name: string;
  explanation: string;
  form: 'count' | 'share' | 'choice' | 'switch' | 'settings';
  unit?: string;
  least?: number;
  most?: number;
  step?: number;
  choices?: Readonly<Record<string, string>>;
  default: unknown;
}

export interface WhatIfForm {
  months: { least: number; most: number; default: number };
  start: { earliest: string; default: string };
  mostWaiting: number;
  kinds: { kind: RehearsedKind; name: string }[];
  items: WhatIfField[];
}

interface Some<Item> {
  total: number;
  items: Item[];
}
export interface Pair {
  left: RehearsalEvent;
  right: RehearsalEvent;
  days: number;
}
export interface SideCount {
  name: string;
  left: number;
  right: number;
  difference: number;
}
export interface Comparison {
  left: RehearsalRow;
  right: RehearsalRow;
  note: string | null;
  orders: {
    whatIfs: { id: string; name: string; left: string; right: string }[];
    policyChanges: { left: PolicyChange[]; right: PolicyChange[] };
  };
  counts: { byKind: (SideCount & { kind: string })[]; byProcess: (SideCount & { process: string })[] };
  events: {
    same: number;
    limit: number;
    onlyLeft: Some<RehearsalEvent>;
    onlyRight: Some<RehearsalEvent>;
    moved: Some<Pair>;
    changed: Some<Pair>;
  };
}

export const stateColours = {
  waiting: 'grey',
  running: 'blue',
  done: 'green',
  failed: 'red',
  cancelled: 'grey',
} as const;
export const isUnderWay = ({ state }: Pick<RehearsalRow, 'state'>): boolean =>
  state === 'waiting' || state === 'running';
