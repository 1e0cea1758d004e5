import type { Refusal, RefusalCode, Verdict } from '@duban/policy/base/verdict';
import type { z } from 'zod';
import { present, probingOf, type Choice, type Probing } from './probe-bodies';

/** Would the rules admit an operation now with some body? In doubt it is possible: the rules themselves decide when it is done. */
export type Possibility =
  | {
      isPossible: true;
      /** A body was admitted that changes something. */
      isSure: boolean;
      /** What is answered whatever the body says: it has been done already. */
      told?: string;
    }
  | { isPossible: false; refusal: Refusal };

const inDoubt = { isPossible: true, isSure: false } as const;

/**
 * Asks the rules about bodies of every kind the schema allows. Not possible is only what they refuse whatever the body says: by the
 * state of the case, or for every value there is of the field they name.
 */
export function possibilityOf(
  schema: z.ZodType,
  samples: readonly string[],
  judge: (body: unknown) => Verdict,
): Possibility {
  const inquiry = new Inquiry(probingOf(schema, samples), judge);
  const heard = new Map<string, Verdict>();
  for (const [index, choice] of inquiry.choices.entries()) {
    const verdict = inquiry.ask(choice, []);
    if (verdict === 'unsound') continue;
    if (verdict === 'in-doubt') return inDoubt;
    if (verdict.admitted && verdict.keep) return { isPossible: true, isSure: true };
    heard.set(wordsOf(verdict), verdict);
    if (heard.size === 1 && index >= enoughAlike) break;
  }
  return concluded([...heard.values()]);
}

/** Nothing that would change anything was admitted. */
function concluded(heard: readonly Verdict[]): Possibility {
  const [first] = heard;
  if (first === undefined || heard.some(({ admitted }) => admitted !== first.admitted)) return inDoubt;
  if (!first.admitted) return { isPossible: false, refusal: first };
  return heard.length === 1 && first.told !== undefined ? { ...inDoubt, told: first.told } : inDoubt;
}

/** So many bodies of different kinds, and always the same answer: it does not hang on the body. */
const enoughAlike = 8;
const mostQuestions = 250;

/** What the state of a case forbids; anything else may be said of the body. */
const ofState: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'NOT_ALLOWED',
  'CASE_ENDED',
  'WRONG_STAGE',
  'ALREADY_DONE',
  'CLOSED_PERIOD',
  'CONDITIONS_NOT_MET',
  'SWITCHED_OFF',
  'TOO_EARLY',
  'EXPIRED',
]);

/** `in-doubt`: it hangs on something a probe cannot know. `unsound`: the schema itself refuses such a body. */
type Heard = Verdict | 'in-doubt' | 'unsound';

class Inquiry {
  private readonly known = new Map<string, Verdict>();

  constructor(
    private readonly probing: Probing,
    private readonly judge: (body: unknown) => Verdict,
  ) {}

  get choices(): readonly Choice[] {
    return this.probing.choices;
  }

  /** `varied`: dimensions whose other values are being looked at already. */
  ask(choice: Choice, varied: readonly string[]): Heard {
    const probe = this.probing.bodyOf(choice);
    if (probe === undefined) return 'unsound';
    const verdict = this.verdictOf(probe.body);
    if (verdict === 'in-doubt' || verdict.admitted || isOfState(verdict)) return verdict;
    return this.byField(choice, verdict, varied);
  }

  private verdictOf(body: unknown): Verdict | 'in-doubt' {
    const key = JSON.stringify(body);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size >= mostQuestions) return 'in-doubt';
    const verdict = this.judge(body);
    this.known.set(key, verdict);
    return verdict;
  }

  /** A field is named: what of its other values? One that nobody knows proves nothing against those that are known. */
  private byField(choice: Choice, refusal: Refusal, varied: readonly string[]): Heard {
    const dimension = this.probing.dimensions.find(({ path }) => path === refusal.field);
    if (dimension === undefined || varied.includes(dimension.path)) return 'in-doubt';
    if (!dimension.isWhole && refusal.code === 'OUT_OF_RANGE') return 'unsound';
    if (!dimension.isWhole && refusal.code !== 'UNKNOWN_SUBJECT') return 'in-doubt';
    const named: Refusal[] = [];
    let found: Refusal | undefined;
    for (const value of dimension.values) {
      const heard = this.askBeside(
        { ...choice, [dimension.path]: value, [`${dimension.path}?`]: present },
        dimension.path,
        varied,
        named,
      );
      if (heard === undefined) continue;
      if (heard === 'in-doubt' || heard.admitted) return heard;
      found ??= heard;
    }
    if (found !== undefined) return found;
    return dimension.isWhole && named.every(({ code }) => ofState.has(code)) ? refusal : 'in-doubt';
  }

  /** `undefined`: the same field is named again. */
  private askBeside(
    choice: Choice,
    path: string,
    varied: readonly string[],
    named: Refusal[],
  ): Verdict | 'in-doubt' | undefined {
    const probe = this.probing.bodyOf(choice);
    const verdict = probe === undefined ? 'in-doubt' : this.verdictOf(probe.body);
    if (verdict === 'in-doubt') return verdict;
    if (!verdict.admitted && verdict.field === path) {
      named.push(verdict);
      return undefined;
    }
    const heard = this.ask(choice, [...varied, path]);
    return heard === 'unsound' ? 'in-doubt' : heard;
  }
}

/** An act is dated today at the latest: what is too early today is too early on any day. */
const isOfState = ({ code, field }: Refusal): boolean =>
  (field === undefined && ofState.has(code)) ||
  (field === 'occurredOn' && (code === 'TOO_EARLY' || code === 'BEFORE_BEGINNING'));

const wordsOf = (verdict: Verdict): string =>
  verdict.admitted ? `+${verdict.told ?? ''}` : `${verdict.code} ${verdict.detail}`;
