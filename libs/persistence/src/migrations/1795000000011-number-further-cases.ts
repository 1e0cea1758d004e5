import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interviews of areas, problems and inspections are numbered by their subject like households and listings. */
export class NumberFurtherCases1795000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE cases SET subject = regexp_replace(case_id, ':[0-9]+$', ''), number = substring(case_id FROM ':([0-9]+)$')::integer
      WHERE process IN ('area-interview', 'problem', 'inspection') AND case_id ~ ':[0-9]+$'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE cases SET subject = case_id, number = 1 WHERE process IN ('area-interview', 'problem', 'inspection')`,
    );
  }
}
