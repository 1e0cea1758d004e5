import {
  clauseCoverageList,
  clauseList,
  clauseOne,
  policyChange,
  policyPreview,
  policySetList,
} from '@duban/contracts/answers/policy';
import { coverageCounts, obligationCoverage } from '@duban/contracts/obligations/obligation-coverage';
import { policyVersionsOf } from '@duban/persistence/policy-versions';
import { citation, clauseOf, clauses, isClauseId } from '@duban/policy/base/clauses/clauses';
import { officeDecisions } from '@duban/policy/settings/office-decisions';
import {
  listPolicySets,
  settingOrigins,
  settingsOf,
  type PolicyRef,
  type Settings,
} from '@duban/policy/settings/policy-set';
import { Body, Controller, Param, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { RefusedRequest } from '../refusals/refused-request';
import { Serves } from '../routes/serves';
import { currentOf, PolicyDesk } from './policy-desk';

/** Clauses with their own words, and policy sets with every number, where it comes from, and what the office has decided beside them. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class PolicyController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly desk: PolicyDesk,
  ) {}

  @Serves(clauseList)
  clauses() {
    return { items: clauses.map((clause) => ({ ...clause, citation: citation(clause.id) })) };
  }

  @Serves(clauseCoverageList)
  coverage() {
    const items = obligationCoverage();
    return { items, counts: coverageCounts(items) };
  }

  @Serves(clauseOne)
  clause(@Param('id') id: string) {
    if (!isClauseId(id))
      throw new RefusedRequest('UNKNOWN_SUBJECT', `没有编号为 ${id} 的条款；编号形如 A-2.1、C-3.5。`);
    return { ...clauseOf(id), citation: citation(id) };
  }

  @Serves(policySetList)
  async policySets() {
    const versions = await policyVersionsOf(this.dataSource);
    return {
      items: listPolicySets().map((set) => ({
        ...set,
        versions: [
          { version: set.version, changes: {}, title: set.title },
          ...versions.filter((version) => version.set === set.set),
        ],
        settings: settingsWithOrigins(currentOf(versions, set.set)),
        decisions: officeDecisions.map((decision) => ({ ...decision, citation: citation(decision.clause) })),
      })),
    };
  }

  @Serves(policyPreview)
  preview(@FromCaller() caller: Caller, @Body() raw: unknown) {
    return this.desk.preview(caller, raw);
  }

  @Serves(policyChange)
  change(@FromCaller() caller: Caller, @Body() raw: unknown) {
    return this.desk.change(caller, raw);
  }
}

const settingsWithOrigins = (policy: PolicyRef) => {
  const values = settingsOf(policy);
  return Object.entries(settingOrigins(policy.set)).map(([name, origin]) => ({
    name,
    value: values[name as keyof Settings],
    ...origin,
    citation: citation(origin.clause),
  }));
};
