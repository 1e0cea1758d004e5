import type { Level, OfficeId, OfficeKind, Territory } from '../base/office';
import type { Refusal } from '../base/verdict';
import type { ClauseId } from '../base/clauses/clauses';
import type { CivilDate } from '../dates/civil-date';
import { exactSum } from './exact-amounts';
import type { Settings } from '../settings/policy-set';

/** What a field of an entry holds. */
export const fieldTypes = {
  text: '文字',
  count: '整数',
  number: '数字',
  yuan: '金额（元）',
  date: '日期',
  month: '月份',
  year: '年份',
  truth: '是否',
  code: '编号',
  place: '行政区划代码',
  choice: '选项',
} as const;
export type FieldType = keyof typeof fieldTypes;

export interface Field {
  name: string;
  type: FieldType;
  optional?: true;
  /** A number that may lie below zero, such as a rate of growth. */
  signed?: true;
  /** A date of something that has happened. */
  past?: true;
  /** It names a dispatching unit; where a unit enters it, that unit. */
  unit?: true;
  choices?: Readonly<Record<string, string>>;
}

export type FieldValue = string | number | boolean;

/** Something an office entered by hand: no case of its own, because nobody owes it by a date. Persons and households by surrogate ids. */
export interface RegisterEntry {
  id: string;
  kind: string;
  territory: Territory;
  on: CivilDate;
  body: Readonly<Record<string, FieldValue>>;
  /** The office that made it; not said of one that is being made. */
  madeBy?: OfficeId | null;
  /** The case that keeps it, of an entry of a register that cases keep. */
  caseId?: string;
}

/** What stands beside an entry, or is found over all of them: not as the clause asks. */
export interface RegisterFinding {
  clause: ClauseId;
  text: string;
  /** The entries it speaks of. */
  entries: readonly string[];
}

/** A line of the yearly table, with the year before beside it. */
export interface RegisterTotal {
  name: string;
  value: number | null;
  before: number | null;
  unit: string;
}

/** What a rule may look at: all entries standing in the same county (or place above it), of its own kind and of those it names. */
export interface RegisterView {
  entries: readonly RegisterEntry[];
  today: CivilDate;
  settings: Settings;
}

/** A register kept by hand: its fields, who keeps it, and what its clause refuses, finds and adds up. */
export interface HandRegister {
  title: string;
  clause: ClauseId;
  /** Levels of the places it is kept for. */
  levels: readonly Level[];
  keptBy: readonly OfficeKind[];
  /** Levels of the offices that keep it, where not every level does. */
  keptAt?: readonly Level[];
  fields: Readonly<Record<string, Field>>;
  /** Fields that are part of another one, and so not more than it. */
  parts?: Readonly<Record<string, string>>;
  /** Other registers its rules look at, whether offices or cases keep them. */
  looksAt?: readonly string[];
  /** May it be entered beside the others? */
  judge?(entry: RegisterEntry, view: RegisterView): Refusal | undefined;
  /** What is not as the clause asks, on a day. */
  findings?(view: RegisterView): readonly RegisterFinding[];
  /** What is put up in public (公告公示), line by line, for a place. */
  sheet?(view: RegisterView): readonly string[];
  /** The yearly table. */
  totals?(entries: readonly RegisterEntry[], year: string): readonly RegisterTotal[];
}

export const textOf = ({ body }: RegisterEntry, field: string): string => String(body[field] ?? '');
export const numberOf = ({ body }: RegisterEntry, field: string): number => Number(body[field] ?? 0);
export const isSo = ({ body }: RegisterEntry, field: string): boolean => body[field] === true;

export const ofKind = ({ entries }: Pick<RegisterView, 'entries'>, kind: string): RegisterEntry[] =>
  entries.filter((entry) => entry.kind === kind);

export const sumOf = (entries: readonly RegisterEntry[], field: string): number =>
  exactSum(entries.map((entry) => numberOf(entry, field)));

export const idsOf = (entries: readonly RegisterEntry[]): string[] => entries.map(({ id }) => id);

/** The year an entry is about: stated, or that of its month, or that of its day. */
const yearOf = (entry: RegisterEntry): string =>
  textOf(entry, 'year') || (textOf(entry, 'month') || entry.on).slice(0, 4);

/** A total of a year beside that of the year before. */
export function yearly(
  entries: readonly RegisterEntry[],
  year: string,
  name: string,
  unit: string,
  of: (own: readonly RegisterEntry[]) => number | null,
): RegisterTotal {
  const inYear = (which: string): RegisterEntry[] => entries.filter((entry) => yearOf(entry) === which);
  const own = inYear(year);
  const before = inYear(String(Number(year) - 1));
  return { name, unit, value: own.length === 0 ? null : of(own), before: before.length === 0 ? null : of(before) };
}
