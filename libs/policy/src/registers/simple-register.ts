import type { ClauseId } from '../base/clauses/clauses';
import type { Level, OfficeKind } from '../base/office';
import { maybe, text } from './register-fields';
import { idsOf, yearly, type Field, type HandRegister, type RegisterView } from './register-rules';

/** A register that only keeps and counts: one line of data. */
export const simple = (
  title: string,
  clause: ClauseId,
  levels: readonly Level[],
  keptBy: readonly OfficeKind[],
  fields: Readonly<Record<string, Field>>,
): HandRegister => ({
  title,
  clause,
  levels,
  keptBy,
  fields: { ...fields, note: maybe(text('备注')) },
  totals: (entries, of) => [yearly(entries, of, title, '条', (own) => own.length)],
});

/** What is found where entries lack something the clause asks for. */
export const lacking = (
  clause: ClauseId,
  words: string,
  isLacking: (entry: RegisterView['entries'][number]) => boolean,
) => ({
  findings: ({ entries }: RegisterView) => {
    const found = entries.filter(isLacking);
    return found.length === 0 ? [] : [{ clause, text: `${words}：${found.length}条`, entries: idsOf(found) }];
  },
});
