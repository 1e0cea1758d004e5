import type { ActAnswer, ActRequest, CaseStart, RunOptions } from '@duban/contracts/case-workflow';
import type { Opening, Operation, OperationGroup, PreviousCase } from '@duban/contracts/operation';
import { caseId, numberedProcesses, parseCaseId } from '@duban/policy/case/case-id';
import type { HolidayCalendar } from '@duban/policy/dates/calendar';
import { chineseDate, type CivilDate } from '@duban/policy/dates/civil-date';
import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import { isWithin, type OfficeId, type Territory } from '@duban/policy/base/office';
import type { Actor, ProcessName } from '@duban/policy/case/case';
import type { PolicyRef } from '@duban/policy/settings/policy-set';
import type { GroundRef } from '@duban/policy/case/named-ground';
import { rulesOf } from '@duban/policy/manifest/processes';
import { Inject, Injectable } from '@nestjs/common';
import { refuseOthers } from '@duban/policy/case/admission';
import type { Caller } from '../auth/caller';
import { CLOCK, todayOf, type Clock } from '../clock';
import { RefusedRequest } from '../refusals/refused-request';
import { ensureProposed, type ProposedGround } from './confirmed-grounds';
import { ENGINE_GATEWAY, type EngineGateway } from './engine-gateway';
import { hashOf, parseBody, type ParsedBody } from './request-body';
import type { CaseId } from '@duban/policy/case/process-list';

export const CASE_BOOK = Symbol('case book');
export const RUN_OPTIONS = Symbol('run options');

/** What opening a case needs to know from the ledger. */
export interface CaseBook {
  previousOf(subject: string): Promise<PreviousCase | null>;
  /** The case that was opened under this idempotency key, if any. */
  openedUnder(key: string): Promise<CaseId | null>;
  /** May the office open the case? */
  isSeenBy(caseId: string, office: OfficeId): Promise<boolean>;
  /** How a case ended: `null` while it has not, `undefined` when there is none. */
  endingOf(caseId: string): Promise<{ on: CivilDate; outcomeName: string } | null | undefined>;
  /** What became of a proposed ground for listing; `null` when there is none. */
  groundOf(ground: GroundRef): Promise<ProposedGround | null>;
  currentPolicy(): Promise<PolicyRef>;
  calendar(): Promise<HolidayCalendar>;
}

export interface Outcome {
  answer: ActAnswer;
  status: 200 | 201 | 202;
}

/** Somebody opens a case: `raw` is the body as it came. */
export interface OpeningAsked {
  group: OperationGroup;
  caller: Caller;
  raw: unknown;
  /** Idempotency key as it came. */
  key?: string | undefined;
}

/** Somebody says something to a case. */
export interface ActAsked extends OpeningAsked {
  caseId: string;
  name: string;
  operation: Operation;
}

/** Carries what an office says to the case it concerns: checks form, right and territory; the case itself decides. */
@Injectable()
export class ActsService {
  constructor(
    @Inject(ENGINE_GATEWAY) private readonly engine: EngineGateway,
    @Inject(CASE_BOOK) private readonly book: CaseBook,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RUN_OPTIONS) private readonly run: RunOptions,
  ) {}

  async open({ group, caller, raw, key: given }: OpeningAsked): Promise<Outcome> {
    const { opening } = group;
    if (opening === undefined)
      throw new RefusedRequest('NOT_FOUND', `${group.title}由系统按规则自动立案，不能手工立案。`);
    ensureGranted(caller, opening);
    const parsed = parseBody(raw, opening.body, opening.clause);
    const { territory, subject } = opening.subject(parsed.body as never);
    const isNumbered = numberedProcesses.has(group.process);
    if (!isVisible(territory, caller)) throw outside(caller, opening.clause);
    const bodyHash = hashOf({ resource: group.resource, ...parsed });
    const key = scopedKey(caller, given ?? `auto-${bodyHash}`);
    const subjectId = caseId(group.process, territory, ...subject);
    const known = (await this.book.openedUnder(key)) ?? (isNumbered ? undefined : subjectId);
    const previous = isNumbered ? await this.book.previousOf(subjectId) : null;
    const start: CaseStart = {
      ...(await this.startOf(group.process, opening, caller, parsed)),
      caseId: known ?? `${subjectId}:${(previous?.number ?? 0) + 1}`,
      opening: opening.opening(parsed.body as never, previous),
      key,
      bodyHash,
    };
    if (known === undefined || !isNumbered) {
      const isOthers = previous !== null && !(await this.book.isSeenBy(previous.caseId, caller.office));
      this.ensureOpenable(start, isOthers);
    }
    if (known === undefined) await ensureProposed(this.book, opening.confirms(start.opening as never), start.caseId);
    return settled(await this.engine.open(start), bodyHash, 201);
  }

  async act({ group, name, operation, caller, caseId: id, raw, key: given }: ActAsked): Promise<Outcome> {
    ensureGranted(caller, operation);
    this.ensureOwn(group, caller, id);
    const parsed = parseBody(raw, operation.body, operation.clause);
    await ensureProposed(this.book, operation.confirms(parsed.body as never), id);
    const occurredOn = parsed.occurredOn ?? todayOf(this.clock);
    const bodyHash = hashOf({ operation: `${group.resource}.${name}`, id, ...parsed });
    const key = scopedKey(caller, given ?? `auto-${hashOf({ bodyHash, occurredOn })}`);
    const by = byOf(caller, parsed, operation.clause);
    const request: ActRequest = {
      act: { key, operation: name, occurredOn, by, body: parsed.body },
      bodyHash,
      at: this.clock.now(),
      clause: operation.clause,
      what: operation.title,
    };
    const answer = await this.engine.act(id, request);
    if (answer === undefined) throw await this.whyNotRunning(id);
    return settled(answer, bodyHash, 200);
  }

  /** What is the same whatever the case is about: who opens it, when, under which policy, calendar and clause. */
  private async startOf(
    process: ProcessName,
    { name, clause, title }: Opening,
    caller: Caller,
    parsed: ParsedBody,
  ): Promise<Omit<CaseStart, 'caseId' | 'opening' | 'key' | 'bodyHash'>> {
    const { importReason } = parsed;
    return {
      process,
      openingName: name,
      ...(importReason !== undefined && { importReason }),
      openedOn: parsed.occurredOn ?? todayOf(this.clock),
      openedBy: byOf(caller, parsed, clause),
      policy: await this.book.currentPolicy(),
      calendar: await this.book.calendar(),
      at: this.clock.now(),
      clause,
      what: title,
      run: this.run,
    };
  }

  /** The rules are asked before a case is begun; a case that may not begin would leave an empty run behind. */
  private ensureOpenable({ openedBy: by, ...start }: CaseStart, isOthers: boolean): void {
    const beginning = { ...start, by, today: todayOf(this.clock) };
    const verdict = rulesOf(start.process).judgeOpening(beginning, start.openingName);
    if (verdict.admitted) return;
    throw isOthers && verdict.code === 'ALREADY_DONE' ? unknownSubject(verdict.clause) : RefusedRequest.of(verdict);
  }

  private ensureOwn(group: OperationGroup, caller: Caller, id: string): void {
    const parsed = parseCaseId(id);
    if (parsed === undefined || parsed.process !== group.process || !isVisible(parsed.territory, caller))
      throw unknownCase(id);
  }

  private async whyNotRunning(id: string): Promise<RefusedRequest> {
    const ending = await this.book.endingOf(id);
    if (ending === undefined) return unknownCase(id);
    const how = ending === null ? '已办结' : `已于${chineseDate(ending.on)}办结（${ending.outcomeName}）`;
    return new RefusedRequest('CASE_ENDED', `案件 ${id} ${how}，不再受理新的登记；需要更正的，请按更正程序办理。`);
  }
}

/** A case is visible to the offices whose territory holds it, and to the villages of its township (the process knows which village). */
export const isVisible = (territory: Territory, caller: Caller): boolean =>
  isWithin(territory, caller.territory) || (caller.level === 'village' && isWithin(caller.territory, territory));

export const unknownCase = (id: string): RefusedRequest =>
  new RefusedRequest('UNKNOWN_SUBJECT', `查无案件 ${id}，请核对编号（只能查询本单位辖区内的案件）。`);

/** What another village or unit has under way does not show: not even that it is under way. */
const unknownSubject = (clause: ClauseId): RefusedRequest =>
  new RefusedRequest(
    'UNKNOWN_SUBJECT',
    '本单位没有这一编号的对象，不能立案；请核对编号，确认无误的请报上级单位核实。',
    {
      clause,
    },
  );

/** Is the operation the caller's kind of office's to do? */
export function ensureGranted(caller: Caller, operation: Pick<Operation, 'by' | 'clause' | 'title'>): void {
  const refusal = refuseOthers(operation, caller.office);
  if (refusal !== undefined) throw RefusedRequest.of(refusal);
}

const outside = (caller: Caller, clause: ClauseId): RefusedRequest =>
  new RefusedRequest('UNKNOWN_SUBJECT', `所填地区不在本单位辖区（${caller.territory}）内，请核对。`, { clause });

/** Two offices may use the same key without meeting. */
const scopedKey = (caller: Caller, key: string): string => `${caller.office}/${key}`;

/** Who acts is the person of the session; where it names none, the one the office names. */
function byOf(caller: Caller, parsed: ParsedBody, clause: ClauseId): Actor {
  if (caller.person !== undefined && parsed.person !== undefined && parsed.person !== caller.person)
    throw new RefusedRequest('NOT_ALLOWED', '办理人应为登录人本人，不能填写他人。', { clause, field: 'person' });
  const person = caller.person ?? parsed.person;
  return person === undefined ? { office: caller.office } : { office: caller.office, person };
}

function settled(answer: ActAnswer, bodyHash: string, status: 200 | 201): Outcome {
  if (answer.bodyHash !== bodyHash)
    throw new RefusedRequest('KEY_REUSED', '同一幂等键（Idempotency-Key）已用于另一内容的登记；请核对后换用新的键。');
  return { answer, status: answer.ledger === 'written' ? status : 202 };
}
