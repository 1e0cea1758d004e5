import { z } from 'zod';
import { day, id, itemsOf, process, words } from './answer-fields';
import { caseParams } from './path-fields';
import { read } from './route';

const offer = {
  name: words,
  /** Path to post it to. */
  route: words,
  summary: words,
  clause: words,
  citation: words,
  isOffered: z.boolean(),
  reason: words.nullable(),
  byNames: words,
};

const offeredAct = z.strictObject({
  ...offer,
  reasonClause: words.nullable(),
  /** What will be answered although it is offered: 已由…办结，本次登记作为补充记录. */
  hint: words.nullable(),
  /** Between which days it may be dated; `null` where it is not offered. */
  firstDay: day.nullable(),
  lastDay: day.nullable(),
});
/** An operation on a case as a screen shows it: a button, or why there is none. */
export type OfferedAct = z.output<typeof offeredAct>;

const offeredOpening = z.strictObject({ ...offer, resource: words, process, processName: words, title: words });
/** A kind of case an office may open, or why it may not. */
export type OfferedOpening = z.output<typeof offeredOpening>;

export const openingList = read({
  path: '/openings',
  operationId: 'openings.list',
  tag: 'offers',
  summary: '当前单位可以新立的事项，不能的写明由谁办理',
  answers: itemsOf(offeredOpening),
});

export const caseActs = read({
  path: '/cases/:caseId/acts',
  operationId: 'cases.acts',
  tag: 'offers',
  summary: '该案的各项操作：当前单位今天能否办理，不能的写明理由和依据',
  params: caseParams,
  answers: itemsOf(offeredAct).extend({ caseId: id }),
  refuses: ['UNKNOWN_SUBJECT'],
});
