import { join } from 'node:path';

/** Where the build puts the workflow bundle: beside the built worker. */
export const bundlePath = join(__dirname, '..', 'dist', 'workflow-bundle.js');
