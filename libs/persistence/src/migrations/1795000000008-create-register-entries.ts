import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What offices enter in registers by hand: every entry, correction and withdrawal, append-only. */
export class CreateRegisterEntries1795000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const code = 'text COLLATE "C" NOT NULL';
    await runner.query(`CREATE TABLE register_entries (
      key ${code}, line integer NOT NULL, kind ${code}, entry_id ${code}, turn integer NOT NULL, action ${code}, territory ${code}, on_day date NOT NULL,
      at timestamptz NOT NULL, by_office ${code}, by_person text COLLATE "C", reason text, body jsonb NOT NULL, body_hash ${code}, PRIMARY KEY (key, line)
    )`);
    await runner.query('CREATE INDEX register_entries_by_entry ON register_entries (kind, entry_id, turn)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE register_entries');
  }
}
