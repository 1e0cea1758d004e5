import { refusedForContent, type CaseActivities, type CaseMessage } from '@duban/contracts/case-workflow';
import type { LedgerPort, LedgerWrite } from '@duban/contracts/ledger';
import { isRefusedByDatabase, refusalWords } from '@duban/persistence/refused-content';
import type { Json } from '@duban/policy/base/json';
import type { QuestionBody, QuestionName } from '@duban/policy/case/case';
import { ApplicationFailure } from '@temporalio/common';
import { isRefusedByEngine } from './messages/refused-message';
import type { Messenger } from './messages/messenger';

/**
 * What cases may ask of the world: their messages are sent first, so that an absent ledger holds nobody up. What is refused for what
 * it contains is kept aside and not tried again.
 */
export const createCaseActivities = (ledger: LedgerPort, messenger: Messenger): CaseActivities => ({
  async commitTurn({ messages, write }) {
    for (const message of messages) await deliver(ledger, messenger, { message, write });
    try {
      return await ledger.writeLedger(write);
    } catch (error) {
      throw isRefusedByDatabase(error) ? refused(error) : error;
    }
  },
  async answerQuestion(question, about, caseId) {
    try {
      return await answered(ledger, question, about, caseId);
    } catch (error) {
      if (!isRefusedByDatabase(error)) throw error;
      const reason = refusalWords(error);
      await ledger.setAside({ caseId, sequence: 0, kind: 'question', reason, content: { question, about } });
      throw refused(error);
    }
  },
});

async function deliver(
  ledger: LedgerPort,
  messenger: Messenger,
  { message, write }: { message: CaseMessage; write: LedgerWrite },
): Promise<void> {
  try {
    if (message.kind === 'start') await messenger.start(message.start);
    else await messenger.tell(message.caseId, message.request);
  } catch (error) {
    if (!isRefusedByEngine(error)) throw error;
    const to = message.kind === 'start' ? message.start.caseId : message.caseId;
    const reason = `发给案件 ${to} 的消息流程引擎不接受`;
    await ledger.setAside({
      caseId: write.snapshot.caseId,
      sequence: write.sequence,
      ...{ kind: 'message', reason, content: message },
    });
  }
}

async function answered(
  ledger: LedgerPort,
  question: QuestionName,
  { territory, ...span }: QuestionBody,
  caseId: string,
): Promise<Json> {
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
    case 'policy-lines':
      return asJson(await ledger.readPolicyLines(territory, span));
    case 'entries':
      return asJson(await ledger.readEntries(territory, span));
    case 'written-off':
      return asJson(await ledger.readWrittenOff(territory, span));
    case 'households':
      return asJson(await ledger.readHouseholds(territory, span));
    case 'roll':
      return asJson(await ledger.readRoll(territory, span));
    case 'leaders':
      return asJson(await ledger.readLeaders(territory, span));
    case 'covers':
      return asJson(await ledger.readCovers(territory, span, caseId));
    case 'attendance':
      return { ...span, cadres: asJson(await ledger.readAttendance(territory, span)) };
    case 'units':
      return asJson(await ledger.readUnits(territory, span));
  }
}

/** The words quote nothing: what was refused may be anything. */
const refused = (error: unknown): ApplicationFailure =>
  ApplicationFailure.nonRetryable(`the database refuses the content: ${refusalWords(error)}`, refusedForContent);

const asJson = (rows: readonly object[]): Json => rows as unknown as Json;
