import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cells of score sheets that were typed and not handed in; no part of the ledger's record. */
export class CreateScoreDrafts1795000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const code = 'text COLLATE "C"';
    await runner.query(`CREATE TABLE score_drafts (
      township ${code} NOT NULL, month ${code} NOT NULL, cadre ${code} NOT NULL, part ${code} NOT NULL, value numeric, version integer NOT NULL,
      by_office ${code} NOT NULL, by_person ${code}, at timestamptz NOT NULL, PRIMARY KEY (township, month, cadre, part)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE score_drafts');
  }
}
