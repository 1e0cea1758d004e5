import { demoOffices } from '@duban/contracts/demo-county';
import { createDataSource } from '@duban/persistence/data-source';
import { upsertOffices } from '@duban/persistence/directory';
import { caseOf } from '@duban/persistence/cases';
import { readConfig } from '@duban/platform/config';
import { readKey } from '@duban/platform/encryption';
import { civilDateOf } from '@duban/policy/dates/civil-date';
import { savePeople } from './demo/demo-people';
import { demoStory } from './demo/demo-story';
import { sendActs } from './demo/send-acts';

const size = { cadres: 120, households: 60, townships: 40, hasLastMonth: true };

const showProgress = (done: number, total: number): void => {
  if (done % 80 === 0) console.log(`  ${done}/${total}`);
};

/** Loads 襄垣县 with its real divisions and a county's work under way, once; a second run changes nothing. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const dataSource = await createDataSource({ url: config.DATABASE_URL, schema: config.DUBAN_SCHEMA }).initialize();
  try {
    await upsertOffices(dataSource, demoOffices());
    const today = civilDateOf(new Date().toISOString());
    if ((await caseOf(dataSource, `cycle:14:${today.slice(0, 4)}`)) !== null) {
      console.log('示例县已载入。');
      return;
    }
    await savePeople(dataSource, readKey(config.DUBAN_KEY_FILE), size);
    // The cycle comes last: where it stands, everything before it stands.
    const parts = demoStory({ ...size, today });
    console.log(`载入示例：山西省长治市襄垣县，${parts.flat().length} 项……`);
    await sendActs(`http://127.0.0.1:${config.DUBAN_API_PORT}`, `sample-${today}`, parts, {
      progress: showProgress,
      tell: console.log,
    });
    console.log('示例载入完毕，督办周期已启动。');
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
