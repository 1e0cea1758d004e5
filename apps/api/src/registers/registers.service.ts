import { batchBody, correctionBody, entryBody, withdrawalBody } from '@duban/contracts/registers';
import {
  changeRegister,
  historyOfEntry,
  standingEntries,
  type RegisterAction,
} from '@duban/persistence/register-entries';
import { countyOf, isWithin, type Territory } from '@duban/policy/base/office';
import { handRegister, isKeptBy, judgeEntry, keepersOf } from '@duban/policy/registers/hand-registers';
import { refuseForeignEntry, refuseOtherUnit } from '@duban/policy/registers/register-whose';
import type { FieldValue, HandRegister, RegisterEntry, RegisterView } from '@duban/policy/registers/register-rules';
import { settingsOf, type Settings } from '@duban/policy/settings/policy-set';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CASE_BOOK, type CaseBook } from '../acts/acts.service';
import { hashOf, parseBody, type ParsedBody } from '../acts/request-body';
import type { Caller } from '../auth/caller';
import type { Scope } from '../cases/visibility';
import { CLOCK, todayOf, type Clock } from '../clock';
import { RefusedRequest } from '../refusals/refused-request';

/** What an office hears back: the ids of what it entered. */
export interface RegisterAnswer {
  kind: string;
  entries: readonly string[];
}

interface Line {
  id: string | null;
  on: string | undefined;
  body: Record<string, FieldValue | undefined>;
}

/** Somebody enters something: `raw` is the body as it came, `key` the idempotency key. */
export interface RegisterAsked {
  kind: string;
  caller: Caller;
  raw: unknown;
  key?: string | undefined;
}

/** What is asked for, read by the register's own form. */
interface RegisterChange extends RegisterAsked {
  register: HandRegister;
  parsed: ParsedBody;
  action: RegisterAction['action'];
  lines: readonly Line[];
  /** Why it is corrected or withdrawn. */
  reason?: string;
}

/** Registers kept by hand: checks form, right and territory; the register's own rules decide, one county at a time. */
@Injectable()
export class RegistersService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CASE_BOOK) private readonly book: CaseBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async enter(asked: RegisterAsked): Promise<RegisterAnswer> {
    const register = this.keptBy(asked);
    const parsed = parseBody(asked.raw, entryBody(register), register.clause);
    const line = { id: null, on: parsed.occurredOn, body: parsed.body as Line['body'] };
    return this.change({ ...asked, register, parsed, action: 'enter', lines: [line] });
  }

  async enterAll(asked: RegisterAsked): Promise<RegisterAnswer> {
    const register = this.keptBy(asked);
    const parsed = parseBody(asked.raw, batchBody(register), register.clause);
    const { entries } = parsed.body as unknown as { entries: (Line['body'] & { occurredOn?: string })[] };
    const lines = entries.map(({ occurredOn, ...body }) => ({ id: null, on: occurredOn ?? parsed.occurredOn, body }));
    return this.change({ ...asked, register, parsed, action: 'enter', lines });
  }

  async correct(id: string, asked: RegisterAsked): Promise<RegisterAnswer> {
    const register = this.keptBy(asked);
    const parsed = parseBody(asked.raw, correctionBody(register), register.clause);
    const { reason, ...body } = parsed.body as unknown as Line['body'] & { reason: string };
    const line = { id, on: parsed.occurredOn, body };
    return this.change({ ...asked, register, parsed, action: 'correct', lines: [line], reason });
  }

  async withdraw(id: string, asked: RegisterAsked): Promise<RegisterAnswer> {
    const { kind, caller } = asked;
    const register = this.keptBy(asked);
    const parsed = parseBody(asked.raw, withdrawalBody, register.clause);
    const { reason } = parsed.body as unknown as { reason: string };
    const last = (await this.historyOf(kind, id, caller)).at(-1);
    if (last === undefined) throw unknownEntry(kind, id);
    const body = { territory: last.territory, ...(last.body as Record<string, FieldValue>) };
    const line = { id, on: last.on, body };
    return this.change({ ...asked, register, parsed, action: 'withdraw', lines: [line], reason });
  }

  /** Everything that was done to an entry, if it is the caller's to see. */
  async historyOf(kind: string, id: string, caller: Caller) {
    const history = await historyOfEntry(this.dataSource, kind, id);
    return history.every(({ territory }) => isToSee({ territory, madeBy: history[0]?.office }, caller)) ? history : [];
  }

  /** What the register shows of a territory on this day that is not as the clause asks; what the county entered for all of it counts too. */
  async findings(kind: string, scope: Scope) {
    const register = registerOr404(kind);
    const ofCounty = await standingEntries(this.dataSource, countyOf(scope.territory), kindsOf(kind, register), scope);
    const entries = ofCounty.filter(
      (entry) => isWithin(entry.territory, scope.territory) || isWithin(scope.territory, entry.territory),
    );
    return register.findings?.(await this.viewOf([...entries, ...(await this.enteredAbove(kind, scope))])) ?? [];
  }

  /** What is put up in public of a territory. */
  async sheet(kind: string, scope: Scope) {
    const register = registerOr404(kind);
    if (register.sheet === undefined) throw new RefusedRequest('NOT_FOUND', `“${register.title}”没有公示表。`);
    return register.sheet(await this.viewOf(await this.standing(kind, scope)));
  }

  /** The yearly table of a territory. */
  async totals(kind: string, scope: Scope, year: string) {
    const register = registerOr404(kind);
    return register.totals?.(await this.standing(kind, scope), year) ?? [];
  }

  private standing(kind: string, scope: Scope): Promise<RegisterEntry[]> {
    return standingEntries(this.dataSource, scope.territory, kindsOf(kind, registerOr404(kind)), scope);
  }

  /** What is entered for larger places alone and so counts for all their villages; what villages have too is each one's own. */
  private async enteredAbove(kind: string, { village }: Scope): Promise<RegisterEntry[]> {
    if (village === undefined) return [];
    const beside = kindsOf(kind, registerOr404(kind)).filter(
      (one) => handRegister(one)?.levels.includes('village') === false,
    );
    if (beside.length === 0) return [];
    const ofCounty = await standingEntries(this.dataSource, countyOf(village), beside);
    return ofCounty.filter(({ territory }) => isWithin(village, territory));
  }

  private async change(change: RegisterChange): Promise<RegisterAnswer> {
    const { kind, register, caller, parsed, action, lines, key: given, reason = null } = change;
    const territory = this.placeOf(lines, caller, register);
    const from = action === 'correct' ? await this.countyOfEntry(kind, lines[0]?.id ?? '') : undefined;
    const bodyHash = hashOf({ kind, action, id: lines[0]?.id ?? null, ...parsed });
    const key = `${caller.office}/${given ?? `auto-${hashOf({ bodyHash, today: todayOf(this.clock) })}`}`;
    const settings = await this.settings();
    const made = (line: Line, index: number): RegisterAction => ({
      entry: entryOf(kind, line, line.id ?? `E${hashOf({ key, index }).slice(0, 12)}`, line.on ?? todayOf(this.clock)),
      action,
      at: this.clock.now(),
      by: { office: caller.office, person: parsed.person ?? caller.person ?? null },
      reason,
      key,
      bodyHash,
      line: index,
    });
    const done = await changeRegister(
      this.dataSource,
      { territory, from, kinds: kindsOf(kind, register), key },
      (standing) => {
        const actions = lines.map(made);
        const changed = new Set(actions.map(({ entry }) => entry.id));
        if (action !== 'enter') ensureOwn(register, standing, { kind, id: lines[0]?.id ?? '', caller });
        if (action !== 'withdraw')
          this.judge(
            change,
            actions,
            standing.filter((one) => isWithin(one.territory, territory) && !(one.kind === kind && changed.has(one.id))),
            settings,
          );
        return actions;
      },
    );
    if (done.bodyHash !== bodyHash)
      throw new RefusedRequest('KEY_REUSED', '同一幂等键（Idempotency-Key）已用于另一内容的登记；请核对后换用新的键。');
    return { kind, entries: done.entries };
  }

  /** Where an entry stands before it is corrected. */
  private async countyOfEntry(kind: string, id: string): Promise<Territory | undefined> {
    const last = (await historyOfEntry(this.dataSource, kind, id)).at(-1);
    return last && countyOf(last.territory);
  }

  /** Each line is judged beside all that stands and the lines before it. */
  private judge(
    { register, caller }: RegisterChange,
    actions: readonly RegisterAction[],
    standing: readonly RegisterEntry[],
    settings: Settings,
  ): void {
    const entries = [...standing];
    for (const [index, { entry }] of actions.entries()) {
      const verdict =
        refuseOtherUnit(register, entry, caller.office) ??
        judgeEntry(entry, { entries, today: todayOf(this.clock), settings });
      if (!verdict.admitted) {
        const path = actions.length === 1 ? '' : `entries.${index}.`;
        throw RefusedRequest.of({
          ...verdict,
          ...(verdict.field !== undefined && { field: `${path}${verdict.field}` }),
        });
      }
      entries.push(entry);
    }
  }

  private placeOf(lines: readonly Line[], caller: Caller, register: HandRegister): Territory {
    for (const { body } of lines) {
      const place = String(body['territory']);
      if (!isWithin(place, caller.territory)) {
        throw new RefusedRequest('UNKNOWN_SUBJECT', `地区 ${place} 不在本单位辖区（${caller.territory}）内，请核对。`, {
          clause: register.clause,
          field: 'territory',
        });
      }
    }
    const counties = new Set(lines.map(({ body }) => countyOf(String(body['territory']))));
    if (counties.size > 1)
      throw new RefusedRequest('INVALID_INPUT', '一次登记应属于同一个县，请分县登记。', {
        clause: register.clause,
        field: 'entries',
      });
    return [...counties][0] ?? caller.territory;
  }

  private keptBy({ kind, caller }: RegisterAsked): HandRegister {
    const register = registerOr404(kind);
    if (isKeptBy(register, caller.kind, caller.level)) return register;
    throw new RefusedRequest('NOT_ALLOWED', `“${register.title}”应由${keepersOf(register)}登记，当前单位无权登记。`, {
      clause: register.clause,
    });
  }

  private async viewOf(entries: readonly RegisterEntry[]): Promise<RegisterView> {
    return { entries, today: todayOf(this.clock), settings: await this.settings() };
  }

  private async settings(): Promise<Settings> {
    return settingsOf(await this.book.currentPolicy());
  }
}

/** What stands elsewhere does not exist for the caller; what another office made is not the caller's to change. */
function ensureOwn(
  register: HandRegister,
  standing: readonly RegisterEntry[],
  { kind, id, caller }: { kind: string; id: string; caller: Caller },
): void {
  const before = standing.find((one) => one.kind === kind && one.id === id);
  if (before === undefined || !isToSee(before, caller)) throw unknownEntry(kind, id);
  const refusal = refuseForeignEntry(register, before, caller.office);
  if (refusal !== undefined) throw RefusedRequest.of(refusal);
}

/** An entry of the caller's territory; a dispatching unit's are those it made. */
const isToSee = ({ territory, madeBy }: Pick<RegisterEntry, 'territory' | 'madeBy'>, caller: Caller): boolean =>
  isWithin(territory, caller.territory) && (caller.kind !== 'dispatching-unit' || madeBy === caller.office);

const kindsOf = (kind: string, { looksAt = [] }: HandRegister): string[] => [...new Set([kind, ...looksAt])];

export function registerOr404(kind: string): HandRegister {
  const register = handRegister(kind);
  if (register === undefined)
    throw new RefusedRequest('NOT_FOUND', `没有“${kind}”这一手工登记的台账；目录见 /api/v1/registers。`);
  return register;
}

const unknownEntry = (kind: string, id: string): RefusedRequest =>
  new RefusedRequest('UNKNOWN_SUBJECT', `“${kind}”台账中没有编号为 ${id} 的记录，或已撤销；请核对编号。`);

function entryOf(kind: string, { body }: Line, id: string, on: string): RegisterEntry {
  const { territory, ...fields } = body;
  const stated = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { id, kind, territory: String(territory), on, body: Object.fromEntries(stated) };
}
