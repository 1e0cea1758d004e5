import type { ObligationId } from '@duban/policy/base/obligations/obligations';
import type { Claim, Claims } from './claim';
import { claimsOfCampaign } from './claims/campaign';
import { claimsOfChecks } from './claims/checks';
import { claimsOfDiscipline } from './claims/discipline';
import { claimsOfDuties } from './claims/duties';
import { claimsOfHouseholds } from './claims/households';
import { claimsOfLedgers } from './claims/ledgers';
import { claimsOfListing } from './claims/listing';
import { claimsOfLists } from './claims/lists';
import { claimsOfMoney } from './claims/money';
import { claimsOfPosts } from './claims/posts';
import { claimsOfProblems } from './claims/problems';
import { claimsOfSelection } from './claims/selection';
import { claimsOfSubsidies } from './claims/subsidies';
import { claimsOfVillages } from './claims/villages';

/** Everything that is said to be carried out, each with the test by which that is seen. */
export const claims: Claims = {
  ...claimsOfDuties,
  ...claimsOfHouseholds,
  ...claimsOfSelection,
  ...claimsOfDiscipline,
  ...claimsOfChecks,
  ...claimsOfProblems,
  ...claimsOfListing,
  ...claimsOfCampaign,
  ...claimsOfPosts,
  ...claimsOfSubsidies,
  ...claimsOfMoney,
  ...claimsOfLists,
  ...claimsOfLedgers,
  ...claimsOfVillages,
};

/** The same, one by one. */
export const claimList: readonly (readonly [ObligationId, Claim])[] = Object.entries(claims) as [ObligationId, Claim][];
