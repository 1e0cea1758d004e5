import type { Config } from '@duban/platform/config';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real services of this run. Without them a test fails; it is never skipped. */
export function testServices(): Pick<Config, 'DATABASE_URL' | 'TEMPORAL_ADDRESS' | 'DUBAN_KEY_FILE'> {
  return {
    DATABASE_URL: required('DUBAN_TEST_DATABASE_URL'),
    TEMPORAL_ADDRESS: required('DUBAN_TEST_TEMPORAL_ADDRESS'),
    DUBAN_KEY_FILE: testKeyFile(),
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: these tests need the real services that \`npm test\` starts`);
  return value;
}

/** A key for this test alone; nothing it seals outlives the run. */
function testKeyFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'duban-key-')), 'payload.key');
  writeFileSync(file, '42'.repeat(32), { mode: 0o600 });
  return file;
}
