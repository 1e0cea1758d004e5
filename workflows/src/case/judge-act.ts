import type { ActRequest, CaseState } from '@duban/contracts/case-workflow';
import { refuse, type Refusal, type Verdict } from '@duban/policy/base/verdict';
import type { ProcessRules } from '@duban/policy/case/process';
import { civilDateOf, type Instant } from '@duban/policy/dates/civil-date';
import { answerUnder } from './known-keys';

/** May this act be recorded now? A key is known or new; all else is the process's own judgement. */
export function judgeAct(state: CaseState, rules: ProcessRules, request: ActRequest, now: Instant): Verdict {
  const { act } = request;
  const known = answerUnder(state, rules, { key: act.key, bodyHash: request.bodyHash });
  const today = civilDateOf(laterOf(laterOf(now, request.at), state.latest));
  if (known !== undefined)
    return known.bodyHash === request.bodyHash ? { admitted: true, keep: false } : refuseReusedKey();
  return rules.judge(state.file, act, today);
}

/** The same key with another body: nothing may be recorded under it. */
export const refuseReusedKey = (): Refusal =>
  refuse('KEY_REUSED', 'A-0', '同一幂等键（Idempotency-Key）已用于另一内容的登记；请核对后换用新的键。');

export const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);
