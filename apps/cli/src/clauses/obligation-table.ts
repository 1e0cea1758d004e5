import type { ObligationText } from '@duban/policy/base/obligations/obligation-text';

export const obligationsFile = 'libs/policy/src/base/obligations/obligations.gen.ts';
export const obligationsDocument = 'libs/policy/OBLIGATIONS.md';

const columns = ['id', 'words', 'owes', 'for', 'when', 'shownBy', 'ifNot', 'way', 'note'] as const;
type Column = (typeof columns)[number];
/** A row as the document writes it, its empty cells left out. */
export type ObligationRow = { id: string } & Record<keyof Omit<ObligationText, 'clause'>, string | undefined>;

/** The rows of the document's tables, in its order. */
export const obligationRows = (document: string): ObligationRow[] =>
  document
    .split('\n')
    .filter((line) => /^\| [ABC]-\d/.test(line))
    .map(rowOf);

function rowOf(line: string): ObligationRow {
  const cells = line
    .split('|')
    .slice(1)
    .map((cell) => cell.trim());
  const named = columns.map((column, index): [Column, string | undefined] => [column, cells[index] || undefined]);
  return Object.fromEntries(named) as ObligationRow;
}

/** `A-2.1.f` is one of clause `A-2.1`; number 0 stands for the lead of a part. */
const clauseOfRow = (id: string): string => id.slice(0, id.lastIndexOf('.')).replace(/\.0$/, '');

/** The rows as the module that policy, api and console read them from. */
export function obligationsModule(rows: readonly ObligationRow[]): string {
  const entries = rows.map(
    ({ id, ...cells }) => `  ${JSON.stringify(id)}: ${JSON.stringify({ clause: clauseOfRow(id), ...cells })},`,
  );
  return [
    `import type { ObligationText } from './obligation-text';`,
    '',
    '/** Written from OBLIGATIONS.md by `npm run clauses -- --write`. */',
    'export const obligationTexts = {',
    ...entries,
    '} as const satisfies Readonly<Record<string, ObligationText>>;',
    '',
  ].join('\n');
}
