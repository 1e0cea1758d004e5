import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the database refused for its content, kept as it was; only that it was put right may be added, once. */
export class CreateSetAsideWrites1795000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const code = 'text COLLATE "C" NOT NULL';
    await runner.query(`CREATE TABLE set_aside_writes (
      id text COLLATE "C" PRIMARY KEY, case_id ${code}, sequence integer NOT NULL,
      kind ${code} CONSTRAINT set_aside_writes_kind CHECK (kind IN ('write', 'message', 'question')),
      reason text NOT NULL, content text NOT NULL, content_hash ${code}, at timestamptz NOT NULL DEFAULT now(),
      settled_at timestamptz, settled_by text COLLATE "C", settled_note text
    )`);
    await runner.query('CREATE INDEX set_aside_writes_by_case ON set_aside_writes (case_id, content_hash)');
    await runner.query('CREATE INDEX set_aside_writes_open ON set_aside_writes (at, id) WHERE settled_at IS NULL');
    await runner.query(`CREATE FUNCTION refuse_all_but_settling() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE settling text[] := ARRAY['settled_at', 'settled_by', 'settled_note'];
      BEGIN
        IF OLD.settled_at IS NULL AND to_jsonb(NEW) - settling = to_jsonb(OLD) - settling THEN RETURN NEW; END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(
      'CREATE TRIGGER set_aside_writes_settled_once BEFORE UPDATE ON set_aside_writes FOR EACH ROW EXECUTE FUNCTION refuse_all_but_settling()',
    );
    await runner.query(
      'CREATE TRIGGER set_aside_writes_kept BEFORE DELETE OR TRUNCATE ON set_aside_writes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE set_aside_writes');
    await runner.query('DROP FUNCTION refuse_all_but_settling()');
  }
}
