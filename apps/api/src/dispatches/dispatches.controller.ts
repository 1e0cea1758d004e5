import { dispatchYear } from '@duban/contracts/answers/registers';
import { divisionName } from '@duban/contracts/divisions';
import { dispatchYearOf } from '@duban/persistence/registers';
import { policyAreaNames, type PolicyArea } from '@duban/policy/base/policy-areas';
import { Controller, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { scopeOf } from '../cases/visibility';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';

/** the year of dispatches, as the annual assessment reads it. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class DispatchesController {
  constructor(private readonly dataSource: DataSource) {}

  @Serves(dispatchYear)
  async yearly(@FromCaller() caller: Caller, @Query() query: unknown) {
    const { year, territory } = parseQuery(query, dispatchYear.query);
    const scope = scopeOf(caller, territory);
    const rows = await dispatchYearOf(this.dataSource, year, { territory: scope.territory, part: scope });
    return {
      year,
      items: rows.map((row) => ({
        ...row,
        name: divisionName(row.place),
        areaName: areaNames[row.area as PolicyArea] ?? '综合',
      })),
    };
  }
}

const areaNames: Partial<Record<string, string>> = policyAreaNames;
