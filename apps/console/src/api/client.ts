import { session, signOut } from './session';

/** What the api says when it refuses: RFC 9457, in Chinese, with the clause that asks it. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  clause?: string;
  field?: string;
  faults?: readonly { field: string; detail: string }[];
}

/** What is wrong with which field, where the refusal names fields. */
export const faultsIn = (error: unknown): { field: string; detail: string }[] => {
  if (!(error instanceof Refused)) return [];
  const { faults, field, detail } = error.problem;
  return faults !== undefined ? [...faults] : field === undefined ? [] : [{ field, detail }];
};

/** The api refused, or could not be reached (`code` UNREACHABLE: nothing is known to have been done). */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  get isUnreachable(): boolean {
    return this.problem.code === 'UNREACHABLE';
  }

  /** Asking again with the same key may succeed and does nothing twice. */
  get isPassing(): boolean {
    return this.isUnreachable || this.problem.status === 503;
  }
}

/** A list asks for every one of its values. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined | readonly string[]>>;

/** A page of a list. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number;
  isTotalCapped: boolean;
}

/** Reads `path` below `/api/v1`. */
export const read = <Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> =>
  call<Answer>('GET', `${path}${queryText(query)}`, signal === undefined ? {} : { signal });

/** Sends something to be done. The same key, sent again after a lost answer, has one effect. */
export const send = <Answer>(
  path: string,
  body: unknown,
  { key = newKey(), method = 'POST' }: { key?: string; method?: string } = {},
): Promise<Answer> =>
  call<Answer>(method, path, {
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
    response = await fetch(`/api/v1/${path}`, {
      ...init,
      method,
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
  const problem = await problemOf(response);
  if (problem.status === 401 && session.token !== null) signOut();
  throw new Refused(problem);
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return await inWords({ ...((await response.json()) as Problem), status: response.status });
  } catch {
    const detail = '服务器没有给出可读的答复，请稍后再试；所填内容已保留。';
    return { status: response.status, code: 'INTERNAL', title: '服务器答复异常', detail };
  }
}

/** The words come with the first refusal; without them it is told as the api tells it. */
const inWords = (problem: Problem): Promise<Problem> =>
  import('../cases/refusal-words').then(
    ({ refusalWords }) => refusalWords(problem),
    () => problem,
  );

function queryText(query: Query): string {
  const parts = Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
    .flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
    );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
