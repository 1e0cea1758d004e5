import { demoStory } from '@duban/cli/demo/demo-story';
import { addDays } from '@duban/policy/dates/civil-date';
import { size, startConsoleWorld, type ConsoleWorld, type Story } from './console-world';
import { halfMonthReturns } from './jobs/half-month-returns';
import { supports } from './jobs/supports';
import { villageWorker } from './jobs/village-worker';

/** Village, township and department: what they do every week. */
let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsoleWorld(nothingTold);
  await takePost();
}, 180_000);
afterAll(() => world.stop(), 60_000);

/** The sample county before anybody has told of a duty or a half month. */
const nothingTold: Story = (today) =>
  demoStory({ ...size, today }).map((part) => part.filter(({ do: what }) => !/^(duties|dispatches)\./.test(what)));

/** Somebody more on a post, whose last month is not entered yet. */
async function takePost(): Promise<void> {
  const from = addDays(world.today, -60);
  const holder = {
    worker: 'P2',
    post: 'G2',
    priority: true,
    age: 50,
    fit: true,
    contract: '协议2号',
    from,
    occurredOn: from,
  };
  const posts = await world.system.get('party-committee:140423100', 'registers/welfare-post?limit=5');
  const [post] = posts.body['items'] as { territory: string }[];
  const answer = await world.system.post('party-committee:140423100', 'registers/post-holder', {
    ...holder,
    territory: post?.territory,
  });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}

const there = (): ConsoleWorld => world;
villageWorker(there);
halfMonthReturns(there);
supports(there);
