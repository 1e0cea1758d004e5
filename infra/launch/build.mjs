import { spawnSync } from 'node:child_process';
import { root } from './places.mjs';
import { say, Trouble } from './say.mjs';

/** Compiles every package and bundles the workflows; what has not changed comes from the cache. */
export async function build() {
  say('编译');
  const args = ['nx', 'run-many', '-t', 'build', 'bundle'];
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };
  const { status, stdout, stderr, error } = spawnSync('npx', args, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status === 0) return;
  console.error(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
  throw new Trouble('编译失败，原因见上。');
}
