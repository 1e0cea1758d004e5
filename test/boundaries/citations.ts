import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What can be cited: parts and rows of RULES.md, its decisions, rows and decisions of OBLIGATIONS.md, clauses. */
export interface Citable {
  rules: ReadonlySet<string>;
  decisions: ReadonlySet<string>;
  obligations: ReadonlySet<string>;
  clauses: ReadonlySet<string>;
}

/** A source of the repository. */
export interface Source {
  file: string;
  text: string;
}

/** How each kind is cited. */
const forms: Readonly<Record<keyof Citable, RegExp>> = {
  rules: /\bRULES (\d+(?:\.[a-z]+(?:-[a-z]+)*)?)/g,
  decisions: /\[D ([a-z]+(?:-[a-z]+)*)\]/g,
  obligations: /\bOBLIGATIONS ([ABC]-[\d.]*\d(?:\.end)?\.[a-z]\b|D\d+)/g,
  clauses: /(?<![\w-])([ABC]-\d+(?:\.(?:\d+|end)\b)*)(?![\w-])/g,
};

/** Said too loosely to be followed: a part in words, a decision without its name. */
const vague = /\b[Rr]ules?(?:\.md)?,? parts? \d+|\[D\]|\[D [a-z-]+, not yet\]/g;

/** Citations of a source that lead nowhere, each with its line. */
export function deadIn({ file, text }: Source, citable: Citable): string[] {
  const kinds = Object.keys(forms) as (keyof Citable)[];
  return text.split('\n').flatMap((words, index) => {
    const dead = kinds.flatMap((kind) =>
      [...words.matchAll(forms[kind])].filter(([, what = '']) => !citable[kind].has(what)).map(([cited]) => cited),
    );
    return [...dead, ...[...words.matchAll(vague)].map(([cited]) => cited)].map(
      (cited) => `${file}:${index + 1} ${cited}`,
    );
  });
}

/** What RULES.md and OBLIGATIONS.md can be cited by. A part with named rows is cited by a row. */
export function citableIn(rules: string, obligations: string, clauses: Iterable<string>): Citable {
  const anchors = matchesOf(rules, /<a id="([^"]+)"><\/a>/g);
  const withRows = new Set(anchors.filter((id) => id.includes('.')).map((id) => id.split('.')[0]));
  return {
    rules: new Set(anchors.filter((id) => !withRows.has(id))),
    decisions: new Set(decisionsIn(rules)),
    obligations: new Set([
      ...matchesOf(obligations, /^\| ([ABC]-\S+\.[a-z]) \|/gm),
      ...matchesOf(obligations, /^- \*\*(D\d+) /gm),
    ]),
    clauses: new Set(clauses),
  };
}

/** The names of the decisions that are carried out, in their order. */
export const decisionsIn = (rules: string): string[] => matchesOf(rules, forms.decisions);

/** The names of those that are not carried out yet. */
export const decisionsNotYetIn = (rules: string): string[] => matchesOf(rules, /\[D ([a-z-]+), not yet\]/g);

const matchesOf = (text: string, form: RegExp): string[] => [...text.matchAll(form)].map(([, what = '']) => what);

const made = new Set(['node_modules', 'dist', 'bundle', 'coverage', 'histories', 'screenshots']);

/** Every source, test, scenario and document, by its path. */
export function sourcesOf(root: string, folder = root): Source[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || made.has(entry.name)) return [];
    if (entry.isDirectory()) return sourcesOf(root, path);
    const isSource = /\.(ts|vue|mjs|cjs|yaml|md)$/.test(entry.name) && !entry.name.endsWith('.gen.ts');
    return isSource ? [{ file: relative(root, path), text: readFileSync(path, 'utf8') }] : [];
  });
}
