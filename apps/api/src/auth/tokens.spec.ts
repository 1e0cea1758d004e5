import { SignJWT } from 'jose';
import { Tokens } from './tokens';

const secret = new Uint8Array(32).fill(7);
const tokens = new Tokens(secret);
const township = 'party-committee:140423100';

const signed = (
  claims: Record<string, unknown>,
  { key = secret, issuer = 'duban-development', until = '1h' } = {},
): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setIssuer(issuer).setExpirationTime(until).sign(key);

it('says whose a request is', async () => {
  await expect(tokens.callerOf(`Bearer ${await tokens.issue(township, 'P7')}`)).resolves.toMatchObject({
    office: township,
    person: 'P7',
    level: 'township',
    territory: '140423100',
  });
});

describe('is not let in', () => {
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ office: township, iss: 'duban-development' })).toString('base64url')}.`;

  it.each<[string, () => Promise<string | undefined>]>([
    ['nobody', () => Promise.resolve(undefined)],
    ['another scheme', () => Promise.resolve('Basic dXNlcjpwYXNz')],
    ['no token at all', () => Promise.resolve('Bearer nonsense')],
    ['an unsigned token', () => Promise.resolve(`Bearer ${unsigned}`)],
    [
      'a token of another secret',
      async () => `Bearer ${await signed({ office: township }, { key: new Uint8Array(32).fill(8) })}`,
    ],
    ['a token of another issuer', async () => `Bearer ${await signed({ office: township }, { issuer: 'elsewhere' })}`],
    ['an expired token', async () => `Bearer ${await signed({ office: township }, { until: '-1s' })}`],
    ['a token without an office', async () => `Bearer ${await signed({ person: 'P7' })}`],
    ['an office nobody knows the kind of', async () => `Bearer ${await signed({ office: 'guests:140423' })}`],
    ['an office that is no text', async () => `Bearer ${await signed({ office: { id: township } })}`],
    ...[{ id: 'P7' }, ['P7'], 7, '', '张三', 'P7\u0000'].map((person): [string, () => Promise<string>] => [
      `a person that is ${JSON.stringify(person)}`,
      async () => `Bearer ${await signed({ office: township, person })}`,
    ]),
  ])('%s', async (_, authorization) => {
    await expect(tokens.callerOf(await authorization())).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      status: 401,
    });
  });
});
