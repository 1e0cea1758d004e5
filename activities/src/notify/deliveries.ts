import {
  busyWebhooks,
  claimDeliveries,
  dispatchDue,
  settleDelivery,
  type Delivery,
  type DeliveryOutcome,
  type OutgoingNotice,
} from '@duban/persistence/outbox';
import { storableText } from '@duban/policy/base/plain-text';
import type { DataSource } from 'typeorm';
import { nextAttemptAt } from './backoff';
import { defaultHours, isWithinHours, type Hours } from './hours';
import { signatureOf } from './signature';

export interface DeliveryMeans {
  /** Takes one structured line. */
  log: (line: Readonly<Record<string, unknown>>) => void;
  fetch: typeof fetch;
  clock: () => Date;
  /** Pause between two looks at the outbox. */
  everyMs: number;
  /** How long a receiver may take to answer. */
  timeoutMs: number;
  hours: Hours;
}

export interface Deliveries {
  /** One look at the outbox; resolves when all that was due has been tried. */
  turn(): Promise<void>;
  /** Ends the loop and waits for what is under way. */
  stop(): Promise<void>;
}

const atOnce = 10;

/** Sends notices whose hour has come to the log and to webhooks, each on a lane of its own, until it is stopped. */
export function startDeliveries(dataSource: DataSource, given: Partial<DeliveryMeans> = {}): Deliveries {
  const means: DeliveryMeans = { ...defaultMeans, ...given };
  const lanes = new Map<string, Promise<void>>();
  const state = { isStopping: false };
  let looking: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => (looking = looking.then(() => lookOnce(dataSource, means, lanes, state)));
  const timer = setInterval(() => void look(), means.everyMs);
  return {
    turn: async () => {
      await look();
      await Promise.all(lanes.values());
    },
    stop: async () => {
      state.isStopping = true;
      clearInterval(timer);
      await looking;
      await Promise.all(lanes.values());
    },
  };
}

const defaultMeans: DeliveryMeans = {
  log: (line) => void process.stdout.write(`${JSON.stringify(line)}\n`),
  fetch: (...request) => fetch(...request),
  clock: () => new Date(),
  everyMs: 1_000,
  timeoutMs: 10_000,
  hours: defaultHours,
};

/** A database that is away is reported; the next look tries again. */
async function lookOnce(
  dataSource: DataSource,
  means: DeliveryMeans,
  lanes: Map<string, Promise<void>>,
  state: { isStopping: boolean },
): Promise<void> {
  if (state.isStopping || !isWithinHours(means.clock(), means.hours)) return;
  try {
    while ((await dispatchDue(dataSource, means.clock().toISOString(), (notice) => means.log(lineOf(notice)))) > 0);
    for (const webhook of await busyWebhooks(dataSource, means.clock().toISOString())) {
      if (lanes.has(webhook)) continue;
      const lane = deliverAll(dataSource, means, webhook, state).finally(() => lanes.delete(webhook));
      lanes.set(webhook, lane);
    }
  } catch (error) {
    means.log({ event: 'outbox-away', error: messageOf(error) });
  }
}

/** The lane of one webhook: a receiver that hangs or fails holds up nobody else. */
async function deliverAll(
  dataSource: DataSource,
  means: DeliveryMeans,
  webhook: string,
  state: { isStopping: boolean },
): Promise<void> {
  try {
    for (;;) {
      const now = means.clock();
      if (state.isStopping || !isWithinHours(now, means.hours)) return;
      const lease = {
        now: now.toISOString(),
        until: new Date(now.getTime() + 2 * means.timeoutMs + 1_000).toISOString(),
        limit: atOnce,
      };
      const claimed = await claimDeliveries(dataSource, webhook, lease);
      if (claimed.length === 0) return;
      await Promise.all(
        claimed.map(async (delivery) => settleDelivery(dataSource, delivery, await attempt(means, delivery))),
      );
    }
  } catch (error) {
    means.log({ event: 'outbox-away', webhook, error: messageOf(error) });
  }
}

async function attempt(means: DeliveryMeans, delivery: Delivery): Promise<DeliveryOutcome> {
  const failure = await post(means, delivery);
  const at = means.clock();
  if (failure === undefined) return { kind: 'delivered', at: at.toISOString() };
  const { error, isFinal } = failure;
  const again = isFinal ? null : nextAttemptAt(at, delivery.attempt);
  means.log({
    event: again === null ? 'delivery-given-up' : 'delivery-failed',
    delivery: delivery.id,
    notice: delivery.notice.id,
    attempt: delivery.attempt,
    error,
  });
  return again === null
    ? { kind: 'dead', at: at.toISOString(), error }
    : { kind: 'again', at: again.toISOString(), error };
}

interface Failure {
  error: string;
  /** The receiver, or its address, will say the same the next time. */
  isFinal: boolean;
}

async function post(means: DeliveryMeans, { id, url, secret, notice }: Delivery): Promise<Failure | undefined> {
  if (!URL.canParse(url)) return { error: 'an address expected, got none', isFinal: true };
  const body = JSON.stringify({ delivery: id, ...notice });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-duban-delivery': id,
    'x-duban-signature': signatureOf(secret, { at: means.clock(), delivery: id, body }),
  };
  try {
    const response = await means.fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(means.timeoutMs),
    });
    await response.body?.cancel();
    const { ok, status } = response;
    return ok ? undefined : { error: `2xx expected, got ${status}`, isFinal: isFinalStatus(status) };
  } catch (error) {
    return { error: messageOf(error), isFinal: false };
  }
}

/** Would the receiver refuse the same again? A 4xx says so, except 408 and 429, which ask for patience. */
const isFinalStatus = (status: number): boolean => status >= 400 && status < 500 && status !== 408 && status !== 429;

const lineOf = ({ id, caseId, key, to, kind, clause, at, deliverAt }: OutgoingNotice): Record<string, unknown> => ({
  event: 'notice',
  id,
  caseId,
  key,
  to,
  kind,
  clause,
  at,
  deliverAt,
});

/** Why a delivery failed, shortened and made storable: what the database refuses would never be recorded, and the notice be sent for ever. */
const messageOf = (error: unknown): string =>
  storableText((error instanceof Error ? error.message : String(error)).slice(0, 300));
