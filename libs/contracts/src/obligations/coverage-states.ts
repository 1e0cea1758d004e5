import { plans } from '@duban/policy/base/clauses/clauses';

/** How far an obligation is carried out. */
export const coverageStates = {
  done: '已执行',
  partly: '部分执行',
  open: '未执行',
  guidance: '指导性要求',
} as const;
export type CoverageState = keyof typeof coverageStates;

/** Plans that oblige; the forwarding letter does not. */
export const obligingPlans = { A: plans.A, B: plans.B, C: plans.C } as const;
export type ObligingPlan = keyof typeof obligingPlans;
