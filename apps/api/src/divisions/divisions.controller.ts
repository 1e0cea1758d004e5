import { divisionList } from '@duban/contracts/answers/offices';
import { childrenOf, divisionName, divisionPath, isKnownDivision } from '@duban/contracts/divisions';
import { levelOf, type Territory } from '@duban/policy/base/office';
import { Controller, Query, UseGuards } from '@nestjs/common';
import { CallerGuard } from '../auth/caller.guard';
import { RefusedRequest } from '../refusals/refused-request';
import { parseQuery } from '../routes/read-query';
import { Serves } from '../routes/serves';

const province = '14';

/** Divisions by name, for whoever chooses a place; names are public. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class DivisionsController {
  @Serves(divisionList)
  list(@Query() query: unknown) {
    const { parent = province } = parseQuery(query, divisionList.query);
    if (!isKnownDivision(parent))
      throw new RefusedRequest('UNKNOWN_SUBJECT', `行政区划代码 ${parent} 不在区划目录中，请核对。`, {
        field: 'parent',
      });
    return { ...shown(parent), path: divisionPath(parent), items: childrenOf(parent).map(shown) };
  }
}

const shown = (code: Territory) => ({
  code,
  name: divisionName(code),
  level: levelOf(code),
  hasChildren: childrenOf(code).length > 0,
});
