import { liveGateway } from '@duban/api/acts/engine-gateway';
import { caseState, tellCase, type ActRequest, type CaseState } from '@duban/contracts/case-workflow';
import { verifyChain } from '@duban/persistence/verify-chain';
import { closeAllOpened, Opened } from '../setup/opened';
import { testServices } from '../setup/services';
import { TcpProxy } from '../setup/tcp-proxy';
import { FaultStage, taskQueue } from './stage';

/** A worker killed between two moments: the ledger has a turn, the engine has not, and the next one to speak is somebody else. */
const caseId = 'household:140423100:G1:1';
const township = 'party-committee:140423100';
const bureau = 'revitalization-bureau:140423';
let cable: TcpProxy;
let stage: FaultStage;

beforeEach(async () => {
  const services = testServices();
  const url = new URL(services.DATABASE_URL);
  cable = await new Opened().add(TcpProxy.to(url.hostname, Number(url.port)), (one) => one.close());
  url.port = String(cable.localPort);
  stage = await FaultStage.set(services, { ledgerOfWorker: url.href });
  await stage.perform({
    as: township,
    do: 'households.report',
    with: {
      occurredOn: '2030-03-01',
      householdId: 'G1',
      village: '140423100201',
      kind: 'marginal',
      source: 'self-report',
    },
  });
  const on = { occurredOn: '2030-03-02' };
  await stage.perform({ as: 'village-committee:140423100201', do: 'households.villageReview', case: caseId, with: on });
  await stage.perform({ as: township, do: 'households.townshipCheck', case: caseId, with: on });
}, 60_000);

afterEach(closeAllOpened, 120_000);

const request = (key: string, operation: string, body: ActRequest['act']['body']): ActRequest => ({
  act: { key, operation, occurredOn: '2030-03-02', by: { office: operation === 'identify' ? bureau : township }, body },
  bodyHash: `hash of ${key}`,
  at: '2030-03-04T01:00:00.000Z',
  clause: 'A-2.1',
  what: key,
});
const identified: ActRequest = request('认定', 'identify', {
  labour: 'full',
  wishesToWork: true,
  wholeHouseholdWithoutLabour: false,
});
const visit = request('走访', 'visit', { note: '入户' });

const acts = async (): Promise<string[]> => {
  const rows = await stage.dataSource.query<{ what: string }[]>(
    "SELECT what FROM entries WHERE case_id = $1 AND kind = 'act' AND name IN ('identify', 'visit')",
    [caseId],
  );
  return rows.map(({ what }) => what);
};
const count = async (name: string): Promise<number> => {
  const [row] = await stage.dataSource.query<{ n: number }[]>(
    'SELECT count(*)::int AS n FROM entries WHERE case_id = $1 AND name = $2',
    [caseId, name],
  );
  return row?.n ?? 0;
};
const state = (): Promise<CaseState> => stage.engine.client.workflow.getHandle(caseId).query<CaseState>(caseState);

/** Records the act in the ledger, and kills the worker before the engine learns of it. */
async function forget(act: ActRequest): Promise<void> {
  cable.lose((answer) => answer.includes('COMMIT'));
  const asked = liveGateway(stage.engine.client, taskQueue)
    .act(caseId, act)
    .catch(() => undefined);
  while (!(await acts()).includes(act.what)) await stage.pause(5);
  await stage.worker.kill();
  cable.mend();
  void asked;
}

async function ask(act: ActRequest): Promise<void> {
  for (;;) {
    try {
      await liveGateway(stage.engine.client, taskQueue).act(caseId, act);
      return;
    } catch {
      await stage.pause(200);
    }
  }
}

it('an act asked for again after a message came first is in the ledger once, and in the case', async () => {
  await forget(identified);
  await stage.engine.client.workflow.getHandle(caseId).signal(tellCase, visit);
  stage.worker.restart();
  await ask(identified);
  await stage.quiet();
  expect((await acts()).sort()).toEqual(['认定', '走访']);
  expect([await count('deadline-met'), await count('act-taken-in')]).toEqual([1, 1]);
  expect((await state()).file.acts.map(({ operation }) => operation)).toEqual([
    'villageReview',
    'townshipCheck',
    'identify',
  ]);
  expect(await verifyChain(stage.dataSource, caseId)).toMatchObject({ intact: true, waiting: 0 });
}, 60_000);
