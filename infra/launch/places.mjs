import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Where live data is kept across restarts. */
export const dataDir = process.env.DUBAN_DATA_DIR ?? join(root, '.data');

/** Where a built engine is kept for all clones of this user. */
export const cacheDir = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'duban');
