import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What cases say about postings, scores, ranks, bulletins, households and criticism. */
export class CreateRecords1795000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const identity = 'case_id text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, sequence integer NOT NULL';
    const code = 'text COLLATE "C" NOT NULL';
    await runner.query(`CREATE TABLE postings (
      ${identity}, cadre ${code}, township ${code}, village ${code}, unit ${code}, role text NOT NULL, starts_on date NOT NULL, ends_on date,
      PRIMARY KEY (case_id, key)
    )`);
    await runner.query('CREATE INDEX postings_by_township ON postings (township, starts_on)');
    await runner.query('CREATE INDEX postings_by_cadre ON postings (cadre)');
    await runner.query(`CREATE TABLE scores (
      ${identity}, month ${code}, township ${code}, cadre ${code}, task numeric NOT NULL, presence numeric NOT NULL, total numeric NOT NULL,
      PRIMARY KEY (case_id, key)
    )`);
    await runner.query('CREATE INDEX scores_by_month ON scores (month, township, cadre)');
    await runner.query(`CREATE TABLE rankings (
      ${identity}, month ${code}, scope ${code}, cadre ${code}, total numeric NOT NULL, rank integer NOT NULL, low boolean NOT NULL,
      PRIMARY KEY (case_id, key)
    )`);
    await runner.query('CREATE INDEX rankings_by_month ON rankings (month, scope, rank)');
    await runner.query(`CREATE TABLE bulletins (
      ${identity}, number text NOT NULL, month ${code}, scope ${code}, issued_on date NOT NULL, corrects text, title text NOT NULL, text text NOT NULL,
      PRIMARY KEY (case_id, key, sequence)
    )`);
    await runner.query('CREATE INDEX bulletins_by_scope ON bulletins (scope, month)');
    await runner.query(
      'CREATE TRIGGER bulletins_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON bulletins FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
    );
    await runner.query(`CREATE TABLE households (
      ${identity}, household ${code}, village ${code}, kind text NOT NULL, settlement boolean NOT NULL, watched boolean NOT NULL,
      PRIMARY KEY (case_id, key)
    )`);
    await runner.query('CREATE INDEX households_by_village ON households (village)');
    await runner.query(`CREATE TABLE candidates (
      ${identity}, area ${code}, office ${code}, deadline ${code}, clause ${code}, since date NOT NULL, withdrawn_on date,
      PRIMARY KEY (case_id, key)
    )`);
    await runner.query('CREATE INDEX candidates_by_area ON candidates (area, since)');
    await runner.query(
      `CREATE TABLE removed_records (${identity}, record_table ${code}, PRIMARY KEY (case_id, record_table, key))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['removed_records', 'candidates', 'households', 'bulletins', 'rankings', 'scores', 'postings'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
