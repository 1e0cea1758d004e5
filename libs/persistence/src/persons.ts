import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** Who a surrogate id stands for. */
export interface Person {
  name: string;
  idNumber: string | null;
}

/** Keeps persons encrypted (AES-256-GCM); the id is bound to the content, so that rows cannot be swapped. */
export async function putPerson(dataSource: DataSource, key: Buffer, id: string, person: Person): Promise<void> {
  await dataSource.query(
    'INSERT INTO persons (id, key_id, sealed) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET key_id = EXCLUDED.key_id, sealed = EXCLUDED.sealed',
    [id, keyIdOf(key), seal(key, id, person)],
  );
}

/** Reads a person; throws when the key is another or the row was changed. */
export async function getPerson(dataSource: DataSource, key: Buffer, id: string): Promise<Person | null> {
  const [row] = await dataSource.query<{ keyId: string; sealed: Buffer }[]>(
    'SELECT key_id AS "keyId", sealed FROM persons WHERE id = $1',
    [id],
  );
  if (row === undefined) return null;
  if (row.keyId !== keyIdOf(key))
    throw new Error(`person ${id} is sealed with key ${row.keyId}, the configured key is ${keyIdOf(key)}`);
  return open(key, id, row.sealed);
}

/** Names by surrogate id; whoever is not registered is missing. */
export async function namesOf(
  dataSource: DataSource,
  key: Buffer,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await dataSource.query<{ id: string; sealed: Buffer }[]>(
    'SELECT id, sealed FROM persons WHERE id = ANY ($1) AND key_id = $2',
    [[...new Set(ids)], keyIdOf(key)],
  );
  return new Map(rows.map(({ id, sealed }) => [id, open(key, id, sealed).name]));
}

/** Forgets who a surrogate id stood for. */
export async function forgetPerson(dataSource: DataSource, id: string): Promise<void> {
  await dataSource.query('DELETE FROM persons WHERE id = $1', [id]);
}

const algorithm = 'aes-256-gcm';

const keyIdOf = (key: Buffer): string => createHash('sha256').update('persons').update(key).digest('hex').slice(0, 8);

/** Nonce (12 bytes), tag (16), ciphertext. */
function seal(key: Buffer, id: string, person: Person): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(id, 'utf8'));
  const body = Buffer.concat([cipher.update(JSON.stringify(person), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function open(key: Buffer, id: string, sealed: Buffer): Person {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, 12)).setAAD(Buffer.from(id, 'utf8'));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')) as Person;
}
