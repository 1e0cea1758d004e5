import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCases1795000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE cases (
      case_id text COLLATE "C" PRIMARY KEY,
      process text COLLATE "C" NOT NULL,
      territory text COLLATE "C" NOT NULL,
      subject text COLLATE "C" NOT NULL,
      number integer NOT NULL,
      stage text COLLATE "C" NOT NULL,
      stage_name text NOT NULL,
      policy_set text COLLATE "C" NOT NULL,
      policy_version integer NOT NULL,
      opened_on date NOT NULL,
      ended_on date,
      outcome text,
      outcome_name text,
      facts jsonb NOT NULL,
      changed_at timestamptz NOT NULL,
      sequence integer NOT NULL,
      sealed_sequence integer NOT NULL DEFAULT 0,
      head_hash text NOT NULL DEFAULT ''
    ) WITH (fillfactor = 80)`);
    await runner.query('CREATE INDEX cases_by_territory ON cases (territory, case_id)');
    await runner.query('CREATE INDEX cases_by_opening ON cases (opened_on, case_id)');
    await runner.query('CREATE INDEX cases_by_process ON cases (process, opened_on, case_id)');
    await runner.query('CREATE INDEX cases_by_subject ON cases (subject, number)');
    await runner.query('CREATE INDEX cases_by_facts ON cases USING gin (facts jsonb_path_ops)');
    await runner.query(`CREATE TABLE deadlines (
      case_id text COLLATE "C" NOT NULL,
      id text COLLATE "C" NOT NULL,
      process text COLLATE "C" NOT NULL,
      territory text COLLATE "C" NOT NULL,
      clause text COLLATE "C" NOT NULL,
      what text NOT NULL,
      owner text COLLATE "C" NOT NULL,
      due date NOT NULL,
      met_on date,
      dropped_on date,
      standing_from date,
      standing_to date,
      deadline jsonb NOT NULL,
      sequence integer NOT NULL,
      PRIMARY KEY (case_id, id)
    )`);
    await runner.query('CREATE INDEX deadlines_by_due ON deadlines (due, case_id, id)');
    await runner.query('CREATE INDEX deadlines_running ON deadlines (due, case_id, id) WHERE met_on IS NULL');
    await runner.query('CREATE INDEX deadlines_dropped ON deadlines (due, case_id, id) WHERE dropped_on IS NOT NULL');
    await runner.query('CREATE INDEX deadlines_met_late ON deadlines (due, case_id, id) WHERE met_on > due');
    await runner.query(
      'CREATE INDEX deadlines_standing ON deadlines (due, case_id, id) WHERE standing_from IS NOT NULL',
    );
    await runner.query('CREATE INDEX deadlines_by_territory ON deadlines (territory, due)');
    await runner.query('CREATE INDEX deadlines_by_owner ON deadlines (owner, due, case_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deadlines');
    await runner.query('DROP TABLE cases');
  }
}
