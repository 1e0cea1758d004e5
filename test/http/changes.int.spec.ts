import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const township = 'party-committee:140423100';
const neighbour = 'party-committee:140423101';
const report = { village: '140423100204', kind: 'marginal', source: 'self-report' };

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(async () => {
  const last = await follow(township);
  await system.stop();
  await last.ended;
}, 60_000);

interface Follower {
  text(): string;
  until(words: string | RegExp): Promise<void>;
  ended: Promise<void>;
  leave(): void;
}

async function follow(office: string, query = ''): Promise<Follower> {
  const token = await fetch(`${system.url}/api/v1/dev/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ office }),
  }).then(async (answer) => ((await answer.json()) as { token: string }).token);
  const leaving = new AbortController();
  const answer = await fetch(`${system.url}/api/v1/changes/stream${query}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: leaving.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  const read = async (): Promise<void> => {
    for await (const chunk of answer.body ?? []) text += Buffer.from(chunk as Uint8Array).toString('utf8');
  };
  return {
    text: () => text,
    ended: read().catch(() => undefined),
    leave: () => leaving.abort(),
    until: async (words) => {
      for (let left = 80; !text.match(words); left -= 1) {
        if (left === 0) throw new Error(`${words} did not come, only: ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

describe('the live feed', () => {
  it('tells those who may see a case that it changed, and nobody else', async () => {
    const [own, other] = [await follow(township), await follow(neighbour)];
    await Promise.all([own.until('event: inbox'), other.until('event: inbox')]);
    await system.post(township, 'households', { householdId: 'F1', ...report });
    await own.until(
      'event: change\ndata: {"caseId":"household:140423100:F1:1","process":"household-monitoring","territory":"140423100","sequence":',
    );
    expect(other.text()).not.toContain('F1');
    own.leave();
    other.leave();
  });

  it('tells an office how much it has not read', async () => {
    const own = await follow(township);
    await own.until(/event: inbox\ndata: {"unread":\d+}/);
    await system.dataSource.query('UPDATE notices SET deliver_at = now() WHERE recipient = $1', [township]);
    await own.until(/"unread":[1-9]/);
    await system.post(township, 'inbox/read-all', {});
    await own.until(/"unread":0}\n\n$/);
    own.leave();
  });

  it('asks to read again when the database had been away', async () => {
    const own = await follow(township);
    await own.until('event: inbox');
    system.database.cut();
    await new Promise((resolve) => setTimeout(resolve, 200));
    system.database.mend();
    await own.until('event: resync');
    own.leave();
  });

  it('asks for a token', async () => {
    expect((await fetch(`${system.url}/api/v1/changes/stream`)).status).toBe(401);
  });
});
