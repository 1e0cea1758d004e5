import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';
import { root } from './places.mjs';
import { say, Trouble, withProgress } from './say.mjs';

const marker = join(root, 'node_modules', '.duban-lock');

/**
 * Installs what package-lock.json names, when it changed since the last installation. Not `npm ci`: it refuses a lock file without the
 * binaries of platforms whose packages the registry at hand does not carry.
 */
export async function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 20))
    throw new Trouble(`需要 Node 20.20 或更高版本，当前是 ${process.versions.node}。`);
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === lock) return;
  say('安装依赖（首次约一分钟）');
  const code = await withProgress('安装依赖', () =>
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root }),
  );
  if (code !== 0) throw new Trouble('依赖没有装上：请检查能否访问 npm 软件源，然后再试一次。');
  writeFileSync(marker, lock);
}
