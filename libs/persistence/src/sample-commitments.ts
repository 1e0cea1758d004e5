import type { Instant } from '@duban/policy/dates/civil-date';
import type { PublicCommitment } from '@duban/policy/processes/inspection/commitment';
import type { DataSource } from 'typeorm';
import { readPage, type Page, type PageRequest } from './page';

/** the commitments of all planned samples by the day they were recorded, latest first; within a day in an order that tells nothing. */
export const sampleCommitmentsOf = (dataSource: DataSource, page: PageRequest): Promise<Page<PublicCommitment>> =>
  readPage(
    dataSource,
    {
      select: `${commitment} AS commitment, ${recordedOn} AS "recordedOn"`,
      from: 'register_rows r JOIN entries e ON e.case_id = r.case_id AND e.sequence = 1',
      conditions: [[`r.kind = 'inspection-sample' AND ${commitment} IS NOT NULL`]],
      order: { [recordedOn]: 'day', [commitment]: 'text' },
      descending: true,
      position: (row: PublicCommitment) => [row.recordedOn, row.commitment],
    },
    page,
  );

/** When a planned sample was recorded, and when it was drawn: by the recording, not by the dates given. */
export async function sampleTimesOf(
  dataSource: DataSource,
  caseId: string,
): Promise<{ recordedAt: Instant | null; drawnAt: Instant | null }> {
  const [row] = await dataSource.query<{ recordedAt: Instant | null; drawnAt: Instant | null }[]>(
    `SELECT min(at) FILTER (WHERE sequence = 1) AS "recordedAt", min(at) FILTER (WHERE kind = 'act' AND name = 'draw') AS "drawnAt"
       FROM entries WHERE case_id = $1`,
    [caseId],
  );
  return row ?? { recordedAt: null, drawnAt: null };
}

const commitment = `r.body ->> 'commitment'`;
const recordedOn = `(e.at AT TIME ZONE 'Asia/Shanghai')::date`;
