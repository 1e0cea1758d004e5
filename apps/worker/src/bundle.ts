import { bundleWorkflowCode } from '@temporalio/worker';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundlePath } from './bundle-path';

/**
 * What all cases share in one copy instead of evaluating it anew for each: the sandbox's own setting, and the rules. The rules are
 * pure and keep no state; the sandbox freezes them.
 */
const shared = ['@duban/workflows/short-stacks', '@duban/policy/manifest/processes'];

/** Bundles all workflows into the one file the worker loads; part of the build. */
async function bundle(): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve('@duban/workflows/index'),
    preloadModules: shared.map((module) => require.resolve(module)),
  });
  mkdirSync(dirname(bundlePath), { recursive: true });
  writeFileSync(bundlePath, code);
}

bundle().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
