import { refusedForContent, type CaseActivities, type CaseMessage } from '@duban/contracts/case-workflow';
import type { LedgerPort, LedgerWrite } from '@duban/contracts/ledger';
import { isRefusedByDatabase, refusalWords } from '@duban/persistence/refused-content';
import type { Json } from '@duban/policy/base/json';
import type { Territory } from '@duban/policy/base/office';
import type { QuestionName } from '@duban/policy/case/case';
import type { Span } from '@duban/policy/dates/natural-period';
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
      const { territory, ...span } = about;
      return await answers[question](ledger, { territory, span, caseId });
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

type Answer = (ledger: LedgerPort, asked: { territory: Territory; span: Span; caseId: string }) => Promise<Json>;

/** How the ledger answers each question. */
const answers: Readonly<Record<QuestionName, Answer>> = {
  roster: async (ledger, { territory, span }) => asJson(await ledger.readRoster(territory, span)),
  townships: async (ledger, { territory, span }) => asJson(await ledger.readTownships(territory, span)),
  candidates: async (ledger, { territory, span }) => asJson(await ledger.readBulletinCandidates(territory, span)),
  drawn: (ledger, { territory, span }) => ledger.readDrawn(territory, span),
  cycles: (ledger, { territory, span }) => ledger.readDutyBooks(territory, span),
  places: async (ledger, { territory }) => asJson(await ledger.readPlaces(territory)),
  'policy-lines': async (ledger, { territory, span }) => asJson(await ledger.readPolicyLines(territory, span)),
  entries: async (ledger, { territory, span }) => asJson(await ledger.readEntries(territory, span)),
  'written-off': async (ledger, { territory, span }) => asJson(await ledger.readWrittenOff(territory, span)),
  households: async (ledger, { territory, span }) => asJson(await ledger.readHouseholds(territory, span)),
  roll: async (ledger, { territory, span }) => asJson(await ledger.readRoll(territory, span)),
  leaders: async (ledger, { territory, span }) => asJson(await ledger.readLeaders(territory, span)),
  covers: async (ledger, { territory, span, caseId }) => asJson(await ledger.readCovers(territory, span, caseId)),
  attendance: async (ledger, { territory, span }) => ({
    ...span,
    cadres: asJson(await ledger.readAttendance(territory, span)),
  }),
  units: async (ledger, { territory, span }) => asJson(await ledger.readUnits(territory, span)),
};

/** The words quote nothing: what was refused may be anything. */
const refused = (error: unknown): ApplicationFailure =>
  ApplicationFailure.nonRetryable(`the database refuses the content: ${refusalWords(error)}`, refusedForContent);

const asJson = (rows: readonly object[]): Json => rows as unknown as Json;
