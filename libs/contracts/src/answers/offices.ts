import { z } from 'zod';
import { day, division, id, itemsOf, level, officeKind, words } from './answer-fields';
import { webhookParams } from './path-fields';
import { ofProcess, territory, within } from './query-fields';
import { read, send } from './route';

export const meOne = read({
  path: '/me',
  operationId: 'me.get',
  tag: 'ledger',
  summary: '当前登录单位、辖区与今天的日期',
  answers: z.strictObject({
    office: id,
    officeName: words,
    kind: officeKind,
    kindName: words,
    level,
    levelName: words,
    territory: division,
    territoryName: words,
    person: id.nullable(),
    today: day,
    isDemo: z.boolean(),
  }),
});

const divisionFields = { code: division, name: words, level: level.optional(), hasChildren: z.boolean() };

export const divisionList = read({
  path: '/divisions',
  operationId: 'divisions.list',
  tag: 'ledger',
  summary: '下级行政区划及名称',
  query: z.strictObject({ parent: territory.optional().describe('区划代码，不填为全省') }),
  answers: itemsOf(z.strictObject(divisionFields)).extend({ ...divisionFields, path: words }),
  refuses: ['UNKNOWN_SUBJECT'],
});

export const changeStream = read({
  path: '/changes/stream',
  operationId: 'changes.stream',
  tag: 'ledger',
  summary: '实时变动（text/event-stream）：change 案件有变动，inbox 未读件数，resync 请重新读取',
  query: z.strictObject({ ...within, ...ofProcess }),
  answers: z.void(),
  media: 'text/event-stream',
  refuses: ['UNKNOWN_SUBJECT'],
});

const webhook = { name: words, url: words, active: z.boolean() };

export const webhookList = read({
  path: '/webhooks',
  operationId: 'webhooks.list',
  tag: 'webhooks',
  summary: '本单位的消息推送地址',
  answers: itemsOf(z.strictObject(webhook)),
});

export const webhookSave = send({
  method: 'put',
  path: '/webhooks/:name',
  operationId: 'webhooks.save',
  tag: 'webhooks',
  summary: '登记消息推送地址（县级以上）：返回的签名密钥只显示这一次，再次登记即更换',
  params: webhookParams,
  body: z.strictObject({
    url: z
      .url({ protocol: /^https?$/, error: '应为 http:// 或 https:// 开头的地址' })
      .max(500, '不超过 500 字')
      .meta({
        pattern: '^https?://[A-Za-z0-9]([A-Za-z0-9.-]{0,200}[A-Za-z0-9])?(:\\d{1,4})?(/[A-Za-z0-9._~/?=&%-]*)?$',
      })
      .describe('http:// 或 https:// 开头的地址'),
  }),
  answers: z.strictObject({ ...webhook, secret: words }),
  refuses: ['NOT_ALLOWED'],
});

export const webhookStop = send({
  method: 'delete',
  path: '/webhooks/:name',
  operationId: 'webhooks.stop',
  tag: 'webhooks',
  summary: '停止推送',
  params: webhookParams,
  answers: z.strictObject({ name: words, active: z.boolean() }),
  refuses: ['NOT_ALLOWED', 'UNKNOWN_SUBJECT'],
});

const issuer = { issuer: words };

export const developmentOffices = read({
  path: '/dev/offices',
  operationId: 'development.offices',
  tag: 'development',
  summary: '示例中的各单位（仅在载入示例时启用）',
  answers: itemsOf(z.strictObject({ id, name: words })).extend(issuer),
  refuses: ['NOT_FOUND'],
  isPublic: true,
});

export const developmentToken = send({
  method: 'post',
  path: '/dev/tokens',
  operationId: 'development.token',
  tag: 'development',
  summary: '签发示例单位的令牌（仅在载入示例时启用）',
  body: z.strictObject({ office: z.string().max(80).describe('单位编号') }),
  answers: z.strictObject({ ...issuer, token: words }),
  refuses: ['NOT_FOUND', 'UNKNOWN_SUBJECT'],
  isPublic: true,
});
