import { registerColumns, type RegisterColumn } from '@duban/contracts/register-field-names';
import { levelOf, officeKinds, type Level, type OfficeKind } from '@duban/policy/base/office';
import { handRegister, keepersOf } from '@duban/policy/registers/hand-registers';
import { registerKinds, type RegisterKindTerms } from '@duban/policy/case/register-kinds';
import type { Session } from '../api/session';

/** A register as pages show it: its words, who keeps it, its columns. */
export interface RegisterTerms {
  kind: string;
  title: string;
  clause: string;
  states: Readonly<Record<string, string>>;
  columns: readonly RegisterColumn[];
  /** `null` where cases keep it. */
  byHand: {
    keptBy: readonly OfficeKind[];
    keepers: string;
    levels: readonly Level[];
    /** Registers its findings speak of. */
    looksAt: readonly string[];
    hasFindings: boolean;
    hasSheet: boolean;
    hasTotals: boolean;
  } | null;
}

/** The terms of a register; `undefined` where there is none of that name. */
export function registerTerms(kind: string): RegisterTerms | undefined {
  const columns = registerColumns(kind);
  const hand = handRegister(kind);
  if (hand !== undefined) {
    const { title, clause, keptBy, levels, looksAt = [], findings, sheet, totals } = hand;
    const byHand = {
      keptBy,
      keepers: keepersOf(hand),
      levels,
      looksAt,
      hasFindings: findings !== undefined,
      hasSheet: sheet !== undefined,
      hasTotals: totals !== undefined,
    };
    return { kind, title, clause, states: { standing: '有效' }, columns, byHand };
  }
  if (!Object.hasOwn(registerKinds, kind)) return undefined;
  const { title, clause, states }: RegisterKindTerms = registerKinds[kind as keyof typeof registerKinds];
  return { kind, title, clause, states, columns, byHand: null };
}

const levels: readonly Level[] = ['province', 'city', 'county', 'township', 'village'];

/** The levels of places at which an office may enter something: its own and those below, as far as the register goes. */
export const levelsFor = ({ byHand }: RegisterTerms, { level }: Pick<Session, 'level'>): Level[] =>
  (byHand?.levels ?? []).filter((one) => levels.indexOf(one) >= levels.indexOf(level));

/** May the office enter, correct and withdraw? */
export const mayKeep = (terms: RegisterTerms, session: Pick<Session, 'kind' | 'level'>): boolean =>
  terms.byHand !== null && terms.byHand.keptBy.includes(session.kind) && levelsFor(terms, session).length > 0;

/** Why an office that looks at a register cannot enter anything in it. */
export function whyNotKept(terms: RegisterTerms, session: Pick<Session, 'kind' | 'level'>): string | undefined {
  if (terms.byHand === null) return '本台账由系统按办理情况自动形成，不另行登记。';
  if (!terms.byHand.keptBy.includes(session.kind))
    return `本台账由${terms.byHand.keepers}登记，${officeKinds[session.kind]}只能查看。`;
  return mayKeep(terms, session) ? undefined : '本台账按上级地区登记，本级只能查看。';
}

export const levelLengths: Readonly<Record<Level, number>> = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};
export const levelNames: Readonly<Record<Level, string>> = {
  province: '省',
  city: '市',
  county: '县',
  township: '乡镇',
  village: '村',
};
export const levelNameOf = (territory: string): string => levelNames[levelOf(territory) ?? 'county'];
