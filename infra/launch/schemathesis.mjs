import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';
import { cacheDir } from './places.mjs';
import { say, Trouble } from './say.mjs';

const version = '4.32.5';
const folder = join(cacheDir, `schemathesis-${version}`);
const program = join(folder, 'bin', 'schemathesis');

/** Schemathesis in a Python environment of its own, kept for all clones; resolves with the program. */
export async function ensureSchemathesis() {
  if (existsSync(program)) return program;
  say(`安装 schemathesis ${version}（只需一次）`);
  mkdirSync(cacheDir, { recursive: true });
  const steps = [
    ['python3', ['-m', 'venv', '--clear', folder]],
    [join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', `schemathesis==${version}`]],
  ];
  for (const [command, args] of steps) {
    const code = await run(command, args).catch(() => 1);
    if (code !== 0)
      throw new Trouble('没有装成 schemathesis：需要 Python 3.10 或更高版本（含 venv），并能访问 Python 软件源。');
  }
  return program;
}
