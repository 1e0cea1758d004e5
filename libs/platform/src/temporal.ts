import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Config } from './config';
import { readKey } from './encryption';
import { EncryptingCodec } from './payload-codec';

/** Search attributes operators may filter by; lists and counts come from the ledger. */
export const searchAttributes = { process: 'DubanProcess', territory: 'DubanTerritory' } as const;

/** The one data converter of api, worker and cli: with another they could not read each other's payloads. */
export const dataConverterOf = (key: Buffer): DataConverter => ({ payloadCodecs: [new EncryptingCodec(key)] });

export interface Engine {
  connection: Connection;
  client: Client;
  close(): Promise<void>;
}

/** Connects to the engine; lazily, so that the api can start and say that the engine is away. */
export function connectEngine(
  config: Pick<Config, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'DUBAN_KEY_FILE'>,
): Engine {
  const connection = Connection.lazy({ address: config.TEMPORAL_ADDRESS, connectTimeout: '5s', channelArgs: soonBack });
  const client = new Client({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    dataConverter: dataConverterOf(readKey(config.DUBAN_KEY_FILE)),
  });
  return { connection, client, close: () => connection.close() };
}

/** Fails unless the engine answers within the time. */
export const askEngine = ({ connection }: Pick<Engine, 'connection'>, withinMs: number): Promise<unknown> =>
  connection.withDeadline(Date.now() + withinMs, () => connection.workflowService.getSystemInfo({}));

/** An engine that is back is found within seconds, however long it was away. */
const soonBack = { 'grpc.initial_reconnect_backoff_ms': 250, 'grpc.max_reconnect_backoff_ms': 3_000 };
