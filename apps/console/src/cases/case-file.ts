import { ensureCaseId } from '@duban/policy/case/case-id';
import type { Json } from '@duban/policy/base/json';
import type { CaseFile } from '@duban/policy/case/case';
import type { FileOf, ProcessTypes } from '@duban/policy/case/operation';
import type { Process, ProcessRules } from '@duban/policy/case/process';
import { fileOf } from '@duban/policy/case/recorded-file';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { publishedPolicy, type PolicyRef } from '@duban/policy/settings/policy-set';
import { read } from '../api/client';
import type { CaseRow, TimelineEntry } from '@duban/contracts/answers/cases';
import { readTimeline } from './timeline';

/** A case as its rules read it, with the record it was read from. */
export interface ReadCase<P extends ProcessTypes> {
  file: FileOf<P>;
  entries: readonly TimelineEntry[];
}

/** Reads a case's record and lets the very rules of its process say what it amounts to. */
export async function readCase<P extends ProcessTypes>(
  rules: Process<P>,
  row: CaseRow,
  signal?: AbortSignal,
): Promise<ReadCase<P> | undefined> {
  const [entries, policies] = await Promise.all([readTimeline(row.caseId, signal), readPolicies(row, signal)]);
  const file = caseFileOf(rules as unknown as ProcessRules, row, entries, policies);
  return file === undefined ? undefined : { file: file as unknown as FileOf<P>, entries };
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
  const policy = policyNamed(`${row.policy.set}.${row.policy.version}`) ?? publishedPolicy(row.policy.set);
  const caseId = ensureCaseId(row.caseId);
  const recorded = { caseId, acts, policy, policyNamed, calendar: chinaCalendar, undelivered: [] };
  return fileOf(rules, { ...recorded, withTexts: true });
}

/** The first version is the plans' own; only a changed one has to be asked for. */
async function readPolicies({ policy }: CaseRow, signal?: AbortSignal): Promise<PolicyRef[]> {
  const published = publishedPolicy(policy.set);
  if (policy.version === published.version) return [published];
  const { items } = await read('/policy-sets', {}, signal);
  return items.flatMap(({ set, versions }) => versions.map(({ version, changes }) => ({ set, version, changes })));
}
