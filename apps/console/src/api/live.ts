import { onScopeDispose } from 'vue';
import { authorization } from './client';
import { session } from './session';

/** Something in the ledger changed that this office may see. */
export interface Change {
  caseId?: string;
  process?: string;
  territory?: string;
  inbox?: boolean;
}

type Listener = (change: Change) => void;

const listeners = new Set<Listener>();
let isOpen = false;

/** Calls back, at most once in two seconds, while the ledger changes; `concerns` says which changes matter. */
export function useLive(update: () => unknown, concerns: (change: Change) => boolean = () => true): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listener: Listener = (change) => {
    if (!concerns(change) || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void update();
    }, 2_000);
  };
  listeners.add(listener);
  onScopeDispose(() => {
    listeners.delete(listener);
    clearTimeout(timer);
  });
  if (!isOpen) void listen();
}

/** One stream for the whole window; after a break it is opened again, and every page looks once whether it missed something. */
async function listen(): Promise<void> {
  isOpen = true;
  let pause = 2_000;
  while (session.token !== null) {
    try {
      await readStream(() => (pause = 2_000));
    } catch {
      // The server is away, or the office signed out; tried again below.
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(pause * 2, 60_000);
    for (const listener of listeners) listener({});
  }
  isOpen = false;
}

async function readStream(onSign: () => void): Promise<void> {
  const response = await fetch('/api/v1/changes/stream', {
    headers: { ...authorization(), accept: 'text/event-stream' },
  });
  if (!response.ok || response.body === null) throw new Error(String(response.status));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    onSign();
    const messages = (rest + value).split('\n\n');
    rest = messages.pop() ?? '';
    for (const message of messages) tell(message);
  }
}

function tell(message: string): void {
  const data = message
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5))
    .join('\n');
  const event = /^event: ?(.*)$/m.exec(message)?.[1];
  if (data === '') return;
  const change = { ...(JSON.parse(data) as Change), ...(event === 'inbox' && { inbox: true }) };
  for (const listener of listeners) listener(change);
}
