import type { FailingStep, SetAsideItem, StuckCase } from '@duban/contracts/answers/system';
import { chineseInstant } from '../../words/dates';

/** What does not go on by itself, as each list of the page shows it. */
export interface TroubleLine {
  key: string;
  caseId: string;
  what: string;
  /** Its process, where the title does not name it. */
  of: string;
  reason: string;
  /** Since when, and what has been done since. */
  since: string;
}

const sinceWords = (since: string, then: string): string => `${chineseInstant(since)} 起，${then}。`;

export const stuckLine = ({ caseId, processName, reason, since, attempt }: StuckCase): TroubleLine => ({
  key: caseId,
  caseId,
  what: processName ?? '案件',
  of: '',
  reason,
  since: since === null ? '' : sinceWords(since, `已试 ${attempt ?? 1} 次`),
});

export const failingLine = (step: FailingStep): TroubleLine => ({
  key: `${step.caseId} ${step.activityId}`,
  caseId: step.caseId,
  what: step.what,
  of: step.processName ?? '',
  reason: step.lastError,
  since: sinceWords(
    step.since,
    `已试 ${step.attempt} 次，最近一次 ${chineseInstant(step.lastTriedAt)}；${nextTryWords(step)}`,
  ),
});

const nextTryWords = ({ isRunning, nextTryAt }: FailingStep): string =>
  isRunning ? '正在重试' : nextTryAt === null ? '稍后自动重试' : `下次自动重试 ${chineseInstant(nextTryAt)}`;

export const setAsideLine = ({ id, caseId, what, processName, reason, since }: SetAsideItem): TroubleLine => ({
  key: id,
  caseId,
  what,
  of: processName ?? '',
  reason,
  since: sinceWords(since, '已另存'),
});
