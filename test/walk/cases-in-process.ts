import type { EngineGateway } from '@duban/api/acts/engine-gateway';
import { RefusedRequest } from '@duban/api/refusals/refused-request';
import type { ActAnswer, ActRequest, CaseStart, CaseState, Reprojection } from '@duban/contracts/case-workflow';
import { groupOfProcess } from '@duban/contracts/operation-groups';
import { writeCase } from '@duban/persistence/write-case';
import { parseCaseId } from '@duban/policy/case/case-id';
import type { CaseFile, KeptAct } from '@duban/policy/case/case';
import type { Json } from '@duban/policy/base/json';
import type { CaseId } from '@duban/policy/case/process-list';
import { rulesOf } from '@duban/policy/manifest/processes';
import { instantOf } from '@duban/policy/dates/civil-date';
import { actTurn, openTurn, type Turn } from '@duban/workflows/case/turn';
import { judgeAct } from '@duban/workflows/case/judge-act';
import { answerUnder } from '@duban/workflows/case/known-keys';
import type { DataSource } from 'typeorm';

interface Running {
  start: CaseStart;
  state: CaseState;
}

/**
 * Cases that run in this process: their rules, turns and writes to the ledger are those of the workflows; what is not there is the engine,
 * which would remember them, and messages between them.
 */
export class CasesInProcess implements EngineGateway {
  private readonly running = new Map<string, Running>();
  /** Whether what is admitted is recorded: a walk asks thousands of things of one case, each as if it were the first. */
  records = true;

  constructor(private readonly dataSource: DataSource) {}

  async open(start: CaseStart): Promise<ActAnswer> {
    if (!this.records) return answerOf(start.caseId, start.bodyHash);
    const known = this.running.get(start.caseId);
    if (known !== undefined)
      return (
        answerUnder(known.state, rulesOf(start.process), { key: start.key, bodyHash: start.bodyHash }) ??
        answerOf(start.caseId, '')
      );
    await this.keep(start, openTurn(start, rulesOf(start.process), start.at));
    return answerOf(start.caseId, start.bodyHash);
  }

  async act(caseId: CaseId, request: ActRequest): Promise<ActAnswer | undefined> {
    const found = this.running.get(caseId);
    if (found === undefined) return undefined;
    const rules = rulesOf(found.start.process);
    const verdict = judgeAct(found.state, rules, request, request.at);
    if (!verdict.admitted) throw RefusedRequest.of(verdict);
    if (!this.records) return answerOf(caseId, request.bodyHash);
    const { turn, answer } = actTurn({ ...found, rules, now: request.at, run: found.start.run }, request, verdict);
    await this.keep(found.start, turn);
    return { ...answer, ledger: 'written' };
  }

  reproject(_caseId: string, _order: Reprojection): Promise<void> {
    throw new Error('no policy is changed in a walk');
  }

  /** A case as its file says: every act is recorded as it stands there, whoever would be refused it today. */
  async replay(file: CaseFile): Promise<void> {
    const start = startOf(file);
    const rules = rulesOf(start.process);
    await this.keep(start, openTurn(start, rules, start.at));
    for (const act of file.acts) {
      const { state } = this.running.get(file.caseId) as Running;
      const request = requestOf(file, act);
      const found = { state, rules, now: request.at, run: start.run };
      const { turn } = actTurn(found, request, { admitted: true, keep: true });
      await this.keep(start, turn);
    }
  }

  /** The case runs with this file, and its ledger knows nothing of it. */
  remember(file: CaseFile): void {
    const start = startOf(file);
    const { state } = openTurn(start, rulesOf(start.process), start.at);
    this.running.set(file.caseId, { start, state: { ...state, file: file as CaseState['file'] } });
  }

  private async keep(start: CaseStart, turn: Turn): Promise<void> {
    this.running.set(start.caseId, { start, state: turn.state });
    await writeCase(this.dataSource, turn.commit.write);
  }
}

const answerOf = (caseId: CaseId, bodyHash: string): ActAnswer => ({
  caseId,
  sequence: 1,
  stage: 'walked',
  stageName: '已受理',
  bodyHash,
  ledger: 'written',
});

/** How the case of a file would have begun. */
function startOf({ caseId, openedOn, openedBy, opening, policy, calendar }: CaseFile): CaseStart {
  const process = parseCaseId(caseId)?.process;
  if (process === undefined) throw new Error(`${caseId} is no case`);
  return {
    ...{ process, caseId, openedOn, openedBy, policy, calendar },
    opening: opening as Json,
    key: `begin ${caseId}`,
    bodyHash: '',
    at: instantOf(openedOn, '09:00'),
    clause: 'A-0',
    what: groupOfProcess(process).title,
    run: { spreadMinutes: 0, continueAfterEvents: 2000 },
  };
}

function requestOf({ caseId }: CaseFile, { key, operation, occurredOn, by, body }: KeptAct): ActRequest {
  return {
    act: { key: `${caseId} ${key}`, operation, occurredOn, by, body },
    bodyHash: '',
    at: instantOf(occurredOn, '10:00'),
    clause: 'A-0',
    what: operation,
  };
}
