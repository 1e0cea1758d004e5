import { z } from 'zod';
import { surrogateId } from '../fields';

const named = (pattern: RegExp, detail: string) => z.string().regex(pattern, detail);

/** What names something in a path. */
export const caseParams = z.strictObject({
  caseId: named(/^[a-z-]{1,30}:\d{2,12}(:[A-Za-z0-9_~.:-]{1,100})?$/, '案件编号应如 household:140423100:H001:1').meta({
    examples: ['household:140423100:H001:1'],
  }),
});
export const deadlineParams = caseParams.extend({
  deadlineId: named(/^[A-Za-z0-9_~.:-]{1,120}$/, '期限编号应如 identification'),
});
export const kindParams = z.strictObject({ kind: named(/^[a-z-]{1,60}$/, '台账名称应如 problem') });
export const entryParams = kindParams.extend({ id: named(/^[A-Za-z0-9_~.:-]{1,120}$/, '登记编号应如 E0123456789ab') });
export const noticeParams = z.strictObject({
  id: named(/^([0-9a-f]{32}|[0-9a-f-]{36}|\d{1,18})$/, '收件箱中没有这一条'),
});
export const personParams = z.strictObject({ id: surrogateId });
export const clauseParams = z.strictObject({
  id: named(/^([ABC]-[0-9a-z.-]{1,20}|letter)$/, '条款编号形如 A-2.1、C-3.5'),
});
export const rehearsalParams = z.strictObject({ id: named(/^[0-9a-f-]{36}$/, '请核对推演编号') });
export const webhookParams = z.strictObject({ name: surrogateId });
