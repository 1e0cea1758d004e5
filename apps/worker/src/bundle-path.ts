import { join } from 'node:path';

/** Where the build puts the workflow bundle; a folder of its own, so that the cache restores it as a whole. */
export const bundlePath = join(__dirname, '..', 'bundle', 'workflow-bundle.js');
