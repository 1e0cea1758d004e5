import { openSetAside, settleSetAside, type SetAsideRow } from '@duban/persistence/set-aside';
import { processNames } from '@duban/policy/case/case';
import { parseCaseId } from '@duban/policy/case/case-id';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/caller';
import { CLOCK, type Clock } from '../clock';
import { RefusedRequest } from '../refusals/refused-request';

const shownAtMost = 200;

const kindNames: Readonly<Record<SetAsideRow['kind'], string>> = {
  write: '写入台账',
  message: '发给其他案件的消息',
  question: '查询台账',
};

/** What was refused for its content and waits for somebody to put it right. */
@Injectable()
export class SetAsideService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open() {
    const { count, items } = await openSetAside(this.dataSource, shownAtMost);
    return {
      count,
      items: items.map(({ at, kind, ...item }) => {
        const process = parseCaseId(item.caseId)?.process;
        const processName = process === undefined ? null : processNames[process];
        return { ...item, kind, what: kindNames[kind], processName, since: at };
      }),
    };
  }

  async settle({ office }: Caller, { id, note }: { id: string; note: string }) {
    if (!(await settleSetAside(this.dataSource, { id, by: office, note, at: this.clock.now() })))
      throw new RefusedRequest('CONDITIONS_NOT_MET', '没有这一项待修复的内容：已有人标记修复，或编号有误。', {
        field: 'id',
      });
    return { id, settled: true };
  }
}
