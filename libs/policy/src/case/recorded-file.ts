import type { CaseId } from './process-list';
import type { HolidayCalendar } from '../dates/calendar';
import { civilDateOf, type CivilDate, type Instant } from '../dates/civil-date';
import type { PolicyRef } from '../settings/policy-set';
import type { Json } from '../base/json';
import type { Act, Actor, CaseFile, KeptAct } from './case';
import type { ProcessRules } from './process';

/** An act as the ledger keeps it: the opening first, then what was said to the case, in the order of recording. */
export interface RecordedAct {
  sequence: number;
  name: string;
  by: Actor;
  occurredOn: CivilDate;
  at: Instant;
  detail: Json;
  key: string | null;
}

/** What the ledger knows of a case. */
export interface RecordedCase {
  caseId: CaseId;
  acts: readonly RecordedAct[];
  /** The policy it runs by now, and any it ran by before, by name: `shanxi-2023.1`. */
  policy: PolicyRef;
  policyNamed(name: string): PolicyRef | undefined;
  calendar: HolidayCalendar;
  undelivered: readonly string[];
  /** For who shows it: with the texts that stay in the ledger, which the case itself does not carry. Nothing is decided by them. */
  withTexts?: true;
}

/** RULES 0.dates: the file of a case from its record. `undefined` without an opening. */
export function fileOf(
  rules: ProcessRules,
  { caseId, acts, policy, policyNamed, calendar, undelivered, withTexts }: RecordedCase,
): CaseFile | undefined {
  const [opened, ...said] = acts;
  if (opened?.name !== 'opened') return undefined;
  const first = said.find(({ name }) => name === reprojected);
  const kept = (act: RecordedAct): KeptAct => (withTexts ? keptOf(act) : rules.carried(keptOf(act)));
  const begun: CaseFile = {
    caseId,
    openedOn: opened.occurredOn,
    openedBy: opened.by,
    opening: opened.detail,
    policy: policyAt(first, 'policyBefore', policyNamed) ?? policy,
    calendar,
    acts: [],
    undelivered,
  };
  let policyThen = begun.policy;
  // One list for all: a file made anew for each of ten thousand acts copies fifty million of them.
  const carried: KeptAct[] = [];
  const fileThen = (): CaseFile => ({ ...begun, acts: [...carried], policy: policyThen });
  for (const act of said) {
    if (act.name === reprojected) policyThen = policyAt(act, 'policy', policyNamed) ?? policy;
    else if (act.name !== redeliver && isKept(rules, act, fileThen)) carried.push(kept(act));
  }
  return { ...begun, acts: carried, policy };
}

/** Said to a case of any process: send again what found no inbox. It changes no fact. */
export const redeliver = 'redeliver';

const reprojected = 'reproject';

function policyAt(
  act: RecordedAct | undefined,
  field: 'policy' | 'policyBefore',
  policyNamed: RecordedCase['policyNamed'],
): PolicyRef | undefined {
  const name = (act?.detail as Record<string, Json> | undefined)?.[field];
  return typeof name === 'string' ? policyNamed(name) : undefined;
}

/** The record says whether the case has to remember an act; an older one, which does not, was admitted all the same and is judged again. */
function isKept(rules: ProcessRules, act: RecordedAct, fileThen: () => CaseFile): boolean {
  const { keep } = act.detail as { keep?: Json };
  if (typeof keep === 'boolean') return keep;
  const verdict = rules.judge(fileThen(), actOf(act), civilDateOf(act.at));
  return !verdict.admitted || verdict.keep;
}

const actOf = ({ name, by, occurredOn, detail, key }: RecordedAct): Act => ({
  key: key ?? '',
  operation: name,
  occurredOn,
  by,
  body: (detail as { body: Json }).body,
});

const keptOf = (act: RecordedAct): KeptAct => ({ ...actOf(act), sequence: act.sequence, recordedAt: act.at });
