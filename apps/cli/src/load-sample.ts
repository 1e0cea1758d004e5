import { sampleOffices } from '@duban/contracts/sample-county';
import { createDataSource } from '@duban/persistence/data-source';
import { upsertOffices } from '@duban/persistence/directory';
import { caseOf } from '@duban/persistence/cases';
import { readConfig } from '@duban/platform/config';
import { readKey } from '@duban/platform/encryption';
import { civilDateOf } from '@duban/policy/dates/civil-date';
import { savePeople } from './sample/sample-people';
import type { SampleAct } from './sample/sample-act';
import { sampleStory } from './sample/sample-story';
import { sendActs } from './sample/send-acts';

const size = { cadres: 120, households: 60, townships: 40, hasLastMonth: false };

const showProgress = (done: number, total: number): void => {
  if (done % 80 === 0) console.log(`  ${done}/${total}`);
};

/** Loads 襄垣县 with its real divisions and a county's work under way, once; a second run changes nothing. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const dataSource = await createDataSource({ url: config.DATABASE_URL, schema: config.DUBAN_SCHEMA }).initialize();
  try {
    await upsertOffices(dataSource, sampleOffices());
    const today = civilDateOf(new Date().toISOString());
    if ((await caseOf(dataSource, `cycle:14:${today.slice(0, 4)}`)) !== null) {
      console.log('示例县已载入。');
      return;
    }
    await savePeople(dataSource, readKey(config.DUBAN_KEY_FILE), size);
    const acts = sampleStory({ ...size, today });
    console.log(`载入示例：山西省长治市襄垣县，${acts.length} 项……`);
    const api = `http://127.0.0.1:${config.DUBAN_API_PORT}`;
    const isCycle = ({ do: what }: SampleAct): boolean => what === 'cycles.start';
    await sendActs(api, `sample-${today}`, acts.filter((act) => !isCycle(act)), showProgress); // prettier-ignore
    // Last: where the cycle stands, everything before it stands.
    await sendActs(api, `sample-cycle-${today}`, acts.filter(isCycle));
    console.log('示例载入完毕，督办周期已启动。');
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
