import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';

const pageSource = readFileSync(join(__dirname, 'keyboard-page.cjs'), 'utf8');

/** What is wrong for a keyboard, by kind; all empty where nothing is. */
export interface KeyboardFaults {
  /** Can be clicked, cannot be come to. */
  unreachable: string[];
  /** In the order of tabs, never come to. */
  missed: string[];
  outOfOrder: string[];
  /** A place in the order by number. */
  forced: string[];
  /** Come to outside of what was walked through. */
  strayed: string[];
  /** Has the focus and does not show it, or hardly. */
  unshown: string[];
  faint: string[];
  /** Has the focus where nobody sees it. */
  hidden: string[];
}

export const noFaults: KeyboardFaults = { unreachable: [], missed: [], outOfOrder: [], forced: [], strayed: [], unshown: [], faint: [], hidden: [] };

/** From now on pages of the window can tell what a keyboard meets on them. */
export async function watchKeyboard(page: Page): Promise<void> {
  await page.addInitScript({ content: pageSource });
}

const inPage = <Answer>(page: Page, call: string): Promise<Answer> => page.evaluate<Answer>(`globalThis.keyboardPage.${call}`);
export const focused = (page: Page): Promise<string> => inPage(page, 'focused()');
export const standStill = (page: Page): Promise<void> => inPage(page, 'standStill()');

/** Tab from the start of `root` until everything in it was come to, and a little further; then back again. */
export async function keyboardFaults(page: Page, root = 'body'): Promise<KeyboardFaults> {
  const unreachable = await unreachableIn(page, root);
  await inPage(page, 'begin()');
  const presses = (await inPage<number>(page, `count(${JSON.stringify(root)})`)) + 3;
  for (let press = 0; press < presses; press += 1) await page.keyboard.press('Tab');
  const { presses: _, ...walked } = await inPage<Omit<KeyboardFaults, 'unreachable'> & { presses: number }>(page, `walked(${JSON.stringify(root)})`);
  return { unreachable, ...walked };
}

interface Listener {
  type: string;
  backendNodeId?: number;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();
async function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** What listens for a click and can neither be focused nor stands around what can. */
async function unreachableIn(page: Page, root: string): Promise<string[]> {
  const session = await sessionOf(page);
  const group = { objectGroup: 'keyboard' };
  const { result } = await session.send('Runtime.evaluate', { expression: `document.querySelector(${JSON.stringify(root)})`, ...group });
  if (result.objectId === undefined) throw new Error(`not on the page: ${root}`);
  const { listeners } = (await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId, depth: -1 })) as { listeners: Listener[] };
  const clicked = listeners.filter(({ type }) => ['click', 'mousedown', 'pointerdown'].includes(type)).flatMap(({ backendNodeId }) => backendNodeId ?? []);
  const elements = await Promise.all(
    [...new Set(clicked)].map(async (backendNodeId) => (await session.send('DOM.resolveNode', { backendNodeId, ...group })).object.objectId),
  );
  const answer = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: `function (...elements) { return globalThis.keyboardPage.unreachable(elements.filter((one) => one !== document.body && one.id !== 'app')) }`,
    objectId: result.objectId,
    arguments: elements.map((objectId) => ({ objectId })),
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', group);
  return answer.result.value as string[];
}
