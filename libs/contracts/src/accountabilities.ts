import {
  accountabilityOutcomes,
  type ConfirmBody,
  type DeclineBody,
  type OutcomeBody,
} from '@duban/policy/processes/accountability/accountability-acts';
import type { AccountabilityOperation } from '@duban/policy/processes/accountability/accountability-judge';
import { z } from 'zod';
import { description, oneOf, reason, surrogateId } from './fields';
import { office, type Operation, type OperationGroup } from './operation';

const outcome = oneOf(accountabilityOutcomes);

const province = [office('leading-group-office', 'province'), office('province-group')];

const operations: Record<Extract<AccountabilityOperation, 'confirm' | 'decline' | 'outcome'>, Operation> = {
  confirm: {
    clause: 'A-3.7',
    summary: '确认启动问责追责程序',
    by: province,
    body: z.strictObject({ note: description.optional() }) satisfies z.ZodType<ConfirmBody>,
  },
  decline: {
    clause: 'A-3.7',
    summary: '对待省级确认的问责追责不予启动',
    by: province,
    body: z.strictObject({ reason }) satisfies z.ZodType<DeclineBody>,
  },
  outcome: {
    clause: 'A-3.7',
    summary: '登记问责追责处理结果（写明该县和每一位承担连带责任的包联领导）',
    by: [...province, office('discipline-commission', 'province'), office('organization-department', 'province')],
    body: z.strictObject({
      outcome,
      against: z
        .array(z.strictObject({ party: surrogateId, what: description }))
        .min(1, '至少写明一个问责对象')
        .max(50, '不超过 50 个'),
      reason,
    }) satisfies z.ZodType<OutcomeBody>,
  },
};

/** Clause: what offices can do to an accountability procedure; it is opened by the system only. */
export const accountabilities: OperationGroup = {
  process: 'accountability',
  resource: 'accountabilities',
  title: '问责追责',
  operations,
};
