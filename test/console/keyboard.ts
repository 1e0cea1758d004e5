import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { settled } from './console-browser';

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

export const noFaults: KeyboardFaults = {
  unreachable: [],
  missed: [],
  outOfOrder: [],
  forced: [],
  strayed: [],
  unshown: [],
  faint: [],
  hidden: [],
};

/** From now on pages of the window can tell what a keyboard meets on them. */
export async function watchKeyboard(page: Page): Promise<void> {
  await page.addInitScript({ content: pageSource });
}

/** What is walked through: the page, or the dialog in front. */
type Root = 'document.body' | 'keyboardPage.dialog()';

const inPage = <Answer>(page: Page, call: string): Promise<Answer> =>
  page.evaluate<Answer>(`globalThis.keyboardPage.${call}`);
export const focused = (page: Page): Promise<string> => inPage(page, 'focused()');
/** Until what a key has set going is drawn, however busy the machine is. */
const quiet = (page: Page): Promise<void> => inPage(page, 'quiet()');
export const standStill = (page: Page): Promise<void> => inPage(page, 'standStill()');

type Walked = Omit<KeyboardFaults, 'unreachable'>;

/**
 * Tab from the start of `root` until everything in it was come to, and a little further; then back again.
 * Where something is found it is walked again at the pace of a quick person: a picker needs a moment to close behind whoever leaves it.
 */
export async function keyboardFaults(page: Page, root: Root = 'document.body'): Promise<KeyboardFaults> {
  const unreachable = await unreachableIn(page, root);
  await inPage(page, 'begin()');
  const quickly = await walk(page, root, 0);
  if (Object.values(quickly).every((kind) => kind.length === 0)) return { unreachable, ...quickly };
  await quiet(page);
  await inPage(page, 'beginAgain()');
  return { unreachable, ...(await walk(page, root, 80)) };
}

async function walk(page: Page, root: Root, pause: number): Promise<Walked> {
  const presses = (await inPage<number>(page, `count(${root})`)) + 3;
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press('Tab');
    if (pause > 0) await page.waitForTimeout(pause);
  }
  return inPage(page, `walked(${root})`);
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
async function unreachableIn(page: Page, root: Root): Promise<string[]> {
  const session = await sessionOf(page);
  const group = { objectGroup: 'keyboard' };
  const { result } = await session.send('Runtime.evaluate', { expression: root, ...group });
  if (result.objectId === undefined) throw new Error(`not on the page: ${root}`);
  const { listeners } = (await session.send('DOMDebugger.getEventListeners', {
    objectId: result.objectId,
    depth: -1,
  })) as { listeners: Listener[] };
  const clicked = listeners
    .filter(({ type }) => ['click', 'mousedown', 'pointerdown'].includes(type))
    .flatMap(({ backendNodeId }) => backendNodeId ?? []);
  const elements = await Promise.all(
    [...new Set(clicked)].map(
      async (backendNodeId) => (await session.send('DOM.resolveNode', { backendNodeId, ...group })).object.objectId,
    ),
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

export const isInDialog = (page: Page): Promise<boolean> => inPage(page, 'isInside()');
const hasDialog = (page: Page): Promise<boolean> => inPage(page, 'dialog() !== undefined');

/** Kinds of buttons pressed on any page before: a page's fourth act opens the same form as its first. */
const pressed = new Set<string>();
const kindOf = (name: string): string => name.replace(/[\dA-Z]+/g, '');
const ofAKindAtMost = 2;

/** Presses the page's buttons; what opens as a dialog takes the focus, is as the page is, keeps it, and on Escape gives it back. */
export async function opened(page: Page): Promise<string[]> {
  const found: string[] = [];
  const kinds = new Map<string, number>();
  for (;;) {
    const names = await inPage<string[]>(page, 'openerNames()');
    const index = names.findIndex(
      (name) => !pressed.has(kindOf(name)) && (kinds.get(classesOf(name)) ?? 0) < ofAKindAtMost,
    );
    const name = names[index];
    if (name === undefined) return found;
    pressed.add(kindOf(name));
    kinds.set(classesOf(name), (kinds.get(classesOf(name)) ?? 0) + 1);
    const fault = await faultOfOpening(page, index);
    if (fault !== undefined) found.push(`${name}: ${fault}`);
  }
}
const classesOf = (name: string): string => name.split(' ')[0] ?? '';

/** One button pressed: `undefined` where all is well. */
async function faultOfOpening(page: Page, index: number): Promise<string | undefined> {
  const path = new URL(page.url()).pathname;
  await inPage(page, `focusOpener(${index})`);
  await page.keyboard.press('Enter');
  await settled(page);
  await quiet(page);
  if (new URL(page.url()).pathname !== path) {
    await page.goBack();
    await settled(page);
    await standStill(page);
    return undefined;
  }
  if (!(await hasDialog(page))) return (await inPage<boolean>(page, 'isNowhere()')) ? 'the focus is lost' : undefined;
  const found = await faultsOfDialog(page);
  await escape(page);
  if (await hasDialog(page)) return `${found}Escape does not close it`;
  if (!(await inPage<boolean>(page, 'isBack()'))) return `${found}closed, the focus is on “${await focused(page)}”`;
  return found === '' ? undefined : found;
}

async function faultsOfDialog(page: Page): Promise<string> {
  if (!(await isInDialog(page))) return 'the dialog opens without the focus; ';
  const faults = await keyboardFaults(page, 'keyboardPage.dialog()');
  if (!(await isInDialog(page))) return 'Tab leads out of the dialog; ';
  const kinds = Object.entries(faults).filter(([, kind]: [string, string[]]) => kind.length > 0);
  return kinds.map(([kind, names]) => `${kind}: ${names.join(', ')}; `).join('');
}

/** Escape closes a picker that is open first, the dialog then. */
async function escape(page: Page): Promise<void> {
  await quiet(page);
  const openPickers = await page.locator('.el-popper:not(.el-popover):visible').count();
  for (let press = openPickers > 0 ? 0 : 1; press < 2 && (await hasDialog(page)); press += 1) {
    await page.keyboard.press('Escape');
    await quiet(page);
  }
}

/** Presses a key until `isThere`; a person who needs more than this gives up. */
export async function pressUntil(
  page: Page,
  key: string,
  isThere: () => Promise<boolean>,
  atMost = 250,
): Promise<void> {
  for (let press = 0; press < atMost; press += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} pressed ${atMost} times; the focus is on “${await focused(page)}”`);
}

/** Tab to what is named so. */
export const tabTo = (page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> =>
  pressUntil(page, key, async () => {
    const words = await focused(page);
    return typeof name === 'string' ? words === name : name.test(words);
  });

/** Whether the focus is on what the selector says. */
export const isAt = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`);

/** Whether a picker shows where in it the keyboard stands. */
export async function isMarked(page: Page): Promise<boolean> {
  await quiet(page);
  return inPage(page, 'isMarked()');
}

/** Opens the select that has the focus and goes down to an option. */
export async function chooseOption(page: Page, option: string): Promise<void> {
  await page.keyboard.press('Enter');
  await quiet(page);
  await pressUntil(
    page,
    'ArrowDown',
    () => page.evaluate<boolean>(`keyboardPage.option() === ${JSON.stringify(option)}`),
    40,
  );
  await page.keyboard.press('Enter');
  await quiet(page);
}
