import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offices that can be written to, persons behind surrogate ids, policy versions. */
export class CreateDirectory1795000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE offices (
      id text COLLATE "C" PRIMARY KEY,
      kind text COLLATE "C" NOT NULL,
      territory text COLLATE "C" NOT NULL,
      name text NOT NULL
    )`);
    await runner.query('CREATE INDEX offices_by_territory ON offices (territory, kind)');
    await runner.query(`CREATE TABLE persons (
      id text COLLATE "C" PRIMARY KEY,
      key_id text COLLATE "C" NOT NULL,
      sealed bytea NOT NULL
    )`);
    await runner.query(`CREATE TABLE policy_versions (
      policy_set text COLLATE "C" NOT NULL,
      version integer NOT NULL,
      changes jsonb NOT NULL,
      title text NOT NULL,
      saved_by text COLLATE "C" NOT NULL,
      saved_at timestamptz NOT NULL,
      PRIMARY KEY (policy_set, version)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['policy_versions', 'persons', 'offices']) await runner.query(`DROP TABLE ${table}`);
  }
}
