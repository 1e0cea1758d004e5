import type { ProcessName } from '@duban/policy/case/case';
import type { CaseScope } from '@duban/policy/case/scope';
import type { Territory } from '@duban/policy/base/office';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { CaseSnapshotRow } from './case-rows';

/** A case has changed: what is needed to decide which consoles may know, and nothing of the content. */
export interface CaseChange {
  caseId: string;
  process: ProcessName;
  territory: Territory;
  sequence: number;
  /**
   * The places and units the case belongs to. Only the first few units are named, so that the message stays small; the others see the
   * change at their next read.
   */
  scope: CaseScope;
}

const mostUnits = 5;

export function changeOf({ caseId, process, territory, scope }: CaseSnapshotRow, sequence: number): CaseChange {
  return {
    caseId,
    process,
    territory,
    sequence,
    scope: { ...scope, units: scope.units.slice(0, mostUnits) },
  };
}

const togetherMs = 300;
/** PostgreSQL takes less than 8,000 bytes at once. */
const atOnce = 25;

/**
 * Announces changes by NOTIFY, collected over 0.3 seconds: a NOTIFY inside each write would let only one write commit at a time (a third
 * less throughput). A change is a hint to read again; those not announced because the database went away are lost, and consoles reload.
 */
export function changeAnnouncer(dataSource: DataSource): (change: CaseChange) => void {
  let waiting: CaseChange[] = [];
  const announce = async (): Promise<void> => {
    const payloads: string[] = [];
    for (let from = 0; from < waiting.length; from += atOnce)
      payloads.push(JSON.stringify(waiting.slice(from, from + atOnce)));
    waiting = [];
    await dataSource.query(
      `SELECT pg_notify('duban_' || current_schema(), payload) FROM unnest($1::text[]) AS payload`,
      [payloads],
    );
  };
  return (change) => {
    if (waiting.push(change) === 1) setTimeout(() => void announce().catch(() => undefined), togetherMs).unref();
  };
}

export interface Listener {
  heard(change: CaseChange): void;
  /** The connection is back; changes announced meanwhile were missed. */
  returned(): void;
}

const againAfterMs = 1_000;

/** Hears of every change of a schema from now on, over a connection of its own; a database that is away is asked again every second. */
export function listenToChanges(
  { url, schema }: { url: string; schema: string },
  listener: Listener,
): { stop(): Promise<void> } {
  const state: { isStopped: boolean; wasThere: boolean; client?: Client; again?: NodeJS.Timeout } = {
    isStopped: false,
    wasThere: false,
  };
  const connect = async (): Promise<void> => {
    let isOver = false;
    const reconnectLater = (): void => {
      if (!isOver && !state.isStopped) state.again = setTimeout(() => void connect(), againAfterMs);
      isOver = true;
    };
    const client = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 2_000 });
    state.client = client;
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) =>
      (JSON.parse(payload ?? '[]') as CaseChange[]).forEach((change) => listener.heard(change)),
    );
    client.once('end', reconnectLater);
    try {
      await client.connect();
      await client.query(`LISTEN "duban_${schema}"`);
      if (state.wasThere) listener.returned();
      state.wasThere = true;
    } catch {
      await client.end().catch(() => undefined);
      reconnectLater();
    }
  };
  const first = connect();
  return {
    stop: async () => {
      state.isStopped = true;
      clearTimeout(state.again);
      await first;
      await state.client?.end().catch(() => undefined);
    },
  };
}
