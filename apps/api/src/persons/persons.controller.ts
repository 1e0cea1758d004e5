import { getPerson, namesOf, putPerson } from '@duban/persistence/persons';
import { line, surrogateId } from '@duban/contracts/fields';
import { Body, Controller, Get, Inject, Param, Put, Query, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { parseBody } from '../acts/request-body';
import { parseQuery } from '../ledger/query';
import { RefusedRequest } from '../refusals/refused-request';
import { mayReadNames } from './names';

export const KEY = Symbol('key of personal data');

const body = z.strictObject({
  name: line(1, 40, '请填写姓名'),
  idNumber: z
    .string()
    .regex(/^\d{17}[\dX]$/, '应为 18 位身份证号码')
    .optional(),
});

const idWords = '应为人员编号，一次至多 200 个';
const personsQuery = z.strictObject({
  id: z.union([surrogateId.transform((one) => [one]), z.array(surrogateId).min(1).max(200)], { error: idWords }),
});

/** Who a surrogate id stands for; names and numbers live here alone, encrypted. */
@Controller('api/v1/persons')
@UseGuards(CallerGuard)
export class PersonsController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(KEY) private readonly key: Buffer,
  ) {}

  @Put(':id')
  async put(@FromCaller() caller: Caller, @Param('id') id: string, @Body() raw: unknown) {
    refuseUnlessLocal(caller);
    if (!surrogateId.safeParse(id).success)
      throw new RefusedRequest('INVALID_INPUT', '编号应为 1–40 位字母、数字、下划线或连字符。', { field: 'id' });
    const person = parseBody(raw, body).body as z.infer<typeof body>;
    await putPerson(this.dataSource, this.key, id, { name: person.name, idNumber: person.idNumber ?? null });
    return { id };
  }

  @Get()
  async names(@FromCaller() caller: Caller, @Query() query: unknown) {
    refuseUnlessLocal(caller);
    const found = await namesOf(this.dataSource, this.key, parseQuery(query, personsQuery).id);
    return { items: [...found].map(([id, name]) => ({ id, name })) };
  }

  @Get(':id')
  async get(@FromCaller() caller: Caller, @Param('id') id: string) {
    refuseUnlessLocal(caller);
    const person = await getPerson(this.dataSource, this.key, id);
    if (person === null) throw new RefusedRequest('UNKNOWN_SUBJECT', `没有编号为 ${id} 的人员。`);
    return { id, ...person };
  }
}

function refuseUnlessLocal(caller: Caller): void {
  if (!mayReadNames(caller)) throw new RefusedRequest('NOT_ALLOWED', '人员身份信息只供县、乡、村经办单位登记和查询。');
}
