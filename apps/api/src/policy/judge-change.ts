import type { Verdict } from '@duban/policy/base/verdict';
import { judgeChanges, type PolicyRef } from '@duban/policy/settings/policy-set';

/** May these changes be made to the version in force? What it changed before stands beside them and must not contradict them. */
export const judgeChange = (current: PolicyRef, changes: Readonly<Record<string, unknown>>): Verdict =>
  judgeChanges({ ...current.changes, ...changes }, current.set);
