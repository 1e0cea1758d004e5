import { officeName } from '@duban/contracts/divisions';
import type { Locator, Page } from 'playwright-core';
import { settled, type ConsoleWindow, type Width } from './console-browser';
import type { ConsoleWorld } from './console-world';

/** Somebody sits down, signs in by name, and is at the page. */
export async function at(
  { browser }: ConsoleWorld,
  office: string,
  path: string,
  width: Width = 'desk',
): Promise<ConsoleWindow> {
  const window = await browser.window(width);
  await window.signIn(officeName(office));
  await window.go(path);
  return window;
}

/** Opens the form of an act that the case offers. */
export async function openAct(page: Page, summary: string | RegExp): Promise<Locator> {
  const name = typeof summary === 'string' ? { name: summary, exact: true } : { name: summary };
  await page.getByRole('region', { name: '可以办理' }).getByRole('button', name).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: '提交' }).waitFor();
  return form;
}

/** Hands a form in; the page says that it is done. */
export async function handIn(form: Locator, done: string | RegExp, button = '提交'): Promise<void> {
  await form.getByRole('button', { name: button, exact: true }).click();
  await form.page().getByText(done).waitFor();
  await settled(form.page());
}

/** Chooses an act of the case, fills in its form, and hands it in. */
export async function doAct(
  page: Page,
  summary: string,
  fill: (form: Locator) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const form = await openAct(page, summary);
  await fill(form);
  await handIn(form, `已登记：${summary}。`);
}

/** Chooses from a list that opens. */
export async function choose(form: Locator, field: string | RegExp, option: string | RegExp): Promise<void> {
  await form
    .getByRole('combobox', typeof field === 'string' ? { name: field, exact: true } : { name: field })
    .click({ force: true });
  const found = form
    .page()
    .getByRole('option', typeof option === 'string' ? { name: option, exact: true } : { name: option })
    .first();
  await found.click();
  await found.waitFor({ state: 'hidden' });
}

/** Chooses one of the answers that stand side by side. */
export const pick = (form: Locator, group: string, answer: string): Promise<void> =>
  form.getByRole('radiogroup', { name: group }).getByText(answer, { exact: true }).click();

/** Goes down the places by their names, and takes the last. */
export async function choosePlace(form: Locator, field: string, ...names: string[]): Promise<void> {
  await form.getByRole('textbox', { name: field, exact: true }).click();
  for (const [depth, name] of names.entries()) {
    await form.page().locator('.el-cascader-menu:visible').nth(depth).getByText(name, { exact: true }).click();
  }
  await form.page().keyboard.press('Escape');
}

/** Ctrl+V, as Excel has filled the clipboard. */
export const paste = (cell: Locator, text: string): Promise<void> =>
  cell.evaluate((input: unknown, pasted) => {
    const { DataTransfer, ClipboardEvent } = globalThis as unknown as Record<
      string,
      new (...given: unknown[]) => { setData(type: string, text: string): void }
    >;
    if (DataTransfer === undefined || ClipboardEvent === undefined) throw new Error('no clipboard');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    (input as { dispatchEvent(event: unknown): void }).dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

/** Was it done by this office, as the ledger tells it to the province? */
export async function recordedIn(
  { system }: ConsoleWorld,
  caseId: string,
  name: string,
  by: string,
  reader = 'leading-group-office:14',
): Promise<boolean> {
  const { body } = await system.get(reader, `cases/${caseId}/timeline?limit=200`);
  return (body['items'] as { name: string; by: { office: string } }[]).some(
    (entry) => entry.name === name && entry.by.office === by,
  );
}

/** The items of a list, as an office reads it. */
export async function listOf<Item = Record<string, unknown>>(
  { system }: ConsoleWorld,
  office: string,
  path: string,
): Promise<Item[]> {
  const { body } = await system.get(office, path);
  return body['items'] as Item[];
}

/** Asked again until it holds: the server is told in the background. */
export async function eventually(holds: () => Promise<void>, withinMs = 15_000): Promise<void> {
  for (const patience = Date.now() + withinMs; ;) {
    try {
      return await holds();
    } catch (error) {
      if (Date.now() > patience) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Closes the window; nothing went wrong on its pages. */
export async function leave(window: ConsoleWindow): Promise<void> {
  expect(window.faults).toEqual([]);
  await window.close();
}
