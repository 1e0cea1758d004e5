import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose a case is: the villages and units that take part, and territories beside its own. It was guessed from what lists show. */
export class AddScope1795000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE cases
        ADD COLUMN villages text[] COLLATE "C" NOT NULL DEFAULT '{}',
        ADD COLUMN units text[] COLLATE "C" NOT NULL DEFAULT '{}',
        ADD COLUMN also_in text[] COLLATE "C" NOT NULL DEFAULT '{}'`);
    await runner.query(`
      UPDATE cases SET
        villages = CASE WHEN listed ? 'village' THEN ARRAY[listed ->> 'village']
          WHEN length(territory) = 12 OR process = 'subsidy-campaign' THEN ARRAY[territory] ELSE '{}' END,
        units = CASE WHEN listed ? 'unit' THEN ARRAY[listed ->> 'unit'] ELSE '{}' END`);
    await runner.query('CREATE INDEX cases_by_village ON cases USING gin (villages)');
    await runner.query('CREATE INDEX cases_by_unit ON cases USING gin (units)');
    await runner.query(`CREATE INDEX cases_also_in ON cases USING gin (also_in) WHERE also_in <> '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cases DROP COLUMN villages, DROP COLUMN units, DROP COLUMN also_in');
  }
}
