import { citation, clauseOf, type ClauseId } from '@duban/policy/base/clauses/clauses';
import { obligationWays, type ObligationWay } from '@duban/policy/base/obligations/obligation-text';
import { obligations, type Obligation, type ObligationId } from '@duban/policy/base/obligations/obligations';
import type { Claims } from './claim';
import { claims } from './claims';
import { coverageStates, obligingPlans, type CoverageState, type ObligingPlan } from './coverage-states';

/** One obligation, and what carries it out. */
export interface ObligationCoverage {
  obligation: ObligationId;
  plan: ObligingPlan;
  clause: ClauseId;
  citation: string;
  /** Of the clause. */
  title: string;
  /** The law's own, with … for what is left out. */
  words: string;
  way: ObligationWay;
  wayName: string;
  state: CoverageState;
  stateName: string;
  /** What carries it out, whole or in part. */
  by: string | null;
  /** What of it is not carried out yet, where some is. */
  lacks: string | null;
}

/** How many obligations of a plan and way stand in which state. */
export interface CoverageCount extends Record<CoverageState, number> {
  plan: ObligingPlan;
  way: ObligationWay;
  wayName: string;
  all: number;
}

/** Every obligation in the order of OBLIGATIONS.md. Nothing counts but a claim, and a claim has a test that fails without its rule. */
export const obligationCoverage = (claimed: Claims = claims): ObligationCoverage[] =>
  obligations.map((obligation) => {
    const { id, clause, words, way } = obligation;
    const state = stateOf(obligation, claimed);
    return {
      obligation: id,
      plan: id.slice(0, 1) as ObligingPlan,
      clause,
      citation: citation(clause),
      title: clauseOf(clause).title,
      words,
      way,
      wayName: obligationWays[way],
      state,
      stateName: coverageStates[state],
      by: claimed[id]?.by ?? null,
      lacks: claimed[id]?.lacks ?? null,
    };
  });

function stateOf({ id, way }: Obligation, claimed: Claims): CoverageState {
  if (way === 'G') return 'guidance';
  const claim = claimed[id];
  if (claim === undefined) return 'open';
  return claim.lacks === undefined ? 'done' : 'partly';
}

/** Counted by plan and way. */
export const coverageCounts = (rows: readonly ObligationCoverage[]): CoverageCount[] =>
  (Object.keys(obligingPlans) as ObligingPlan[]).flatMap((plan) =>
    (Object.keys(obligationWays) as ObligationWay[]).map((way) => {
      const own = rows.filter((row) => row.plan === plan && row.way === way);
      const inState = (state: CoverageState): number => own.filter((row) => row.state === state).length;
      return {
        ...{ plan, way, wayName: obligationWays[way], all: own.length },
        ...{ done: inState('done'), partly: inState('partly'), open: inState('open'), guidance: inState('guidance') },
      };
    }),
  );
