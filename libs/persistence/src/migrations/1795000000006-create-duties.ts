import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approved leave of cadres, and how recurring duties were fulfilled. */
export class CreateDuties1795000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const identity = 'case_id text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, sequence integer NOT NULL';
    const code = 'text COLLATE "C" NOT NULL';
    await runner.query(
      `CREATE TABLE leaves (${identity}, cadre ${code}, starts_on date NOT NULL, ends_on date NOT NULL, PRIMARY KEY (case_id, key))`,
    );
    await runner.query(`CREATE TABLE duties (
      ${identity}, duty ${code}, period ${code}, cadence ${code}, territory ${code}, owner ${code}, starts_on date NOT NULL, due date NOT NULL,
      owed integer NOT NULL, fulfilled integer NOT NULL, late integer NOT NULL, excused integer NOT NULL, missing integer NOT NULL, lines jsonb NOT NULL,
      PRIMARY KEY (case_id, key)
    )`);
    await runner.query('CREATE INDEX duties_by_territory ON duties (territory, due)');
    await runner.query('CREATE INDEX duties_by_owner ON duties (owner, due)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['duties', 'leaves']) await runner.query(`DROP TABLE ${table}`);
  }
}
