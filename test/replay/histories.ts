import { readKey } from '@duban/platform/encryption';
import { processNames, type ProcessName } from '@duban/policy/case/case';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const historiesFolder = join(__dirname, 'histories');

/** Opens the committed histories and nothing else: they hold invented offices and no person. */
export const replayKeyFile = join(__dirname, 'for-tests-only.key');
export const replayKey = (): Buffer => readKey(replayKeyFile);

export const processes = Object.keys(processNames) as ProcessName[];

export interface CommittedHistory {
  process: ProcessName;
  file: string;
  history: unknown;
}

/** Every history of every released workflow. */
export const committedHistories = (): CommittedHistory[] =>
  processes.flatMap((process) => {
    const folder = join(historiesFolder, process);
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return files.map((file) => ({
      process,
      file: `${process}/${file}`,
      history: JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown,
    }));
  });
