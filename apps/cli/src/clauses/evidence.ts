import type { ClauseEvidence } from '@duban/contracts/clause-coverage';
import { clauses, type ClauseId } from '@duban/policy/base/clauses/clauses';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** Within the repository, with `/`. */
  path: string;
  text: string;
}

/** Which files cite which obliging clause: as a rule, as a test, as a scenario. Clauses nobody cites are left out. */
export function evidenceIn(files: readonly SourceFile[]): Partial<Record<ClauseId, ClauseEvidence>> {
  const found: Partial<Record<ClauseId, ClauseEvidence>> = {};
  for (const { id } of clauses.filter(({ obliges }) => obliges)) {
    const rules = files.filter(({ path, text }) => kindOf(path) === 'rule' && text.includes(`'${id}'`));
    const citing = files.filter(({ text }) => citationOf(id).test(text));
    const [tests, scenarios] = (['test', 'scenario'] as const).map((kind) =>
      pathsOf(citing.filter(({ path }) => kindOf(path) === kind)),
    );
    const evidence = { rules: pathsOf(rules), tests: tests ?? [], scenarios: scenarios ?? [] };
    if (Object.values(evidence).some((paths) => paths.length > 0)) found[id] = evidence;
  }
  return found;
}

/** The repository's rules, tests and scenarios. */
export function readSources(root: string): SourceFile[] {
  return ['libs', 'apps', 'workflows', 'activities', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => kindOf(path) !== undefined)
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
}

function kindOf(path: string): 'rule' | 'test' | 'scenario' | undefined {
  if (/(^|\/)(dist|node_modules|planted)\//.test(path)) return undefined;
  if (/^test\/scenarios\/.*\.yaml$/.test(path)) return 'scenario';
  // The catalogue, the numbers and this table speak of clauses without carrying them out.
  if (/\/(clauses|settings)\//.test(path) || /clause-coverage/.test(path)) return undefined;
  if (path.endsWith('.spec.ts')) return 'test';
  return /^libs\/policy\/src\/.*\.ts$/.test(path) && !path.endsWith('-builder.ts') ? 'rule' : undefined;
}

/** `A-2.1`, and not the beginning of `A-2.12` or the end of `BA-2.1`. */
const citationOf = (id: ClauseId): RegExp => new RegExp(`(?<![\\w.-])${id.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`);

const pathsOf = (files: readonly SourceFile[]): string[] => files.map(({ path }) => path).sort();

export const evidenceFile = 'libs/contracts/src/clause-evidence.gen.ts';

/** The evidence as the module the api reads it from: the api has no sources at hand. */
export const moduleOf = (evidence: Readonly<Partial<Record<ClauseId, ClauseEvidence>>>): string =>
  [
    `import type { ClauseEvidence } from './clause-coverage';`,
    '',
    '/** Written by `npm run clauses -- --write`. */',
    `export const clauseEvidence: Readonly<Record<string, ClauseEvidence>> = ${JSON.stringify(evidence, null, 2)};`,
    '',
  ].join('\n');
