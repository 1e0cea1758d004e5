/** The Temporal command as the SDK downloads it, for as long as this process lives: `sdk-server.mjs <folder> <port>`. */
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { join } from 'node:path';
import { dynamicSettings } from './engine-config.mjs';

const [folder, port] = process.argv.slice(2);
const environment = await TestWorkflowEnvironment.createLocal({
  server: {
    ip: '127.0.0.1',
    port: Number(port),
    dbFilename: join(folder, 'temporal.db'),
    extraArgs: Object.entries(dynamicSettings).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]),
  },
});
process.on('SIGTERM', () => void environment.teardown().then(() => process.exit(0)));
setInterval(() => undefined, 1 << 30);
