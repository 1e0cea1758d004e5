import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registers kept by cases and by hand: one table, many kinds. */
export class CreateRegisterRows1795000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const code = 'text COLLATE "C"';
    await runner.query(`CREATE TABLE register_rows (
      case_id ${code} NOT NULL, key ${code} NOT NULL, sequence integer NOT NULL, kind ${code} NOT NULL, territory ${code} NOT NULL,
      period ${code}, owner ${code}, on_day date NOT NULL, state ${code} NOT NULL, body jsonb NOT NULL, PRIMARY KEY (case_id, key)
    )`);
    await runner.query('CREATE INDEX register_rows_by_territory ON register_rows (kind, territory, on_day)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register_rows');
  }
}
