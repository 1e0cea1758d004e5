import { z } from 'zod';
import { id, words } from './answer-fields';
import { refusalsOfActs } from './refusals-of';
import { send } from './route';

/** `pending`: the ledger's database is away, and it is written as soon as that is back; `set-aside`: refused for its content, and waits for repair. */
export const ledgerState = z.enum(['written', 'pending', 'set-aside']);

/** What whoever sent an act hears back: where the case stands now, and what was found. */
export const actAnswer = z.strictObject({
  caseId: id,
  sequence: z.int(),
  stage: words,
  stageName: words,
  bodyHash: words,
  ledger: ledgerState,
  told: words.optional(),
  answer: z.unknown().optional(),
});
export type ActAnswer = z.output<typeof actAnswer>;

/** The two routes of all acts; what each takes stands in the operations' own rows. */
export const openCase = send({
  method: 'post',
  path: '/:resource',
  operationId: 'acts.open',
  tag: 'ledger',
  summary: '立案',
  status: 201,
  isKeyed: true,
  answers: actAnswer,
  refuses: refusalsOfActs,
});

export const actOnCase = send({
  method: 'post',
  path: '/:resource/:caseId/:operation',
  operationId: 'acts.act',
  tag: 'ledger',
  summary: '办理',
  isKeyed: true,
  answers: actAnswer,
  refuses: refusalsOfActs,
});
