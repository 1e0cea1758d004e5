import type { Verdict } from '@duban/policy/base/verdict';
import { judgeChanges, type PolicyRef } from '@duban/policy/settings/policy-set';

/** Judges changes of settings together with those the version in force has made already, since two of them may contradict each other. */
export const judgeChange = (current: PolicyRef, changes: Readonly<Record<string, unknown>>): Verdict =>
  judgeChanges({ ...current.changes, ...changes }, current.set);
