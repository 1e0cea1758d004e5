/** A decision of the office as the api answers it. */
export interface OfficeDecision {
  id: string;
  clause: string;
  citation: string;
  title: string;
  words: string;
  /** The settings by which it is changed; none where it stands as it is. */
  settings: readonly string[];
}

/** The decisions that no setting changes, and that fit what is looked for. */
export function fixedDecisions(decisions: readonly OfficeDecision[], wanted: string): OfficeDecision[] {
  const words = wanted.trim().toUpperCase();
  return decisions.filter(
    ({ settings, title, clause, citation }) =>
      settings.length === 0 && `${title} ${clause} ${citation}`.toUpperCase().includes(words),
  );
}
