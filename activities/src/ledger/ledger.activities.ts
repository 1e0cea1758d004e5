import type { LedgerPort } from '@duban/contracts/ledger';
import { rosterOf } from '@duban/persistence/records';
import { writeCase } from '@duban/persistence/write-case';
import type { DataSource } from 'typeorm';

/** The ledger that workflows write to, kept in PostgreSQL. */
export const createLedgerActivities = (dataSource: DataSource): LedgerPort => ({
  writeLedger: (write) => writeCase(dataSource, write),
  readRoster: (county, month) => rosterOf(dataSource, county, month),
});
