import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { say, Trouble } from './say.mjs';

/** Compiles every package and bundles the workflows; what has not changed comes from the cache. */
export async function build() {
  say('编译');
  runQuietly('npx', ['nx', 'run-many', '-t', 'build'], { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' });
  if (isStale()) runQuietly(process.execPath, [join('apps', 'worker', 'dist', 'bundle.js')], {});
}

const bundle = join(root, 'apps', 'worker', 'dist', 'workflow-bundle.js');

/** Is the bundle older than what it is made of? Nx restores outputs with their old contents, so the source of truth is the compiled index. */
function isStale() {
  try {
    const made = statSync(bundle).mtimeMs;
    const parts = ['workflows/dist', 'libs/policy/dist', 'libs/contracts/dist', 'apps/worker/dist/bundle.js'];
    return parts.some((part) => statSync(join(root, part)).mtimeMs > made);
  } catch {
    return true;
  }
}

function runQuietly(command, args, env) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
  throw new Trouble(`编译失败（${command} ${args.join(' ')}），原因见上。`);
}
