declare const kind: unique symbol;

/**
 * Text of one kind: a date, an office, a territory. Text that has not been told apart yet may become one (a form, a column, a literal);
 * what is of one kind never passes for another. DECISIONS 39.
 */
export type TextOf<Kind extends string> = string & { readonly [kind]?: Kind };
