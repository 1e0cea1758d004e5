import { civilDateOf } from '@duban/policy/dates/civil-date';
import type { Locator, Page } from 'playwright-core';
import { fillWithCases } from './lists';
import { percentile } from './rates';
import type { Stage } from './stage';
import { milliseconds, type Row } from './table';

const goalMs = 200;
const office = 'leading-group-office:14';

/** What somebody at the province's desk waits for in the browser, over so many cases: from the click to the changed screen. */
export async function measureConsole({ dataSource, ports }: Stage, cases: number): Promise<Row[]> {
  await fillWithCases(dataSource, cases, civilDateOf(new Date().toISOString()));
  const { chromium } = await import('playwright-core');
  const executablePath = process.env['DUBAN_BROWSER'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({
      baseURL: `http://127.0.0.1:${ports.api}`,
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
    });
    await signIn(page);
    const desk = new Desk(page, cases);
    return [...(await desk.households()), ...(await desk.home())];
  } finally {
    await browser.close();
  }
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.evaluate(async (wanted) => {
    const answer = await fetch('/api/v1/dev/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ office: wanted }),
    });
    const { token } = (await answer.json()) as { token: string };
    const { sessionStorage } = globalThis as unknown as {
      sessionStorage: { setItem(key: string, value: string): void };
    };
    sessionStorage.setItem('duban-session', JSON.stringify({ token, office: wanted, officeName: '山西省巩固衔接办' }));
  }, office);
}

class Desk {
  constructor(
    private readonly page: Page,
    private readonly cases: number,
  ) {}

  /** The list is turned fifty pages deep, then narrowed and widened. */
  async households(): Promise<Row[]> {
    await this.page.goto('/households');
    const rows = this.page.locator('tbody');
    await rows.waitFor();
    const turning: number[] = [];
    for (let turn = 0; turn < 50; turn += 1)
      turning.push(await this.changed(rows, this.page.getByRole('button', { name: '下一页' })));
    const narrowing: number[] = [];
    for (let time = 0; time < 15; time += 1) {
      for (const [field, choice] of [
        ['按环节筛选', '待认定'],
        ['按类别筛选', '脱贫不稳定户'],
        ['按类别筛选', '突发严重困难户'],
      ] as const) {
        await this.page.getByRole('combobox', { name: field }).click({ force: true });
        narrowing.push(
          await this.changed(
            this.page.locator('.panel').first(),
            this.page.getByRole('option', { name: choice, exact: true }),
          ),
        );
      }
      await this.changed(this.page.locator('.panel').first(), this.page.getByRole('button', { name: '清除条件' }));
    }
    return [this.row('监测户列表翻页', turning), this.row('监测户列表按条件筛选', narrowing)];
  }

  /** What is owed in the province, by state. */
  async home(): Promise<Row[]> {
    await this.page.goto('/?scope=territory');
    const list = this.page.locator('.owed');
    await list.waitFor();
    const choosing: number[] = [];
    for (let time = 0; time < 15; time += 1) {
      for (const state of [/临近$/, /逾期$/, /正常$/])
        choosing.push(await this.changed(list, this.page.getByRole('button', { name: state }).first()));
    }
    return [this.row('工作台按状态看全省', choosing)];
  }

  /** Milliseconds from the click until the part of the page has changed and is painted. */
  private async changed(part: Locator, button: Locator): Promise<number> {
    const target = await button.elementHandle();
    return part.evaluate((element, clicked) => {
      const { MutationObserver, requestAnimationFrame } = globalThis as unknown as BrowserWindow;
      const began = performance.now();
      return new Promise<number>((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        let last = began;
        const settle = (): void => {
          observer.disconnect();
          resolve(last - began);
        };
        const observer = new MutationObserver(() => {
          requestAnimationFrame(() => (last = performance.now()));
          clearTimeout(timer);
          timer = setTimeout(settle, 400);
        });
        observer.observe(element, { childList: true, subtree: true, characterData: true });
        (clicked as unknown as { click(): void }).click();
      });
    }, target);
  }

  private row(what: string, times: readonly number[]): Row {
    const p95 = percentile(times, 95);
    return {
      what: `${this.cases} 件，浏览器中：${what}，p95`,
      ours: milliseconds(p95),
      goal: `< ${goalMs} ms`,
      isReached: p95 < goalMs,
    };
  }
}

interface BrowserWindow {
  MutationObserver: new (told: () => void) => { observe(element: unknown, what: object): void; disconnect(): void };
  requestAnimationFrame(then: () => void): void;
}
