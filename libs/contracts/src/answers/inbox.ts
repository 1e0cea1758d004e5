import { z } from 'zod';
import { instant as moment } from '../fields';
import { count, id, instant, pageOf, words } from './answer-fields';
import { noticeParams } from './path-fields';
import { paging, truth } from './query-fields';
import { read, send } from './route';

/** A notice in an inbox. */
const message = z.strictObject({
  id,
  caseId: id,
  key: words,
  to: id,
  kind: words,
  clause: words,
  title: words,
  text: words,
  at: instant,
  deliverAt: instant,
  readAt: instant.nullable(),
  readBy: id.nullable(),
});
export type Message = z.output<typeof message>;

export const inboxList = read({
  path: '/inbox',
  operationId: 'inbox.list',
  tag: 'ledger',
  summary: '本单位收件箱',
  query: z.strictObject({ unread: truth.optional().describe('true 只看未读'), ...paging }),
  answers: pageOf(message).extend({ office: id, officeName: words }),
});

export const inboxCount = read({
  path: '/inbox/count',
  operationId: 'inbox.count',
  tag: 'ledger',
  summary: '本单位未读件数',
  answers: z.strictObject({ office: id, unread: count }),
});

const marked = z.strictObject({ read: count });

export const inboxReadAll = send({
  method: 'post',
  path: '/inbox/read-all',
  operationId: 'inbox.readAll',
  tag: 'ledger',
  summary: '全部标记已读',
  body: z.strictObject({
    until: moment.optional().describe('只标记此刻以前送达的，可不填'),
  }),
  answers: marked,
});

export const inboxRead = send({
  method: 'post',
  path: '/inbox/:id/read',
  operationId: 'inbox.read',
  tag: 'ledger',
  summary: '标记已读',
  params: noticeParams,
  answers: marked,
  refuses: ['UNKNOWN_SUBJECT'],
});
