import 'reflect-metadata';
import { readConfig } from '@duban/platform/config';
import { createApi } from './create-api';

/** Serves the api until it is told to stop. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApi(config);
  await app.listen(config.DUBAN_API_PORT, config.DUBAN_API_HOST);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
