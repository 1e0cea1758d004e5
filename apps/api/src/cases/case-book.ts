import { caseOf, caseOpenedUnder, previousCaseOf } from '@duban/persistence/cases';
import { groundStandingOf } from '@duban/persistence/registers';
import { policyVersionOf } from '@duban/persistence/policy-versions';
import { isInScope } from '@duban/policy/case/scope';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { basePolicy } from '@duban/policy/settings/policy-set';
import type { DataSource } from 'typeorm';
import type { CaseBook } from '../acts/acts.service';

/** What opening a case needs to know, from the ledger. */
export const ledgerBook = (dataSource: DataSource): CaseBook => ({
  previousOf: (subject) => previousCaseOf(dataSource, subject),
  openedUnder: (key) => caseOpenedUnder(dataSource, key),
  isSeenBy: async (caseId, office) => {
    const row = await caseOf(dataSource, caseId);
    return row !== null && isInScope(row.scope, office);
  },
  endingOf: async (caseId) => (await caseOf(dataSource, caseId))?.ended,
  groundOf: (ground) => groundStandingOf(dataSource, ground),
  currentPolicy: async () => {
    const latest = await policyVersionOf(dataSource, basePolicy.set);
    return latest === null ? basePolicy : { set: latest.set, version: latest.version, changes: latest.changes };
  },
  calendar: () => Promise.resolve(chinaCalendar),
});
