import { ActsService } from '@duban/api/acts/acts.service';
import { callerOf, type Caller } from '@duban/api/auth/caller';
import type { Clock } from '@duban/api/clock';
import { ledgerBook } from '@duban/api/cases/case-book';
import { PolicyDesk } from '@duban/api/policy/policy-desk';
import { RegistersService } from '@duban/api/registers/registers.service';
import { RefusedRequest } from '@duban/api/refusals/refused-request';
import { chinaCalendar } from '@duban/policy/dates/china-calendar';
import { addDays, civilDateOf, instantOf, type Instant } from '@duban/policy/dates/civil-date';
import type { DataSource } from 'typeorm';
import type { RehearsalEngine } from './rehearsal-engine';
import { callerOfAct, operationOf, ScenarioFault, type Scenario, type ScenarioAct } from './scenario';

/** An act that was refused though nobody said it would be. */
export interface RefusedAct {
  at: Instant;
  act: ScenarioAct;
  caseId: string;
  clause: string;
  detail: string;
}

/** Who runs a rehearsal hears how far it is. */
export type Progress = (day: string, done: number, total: number) => void;

const together = 6;
const provinceOffice = 'leading-group-office:14';

/** Plays a scenario on a prepared engine and ledger, act by act and wake by wake, up to the end of its last day. */
export class ScenarioRun {
  private now: Instant;
  private readonly acts: ActsService;
  private readonly policy: PolicyDesk;
  private readonly registers: RegistersService;
  /** Names of cases the scenario speaks of. */
  readonly names = new Map<string, string>();
  readonly refused: RefusedAct[] = [];
  /** Names of cases whose opening was refused: what was to follow is left out. */
  private readonly neverOpened = new Set<string>();

  constructor(
    private readonly scenario: Scenario,
    private readonly engine: RehearsalEngine,
    dataSource: DataSource,
  ) {
    this.now = instantOf(scenario.start, '00:00');
    const calendar = {
      version: Object.keys(scenario.holidays).length === 0 ? chinaCalendar.version : `${chinaCalendar.version}+推演`,
      years: { ...chinaCalendar.years, ...scenario.holidays },
    };
    const book = { ...ledgerBook(dataSource), calendar: () => Promise.resolve(calendar) };
    const clock: Clock = { now: () => this.now };
    this.acts = new ActsService(engine, book, clock, { spreadMinutes: 0, continueAfterEvents: 2000 });
    this.policy = new PolicyDesk(dataSource, engine, book, clock);
    this.registers = new RegistersService(dataSource, book, clock);
  }

  /** Differences between what acts were told and what the scenario says they must be told. */
  async play(acts: readonly ScenarioAct[], progress: Progress): Promise<string[]> {
    await this.applySettings();
    const queue = [...acts]
      .map((act) => ({ act, at: instantOfAct(act) }))
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const end = instantOf(addDays(this.scenario.until, 1), '00:00');
    const differences: string[] = [];
    let done = 0;
    for (;;) {
      const wake = this.engine.next();
      const act = queue[done];
      if (wake !== undefined && wake.at < end && (act === undefined || wake.at <= act.at)) {
        this.advance(wake.at);
        await inBatches(wake.cases, (caseId) => this.engine.wake(caseId, wake.at));
      } else if (act !== undefined) {
        this.advance(act.at);
        const batch = sameMoment(queue, done);
        await inBatches(batch, async (chain) => {
          for (const one of chain) differences.push(...(await this.perform(one)));
        });
        done += batch.flat().length;
      } else break;
      await this.engine.quiet();
      progress(civilDateOf(this.now), done, queue.length);
    }
    return differences;
  }

  /** The scenario's settings are in force from its first moment. */
  private async applySettings(): Promise<void> {
    const { settings: changes, title } = this.scenario;
    if (Object.keys(changes).length === 0) return;
    const by = callerOf(provinceOffice) as Caller;
    try {
      await this.policy.change(by, { changes, reason: `推演：${title}`.slice(0, 200), applyToOpen: false });
    } catch (error) {
      if (error instanceof RefusedRequest) throw new ScenarioFault(`settings：${error.detail}`);
      throw error;
    }
  }

  private advance(to: Instant): void {
    if (to > this.now) this.now = to;
  }

  private async perform(act: ScenarioAct): Promise<string[]> {
    if (act.refused === undefined && act.case?.startsWith('$') && this.neverOpened.has(act.case.slice(1))) return [];
    try {
      const caseId = await this.send(act);
      if (act.name !== undefined && caseId !== undefined) this.names.set(act.name, caseId);
      return act.refused === undefined ? [] : [`${act.on} ${act.do}：期待被退回（${act.refused}），实际已受理`];
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      return act.refused === error.code ? [] : [this.noteRefusal(act, error)];
    }
  }

  private noteRefusal(act: ScenarioAct, { code, detail, more }: RefusedRequest): string {
    if (act.name !== undefined) this.neverOpened.add(act.name);
    this.refused.push({ at: this.now, act, caseId: this.caseOf(act), clause: more.clause ?? '', detail });
    const expected = act.refused === undefined ? '未料到被退回' : `期待退回 ${act.refused}，实际`;
    return `${act.on} ${act.do}（${act.case ?? act.name ?? ''}）：${expected} ${code}：${detail}`;
  }

  /** The case the act concerned. */
  private async send(act: ScenarioAct): Promise<string | undefined> {
    const operation = operationOf(act);
    const caller = callerOfAct(act);
    if (operation === undefined || caller === undefined) throw new ScenarioFault(`${act.do}：无法识别`);
    switch (operation.kind) {
      case 'change-policy':
        await this.policy.change(caller, act.with);
        return undefined;
      case 'enter':
        await this.registers.enter({ kind: operation.register, caller, raw: act.with });
        return undefined;
      case 'open':
        return (await this.acts.open({ group: operation.group, caller, raw: act.with })).answer.caseId;
      case 'act':
        return (await this.acts.act({ ...operation, caller, caseId: this.caseOf(act), raw: act.with })).answer.caseId;
    }
  }

  private caseOf({ case: named = '' }: ScenarioAct): string {
    return named.startsWith('$') ? (this.names.get(named.slice(1)) ?? named) : named;
  }
}

const instantOfAct = (act: ScenarioAct): Instant =>
  instantOf(act.on.slice(0, 10), act.on.length > 10 ? act.on.slice(11) : '09:00');

/** Acts of the same moment, grouped by the case they concern: one after the other within a case, side by side otherwise. */
function sameMoment(queue: readonly { act: ScenarioAct; at: Instant }[], from: number): ScenarioAct[][] {
  const at = queue[from]?.at;
  const chains = new Map<string, ScenarioAct[]>();
  for (let index = from; index < queue.length && queue[index]?.at === at; index += 1) {
    const act = (queue[index] as { act: ScenarioAct }).act;
    const subject = act.case ?? `$${act.name ?? index}`;
    chains.set(subject, [...(chains.get(subject) ?? []), act]);
  }
  return [...chains.values()];
}

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(together, items.length) }, worker));
}
