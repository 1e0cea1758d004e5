import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inboxes, and the outbox of webhooks. */
export class CreateNotices1795000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE notices (
      id text COLLATE "C" PRIMARY KEY,
      case_id text COLLATE "C" NOT NULL,
      key text COLLATE "C" NOT NULL,
      recipient text COLLATE "C" NOT NULL,
      kind text NOT NULL,
      clause text COLLATE "C" NOT NULL,
      title text NOT NULL,
      text text NOT NULL,
      at timestamptz NOT NULL,
      deliver_at timestamptz NOT NULL,
      dispatched_at timestamptz,
      read_at timestamptz,
      read_by text COLLATE "C",
      CONSTRAINT notices_once UNIQUE (case_id, key, recipient)
    )`);
    await runner.query('CREATE INDEX notices_by_recipient ON notices (recipient, deliver_at, id)');
    await runner.query('CREATE INDEX notices_to_dispatch ON notices (deliver_at, id) WHERE dispatched_at IS NULL');
    await runner.query(`CREATE TABLE webhooks (
      id text COLLATE "C" PRIMARY KEY,
      url text NOT NULL,
      secret text NOT NULL,
      recipient text COLLATE "C",
      active boolean NOT NULL
    )`);
    await runner.query(`CREATE TABLE deliveries (
      id text COLLATE "C" PRIMARY KEY,
      notice text COLLATE "C" NOT NULL,
      webhook text COLLATE "C" NOT NULL,
      state text NOT NULL DEFAULT 'waiting' CONSTRAINT deliveries_state CHECK (state IN ('waiting', 'delivered', 'dead')),
      attempts integer NOT NULL,
      next_attempt_at timestamptz NOT NULL,
      settled_at timestamptz,
      last_error text,
      CONSTRAINT deliveries_once UNIQUE (notice, webhook)
    )`);
    await runner.query(
      `CREATE INDEX deliveries_waiting ON deliveries (webhook, next_attempt_at, id) WHERE state = 'waiting'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['deliveries', 'webhooks', 'notices']) await runner.query(`DROP TABLE ${table}`);
  }
}
