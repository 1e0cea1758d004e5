import type { TurnCommit } from '@duban/contracts/case-workflow';
import type { LedgerPort, SetAside } from '@duban/contracts/ledger';
import { ApplicationFailure } from '@temporalio/common';
import { createCaseActivities } from './case.activities';
import type { Messenger } from './messages/messenger';

const caseId = 'household:140423100:H1:1';
const message = { kind: 'tell', caseId: 'dutysheet:140423100:2026-07', request: { act: { key: 'k' } } };
const commit = { messages: [message, message], write: { sequence: 3, snapshot: { caseId } } } as unknown as TurnCommit;
const span = { territory: '140423', from: '2026-07-01', to: '2026-07-31' };

function world({ told, written, read }: { told?: Error; written?: Error; read?: Error } = {}) {
  const kept: SetAside[] = [];
  const sent: string[] = [];
  const fail = (error: Error | undefined): Promise<never[]> =>
    error === undefined ? Promise.resolve([]) : Promise.reject(error);
  const ledger = {
    writeLedger: () => fail(written).then(() => ({ undelivered: [] })),
    readRoster: () => fail(read),
    setAside: (refused: SetAside) => Promise.resolve(void kept.push(refused)),
  } as unknown as LedgerPort;
  const messenger: Messenger = {
    start: () => Promise.resolve(),
    tell: async (to) => {
      sent.push(to);
      await fail(told);
    },
  };
  return { kept, sent, activities: createCaseActivities(ledger, messenger) };
}

/** As the client throws what the engine answers. */
const grpc = (code: number): Error =>
  Object.assign(new Error('the engine says'), {
    cause: Object.assign(new Error('grpc'), { code, details: '', metadata: {} }),
  });
const sqlState = (code: string): Error => Object.assign(new Error('the database says'), { code });
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a message', () => {
  it('that the engine refuses for what it is, is kept aside; the others go out and the turn is written', async () => {
    const { activities, kept, sent } = world({ told: grpc(3) });
    expect(await activities.commitTurn(commit)).toEqual({ undelivered: [] });
    expect(sent).toHaveLength(2);
    expect(kept).toMatchObject([
      {
        caseId,
        sequence: 3,
        kind: 'message',
        reason: `发给案件 ${message.caseId} 的消息流程引擎不接受`,
        content: message,
      },
      {},
    ]);
  });

  it.each([4, 8, 13, 14])('that the engine cannot take now (%i) is tried again with the whole turn', async (code) => {
    const { activities, kept } = world({ told: grpc(code) });
    expect(await failureOf(activities.commitTurn(commit))).toMatchObject({ message: 'the engine says' });
    expect(kept).toEqual([]);
  });
});

describe('a write', () => {
  it('that can neither be stored nor set aside is not tried again', async () => {
    const failure = await failureOf(world({ written: sqlState('22021') }).activities.commitTurn(commit));
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'REFUSED_FOR_CONTENT', nonRetryable: true });
  });

  it.each(['08006', '40001', '53300', '57P01', '42P01'])('that the database cannot take now (%s) is', async (code) => {
    expect(await failureOf(world({ written: sqlState(code) }).activities.commitTurn(commit))).not.toBeInstanceOf(
      ApplicationFailure,
    );
  });
});

describe('a question', () => {
  it('that the database refuses for what it asks is kept aside and not asked again', async () => {
    const { activities, kept } = world({ read: sqlState('22008') });
    const failure = await failureOf(activities.answerQuestion('roster', { ...span, from: '0000-01-01' }, caseId));
    expect(failure).toMatchObject({ type: 'REFUSED_FOR_CONTENT', nonRetryable: true });
    expect(kept).toMatchObject([{ caseId, kind: 'question', reason: '日期或时刻超出可保存的范围' }]);
  });

  it('that cannot be answered now is asked again', async () => {
    const { activities, kept } = world({ read: sqlState('57P01') });
    expect(await failureOf(activities.answerQuestion('roster', span, caseId))).toMatchObject({ code: '57P01' });
    expect(kept).toEqual([]);
  });
});
