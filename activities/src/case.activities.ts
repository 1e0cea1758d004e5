import type { CaseActivities } from '@duban/contracts/case-workflow';
import type { LedgerPort } from '@duban/contracts/ledger';
import type { Json } from '@duban/policy/base/json';
import type { Messenger } from './messages/messenger';

/**
 * The activities of a case. A commit sends the messages to other cases before it writes the ledger, so that a database that is away
 * stops no other case.
 */
export const createCaseActivities = (ledger: LedgerPort, messenger: Messenger): CaseActivities => ({
  async commitTurn({ messages, write }) {
    for (const message of messages) {
      if (message.kind === 'start') await messenger.start(message.start);
      else await messenger.tell(message.caseId, message.request);
    }
    return ledger.writeLedger(write);
  },
  async answerQuestion(question, { territory, ...span }) {
    switch (question) {
      case 'roster':
        return asJson(await ledger.readRoster(territory, span));
      case 'townships':
        return asJson(await ledger.readTownships(territory, span));
      case 'candidates':
        return asJson(await ledger.readBulletinCandidates(territory, span));
      case 'drawn':
        return ledger.readDrawn(territory, span);
      case 'cycles':
        return ledger.readDutyBooks(territory, span);
      case 'places':
        return asJson(await ledger.readPlaces(territory));
      case 'units':
        return asJson(await ledger.readUnits(territory, span));
    }
  },
});

const asJson = (rows: readonly object[]): Json => rows as unknown as Json;
