import { grouped } from '../../base/grouped';
import { departments, type Department } from '../../base/departments';
import { levelOf } from '../../base/office';
import { policiesOf, policyLine, type PolicyLine, type PolicyLineId } from '../../base/policy-lines';
import { actsOf } from '../../case/act-order';
import { addDays, earlierOf, lastDayOf, monthOf, type CivilDate } from '../../dates/civil-date';
import { periodOf, type Span } from '../../dates/natural-period';
import type { Settings } from '../../settings/policy-set';
import type { LineSaid, PolicyLineBody } from './dispatch-acts';
import type { DispatchFile } from './dispatch-facts';
import { reporterOf } from './dispatch-reporter';

/** One policy in the ledger of one department, with what is known of it. */
export interface LedgerLine {
  policy: PolicyLineId;
  department: Department;
  /** As confirmed in this half month; else as it stood in the one before. */
  said?: LineSaid;
  /** The first day on which it was; what is put right afterwards does not make it late. */
  confirmedOn?: CivilDate;
  /** Taken over from the half month before as it stood. */
  isCarried: boolean;
}

/** A-3.3: the policies of each lead department's ledger that are to be confirmed in the half month, and how they stand. */
export function ledgerLinesOf(file: DispatchFile, settings: Settings): LedgerLine[] {
  const before = saidBefore(file);
  const confirmed = new Map<string, { on: CivilDate; body: PolicyLineBody }>();
  const confirm = (key: string, { on, body }: { on: CivilDate; body: PolicyLineBody }): void => {
    confirmed.set(key, { on: earlierOf(on, confirmed.get(key)?.on ?? on), body });
  };
  for (const { by, body, occurredOn } of actsOf(file.acts, 'confirmLines'))
    for (const line of body.lines) confirm(keyOf(line.policy, reporterOf(by, body)), { on: occurredOn, body: line });
  return askedLines(file, settings).map(({ policy, department }) => {
    const own = confirmed.get(keyOf(policy, department));
    const isCarried = own?.body.unchanged === true;
    const said = own === undefined || isCarried ? before.get(keyOf(policy, department)) : saidBy(own.body);
    return {
      policy,
      department,
      isCarried,
      ...(said !== undefined && { said }),
      ...(own !== undefined && { confirmedOn: own.on }),
    };
  });
}

/** What the ledger said of each line in the half month before. */
function saidBefore({ acts }: DispatchFile): Map<string, LineSaid> {
  const lines = actsOf(acts, 'linesRead').at(-1)?.body ?? [];
  return new Map(lines.map(({ policy, department, ...said }) => [keyOf(policy, department), said]));
}

const keyOf = (policy: string, department: string | undefined): string => `${department}/${policy}`;

const saidBy = ({ of, done, none }: PolicyLineBody): LineSaid => ({
  ...(of !== undefined && { of }),
  ...(done !== undefined && { done }),
  ...(none !== undefined && { none }),
});

/** OBLIGATIONS D25: each half month, or in the last one of what the line's figures are of. */
function askedLines(
  { opening }: DispatchFile,
  { dispatchLeads, ledgerLineCadence }: Settings,
): { policy: PolicyLineId; department: Department }[] {
  const leads = new Set(Object.values(dispatchLeads).flat());
  const isAsked = (id: PolicyLineId): boolean =>
    ledgerLineCadence === 'half-month' || isLastOf(policyLine(id), opening);
  return [...leads].flatMap((department) =>
    policiesOf(department, levelOf(opening.territory))
      .filter(isAsked)
      .map((policy) => ({ policy, department })),
  );
}

/** Autumn terms end in January, spring terms in August. */
const termEnds = ['01-31', '08-31'];

function isLastOf({ period }: PolicyLine, { to }: Span): boolean {
  switch (period) {
    case 'half-month':
      return true;
    case 'month':
      return to === lastDayOf(monthOf(to));
    case 'term':
      return termEnds.includes(to.slice(5));
    case 'year':
      return to.slice(5) === '12-31';
  }
}

/** The half month before, whose ledger is carried forward. */
export const periodBefore = ({ opening }: Pick<DispatchFile, 'opening'>): Span =>
  periodOf('half-month', addDays(opening.from, -1));

/** What a line's figures say is wrong: how much is lacking, or there although it should not be. */
export function gapOf({ policy, said }: Pick<LedgerLine, 'policy' | 'said'>): number {
  const { figures, isShownOnly }: PolicyLine = policyLine(policy);
  if (said === undefined || isShownOnly === true) return 0;
  return 'none' in figures ? (said.none ?? 0) : Math.max(0, (said.of ?? 0) - (said.done ?? 0));
}

/** 控辍保学：失学辍学人数2，应为0. */
export function lineWords({ policy, said = {} }: Pick<LedgerLine, 'policy' | 'said'>): string {
  const { name, figures } = policyLine(policy);
  const gap = gapOf({ policy, said });
  const words =
    'none' in figures
      ? `${figures.none}${said.none ?? '未填'}${gap > 0 ? '，应为0' : ''}`
      : `${figures.of}${said.of ?? '未填'}，${figures.done}${said.done ?? '未填'}${gap > 0 ? `，差${gap}` : ''}`;
  return `${name}：${words}`;
}

/** Lines nobody has confirmed in the half month, by department. */
export const unconfirmedBy = (lines: readonly LedgerLine[]): [Department, LedgerLine[]][] =>
  byDepartment(lines.filter(({ confirmedOn }) => confirmedOn === undefined));

export const byDepartment = <Line extends { department: Department }>(
  lines: readonly Line[],
): [Department, Line[]][] => [...grouped(lines, ({ department }) => department)];

/** 教育部门（控辍保学、雨露计划）. */
export const departmentLines = ([department, lines]: [Department, readonly LedgerLine[]]): string =>
  `${departments[department]}部门（${lines.map(({ policy }) => policyLine(policy).name).join('、')}）`;
