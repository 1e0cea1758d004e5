/** How long a sender goes on when the api does not take what it is sent. */
export interface Patience {
  /** While the api, the engine, the worker or the ledger is away or busy. */
  awayMs: number;
  /** While the system has not yet done what comes before: opened a case, read a roster, closed a period. */
  notYetMs: number;
  /** Before the same content is sent again, where the answer does not say. */
  pauseMs: number;
}

export const defaultPatience: Patience = { awayMs: 300_000, notYetMs: 60_000, pauseMs: 1_000 };

/** What came of sending something once. */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'away'; words: string; retryAfterMs?: number }
  | { kind: 'not-yet'; words: string }
  | { kind: 'refused'; words: string };

const awayStatuses = new Set([429, 502, 503, 504]);
/** Between two plain lines of one wait. */
const tellEveryMs = 15_000;

/** Sends the same again until it is done, as the answers ask: after the time they name, and for no longer than its patience. */
export class PatientSender {
  private lastToldAt = 0;

  constructor(
    private readonly tell: (line: string) => void,
    private readonly patience: Patience = defaultPatience,
  ) {}

  async send<T>(what: string, attempt: () => Promise<Outcome<T>>): Promise<T> {
    let awayUntil = Date.now() + this.patience.awayMs;
    let notYetUntil = Date.now() + this.patience.notYetMs;
    for (;;) {
      const outcome = await attempt().catch(outcomeOfFailure);
      if (outcome.kind === 'done') return outcome.value;
      if (outcome.kind === 'refused') throw new Error(`${what}未能办理：${outcome.words}`);
      const now = Date.now();
      if (outcome.kind === 'away') notYetUntil = now + this.patience.notYetMs;
      else awayUntil = now + this.patience.awayMs;
      const until = outcome.kind === 'away' ? awayUntil : notYetUntil;
      if (now >= until) throw new Error(`${what}等候多时仍未能办理：${outcome.words}`);
      await this.pause(what, outcome);
    }
  }

  private async pause(what: string, outcome: Outcome<unknown> & { words: string }): Promise<void> {
    const named = outcome.kind === 'away' ? outcome.retryAfterMs : undefined;
    const pauseMs = outcome.kind === 'away' ? (named ?? this.patience.pauseMs) : Math.min(300, this.patience.pauseMs);
    if (outcome.kind === 'away' && Date.now() - this.lastToldAt > tellEveryMs) {
      this.lastToldAt = Date.now();
      this.tell(`  ${what}暂时办不了（${outcome.words}），${Math.ceil(pauseMs / 1000)} 秒后以同一内容重新提交`);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** What an answer of the api says of the next try. */
export async function outcomeOf<T>(
  answer: Response,
  isNotYet: (status: number, words: string) => boolean,
): Promise<Outcome<T>> {
  if (answer.ok) return { kind: 'done', value: (await answer.json()) as T };
  const text = await answer.text();
  const words = `${answer.status} ${detailOf(text)}`;
  if (awayStatuses.has(answer.status)) return { kind: 'away', words, ...retryAfter(answer.headers.get('retry-after')) };
  return isNotYet(answer.status, text) ? { kind: 'not-yet', words } : { kind: 'refused', words };
}

/** A connection that is refused or breaks leaves open whether the api has done it; the same key again is right either way. */
function outcomeOfFailure(error: unknown): Outcome<never> {
  const { code } = ((error as Error).cause ?? {}) as { code?: string };
  if (code === undefined) throw error;
  return { kind: 'away', words: `接口服务没有应答：${code}` };
}

/** Seconds, or the moment itself. */
function retryAfter(header: string | null): { retryAfterMs?: number } {
  if (header === null) return {};
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? {} : { retryAfterMs: Math.max(ms, 0) };
}

function detailOf(text: string): string {
  try {
    return (JSON.parse(text) as { detail?: string }).detail ?? text;
  } catch {
    return text;
  }
}
