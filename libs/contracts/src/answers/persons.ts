import { z } from 'zod';
import { line } from '../fields';
import { id, itemsOf, words } from './answer-fields';
import { personParams } from './path-fields';
import { read, send } from './route';

const idWords = '应为人员编号，一次至多 200 个';

export const personNames = read({
  path: '/persons',
  operationId: 'persons.list',
  tag: 'persons',
  summary: '按编号查询人员姓名（县、乡、村）；未登记的不列',
  query: z.strictObject({
    id: z
      .array(z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, idWords), idWords)
      .min(1, idWords)
      .max(200, idWords)
      .describe('人员编号；可写多个，至多 200 个'),
  }),
  answers: itemsOf(z.strictObject({ id, name: words })),
  refuses: ['NOT_ALLOWED'],
});

export const personOne = read({
  path: '/persons/:id',
  operationId: 'persons.get',
  tag: 'persons',
  summary: '查询人员身份信息（县、乡、村）',
  params: personParams,
  answers: z.strictObject({ id, name: words, idNumber: words.nullable() }),
  refuses: ['NOT_ALLOWED', 'UNKNOWN_SUBJECT'],
});

export const personSave = send({
  method: 'put',
  path: '/persons/:id',
  operationId: 'persons.put',
  tag: 'persons',
  summary: '登记人员身份信息（加密保存）',
  params: personParams,
  body: z.strictObject({
    name: line(1, 40, '请填写姓名').describe('姓名'),
    idNumber: z
      .string()
      .regex(/^\d{17}[\dX]$/, '应为 18 位身份证号码')
      .optional()
      .describe('身份证号码，可不填'),
  }),
  answers: z.strictObject({ id }),
  refuses: ['NOT_ALLOWED'],
});
