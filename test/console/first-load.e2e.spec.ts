import { openBrowser, type ConsoleBrowser } from './console-browser';
import { startLiveSystem, type LiveSystem } from '../setup/live-system';

const kibibyte = 1024;

let system: LiveSystem;
let browser: ConsoleBrowser;
beforeAll(async () => {
  system = await startLiveSystem();
  browser = await openBrowser(system.url);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await system.stop();
}, 60_000);

it.each([
  ['the sign-in page', '/sign-in'],
  ['the first page of a township', '/'],
])(
  '%s takes at most 250 KiB over the wire',
  async (_, path) => {
    const window = await browser.window();
    if (path === '/') await window.signIn('古韩镇党委');
    const fresh = await browser.window();
    const kept =
      path === '/sign-in'
        ? null
        : await window.page.evaluate(() =>
            (
              globalThis as unknown as { sessionStorage: { getItem(key: string): string | null } }
            ).sessionStorage.getItem('duban-session'),
          );
    await fresh.context.addInitScript((session) => {
      if (session !== null)
        (
          globalThis as unknown as { sessionStorage: { setItem(key: string, value: string): void } }
        ).sessionStorage.setItem('duban-session', session);
    }, kept);
    const sizes: Promise<number>[] = [];
    fresh.page.on('response', (response) => {
      if (!response.url().includes('/api/'))
        sizes.push(
          response
            .request()
            .sizes()
            .then(({ responseBodySize }) => responseBodySize),
        );
    });
    await fresh.go(path);
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(20 * kibibyte);
    expect(total).toBeLessThanOrEqual(250 * kibibyte);
    await fresh.close();
    await window.close();
  },
  60_000,
);

describe('the console’s files', () => {
  it('are one page for every address that is not the api’s', async () => {
    const answer = await fetch(`${system.url}/households/household:140423100:H1:1`, {
      headers: { accept: 'text/html' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toContain('<div id="app">');
  });

  it('leave the api its own words for what it does not know', async () => {
    const answer = await fetch(`${system.url}/api/v1/nothing`, { headers: { accept: 'text/html' } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('with a hash in their name may be kept for ever', async () => {
    const page = await (await fetch(`${system.url}/`, { headers: { accept: 'text/html' } })).text();
    const asset = /\/assets\/[\w.-]+\.js/.exec(page)?.[0] ?? '';
    const answer = await fetch(`${system.url}${asset}`, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
  });
});
