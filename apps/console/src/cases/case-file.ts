import type { Json } from '@duban/policy/base/json';
import type { CaseFile, CaseView, ProcessRules } from '@duban/policy/case/case';
import { fileOf } from '@duban/policy/case/recorded-file';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { basePolicy, type PolicyRef } from '@duban/policy/settings/policy-set';
import { read } from '../api/client';
import type { CaseRow, TimelineEntry } from './case-types';
import { readTimeline } from './timeline';

/** A case as its rules read it, with the record it was read from. */
export interface ReadCase<Opening> {
  file: CaseFile<Opening>;
  entries: readonly TimelineEntry[];
}

interface PolicySets {
  items: { set: string; versions: { version: number; changes: PolicyRef['changes'] }[] }[];
}

/** Reads a case's record and lets the very rules of its process say what it amounts to. */
export async function readCase<Opening>(
  rules: ProcessRules<Opening, CaseView>,
  row: CaseRow,
  signal?: AbortSignal,
): Promise<ReadCase<Opening> | undefined> {
  const [entries, policies] = await Promise.all([readTimeline(row.caseId, signal), readPolicies(row, signal)]);
  const file = caseFileOf(rules as ProcessRules, row, entries, policies);
  return file === undefined ? undefined : { file: file as CaseFile<Opening>, entries };
}

export function caseFileOf(
  rules: ProcessRules,
  row: CaseRow,
  entries: readonly TimelineEntry[],
  policies: readonly PolicyRef[],
): CaseFile | undefined {
  const policyNamed = (name: string): PolicyRef | undefined =>
    policies.find(({ set, version }) => `${set}.${version}` === name);
  const acts = entries
    .filter(({ kind }) => kind === 'act')
    .map((entry) => ({ ...entry, detail: entry.detail as Json }));
  const policy = policyNamed(`${row.policy.set}.${row.policy.version}`) ?? basePolicy;
  return fileOf(rules, { caseId: row.caseId, acts, policy, policyNamed, calendar: chinaCalendar, undelivered: [] });
}

/** The first version is the plans' own; only a changed one has to be asked for. */
async function readPolicies({ policy }: CaseRow, signal?: AbortSignal): Promise<PolicyRef[]> {
  if (policy.version === basePolicy.version) return [basePolicy];
  const { items } = await read<PolicySets>('policy-sets', {}, signal);
  return items.flatMap(({ set, versions }) => versions.map(({ version, changes }) => ({ set, version, changes })));
}
