import type { ActAnswer } from '@duban/contracts/answers/acts';
import type { Refusal } from '@duban/contracts/answers/refusal';
import type { ParamsOf } from '@duban/contracts/answers/route';
import type { Answered, Asked, Heard, ReadPath, SendPath, Sent } from '@duban/contracts/answers/routes';
import { session, signOut } from './session';

/** What the api says when it refuses: RFC 9457, in Chinese, with the clause that asks it; or what this page says when nothing answers. */
export type ShownRefusal = Omit<Refusal, 'type' | 'code'> & { code: string };

/** What is wrong with which field, where the refusal names fields. */
export const faultsIn = (error: unknown): { field: string; detail: string }[] => {
  if (!(error instanceof Refused)) return [];
  const { faults, field, detail } = error.refusal;
  return faults !== undefined ? [...faults] : field === undefined ? [] : [{ field, detail }];
};

/** The api refused, or could not be reached (`code` UNREACHABLE: nothing is known to have been done). */
export class Refused extends Error {
  constructor(readonly refusal: ShownRefusal) {
    super(refusal.detail);
  }

  get isUnreachable(): boolean {
    return this.refusal.code === 'UNREACHABLE';
  }

  /** Asking again with the same key may succeed and does nothing twice. */
  get isPassing(): boolean {
    return this.isUnreachable || this.refusal.status === 503;
  }
}

/** Reads what a path below `/api/v1` tells; whatever names something in the path stands among what is asked. */
export const read = <Path extends ReadPath>(
  path: Path,
  asked: Asked<Path>,
  signal?: AbortSignal,
): Promise<Answered<Path>> => {
  const [filled, query] = filledPath(path, asked);
  return call<Answered<Path>>('get', `${filled}${queryText(query)}`, signal === undefined ? {} : { signal });
};

/** What is sent with a request: names in its path, its body, and the key under which it has one effect however often it is sent. */
interface Sending<Path extends SendPath> {
  names?: ParamsOf<Path>;
  body?: Sent<Path>;
  key?: string;
}

/** Sends something to be done: `put /persons/:id`. The same key, sent again after a lost answer, has one effect. */
export const send = <Path extends SendPath>(
  route: Path,
  { names, body, key = newKey() }: Sending<Path> = {},
): Promise<Heard<Path>> => {
  const [method = '', path = ''] = route.split(' ');
  return call<Heard<Path>>(method, filledPath(path, names ?? {})[0], sent(body ?? {}, key));
};

/** Does what an operation's own path names, such as `households/household:…/identify`. */
export const sendAct = (path: string, body: unknown, { key = newKey() }: { key?: string } = {}): Promise<ActAnswer> =>
  call<ActAnswer>('post', `/${path}`, sent(body, key)).then(withWords);

const sent = (body: unknown, key: string): RequestInit => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
});

/** A fresh idempotency key. Works without a secure context too, as on an office's own network. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const authorization = (): Record<string, string> =>
  session.token === null ? {} : { authorization: `Bearer ${session.token}` };

async function call<Answer>(method: string, path: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      ...init,
      method: method.toUpperCase(),
      headers: { ...(init.headers as Record<string, string>), ...authorization() },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refused({
      status: 0,
      code: 'UNREACHABLE',
      title: '连接中断',
      detail: '暂时连不上服务器，所填内容已保留，恢复连接后可再次提交，不会重复登记。',
    });
  }
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
  const refusal = await readRefusal(response);
  if (refusal.status === 401 && session.token !== null) signOut();
  throw new Refused(refusal);
}

async function readRefusal(response: Response): Promise<ShownRefusal> {
  try {
    return await inWords({ ...((await response.json()) as ShownRefusal), status: response.status });
  } catch {
    const detail = '服务器没有给出可读的答复，请稍后再试；所填内容已保留。';
    return { status: response.status, code: 'INTERNAL', title: '服务器答复异常', detail };
  }
}

/** What is to be minded although the act stands, in the same words as a refusal. */
const withWords = async (answer: ActAnswer): Promise<ActAnswer> =>
  answer.told === undefined
    ? answer
    : import('../cases/refusal-words').then(
        async ({ wordsOf }) => ({ ...answer, told: await wordsOf(answer.told ?? '') }),
        () => answer,
      );

/** The words come with the first refusal; without them it is told as the api tells it. */
const inWords = (refusal: ShownRefusal): Promise<ShownRefusal> =>
  import('../cases/refusal-words').then(
    ({ refusalWords }) => refusalWords(refusal),
    () => refusal,
  );

/** The path with its names filled in, and what of the given is left. */
function filledPath(path: string, given: Readonly<Record<string, unknown>>): [string, Record<string, unknown>] {
  const rest = { ...given };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value).replaceAll('%3A', ':');
  });
  return [filled, rest];
}

/** A list is written once for each of its values. */
function queryText(query: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
    .flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [`${name}=${encodeURIComponent(String(value))}`],
    );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
