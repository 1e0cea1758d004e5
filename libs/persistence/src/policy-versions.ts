import type { Instant } from '@duban/policy/dates/civil-date';
import type { PolicyRef } from '@duban/policy/settings/policy-set';
import type { DataSource } from 'typeorm';

/** A policy set at a version, with the office's own choices. */
export interface PolicyVersion extends PolicyRef {
  title: string;
  savedBy: string;
  savedAt: Instant;
}

/** `differs`: this version exists with other settings, and versions never change. */
export type Saved = 'saved' | 'known' | 'differs';

export async function savePolicyVersion(
  dataSource: DataSource,
  { set, version, changes, title, savedBy, savedAt }: PolicyVersion,
): Promise<Saved> {
  const written = await dataSource.query<unknown[]>(
    `INSERT INTO policy_versions (policy_set, version, changes, title, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING version`,
    [set, version, JSON.stringify(changes), title, savedBy, savedAt],
  );
  if (written.length > 0) return 'saved';
  const same = await dataSource.query<unknown[]>(
    'SELECT FROM policy_versions WHERE policy_set = $1 AND version = $2 AND changes = $3',
    [set, version, JSON.stringify(changes)],
  );
  return same.length > 0 ? 'known' : 'differs';
}

/** All versions of a set, or of all sets, latest first. */
export async function policyVersionsOf(dataSource: DataSource, set?: string): Promise<PolicyVersion[]> {
  const rows = await dataSource.query<PolicyVersion[]>(
    `SELECT ${columns} FROM policy_versions WHERE $1::text IS NULL OR policy_set = $1 ORDER BY policy_set, version DESC`,
    [set ?? null],
  );
  return rows;
}

/** A version of a set; without a number the latest. */
export async function policyVersionOf(
  dataSource: DataSource,
  set: string,
  version?: number,
): Promise<PolicyVersion | null> {
  const [row] = await dataSource.query<PolicyVersion[]>(
    `SELECT ${columns} FROM policy_versions WHERE policy_set = $1 AND ($2::integer IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
    [set, version ?? null],
  );
  return row ?? null;
}

const columns = 'policy_set AS "set", version, changes, title, saved_by AS "savedBy", saved_at AS "savedAt"';
