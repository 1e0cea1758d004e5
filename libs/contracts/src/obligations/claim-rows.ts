import { dutyRows, type DutyId } from '@duban/policy/settings/duty-rows';
import type { Claim, ProvingTest, TakeOut } from './claim';

const processes = 'processes';
const inProcess = (process: string, file: string): string => `${processes}/${process}/${file}`;

/** A piece of a rule's source, left out or replaced. */
export const piece = (file: string, without: string, instead?: string): TakeOut => ({
  in: file,
  without,
  ...(instead !== undefined && { instead }),
});

/** A claim on a test and on the pieces without which it fails. */
export const claim = (by: string, test: ProvingTest, ...takeOut: [TakeOut, ...TakeOut[]]): Claim => ({
  by,
  test,
  takeOut,
});

/** What of a claim is not carried out yet. */
export const partly = (of: Claim, lacks: string): Claim => ({ ...of, lacks });

/** Tests of one file under one heading, by what they say beneath it. */
export const tests =
  (process: string, file: string, heading: string) =>
  (title: string): ProvingTest => ({ file: inProcess(process, file), title: `${heading} ${title}` });

/** The same for the registers kept by hand. */
export const registerTests =
  (file: string, heading: string) =>
  (title: string): ProvingTest => ({ file: `registers/${file}`, title: `${heading} ${title}` });

const openLines = tests(
  'duty-sheet',
  'open-lines.cases.spec.ts',
  'OBLIGATIONS, way D: nobody did it, and the line of who owes it stands open',
);

/** A recurring duty: nobody did it, and the line of who owes it stands open. `line`: `C-2.3.a: visit-monitored@2026-11`. */
export const openLine = (duty: DutyId, line: string, ...more: TakeOut[]): Claim => ({
  by: dutyRows[duty].what,
  test: openLines(line),
  takeOut: [{ duty }, ...more],
});

/** Sources of the rules that are claimed most. */
export const rules = {
  household: inProcess('household-monitoring', 'household-deadlines.ts'),
  householdSteps: inProcess('household-monitoring', 'household-steps.ts'),
  elimination: inProcess('household-monitoring', 'household-elimination.ts'),
  posting: inProcess('cadre-posting', 'posting-deadlines.ts'),
  postingNotices: inProcess('cadre-posting', 'posting-notices.ts'),
  selection: inProcess('cadre-posting', 'selection-check.ts'),
  problem: inProcess('problem', 'problem-deadlines.ts'),
  subsidy: inProcess('subsidy-campaign', 'subsidy-campaign.ts'),
  subsidyOperations: inProcess('subsidy-campaign', 'subsidy-operations.ts'),
  dispatch: inProcess('dispatch', 'dispatch.ts'),
  dutyRowMakers: 'settings/duty-row-makers.ts',
  funds: 'registers/fund-registers.ts',
  credit: 'registers/credit-registers.ts',
  posts: 'registers/post-findings.ts',
  postRefusals: 'registers/post-refusals.ts',
  trade: 'registers/trade-registers.ts',
} as const;
