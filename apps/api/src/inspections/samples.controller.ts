import { inspectionSample, type PublishedSample } from '@duban/contracts/answers/supervision';
import { registerRowsOfCase } from '@duban/persistence/registers';
import { sampleTimesOf } from '@duban/persistence/sample-commitments';
import { isWithin } from '@duban/policy/base/office';
import { Controller, Param, UseGuards } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { unknownCase } from '../acts/acts.service';
import type { Caller } from '../auth/caller';
import { CallerGuard, FromCaller } from '../auth/caller.guard';
import { Serves } from '../routes/serves';

type SampleRecord = Omit<PublishedSample, 'caseId' | 'recordedAt' | 'drawnAt'>;

/** the record of a sample; for everybody once the inspection's bulletin is out, before it for the inspecting level alone. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class SamplesController {
  constructor(private readonly dataSource: DataSource) {}

  @Serves(inspectionSample)
  async sample(@FromCaller() caller: Caller, @Param('caseId') caseId: string) {
    const rows = await registerRowsOfCase(this.dataSource, caseId);
    const record = rows.find(({ kind }) => kind === 'inspection-sample');
    const isPublished = rows.some(
      ({ kind, state }) => kind === 'inspection' && (state === 'concluded' || state === 'settled'),
    );
    if (record === undefined || !(isPublished || isOfLevel(caller, record.territory))) throw unknownCase(caseId);
    return { caseId, ...(await sampleTimesOf(this.dataSource, caseId)), ...(record.body as unknown as SampleRecord) };
  }
}

/** Of the inspecting level; a dispatching unit of the county may be the one inspected. */
const isOfLevel = (caller: Caller, territory: string): boolean =>
  caller.kind !== 'dispatching-unit' && isWithin(territory, caller.territory);
