import { randomUUID } from 'node:crypto';

/** Speaks to the api as offices do. */
export class Offices {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(private readonly api: string) {}

  /** Sends an act or an opening; what is not accepted ends the benchmark. */
  async send(office: string, path: string, body: Record<string, unknown>): Promise<{ caseId: string }> {
    const answer = await fetch(`${this.api}/api/v1/${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await this.token(office)}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}（${office}）：${answer.status} ${text}`);
    return JSON.parse(text) as { caseId: string };
  }

  /** Fetched once, so that it is not part of what is measured. */
  token(office: string): Promise<string> {
    const known = this.tokens.get(office) ?? this.issue(office);
    this.tokens.set(office, known);
    return known;
  }

  private async issue(office: string): Promise<string> {
    const answer = await fetch(`${this.api}/api/v1/dev/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ office }),
    });
    return ((await answer.json()) as { token: string }).token;
  }
}
