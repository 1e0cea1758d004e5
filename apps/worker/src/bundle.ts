import { bundleWorkflowCode } from '@temporalio/worker';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundlePath } from './bundle-path';

/** Bundles all workflows into the one file the worker loads; part of the build. */
async function bundle(): Promise<void> {
  const { code } = await bundleWorkflowCode({ workflowsPath: require.resolve('@duban/workflows/index') });
  mkdirSync(dirname(bundlePath), { recursive: true });
  writeFileSync(bundlePath, code);
}

bundle().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
