import type { LedgerPort } from '@duban/contracts/ledger';
import { bulletinCandidatesOf } from '@duban/persistence/bulletin-candidates';
import { changeAnnouncer, changeOf } from '@duban/persistence/changes';
import { placesBelow } from '@duban/persistence/directory';
import { dutyEntriesOf } from '@duban/persistence/duty-entries';
import { coversOf, dutyBooksOf } from '@duban/persistence/duties';
import { drawnOf, leadersOf, policyLinesOf, writtenOffOf } from '@duban/persistence/registers';
import { attendanceOf, monitoredOf, rollOf, rosterOf, townshipsOf, unitsOf } from '@duban/persistence/records';
import { setAside } from '@duban/persistence/set-aside';
import { writeCase } from '@duban/persistence/write-case';
import type { DataSource } from 'typeorm';

/** The ledger that workflows write to, kept in PostgreSQL. */
export function createLedgerActivities(dataSource: DataSource): LedgerPort {
  const announce = changeAnnouncer(dataSource);
  return {
    writeLedger: async (write) => {
      const receipt = await writeCase(dataSource, write);
      if (receipt.ahead === undefined) announce(changeOf(write.snapshot, write.sequence));
      return receipt;
    },
    setAside: (refused) => setAside(dataSource, refused),
    readRoster: (territory, span) => rosterOf(dataSource, territory, span),
    readTownships: (territory, span) => townshipsOf(dataSource, territory, span),
    readPlaces: (territory) => placesBelow(dataSource, territory),
    readPolicyLines: (territory, span) => policyLinesOf(dataSource, territory, span),
    readEntries: (territory, span) => dutyEntriesOf(dataSource, territory, span),
    readWrittenOff: (place, span) => writtenOffOf(dataSource, place, span),
    readBulletinCandidates: (territory, span) => bulletinCandidatesOf(dataSource, territory, span),
    readDrawn: (territory, span) => drawnOf(dataSource, territory, span),
    readDutyBooks: (territory, span) => dutyBooksOf(dataSource, territory, span),
    readHouseholds: (territory, span) => monitoredOf(dataSource, territory, span),
    readRoll: (territory, span) => rollOf(dataSource, territory, span),
    readLeaders: (territory, span) => leadersOf(dataSource, territory, span),
    readCovers: (territory, span, caseId) => coversOf(dataSource, { territory, span, caseId }),
    readAttendance: (territory, span) => attendanceOf(dataSource, territory, span),
    readUnits: (territory, span) => unitsOf(dataSource, territory, span),
  };
}
