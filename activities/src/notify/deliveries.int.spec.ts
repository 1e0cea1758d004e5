import type { LedgerNotice, LedgerWrite } from '@duban/contracts/ledger';
import { builtEntry, builtNotice, builtWrite } from '@duban/persistence/case-rows-builder';
import { closeTestSchema, openTestSchema } from '@duban/persistence/test-schema';
import { deadDeliveries, reviveDeliveries, saveWebhook } from '@duban/persistence/webhooks';
import type { DataSource } from 'typeorm';
import { createLedgerActivities } from '../ledger/ledger.activities';
import { startDeliveries, type Deliveries, type DeliveryMeans } from './deliveries';
import { signatureOf } from './signature';

const township = 'party-committee:140423100';
const county = 'stationing-office:140423';

let dataSource: DataSource;
let now: Date;
let lines: Record<string, unknown>[];
let posts: { url: string; id: string; key: string; signature: string; body: string }[];
let answer: (url: string) => Promise<Response>;
const running: Deliveries[] = [];

beforeEach(async () => {
  dataSource = await openTestSchema();
  now = new Date('2026-07-13T01:00:00.000Z');
  lines = [];
  posts = [];
  answer = () => Promise.resolve(new Response(null, { status: 204 }));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((deliveries) => deliveries.stop()));
  await closeTestSchema(dataSource);
});

const fetchIt: typeof fetch = async (url, request) => {
  const headers = new Headers(request?.headers);
  const body = String(request?.body);
  posts.push({
    url: String(url),
    id: headers.get('x-duban-delivery') ?? '',
    signature: headers.get('x-duban-signature') ?? '',
    key: JSON.parse(body).key,
    body,
  });
  return answer(String(url));
};

function start(more: Partial<DeliveryMeans> = {}): Deliveries {
  const deliveries = startDeliveries(dataSource, {
    log: (line) => lines.push(line),
    fetch: fetchIt,
    clock: () => now,
    everyMs: 600_000,
    ...more,
  });
  running.push(deliveries);
  return deliveries;
}

async function write(caseId: string, notices: LedgerNotice[]): Promise<LedgerWrite> {
  const made = builtWrite({ snapshot: { caseId }, entries: [builtEntry(1)], notices }) as LedgerWrite;
  await createLedgerActivities(dataSource).writeLedger(made);
  return made;
}

const notice = (key: string, given: Partial<LedgerNotice> = {}): LedgerNotice =>
  builtNotice(key, given) as LedgerNotice;
const webhook = (id: string, recipient: string | null = null) =>
  saveWebhook(dataSource, {
    id,
    url: `https://${id}.example/hook`,
    secret: `secret of ${id}`,
    recipient,
    active: true,
  });
const noticeLines = () => lines.filter(({ event }) => event === 'notice');
const urls = () => posts.map(({ url, key }) => `${new URL(url).hostname.split('.')[0]}:${key}`).sort();

describe('notices on their way', () => {
  it('go to the log and to the webhooks of their recipient and of all, once, however often they are written or looked for', async () => {
    await Promise.all([webhook('all'), webhook('township', township), webhook('county', county)]);
    const made = await write('c1', [
      notice('a'),
      notice('a', { to: county }),
      notice('b', { to: 'department:999999' }),
    ]);
    await Promise.all([start().turn(), start().turn()]);
    await createLedgerActivities(dataSource).writeLedger(made);
    await start().turn();
    expect(urls()).toEqual(['all:a', 'all:a', 'all:b', 'county:a', 'township:a']);
    expect(
      noticeLines()
        .map(({ key, to }) => `${String(key)} ${String(to)}`)
        .sort(),
    ).toEqual([`a ${township}`, `a ${county}`, 'b department:999999'].sort());
  });

  it('are signed', async () => {
    await webhook('all');
    await write('c1', [notice('a')]);
    await start().turn();
    const [post] = posts;
    expect(post?.signature).toBe(
      signatureOf('secret of all', { at: now, delivery: post?.id ?? '', body: post?.body ?? '' }),
    );
    expect(JSON.parse(post?.body ?? '')).toMatchObject({
      delivery: post?.id,
      caseId: 'c1',
      key: 'a',
      to: township,
      at: '2026-07-13T00:30:00.000Z',
      clause: 'A-2.1',
    });
  });

  it('leave a line without their text in the log', async () => {
    await write('c1', [notice('a', { text: '张三' })]);
    await start().turn();
    expect(noticeLines()).toEqual([
      {
        event: 'notice',
        id: expect.any(String),
        caseId: 'c1',
        key: 'a',
        to: township,
        kind: 'reminder',
        clause: 'A-2.1',
        at: '2026-07-13T00:30:00.000Z',
        deliverAt: '2026-07-13T00:30:00.000Z',
      },
    ]);
  });

  it('wait for their hour, and nothing goes out at night', async () => {
    await webhook('all');
    await write('c1', [
      notice('morning', { deliverAt: '2026-07-14T00:00:00.000Z' }),
      notice('evening', { deliverAt: '2026-07-13T11:59:00.000Z' }),
    ]);
    const deliveries = start();
    for (const instant of ['2026-07-13T01:00:00Z', '2026-07-13T12:00:00Z', '2026-07-13T23:59:59Z']) {
      now = new Date(instant);
      await deliveries.turn();
    }
    expect(lines).toEqual([]);
    now = new Date('2026-07-14T00:00:00Z');
    await deliveries.turn();
    expect(urls()).toEqual(['all:evening', 'all:morning']);
  });
});

describe('a receiver that fails', () => {
  it('is tried again with the same delivery id until it takes the notice', async () => {
    await webhook('all');
    await write('c1', [notice('a')]);
    let failures = 2;
    answer = () =>
      (failures -= 1) >= 0 ? Promise.resolve(new Response('no', { status: 500 })) : Promise.resolve(new Response('ok'));
    const deliveries = start();
    for (const later of [0, 10, 29, 30, 100, 149, 150, 1_000, 10_000]) {
      now = new Date(Date.parse('2026-07-13T01:00:00Z') + later * 1000);
      await deliveries.turn();
    }
    expect(posts).toHaveLength(3);
    expect(new Set(posts.map(({ id }) => id)).size).toBe(1);
    expect(noticeLines()).toHaveLength(1);
  });

  it('is given up after eight attempts, on record, and can be tried anew', async () => {
    await webhook('all');
    await write('c1', [notice('a')]);
    answer = () => Promise.reject(new Error('connection refused'));
    const deliveries = start();
    for (let hour = 0; hour < 400; hour += 1) {
      now = new Date(Date.parse('2026-07-13T01:00:00Z') + hour * 3_600_000);
      await deliveries.turn();
    }
    expect(posts).toHaveLength(8);
    expect(await deadDeliveries(dataSource, 10)).toMatchObject([
      { webhook: 'all', attempts: 8, lastError: 'connection refused' },
    ]);
    answer = () => Promise.resolve(new Response('ok'));
    now = new Date('2026-08-13T01:00:00Z');
    await reviveDeliveries(dataSource, 'all', now.toISOString());
    await deliveries.turn();
    expect(posts).toHaveLength(9);
    expect(await deadDeliveries(dataSource, 10)).toEqual([]);
  });

  it.each([400, 401, 403, 404, 410, 422])(
    'that refuses for good (%i) is given up at once, and can be tried anew',
    async (status) => {
      await webhook('all');
      await write('c1', [notice('a')]);
      answer = () => Promise.resolve(new Response('', { status }));
      const deliveries = start();
      for (let hour = 0; hour < 48; hour += 1) {
        now = new Date(Date.parse('2026-07-13T01:00:00Z') + hour * 3_600_000);
        await deliveries.turn();
      }
      expect(posts).toHaveLength(1);
      expect(await deadDeliveries(dataSource, 10)).toMatchObject([
        { webhook: 'all', attempts: 1, lastError: `2xx expected, got ${status}` },
      ]);
      await reviveDeliveries(dataSource, 'all', now.toISOString());
      now = new Date('2026-08-13T01:00:00Z');
      await deliveries.turn();
      expect(posts).toHaveLength(2);
    },
  );

  it.each([408, 429, 500, 503])('that asks for patience (%i) is tried again', async (status) => {
    await webhook('all');
    await write('c1', [notice('a')]);
    answer = () => Promise.resolve(new Response('', { status }));
    const deliveries = start();
    for (const later of [0, 30, 150]) {
      now = new Date(Date.parse('2026-07-13T01:00:00Z') + later * 1000);
      await deliveries.turn();
    }
    expect(posts).toHaveLength(3);
  });

  it('whose words cannot be stored is given up after eight attempts all the same', async () => {
    await webhook('all');
    await write('c1', [notice('a')]);
    answer = () => Promise.reject(new Error(`no\u0000 ${'a'.repeat(295)}𠮷`));
    const deliveries = start();
    for (let hour = 0; hour < 400; hour += 1) {
      now = new Date(Date.parse('2026-07-13T01:00:00Z') + hour * 3_600_000);
      await deliveries.turn();
    }
    expect(posts).toHaveLength(8);
    expect(await deadDeliveries(dataSource, 10)).toMatchObject([{ attempts: 8 }]);
  });

  it('or never answers holds up nobody else', async () => {
    await Promise.all([webhook('good'), webhook('stuck'), webhook('broken')]);
    await saveWebhook(dataSource, {
      id: 'nonsense',
      url: 'not an address',
      secret: 's',
      recipient: null,
      active: true,
    });
    await write(
      'c1',
      Array.from({ length: 30 }, (_, index) => notice(`n${index}`)),
    );
    let letGo: () => void = () => undefined;
    const stuck = new Promise<Response>((resolve) => (letGo = () => resolve(new Response('late'))));
    answer = (url) =>
      url.includes('stuck')
        ? stuck
        : url.includes('broken')
          ? Promise.resolve(new Response('', { status: 410 }))
          : Promise.resolve(new Response('ok'));
    const deliveries = start();
    const turn = deliveries.turn();
    await until(() => posts.filter(({ url }) => url.includes('good')).length === 30);
    await write('c2', [notice('later')]);
    const second = deliveries.turn();
    await until(() => posts.some(({ url, key }) => url.includes('good') && key === 'later'));
    expect(posts.filter(({ url }) => url.includes('stuck'))).toHaveLength(10);
    letGo();
    await Promise.all([turn, second]);
    expect(posts.filter(({ url }) => url.includes('good'))).toHaveLength(31);
    expect(posts.filter(({ url }) => url.includes('stuck')).length).toBe(31);
  });

  it('has its notice taken over by another process when the first one dies', async () => {
    await webhook('all');
    await write('c1', [notice('a')]);
    let letGo: () => void = () => undefined;
    answer = () => new Promise((resolve) => (letGo = () => resolve(new Response('late'))));
    const dead = startDeliveries(dataSource, {
      log: () => undefined,
      fetch: fetchIt,
      clock: () => now,
      everyMs: 600_000,
    });
    void dead.turn();
    await until(() => posts.length === 1);
    answer = () => Promise.resolve(new Response('ok'));
    const heir = start();
    await heir.turn();
    expect(posts).toHaveLength(1);
    now = new Date(now.getTime() + 60_000);
    await heir.turn();
    expect(posts).toHaveLength(2);
    expect(posts[1]?.id).toBe(posts[0]?.id);
    letGo();
    await dead.stop();
  });
});

async function until(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < 500 && !isSo(); round += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
}
