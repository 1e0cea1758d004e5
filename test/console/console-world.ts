import type { DemoAct } from '@duban/cli/demo/demo-act';
import { savePeople } from '@duban/cli/demo/demo-people';
import { demoStory } from '@duban/cli/demo/demo-story';
import { sendActs } from '@duban/cli/demo/send-acts';
import { readKey } from '@duban/platform/encryption';
import { civilDateOf, type CivilDate } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';
import { openBrowser, type ConsoleBrowser } from './console-browser';

export const size = { cadres: 24, households: 30, townships: 3, hasLastMonth: true };

/** A county at work, and a browser that looks at it. */
export interface ConsoleWorld {
  system: LiveSystem;
  browser: ConsoleBrowser;
  today: CivilDate;
  stop(): Promise<void>;
}

/** What has been done in the county before anybody looks, part after part. */
export type Story = (today: CivilDate) => DemoAct[][];

export async function startConsoleWorld(
  story: Story = (today) => demoStory({ ...size, today }),
): Promise<ConsoleWorld> {
  const system = await startLiveSystem();
  const today = civilDateOf(new Date().toISOString());
  try {
    await savePeople(system.dataSource, readKey(system.keyFile), size);
    await sendActs(system.url, 'world', story(today));
    const browser = await openBrowser(system.url);
    return {
      system,
      browser,
      today,
      async stop() {
        await browser.close();
        await system.stop();
      },
    };
  } catch (error) {
    await system.stop();
    throw error;
  }
}
