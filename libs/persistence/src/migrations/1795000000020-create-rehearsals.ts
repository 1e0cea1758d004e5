import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rehearsals ordered by offices, and what happened in them. */
export class CreateRehearsals1795000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const code = 'text COLLATE "C" NOT NULL';
    await runner.query(`CREATE TABLE rehearsals (
      id text COLLATE "C" PRIMARY KEY, title text NOT NULL, county ${code}, requested_by ${code}, requested_person text COLLATE "C", requested_at timestamptz NOT NULL,
      start_on date NOT NULL, until_on date NOT NULL, months integer NOT NULL, what_ifs jsonb NOT NULL, policy jsonb NOT NULL, key ${code}, body_hash ${code},
      state ${code}, day_reached date, acts_done integer NOT NULL, acts_total integer NOT NULL, summary jsonb, failure text, cancel_asked_at timestamptz,
      started_at timestamptz, finished_at timestamptz, attempts integer NOT NULL, stage text COLLATE "C", seen_at timestamptz,
      CONSTRAINT rehearsals_state CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled'))
    )`);
    await runner.query('CREATE UNIQUE INDEX rehearsals_by_key ON rehearsals (key)');
    await runner.query('CREATE INDEX rehearsals_by_county ON rehearsals (county, requested_at)');
    await runner.query(
      `CREATE INDEX rehearsals_open ON rehearsals (requested_at, id) WHERE state IN ('waiting', 'running')`,
    );
    await runner.query(`CREATE TABLE rehearsal_events (
      rehearsal_id ${code}, line integer NOT NULL, day date NOT NULL, at timestamptz NOT NULL, kind ${code}, name ${code}, process ${code}, case_id ${code},
      clause ${code}, by_office ${code}, recipients text[] NOT NULL, what text NOT NULL, PRIMARY KEY (rehearsal_id, line)
    )`);
    await runner.query('CREATE INDEX rehearsal_events_by_day ON rehearsal_events (rehearsal_id, day, kind)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['rehearsal_events', 'rehearsals']) await runner.query(`DROP TABLE ${table}`);
  }
}
