import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ESLint } from 'eslint';

/** Prints the source files that the linter would pass over. */
const made = new Set(['node_modules', 'dist', 'bundle', 'coverage', '.git', '.nx', '.data']);
const root = process.cwd();
const eslint = new ESLint();
const unread = [];
for (const entry of sourcesIn(root)) if (await eslint.isPathIgnored(entry)) unread.push(relative(root, entry));
process.stdout.write(JSON.stringify(unread));

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return made.has(entry.name) ? [] : sourcesIn(path);
    return /\.(ts|mts|cts|js|mjs|cjs|vue)$/.test(entry.name) ? [path] : [];
  });
}
