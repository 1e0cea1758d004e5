import type { CaseRow } from '@duban/persistence/cases';
import { policyVersionsOf } from '@duban/persistence/policy-versions';
import { recordedCasesOf } from '@duban/persistence/recorded-cases';
import type { CaseFile } from '@duban/policy/case/case';
import { oneByOne } from '../one-by-one';
import { rulesOf } from '@duban/policy/manifest/processes';
import { fileOf } from '@duban/policy/case/recorded-file';
import type { HolidayCalendar } from '@duban/policy/dates/calendar';
import { listPolicySets, publishedPolicy, type PolicyRef } from '@duban/policy/settings/policy-set';
import type { DataSource } from 'typeorm';

/** The files of cases, from the ledger: what their workflows go by, without asking them. */
export class CaseFiles {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly policies: ReadonlyMap<string, PolicyRef>,
    private readonly calendar: HolidayCalendar,
  ) {}

  static async of(dataSource: DataSource, calendar: HolidayCalendar): Promise<CaseFiles> {
    const saved = await policyVersionsOf(dataSource);
    const published = listPolicySets().map(({ set }) => publishedPolicy(set));
    const policies = [...published, ...saved.map(({ set, version, changes }) => ({ set, version, changes }))];
    return new CaseFiles(dataSource, new Map(policies.map((policy) => [nameOf(policy), policy])), calendar);
  }

  async read(rows: readonly CaseRow[]): Promise<{ row: CaseRow; file: CaseFile }[]> {
    const recorded = await recordedCasesOf(this.dataSource, rows);
    const files = await oneByOne(recorded, ({ row, acts, undelivered }) => {
      const policy = this.policies.get(nameOf(row.policy)) ?? publishedPolicy(row.policy.set);
      const policyNamed = (name: string): PolicyRef | undefined => this.policies.get(name);
      const file = fileOf(rulesOf(row.process), {
        caseId: row.caseId,
        acts,
        policy,
        policyNamed,
        calendar: this.calendar,
        undelivered,
      });
      return file === undefined ? [] : [{ row, file }];
    });
    return files.flat();
  }
}

const nameOf = ({ set, version }: Pick<PolicyRef, 'set' | 'version'>): string => `${set}.${version}`;
