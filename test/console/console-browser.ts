import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { Opened } from '../setup/opened';

/** Chromium on its own: it looks nothing up outside this machine. */
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const widths = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;
export type Width = keyof typeof widths;

export interface ConsoleBrowser {
  /** A window of its own, as if on another machine; errors on its pages are collected. */
  window(width?: Width, more?: { dark?: boolean }): Promise<ConsoleWindow>;
  close(): Promise<void>;
}

export interface ConsoleWindow {
  page: Page;
  context: BrowserContext;
  /** What went wrong on its pages: errors of scripts, answers that were refused by the browser. */
  faults: string[];
  /** Signs in by the page, as a person would: by name. */
  signIn(officeName: string): Promise<void>;
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

export async function openBrowser(url: string): Promise<ConsoleBrowser> {
  const executablePath = process.env['DUBAN_BROWSER'] ?? '/usr/bin/chromium';
  const opened = new Opened();
  const browser: Browser = await opened.add(chromium.launch({ executablePath, args: quietly }), (one) => one.close());
  return {
    window: (width = 'desk', { dark = false } = {}) => openWindow(browser, url, width, dark),
    close: () => opened.close(),
  };
}

async function openWindow(browser: Browser, url: string, width: Width, dark: boolean): Promise<ConsoleWindow> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: widths[width],
    hasTouch: width === 'phone',
    colorScheme: dark ? 'dark' : 'light',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|ERR_INTERNET_DISCONNECTED/.test(message.text()))
      faults.push(message.text());
  });
  const go = async (path: string): Promise<void> => {
    await page.goto(path);
    await settled(page);
  };
  return {
    page,
    context,
    faults,
    go,
    async signIn(officeName) {
      await page.goto('/sign-in');
      await page.getByLabel('按名称查找单位').fill(officeName);
      await page.getByRole('button', { name: officeName, exact: true }).click();
      await page.waitForURL((address) => address.pathname !== '/sign-in');
      await settled(page);
    },
    close: () => context.close(),
  };
}

/** One window for each office and width, opened and signed in when it is first asked for. */
export function officeWindows(
  open: (width: Width) => Promise<ConsoleWindow>,
): (office: string, width: Width) => Promise<ConsoleWindow> {
  const windows = new Map<string, Promise<ConsoleWindow>>();
  const signedIn = async (office: string, width: Width): Promise<ConsoleWindow> => {
    const window = await open(width);
    await window.signIn(office);
    return window;
  };
  return (office, width) => {
    const key = `${office}/${width}`;
    const window = windows.get(key) ?? signedIn(office, width);
    windows.set(key, window);
    return window;
  };
}

/** Until the page has stopped asking the api. The stream of changes stays open for ever, so “network idle” never comes. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  let last = -1;
  for (let tries = 0; tries < 40; tries += 1) {
    const now = await page.evaluate(() => performance.getEntriesByType('resource').length);
    const isReading = await page.getByText(/^正在(读取|打开)/).count();
    if (now === last && isReading === 0) return;
    last = now;
    await page.waitForTimeout(250);
  }
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical on the page by WCAG 2.2 AA, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } };
    return (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target, html }) => `${target.join(' ')} ${html.slice(0, 120)}`)
          .join(' | ')}`,
    );
}

interface AxeViolation {
  id: string;
  impact: string;
  nodes: { target: string[]; html: string }[];
}

const shownText = (page: Page): Promise<string> => page.locator('body').innerText();

/** Latin words on the screen that are neither numbers of things, hashes nor names everybody uses. */
export async function englishLeft(page: Page): Promise<string[]> {
  const text = await shownText(page);
  const words = text.replace(/\S*[:/]\S*/g, ' ').match(/[A-Za-z][A-Za-z-]{3,}/g) ?? [];
  return [...new Set(words)].filter(
    (word) => !/^(Excel|JSON|Ctrl|Enter|Temporal|PostgreSQL|SHA-?|[a-f]{4,})$/.test(word),
  );
}

/** Days on the screen that are written as figures alone, with what stands around them. */
export async function bareDaysLeft(page: Page): Promise<string[]> {
  const text = await shownText(page);
  return [...new Set(text.match(/.{0,12}(?<![\w:/-])\d{4}-\d\d-\d\d(?![\w:/-]).{0,8}/g) ?? [])];
}

/** By how much the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { document, innerWidth } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number } };
      innerWidth: number;
    };
    return Math.max(0, document.documentElement.scrollWidth - innerWidth);
  });
