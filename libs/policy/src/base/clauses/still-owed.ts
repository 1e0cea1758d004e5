import type { ClauseId } from './clauses';

/**
 * What obliging clauses ask for that is not carried out yet, where something of them already is. A clause of which nothing is carried
 * out needs no line here; one that is carried out whole has none.
 */
export const stillOwed: Readonly<Partial<Record<ClauseId, string>>> = {};
