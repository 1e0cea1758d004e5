import type { FailingActivity } from '@duban/contracts/failing-activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** The longest pause between two tries is half a minute: what was last tried so long ago is tried no more. */
const forgottenAfterMs = 300_000;

/**
 * What this worker is trying again and again. Kept in memory alone: whatever is still wrong after a restart is soon here again. Local
 * activities are left out; where one fails an ordinary one takes its place.
 */
export class FailingActivities {
  private readonly failing = new Map<string, FailingActivity>();

  readonly interceptor: ActivityInterceptorsFactory = ({ info }) => ({
    inbound: {
      execute: async (input, next) => {
        if (info.isLocal) return next(input);
        const caseId = info.workflowExecution?.workflowId ?? '';
        const key = `${caseId}/${info.activityId}`;
        try {
          const result = await next(input);
          this.failing.delete(key);
          return result;
        } catch (error) {
          const now = new Date().toISOString();
          const since = this.failing.get(key)?.since ?? now;
          this.failing.set(key, {
            ...{ caseId, activityId: info.activityId, activity: info.activityType, attempt: info.attempt },
            ...{ since, lastTriedAt: now, lastError: plainWords(error) },
          });
          throw error;
        }
      },
    },
  });

  list(now = Date.now()): FailingActivity[] {
    for (const [key, { lastTriedAt }] of this.failing)
      if (now - Date.parse(lastTriedAt) > forgottenAfterMs) this.failing.delete(key);
    return [...this.failing.values()].sort((a, b) => (a.since < b.since ? -1 : 1));
  }
}

/** What went wrong, in words an office understands and without anything the error may quote. */
export function plainWords(error: unknown): string {
  const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
  const says = `${String(code ?? '')} ${name ?? ''} ${message ?? ''}`;
  if (
    /ECONNREFUSED|ECONNRESET|EPIPE|57P0\d|0800\d|Connection terminated|not Connected|CannotExecuteNotConnected|timeout exceeded when trying to connect|Query read timeout/i.test(
      says,
    )
  )
    return '台账数据库暂时无法访问';
  if (/UNAVAILABLE|DEADLINE_EXCEEDED|ServiceError|Failed to connect/i.test(says)) return '流程引擎暂时无法访问';
  if (/^[0-9A-Z]{5}$/.test(String(code))) return `台账数据库拒绝写入（代码 ${String(code)}），请管理员查看日志`;
  return `程序错误（${name ?? '未知'}），请管理员查看日志`;
}
