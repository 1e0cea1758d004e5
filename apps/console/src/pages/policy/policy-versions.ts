import type { PolicyVersion } from '@duban/contracts/answers/policy';
import type { Settings } from '@duban/policy/settings/policy-set';
import type { Setting } from '@duban/contracts/answers/policy';

/** What one version changed of the one before it. */
export interface VersionStep extends PolicyVersion {
  changed: { name: string; before: unknown; after: unknown }[];
}

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The versions, latest first, each with what it changed; `published` are the plans' own values. */
export function stepsOf(versions: readonly PolicyVersion[], published: Readonly<Settings>): VersionStep[] {
  const inOrder = [...versions].sort((one, other) => one.version - other.version);
  const valueIn = (changes: Readonly<Record<string, unknown>>, name: string): unknown =>
    name in changes ? changes[name] : published[name as keyof Settings];
  return inOrder
    .map((version, index) => {
      const earlier = inOrder[index - 1]?.changes ?? {};
      const names = [...new Set([...Object.keys(earlier), ...Object.keys(version.changes)])];
      const changed = names
        .map((name) => ({ name, before: valueIn(earlier, name), after: valueIn(version.changes, name) }))
        .filter(({ before, after }) => !isSame(before, after));
      return { ...version, changed };
    })
    .reverse();
}

/** What happened to one setting, latest first. */
export const historyOf = (
  name: string,
  steps: readonly VersionStep[],
): { step: VersionStep; before: unknown; after: unknown }[] =>
  steps.flatMap((step) =>
    step.changed.filter((one) => one.name === name).map(({ before, after }) => ({ step, before, after })),
  );

/** The settings that fit what is looked for, clause by clause in the order of the document. */
export function groupsOf(
  settings: readonly Setting[],
  clauseOrder: readonly string[],
): { clause: string; settings: Setting[] }[] {
  const found = new Map<string, Setting[]>();
  for (const setting of settings) found.set(setting.clause, [...(found.get(setting.clause) ?? []), setting]);
  const place = (clause: string): number => clauseOrder.indexOf(clause);
  return [...found]
    .map(([clause, list]) => ({ clause, settings: list }))
    .sort((one, other) => place(one.clause) - place(other.clause));
}
