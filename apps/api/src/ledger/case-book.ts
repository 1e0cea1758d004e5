import { caseOf, caseOpenedUnder, previousCaseOf } from '@duban/persistence/cases';
import { chinaCalendar } from '@duban/policy/china-calendar';
import { basePolicy } from '@duban/policy/policy-set';
import type { DataSource } from 'typeorm';
import type { CaseBook } from '../acts/acts.service';

/** What opening a case needs to know, from the ledger. */
export const ledgerBook = (dataSource: DataSource): CaseBook => ({
  previousOf: (subject) => previousCaseOf(dataSource, subject),
  openedUnder: (key) => caseOpenedUnder(dataSource, key),
  exists: async (caseId) => (await caseOf(dataSource, caseId)) !== null,
  currentPolicy: () => Promise.resolve(basePolicy),
  calendar: () => Promise.resolve(chinaCalendar),
});
