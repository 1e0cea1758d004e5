import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Settings of the engine that duban rests on: time skipping for rehearsals, caches fit for a small machine, and queues that are read as
 * soon as something stands in them (else a shard reads its timers 20 times a second and a rehearsal waits for them half of its time). A case
 * whose task has failed three times in a row is marked, and `/system` names it.
 */
export const dynamicSettings = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  'frontend.WorkflowTimeSkippingMaxSkipPerSession': 1_000_000,
  'history.timerProcessorMaxTimeShift': '1ms',
  'history.timerProcessorMaxPollRPS': 1_000,
  'history.transferProcessorMaxPollRPS': 1_000,
  'history.hostLevelCacheMaxSize': 2_000,
  'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute': 3,
};

/** Writes the plain server's configuration: one SQLite file each for histories and visibility, everything on loopback. */
export function writeEngineConfig(folder, ports) {
  mkdirSync(join(folder, 'config'), { recursive: true });
  const dynamic = join(folder, 'dynamic.yaml');
  writeFileSync(
    dynamic,
    `${Object.entries(dynamicSettings)
      .map(([key, value]) => `${key}:\n  - value: ${value}\n`)
      .join('')}`,
  );
  const store = (file) => ({
    sql: {
      pluginName: 'sqlite',
      databaseName: join(folder, file),
      connectAddr: 'localhost',
      connectProtocol: 'tcp',
      connectAttributes: { cache: 'private', setup: 'true', journal_mode: 'wal', synchronous: 'normal' },
      maxConns: 1,
      maxIdleConns: 1,
    },
  });
  const service = (name) => ({
    rpc: { grpcPort: ports[name].grpc, membershipPort: ports[name].membership, bindOnLocalHost: true },
  });
  const config = {
    log: { stdout: true, level: 'error' },
    persistence: {
      defaultStore: 'histories',
      visibilityStore: 'visibility',
      numHistoryShards: 4,
      datastores: { histories: store('histories.db'), visibility: store('visibility.db') },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: Object.fromEntries(['frontend', 'matching', 'history', 'worker'].map((name) => [name, service(name)])),
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `localhost:${ports.frontend.grpc}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: dynamic, pollInterval: '60s' },
  };
  // JSON is YAML.
  writeFileSync(join(folder, 'config', 'duban.yaml'), JSON.stringify(config, null, 2));
}
