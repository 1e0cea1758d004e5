import { civilDate, reason, surrogateId } from '../fields';

/** What may stand beside any body: the day it took place on, and who did it. */
export const envelope = {
  occurredOn: civilDate.optional().describe('实际发生的日期；不填为今天'),
  person: surrogateId.optional().describe('经办人编号（不填为令牌中的人员）'),
  importReason: reason.optional().describe('早于方案开始的事项，说明为何补登'),
};
