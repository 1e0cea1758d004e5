import { countyListing } from '@duban/policy/processes/county-listing/county-listing';
import { listingGroundKinds, type ListingOpening } from '@duban/policy/processes/county-listing/listing-acts';
import type { Listing } from '@duban/policy/processes/county-listing/listing-facts';
import { listingOperations } from '@duban/policy/processes/county-listing/listing-operations';
import { z } from 'zod';
import { civilDate, description, officeOf, oneOf, reason, rectifier, surrogateId, territoryCode } from './fields';
import { openingFrom, operationGroup, type PreviousCase } from './operation';

const kind = oneOf(listingGroundKinds);

const confirms = z.strictObject({ caseId: z.string().max(120), key: z.string().max(120) });
const ground = z.strictObject({
  kind,
  what: description,
  source: description.optional(),
  confirms: confirms.optional(),
});
const problem = z.strictObject({ id: surrogateId, what: description, area: description.optional() });
const problems = z.array(problem).max(200, '一次不超过 200 个问题');
const leader = z.strictObject({
  person: surrogateId,
  office: officeOf(/^party-committee:(\d{2}|\d{4}|\d{6})$/, '应为县级以上党委，例如 party-committee:1404'),
  from: civilDate.optional(),
  to: civilDate.optional(),
});

/** Clauses, B-3.3 and: the county, why it is listed, what it has to put right, and which leaders answer for it. */
export const listBody = z.strictObject({
  county: territoryCode(6, '县级'),
  grounds: z.array(ground).min(1, '至少一项挂牌依据').max(20, '不超过 20 项'),
  problems: problems.min(1, '至少一个问题'),
  liaisonLeaders: z.array(leader).min(1, '至少一名包联领导').max(20, '不超过 20 名'),
});

const list = openingFrom({
  name: 'list',
  body: listBody,
  subject: ({ county }) => ({ territory: county, subject: [] }),
  opening: openingOf,
});

/** Clauses and B-3.3: everything offices can do to a county's listing. */
export const listings = operationGroup<Listing>()({
  rules: countyListing,
  rows: listingOperations,
  opening: list,
  bodies: {
    addGround: z.strictObject({ ...ground.shape, problems: problems.optional() }),
    addProblem: problem,
    problemProgress: z.strictObject({
      problem: surrogateId,
      rectified: z.boolean(),
      note: description,
      rectifiedBy: rectifier.optional(),
      evidence: description.optional(),
    }),
    verifyProblem: z.strictObject({ problem: surrogateId, passed: z.boolean(), note: description }),
    nameLeader: leader.omit({ person: true }).extend({ leader: surrogateId }),
    policyFinding: z.strictObject({ positive: z.boolean(), note: description }),
    acceptance: z.strictObject({ passed: z.boolean(), note: description.optional() }),
    correctAcceptance: z.strictObject({
      round: z.int('应为整数').min(1, '至少为 1'),
      passed: z.boolean().optional(),
      correctedDate: civilDate.optional(),
      reason,
    }),
  },
});

function openingOf(body: z.output<typeof listBody>, previous: PreviousCase | null): ListingOpening {
  return {
    county: body.county,
    grounds: body.grounds.map(({ kind, what, source, confirms }) => ({
      kind,
      what,
      source: source ?? null,
      confirms: confirms ?? null,
    })),
    problems: body.problems.map(({ id, what, area }) => ({ id, what, area: area ?? null })),
    liaisonLeaders: body.liaisonLeaders.map(({ person, office, from, to }) => ({
      person,
      office,
      from: from ?? null,
      to: to ?? null,
    })),
    previous: previous === null ? null : { caseId: previous.caseId, delistedOn: previous.endedOn },
  };
}
