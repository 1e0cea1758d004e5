import type { Instant } from '@duban/policy/dates/civil-date';

/** Something a case asked the worker to do and that has failed so far; the worker tells it on its own port, the api shows it. */
export interface FailingActivity {
  caseId: string;
  activityId: string;
  /** Name of the activity: `commitTurn`, `answerQuestion`. */
  activity: string;
  /** Tries so far. */
  attempt: number;
  since: Instant;
  lastTriedAt: Instant;
  lastError: string;
}

/** What each activity is called on screens. */
export const activityNames: Readonly<Record<string, string>> = {
  commitTurn: '发送消息并写入台账',
  answerQuestion: '查询台账',
};

/** Where the worker's port tells them. */
export const failingActivitiesPath = '/failing-activities';
