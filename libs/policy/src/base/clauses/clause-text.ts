/** A clause as it stands in the document. */
export interface ClauseText {
  /** `A-2.1`, `B-3.2`, `C-2.end`: plan, part, item. */
  id: string;
  /** The law's own heading; where it has none, its own leading words. */
  title: string;
  /** The law's own words, in full, without number and heading. */
  words: string;
  /** Why nobody can be held to it, in Chinese: it only exhorts, or another clause says the same. */
  whyNot?: string;
  /** The clause it is counted with. */
  sameAs?: string;
}
