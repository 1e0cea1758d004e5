import { meOne } from '@duban/contracts/answers/offices';
import { divisionPath, officeName } from '@duban/contracts/divisions';
import { officeKinds } from '@duban/policy/base/office';
import { Controller, Inject, UseGuards } from '@nestjs/common';
import { CLOCK, todayOf, type Clock } from '../clock';
import { levelNames } from '@duban/policy/case/admission';
import { Serves } from '../routes/serves';
import type { Caller } from './caller';
import { CallerGuard, FromCaller } from './caller.guard';
import { DEVELOPMENT_ISSUER } from './development.controller';

/** Who the token says is calling, and what day it is here. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class MeController {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DEVELOPMENT_ISSUER) private readonly isDemo: boolean,
  ) {}

  @Serves(meOne)
  me(@FromCaller() { office, kind, level, territory, person }: Caller) {
    return {
      office,
      officeName: officeName(office),
      kind,
      kindName: officeKinds[kind],
      level,
      levelName: levelNames[level],
      territory,
      territoryName: divisionPath(territory),
      person: person ?? null,
      today: todayOf(this.clock),
      isDemo: this.isDemo,
    };
  }
}
