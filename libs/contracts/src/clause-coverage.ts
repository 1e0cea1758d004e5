import type { ProcessName } from '@duban/policy/case/case';
import { citation, clauses, type ClauseId } from '@duban/policy/base/clauses/clauses';
import { stillOwed } from '@duban/policy/base/clauses/still-owed';
import { basePolicy, settingOrigins } from '@duban/policy/settings/policy-set';
import { commonOperations } from '@duban/policy/case/common-operations';
import { operationGroups } from './operation-groups';

/** Where the code cites a clause; paths within the repository. */
export interface ClauseEvidence {
  rules: readonly string[];
  tests: readonly string[];
  scenarios: readonly string[];
}

export const coverageStates = {
  covered: '已实现',
  partly: '部分实现',
  owed: '尚未实现',
  untested: '缺少测试',
  exhortation: '不设义务',
} as const;
export type CoverageState = keyof typeof coverageStates;

/** One clause of the three plans, and what carries it out. */
export interface ClauseCoverage extends ClauseEvidence {
  clause: ClauseId;
  citation: string;
  title: string;
  state: CoverageState;
  stateName: string;
  /** What is missing, or why nobody is obliged. */
  remark: string | null;
  settings: readonly string[];
  processes: readonly ProcessName[];
  operations: readonly string[];
}

const none: ClauseEvidence = { rules: [], tests: [], scenarios: [] };

/** Every clause in the order of the document: its rules, numbers, processes, operations, tests and scenarios. */
export function coverageOf(evidence: Readonly<Partial<Record<ClauseId, ClauseEvidence>>>): ClauseCoverage[] {
  return clauses.map(({ id, title, whyNot }) => {
    const { rules, tests, scenarios } = evidence[id] ?? none;
    const operations = operationsOf(id);
    const state =
      whyNot === undefined
        ? stateOf(id, rules.length + operations.length > 0, tests.length + scenarios.length > 0)
        : 'exhortation';
    return {
      clause: id,
      citation: citation(id),
      title,
      state,
      stateName: coverageStates[state],
      remark: whyNot ?? stillOwed[id] ?? null,
      settings: settingsOf(id),
      processes: [...new Set(operations.map(({ process }) => process))],
      rules,
      operations: operations.map(({ name }) => name),
      tests,
      scenarios,
    };
  });
}

function stateOf(clause: ClauseId, isCarriedOut: boolean, isTested: boolean): CoverageState {
  if (!isCarriedOut) return 'owed';
  if (!isTested) return 'untested';
  return stillOwed[clause] === undefined ? 'covered' : 'partly';
}

/** What every process understands speaks for none of them. */
const isOfItsOwn = ([name]: readonly [string, unknown]): boolean => !(name in commonOperations);

const allOperations = operationGroups.flatMap(({ process, resource, opening, operations }) =>
  [
    ...(opening === undefined ? [] : [[opening.name, opening] as const]),
    ...Object.entries(operations).filter(isOfItsOwn),
  ].map(([name, { clause }]) => ({
    process,
    clause,
    name: `${resource}.${name}`,
  })),
);

const operationsOf = (clause: ClauseId): { process: ProcessName; name: string }[] =>
  allOperations.filter((operation) => operation.clause === clause);

const settingsOf = (clause: ClauseId): string[] =>
  Object.entries(settingOrigins(basePolicy.set)).flatMap(([name, origin]) => (origin.clause === clause ? [name] : []));
