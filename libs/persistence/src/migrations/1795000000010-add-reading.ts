import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What screens read: the day a deadline began, deadlines of a territory without their rows, running cases, cases by their subject's id, unread notices. */
export class AddReading1795000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE deadlines ADD COLUMN starts_on date');
    await runner.query(
      `UPDATE deadlines SET starts_on = coalesce(deadline ->> 'startedOn', deadline ->> 'trigger')::date`,
    );
    await runner.query('ALTER TABLE deadlines ALTER COLUMN starts_on SET NOT NULL');
    await runner.query('DROP INDEX deadlines_by_territory');
    await runner.query(
      'CREATE INDEX deadlines_by_territory ON deadlines (territory, due) INCLUDE (starts_on, met_on, dropped_on, standing_from, standing_to, process, owner)',
    );
    await runner.query('CREATE INDEX cases_running ON cases (territory, process) WHERE ended_on IS NULL');
    await runner.query(`CREATE INDEX cases_by_name ON cases (lower(split_part(subject, ':', 3)), case_id)`);
    await runner.query('CREATE INDEX notices_unread ON notices (recipient, deliver_at) WHERE read_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['notices_unread', 'cases_by_name', 'cases_running', 'deadlines_by_territory'])
      await runner.query(`DROP INDEX ${index}`);
    await runner.query('CREATE INDEX deadlines_by_territory ON deadlines (territory, due)');
    await runner.query('ALTER TABLE deadlines DROP COLUMN starts_on');
  }
}
