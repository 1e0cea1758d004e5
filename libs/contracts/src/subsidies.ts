import { subsidyCampaign } from '@duban/policy/processes/subsidy-campaign/subsidy-campaign';
import {
  applicants,
  subsidyKinds,
  type SubsidyKind,
  type SubsidyOpening,
} from '@duban/policy/processes/subsidy-campaign/subsidy-acts';
import type { SubsidyCampaign } from '@duban/policy/processes/subsidy-campaign/subsidy-facts';
import { subsidyOperations } from '@duban/policy/processes/subsidy-campaign/subsidy-operations';
import { z } from 'zod';
import { oneOf, reason, surrogateId, territoryCode, year } from './fields';
import { openingFrom, operationGroup } from './operation';

const kind = oneOf(
  Object.fromEntries(Object.entries(subsidyKinds).map(([id, { name }]) => [id, name])) as Record<SubsidyKind, string>,
);
const claim = { worker: surrogateId, kind };
const list = <One extends z.ZodType>(one: One) => z.array(one).min(1, '至少一项').max(500, '不超过 500 项');
const yuan = z.number('应为数字');

const open = openingFrom({
  name: 'open',
  body: z.strictObject({
    township: territoryCode(9, '乡镇'),
    year,
  }),
  subject: (body) => ({ territory: body.township, subject: [body.year] }),
  opening: ({ township, year }): SubsidyOpening => ({ township, year }),
});

/** B-2.2.2, B-2.3.4: everything offices can do to a township's subsidies of a year. */
export const subsidies = operationGroup<SubsidyCampaign>()({
  rules: subsidyCampaign,
  rows: subsidyOperations,
  opening: open,
  bodies: {
    entitle: z.strictObject({
      entitled: list(z.strictObject({ ...claim, household: surrogateId, village: territoryCode(12, '村') })),
    }),
    disentitle: z.strictObject({ ...claim, reason }),
    apply: z.strictObject({
      applications: list(z.strictObject({ ...claim, by: oneOf(applicants), proxy: surrogateId.optional() })),
    }),
    review: z.strictObject({
      decisions: list(
        z.strictObject({ ...claim, approved: z.boolean('应为 true 或 false'), reason: reason.optional() }),
      ),
    }),
    pay: z.strictObject({ payments: list(z.strictObject({ ...claim, yuan })) }),
    correctPayment: z.strictObject({ ...claim, yuan, reason }),
  },
});
