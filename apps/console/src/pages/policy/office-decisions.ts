import type { OfficeDecision } from '@duban/contracts/answers/policy';

/** The decisions that no setting changes, and that fit what is looked for. */
export function fixedDecisions(decisions: readonly OfficeDecision[], wanted: string): OfficeDecision[] {
  const words = wanted.trim().toUpperCase();
  return decisions.filter(
    ({ settings, title, clause, citation }) =>
      settings.length === 0 && `${title} ${clause} ${citation}`.toUpperCase().includes(words),
  );
}
