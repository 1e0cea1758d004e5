import { accountability } from '@duban/policy/processes/accountability/accountability';
import { accountabilityOutcomes } from '@duban/policy/processes/accountability/accountability-acts';
import type { Accountability } from '@duban/policy/processes/accountability/accountability-facts';
import { accountabilityOperations } from '@duban/policy/processes/accountability/accountability-operations';
import { z } from 'zod';
import { description, oneOf, reason, surrogateId } from './fields';
import { operationGroup } from './operation';

/** Clause: what offices can do to an accountability procedure; it is opened by the system only. */
export const accountabilities = operationGroup<Accountability>()({
  rules: accountability,
  rows: accountabilityOperations,
  bodies: {
    confirm: z.strictObject({ note: description.optional() }),
    decline: z.strictObject({ reason }),
    outcome: z.strictObject({
      outcome: oneOf(accountabilityOutcomes),
      against: z
        .array(z.strictObject({ party: surrogateId, what: description }))
        .min(1, '至少写明一个问责对象')
        .max(50, '不超过 50 个'),
      reason,
    }),
  },
});
