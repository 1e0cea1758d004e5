export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** Sends requests as an office, with a token of the development issuer. */
export function sender(url: string) {
  const tokens = new Map<string, string>();
  const tokenOf = async (office: string): Promise<string> => {
    const known = tokens.get(office);
    if (known !== undefined) return known;
    const answer = await fetch(`${url}/api/v1/dev/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ office }),
    });
    const { token } = (await answer.json()) as { token: string };
    tokens.set(office, token);
    return token;
  };
  return async (
    method: string,
    office: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${await tokenOf(office)}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
  };
}
