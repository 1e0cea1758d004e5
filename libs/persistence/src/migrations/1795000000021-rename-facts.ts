import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists show of a case is no dated fact of it, and no longer called one. */
export class RenameFacts1795000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases RENAME COLUMN facts TO listed');
    await runner.query('ALTER INDEX cases_by_facts RENAME TO cases_by_listed');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER INDEX cases_by_listed RENAME TO cases_by_facts');
    await runner.query('ALTER TABLE cases RENAME COLUMN listed TO facts');
  }
}
