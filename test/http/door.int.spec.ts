import { addDays, civilDateOf } from '@duban/policy/dates/civil-date';
import { startLiveSystem, type Answer, type LiveSystem } from '../setup/live-system';

const township = 'party-committee:140423100';
const county = 'stationing-office:140423';
const province = 'leading-group-office:14';
const today = civilDateOf(new Date().toISOString());

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem();
}, 60_000);
afterAll(() => system.stop(), 60_000);

const household = { householdId: 'H1', village: '140423100204', kind: 'marginal', source: 'self-report' };
const refused = (field: string, words: string) => ({
  status: 400,
  body: {
    code: 'INVALID_INPUT',
    detail: expect.stringMatching(/[一-龥]/) as string,
    faults: expect.arrayContaining([{ field, detail: expect.stringContaining(words) as string }]) as object,
  },
});
const openCases = async (): Promise<unknown> =>
  (await system.get(county, 'cases?process=household-monitoring')).body['total'];

/** A body as it stands, whatever it is. */
async function sendRaw(body: string | Uint8Array<ArrayBuffer>, contentType: string | undefined): Promise<Answer> {
  const { body: issued } = await system.post(township, 'dev/tokens', { office: township });
  const answer = await fetch(`${system.url}/api/v1/households`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${String(issued['token'])}`,
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
    },
    body,
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] };
}

describe('a body nobody can read is refused, and the act is not done', () => {
  const json = JSON.stringify(household);
  const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
  const gbk = new Uint8Array(
    Buffer.concat([
      Buffer.from(json.slice(0, -1)),
      Buffer.from(',"note":"'),
      Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0x22, 0x7d]),
    ]),
  );

  it.each<[string, string | Uint8Array<ArrayBuffer>, string | undefined, number, string]>([
    ['as plain text', json, 'text/plain', 415, 'application/json'],
    ['as a form', 'householdId=H1', 'application/x-www-form-urlencoded', 415, 'application/json'],
    ['of no type', utf8(json), undefined, 415, 'application/json'],
    ['that says it is GBK', gbk, 'application/json; charset=gbk', 415, 'UTF-8'],
    ['in GBK that does not say so', gbk, 'application/json', 400, 'UTF-8'],
    ['in UTF-16', new Uint8Array(Buffer.from(json, 'utf16le')), 'application/json; charset=utf-16le', 415, 'UTF-8'],
    ['that is no JSON', '{"householdId":', 'application/json', 400, '不是合法的 JSON'],
    ['with a name twice', `${json.slice(0, -1)},"kind":"sudden"}`, 'application/json', 400, '“kind”一项出现了两次'],
    ['that is a list', `[${json}]`, 'application/json', 400, '应为一个 JSON 对象'],
    ['that is a text', '"H1"', 'application/json', 400, '应为一个 JSON 对象'],
    ['that is a number', '7', 'application/json', 400, '应为一个 JSON 对象'],
    ['that is nothing', 'null', 'application/json', 400, '应为一个 JSON 对象'],
  ])('%s', async (_, body, type, status, words) => {
    expect(await sendRaw(body, type)).toMatchObject({
      status,
      body: { detail: expect.stringContaining(words) as string },
    });
    expect(await openCases()).toBe(0);
  });

  it('and 9,000 lists in one another, or half a million, are too many', async () => {
    const nested = (depth: number): string => `${json.slice(0, -1)},"note":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    for (const depth of [40, 9_000, 400_000])
      expect(await system.post(township, 'households', nested(depth))).toMatchObject(refused('note', '嵌套过深'));
    expect(await openCases()).toBe(0);
  });
});

describe('a body with a text nobody can store or read is refused by its field, and the act is not done', () => {
  it.each([
    ['NUL', { note: '甲\u0000' }, 'note', '控制字符'],
    ['half a pair', { note: '\ud800' }, 'note', '半个字'],
    ['deep in it', { greenChannel: { event: '火灾\u202e', eventOn: today } }, 'greenChannel.event', '显示顺序'],
    ['in an id', { householdId: 'H\u0000' }, 'householdId', '控制字符'],
    ['in the envelope', { person: '\u200f' }, 'person', '显示顺序'],
    ['nothing to see', { note: '\u200b\u200b' }, 'note', '没有看得见的文字'],
    ['too long', { note: '甲'.repeat(501) }, 'note', '不超过 500 字'],
  ])('%s', async (_, more, field, words) => {
    expect(await system.post(township, 'households', { ...household, ...more })).toMatchObject(refused(field, words));
    expect(await openCases()).toBe(0);
  });

  it('so is a day no office can mean', async () => {
    for (const occurredOn of ['0000-01-01', '0202-07-01', '1900-01-01', '2100-01-01'])
      expect(await system.post(township, 'households', { ...household, occurredOn })).toMatchObject(
        refused('occurredOn', '2000 年至 2099 年之间'),
      );
    expect(await openCases()).toBe(0);
  });
});

describe('a query or an address with what nobody can store is refused by its field', () => {
  it.each([
    ['cases?q=%00', 'q', '控制字符'],
    ['cases?stage=a%0Ab', 'stage', '一行'],
    ['cases?fact=kind=%ED%A0%80', 'fact', '乱码'],
    ['cases?q=%B9%C5', 'q', '乱码'],
    ['cases?caseId=a&caseId=%00', 'caseId.1', '控制字符'],
    ['cases?policyVersion=99999999999999', 'policyVersion', '数值过大'],
    ['deadlines?dueFrom=0000-01-01', 'dueFrom', '2000 年'],
    ['duties?period=0202', 'period', '2000 年'],
    ['registers/award-per-mu/totals?year=0000', 'year', '2000 年'],
    ['bulletins?month=0000-01', 'month', '2000 年'],
    ['cases/household:140423100:H%00:1', 'caseId', '控制字符'],
    ['cases/a/deadlines/%E2%80%AE/explanation', 'deadlineId', '显示顺序'],
    [`persons/${'x'.repeat(300)}`, 'id', '不超过 200 字'],
  ])('%s', async (path, field, words) => {
    expect(await system.get(county, path)).toMatchObject(refused(field, words));
  });
});

describe('a page mark that was made up', () => {
  const cursor = (...position: unknown[]): string => Buffer.from(JSON.stringify(position)).toString('base64url');
  const id = 'household:140423100:H2:1';
  beforeAll(async () => {
    expect(await system.post(township, 'households', { ...household, householdId: 'H2' })).toMatchObject({
      status: 201,
    });
  });

  const lists = [
    ...['cases', 'cases?sort=territory', 'deadlines', 'duties', 'registers/award-per-mu', 'inbox', 'postings/roster'],
    ...['public/sample-commitments', 'rehearsals', `cases/${id}/timeline`],
  ];
  const values = [
    1,
    -1.5,
    1e15,
    '',
    'x',
    '\u0000',
    '\ud800',
    '0000-01-01',
    '2026-02-30',
    '0000-01-01T00:00:00.000Z',
    today,
  ];
  const marks = [
    ...values.flatMap((one) => [
      [one],
      [one, one],
      [one, one, one],
      ['2026-07-01', one, 'k'],
      [one, 'c'],
      [one, 'c', 'k'],
    ]),
    ...[[], [null], [[1]], [{}, 'c']],
  ].map((position) => cursor(...position));

  it.each(lists)('of %s is refused in words, or is a place in the list; never a fault of ours', async (path) => {
    const answers = await Promise.all(
      marks.map((mark) => system.get(county, `${path}${path.includes('?') ? '&' : '?'}after=${mark}`)),
    );
    const other = answers.filter(
      ({ status, body }) => status !== 200 && !(status === 404 && body['field'] === 'after'),
    );
    expect(other.map(({ status, body }) => [status, body])).toEqual([]);
    expect(answers.filter(({ status }) => status === 404).length).toBeGreaterThan(marks.length / 2);
  });

  it('is none when it is the `next` of the page before', async () => {
    await system.post(township, 'households', { ...household, householdId: 'H3', occurredOn: addDays(today, -1) });
    for (const sort of ['newest', 'oldest', 'territory']) {
      const first = await system.get(county, `cases?process=household-monitoring&limit=1&sort=${sort}`);
      const second = await system.get(
        county,
        `cases?process=household-monitoring&limit=1&sort=${sort}&after=${String(first.body['next'])}`,
      );
      expect(second).toMatchObject({ status: 200, body: { items: [{}], next: null } });
      expect(second.body['items']).not.toEqual(first.body['items']);
    }
  });
});

describe('no address of the api fails on what it is given', () => {
  interface Described {
    paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
  }
  const texts = [
    '\u0000',
    '\ufffd',
    '\u202e',
    '0000-01-01',
    '99999999999999',
    'a'.repeat(3_000),
    '{}',
    '[]',
    "'",
    '%',
    '__proto__',
  ];
  const bodies: Record<string, unknown>[] = [
    { 甲: '\u0000' },
    { changes: { x: '\ud800' }, reason: '\u200b\u200b' },
    { occurredOn: '0000-01-01', person: { a: 1 } },
    { entries: [null], items: {}, scores: '\u0000', reason: 7 },
  ];

  it('whatever stands in its parts, its query or its body', async () => {
    const { paths } = (await (await fetch(`${system.url}/openapi.json`)).json()) as Described;
    const failed: string[] = [];
    let asked = 0;
    const tokens = new Map<string, string>();
    for (const office of [province, township])
      tokens.set(office, String((await system.post(office, 'dev/tokens', { office })).body['token']));
    const ask = async (office: string, method: string, path: string, body?: unknown): Promise<void> => {
      const answer = await fetch(`${system.url}/api/v1/${path}`, {
        method,
        headers: { authorization: `Bearer ${tokens.get(office)}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      await answer.text();
      asked += 1;
      if (answer.status >= 500) failed.push(`${method} ${path} ${JSON.stringify(body)}: ${answer.status}`);
    };
    for (const [route, methods] of Object.entries(paths)) {
      if (route.includes('stream') || !route.startsWith('/api/v1/')) continue;
      for (const [method, { parameters = [] }] of Object.entries(methods)) {
        const whole = (text: string): string =>
          route.slice('/api/v1/'.length).replace(/\{\w+\}/g, encodeURIComponent(text));
        const named = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
        const tries =
          method === 'get'
            ? texts.flatMap((text) => [
                whole(text),
                `${whole('award-per-mu')}?${[...named, 'after'].map((name) => `${name}=${encodeURIComponent(text)}`).join('&')}`,
              ])
            : texts.slice(0, 6).map(whole);
        await Promise.all(tries.map((path) => ask(province, method.toUpperCase(), path)));
        if (method !== 'get')
          await Promise.all(
            bodies.flatMap((body) =>
              [province, township].map((office) => ask(office, method.toUpperCase(), whole('award-per-mu'), body)),
            ),
          );
      }
    }
    expect(failed).toEqual([]);
    expect(asked).toBeGreaterThan(1_000);
  }, 120_000);
});
