import { refusedStatus, type RefusedCode } from '@duban/contracts/answers/refusal';
import type { FieldFault } from '@duban/contracts/read-input';
import type { ClauseId } from '@duban/policy/base/clauses/clauses';
import type { Refusal } from '@duban/policy/base/verdict';
import { withPlaces } from '../names/in-brackets';

/** A refused request, told as RFC 9457 asks: a closed set of codes, the clause that asks it, and Chinese words saying what was expected and what came. */
export class RefusedRequest extends Error {
  readonly status: number;

  constructor(
    readonly code: RefusedCode,
    readonly detail: string,
    readonly more: {
      clause?: ClauseId;
      field?: string;
      faults?: readonly Pick<FieldFault, 'field' | 'detail'>[];
      /** As they stand now: what somebody else has changed. */
      cells?: readonly object[];
      retryAfterSeconds?: number;
    } = {},
  ) {
    super(detail);
    this.status = refusedStatus[code];
  }

  static of(refusal: Refusal): RefusedRequest {
    return new RefusedRequest(refusal.code, refusal.detail, {
      clause: refusal.clause,
      ...(refusal.field === undefined ? {} : { field: refusal.field }),
    });
  }

  /** Something filled in wrongly; the first fault names the field a form jumps to. */
  static ofFaults(detail: string, faults: readonly FieldFault[], clause?: ClauseId): RefusedRequest {
    const field = faults[0]?.field;
    const named = faults.map((fault) => ({ field: fault.field, detail: fault.detail }));
    return new RefusedRequest('INVALID_INPUT', detail, {
      ...(clause ? { clause } : {}),
      ...(field ? { field } : {}),
      faults: named,
    });
  }

  toJSON(): Record<string, unknown> {
    const { retryAfterSeconds: _, ...more } = this.more;
    return {
      type: `urn:duban:problem:${this.code}`,
      title: titles[this.code],
      status: this.status,
      code: this.code,
      detail: withPlaces(this.detail),
      ...more,
    };
  }
}

/** What a code is called on screens and in the catalogue. */
export const titleOf = (code: RefusedCode): string => titles[code];

const titles: Record<RefusedCode, string> = {
  INVALID_INPUT: '填报内容有误',
  FUTURE_DATE: '日期晚于今天',
  BEFORE_BEGINNING: '日期早于案件开始',
  UNKNOWN_SUBJECT: '查无此对象',
  NOT_ALLOWED: '无权办理',
  CASE_ENDED: '案件已办结',
  WRONG_STAGE: '办理顺序不符',
  ALREADY_DONE: '已经办理',
  KEY_REUSED: '幂等键重复使用',
  DUPLICATE_SCORE: '重复打分',
  CLOSED_PERIOD: '本期已关闭',
  CONDITIONS_NOT_MET: '条件未满足',
  OUT_OF_RANGE: '数值超出范围',
  SWITCHED_OFF: '功能未启用',
  TOO_EARLY: '时间未到',
  EXPIRED: '期限已过',
  UNAUTHENTICATED: '未登录或登录失效',
  NOT_FOUND: '查无此页',
  CHANGED_MEANWHILE: '已被他人改动',
  TOO_LARGE: '内容过大',
  UNSUPPORTED: '格式不支持',
  INTERNAL: '系统内部错误',
  ENGINE_AWAY: '流程引擎暂不可用',
  WORKER_AWAY: '办理程序暂不可用',
  LEDGER_AWAY: '台账数据库暂不可用',
};
