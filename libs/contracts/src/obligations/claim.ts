import type { ObligationId } from '@duban/policy/base/obligations/obligations';
import type { PolicyLineId } from '@duban/policy/base/policy-lines';
import type { DutyId } from '@duban/policy/settings/duty-rows';

/** How a rule is taken out of its source, so that its test can be seen to fail without it. */
export type TakeOut =
  /** The row of a recurring duty. */
  | { duty: DutyId }
  /** The line of a policy in the departments' ledgers. */
  | { policy: PolicyLineId }
  /** A piece of a file of policy that stands there once; `instead` stands for it. */
  | { in: string; without: string; instead?: string };

/** A test by its file, within policy's sources, and its whole title. */
export interface ProvingTest {
  file: string;
  title: string;
}

/**
 * That an obligation is carried out: by what, and by which test it is seen. T: the date passes and the consequence comes. D: the line of
 * a named ower stands open. R: a named ower is missing, or what the clause forbids is refused.
 */
export interface Claim {
  /** In the words of the screens. */
  by: string;
  test: ProvingTest;
  /** Each of them, alone, must make the test fail. */
  takeOut: readonly [TakeOut, ...TakeOut[]];
  /** What of it is not carried out yet, in the words of the screens; such a claim counts as 部分. */
  lacks?: string;
}
export type Claims = Readonly<Partial<Record<ObligationId, Claim>>>;
