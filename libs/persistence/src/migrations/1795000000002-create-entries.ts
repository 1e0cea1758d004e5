import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries may only be appended, and sealed once. */
export class CreateEntries1795000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE entries (
      case_id text COLLATE "C" NOT NULL,
      sequence integer NOT NULL,
      kind text COLLATE "C" NOT NULL CONSTRAINT entries_kind CHECK (kind IN ('act', 'event')),
      name text COLLATE "C" NOT NULL,
      clause text COLLATE "C" NOT NULL,
      by_office text COLLATE "C" NOT NULL,
      by_person text COLLATE "C",
      occurred_on date NOT NULL,
      at timestamptz NOT NULL,
      what text NOT NULL,
      detail jsonb,
      recipients text[] NOT NULL,
      key text,
      algorithm text,
      previous_hash text,
      hash text,
      PRIMARY KEY (case_id, sequence)
    )`);
    await runner.query('CREATE INDEX entries_unsealed ON entries (case_id, sequence) WHERE hash IS NULL');
    await runner.query('CREATE INDEX entries_by_opening_key ON entries (key) WHERE sequence = 1');
    await runner.query('CREATE INDEX entries_by_instant ON entries (at, case_id, sequence)');
    await runner.query(`CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$`);
    await runner.query(`CREATE FUNCTION refuse_all_but_sealing() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE seal text[] := ARRAY['algorithm', 'previous_hash', 'hash'];
      BEGIN
        IF OLD.hash IS NULL AND to_jsonb(NEW) - seal = to_jsonb(OLD) - seal THEN RETURN NEW; END IF;
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`);
    await runner.query(
      'CREATE TRIGGER entries_sealed_once BEFORE UPDATE ON entries FOR EACH ROW EXECUTE FUNCTION refuse_all_but_sealing()',
    );
    await runner.query(
      'CREATE TRIGGER entries_kept BEFORE DELETE OR TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE entries');
    await runner.query('DROP FUNCTION refuse_all_but_sealing()');
    await runner.query('DROP FUNCTION refuse_change()');
  }
}
