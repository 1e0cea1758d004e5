import { personNames, personOne, personSave } from '@duban/contracts/answers/persons';
import { getPerson, namesOf, putPerson } from '@duban/persistence/persons';
import { Body, Controller, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { parseBody } from '../acts/request-body';
import { parseQuery } from '../routes/read-query';
import { RefusedRequest } from '../refusals/refused-request';
import { Serves } from '../routes/serves';
import { mayReadNames, PERSONS_KEY } from './names';

/** Who a surrogate id stands for; names and numbers live here alone, encrypted. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class PersonsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PERSONS_KEY) private readonly key: Buffer,
  ) {}

  @Serves(personSave)
  async put(@FromCaller() caller: Caller, @Param('id') id: string, @Body() raw: unknown) {
    ensureLocal(caller);
    const person = parseBody(raw, personSave.body).body as z.output<typeof personSave.body>;
    await putPerson(this.dataSource, this.key, id, { name: person.name, idNumber: person.idNumber ?? null });
    return { id };
  }

  @Serves(personNames)
  async names(@FromCaller() caller: Caller, @Query() query: unknown) {
    ensureLocal(caller);
    const found = await namesOf(this.dataSource, this.key, parseQuery(query, personNames.query).id);
    return { items: [...found].map(([id, name]) => ({ id, name })) };
  }

  @Serves(personOne)
  async get(@FromCaller() caller: Caller, @Param('id') id: string) {
    ensureLocal(caller);
    const person = await getPerson(this.dataSource, this.key, id);
    if (person === null) throw new RefusedRequest('UNKNOWN_SUBJECT', `没有编号为 ${id} 的人员。`);
    return { id, ...person };
  }
}

function ensureLocal(caller: Caller): void {
  if (!mayReadNames(caller)) throw new RefusedRequest('NOT_ALLOWED', '人员身份信息只供县、乡、村经办单位登记和查询。');
}
