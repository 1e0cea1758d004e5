import { startConsoleWorld, type ConsoleWorld } from './console-world';
import { bulletinAndInterview } from './jobs/bulletin-and-interview';
import { countyMonth } from './jobs/county-month';
import { inspectionTeam } from './jobs/inspection-team';
import { operator } from './jobs/operator';
import { province } from './jobs/province';
import { supervisionWork } from './jobs/supervision-story';

/** County, province and inspection team: what they do every month. */
let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsoleWorld(supervisionWork);
}, 180_000);
afterAll(() => world.stop(), 60_000);

const there = (): ConsoleWorld => world;
countyMonth(there);
inspectionTeam(there);
bulletinAndInterview(there);
province(there);
operator(there);
