import { subsidies } from '@duban/contracts/subsidies';
import { levelOf, type OfficeKind, type Level } from '@duban/policy/base/office';
import type { SubsidyKind } from '@duban/policy/processes/subsidy-campaign/subsidy-acts';
import { payerOf, type SubsidyLine } from '@duban/policy/processes/subsidy-campaign/subsidy-facts';

/** Where a claim stands: what has to happen next. */
export const subsidySteps = {
  missing: '未申请',
  review: '待审核',
  pay: '待发放',
  paid: '已发放',
  refused: '审核不通过',
} as const;
export type SubsidyStep = keyof typeof subsidySteps;

export function stepOf({ appliedOn, approvedOn, refusedOn, paidOn }: SubsidyLine): SubsidyStep {
  if (paidOn !== undefined) return 'paid';
  if (refusedOn !== undefined) return 'refused';
  if (approvedOn !== undefined) return 'pay';
  return appliedOn === undefined ? 'missing' : 'review';
}

/** What can be done to claims of a step. */
export type StepAct = 'apply' | 'review' | 'pay';
export const actOf: Readonly<Record<SubsidyStep, StepAct | undefined>> = {
  missing: 'apply',
  review: 'review',
  pay: 'pay',
  paid: undefined,
  refused: 'apply',
};

interface Office {
  office: string;
  kind: OfficeKind;
  level: Level;
}

/** May the office do it: by the contract's own grants, and, for money, as the department that reviews and pays this kind. */
export function mayAct(
  act: StepAct | 'entitle',
  { office, kind, level }: Office,
  claim: { kind: SubsidyKind; township: string },
): boolean {
  const granted =
    subsidies.operations[act]?.by.some((grant) => grant.kind === kind && (grant.level ?? level) === level) ?? false;
  return granted && (act === 'apply' || act === 'entitle' || payerOf(claim.kind, claim.township) === office);
}

export interface SubsidyCounts {
  entitled: number;
  applied: number;
  missing: number;
  paid: number;
  yuan: number;
}

/** Counts of register rows, or of cases' facts, added up. */
export const addUp = (parts: readonly Readonly<Record<string, unknown>>[]): SubsidyCounts => {
  const sum = (name: string): number => parts.reduce((total, part) => total + Number(part[name] ?? 0), 0);
  return {
    entitled: sum('entitled'),
    applied: sum('applied'),
    missing: sum('missing'),
    paid: sum('paid'),
    yuan: sum('yuan'),
  };
};

/** 75%: how much of what is due has been paid; a dash of nothing. */
export const sharePaid = ({ entitled, paid }: Pick<SubsidyCounts, 'entitled' | 'paid'>): string =>
  entitled === 0 ? '—' : `${Math.floor((paid / entitled) * 100)}%`;

export const isTownship = (territory: string): boolean => levelOf(territory) === 'township';
