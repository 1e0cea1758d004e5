import { addDays } from '@duban/policy/dates/civil-date';
import { startConsoleWorld, type ConsoleWorld } from './console-world';
import { halfMonthReturns } from './jobs/half-month-returns';
import { supports } from './jobs/supports';
import { villageWorker } from './jobs/village-worker';

/** Village, township and department: what they do every week. */
let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsoleWorld();
  await takePost();
}, 180_000);
afterAll(() => world.stop(), 60_000);

/** Somebody more on a post, whose last month is not entered yet. */
async function takePost(): Promise<void> {
  const from = addDays(world.today, -60);
  const holder = { territory: '140423100200', worker: 'P2', post: 'G2', priority: true, age: 50, fit: true, contract: '协议2号', from, occurredOn: from };
  const posts = await world.system.get('party-committee:140423100', 'registers/welfare-post?limit=5');
  const [post] = posts.body['items'] as { territory: string }[];
  const answer = await world.system.post('party-committee:140423100', 'registers/post-holder', { ...holder, territory: post?.territory });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}

const there = (): ConsoleWorld => world;
villageWorker(there);
halfMonthReturns(there);
supports(there);
