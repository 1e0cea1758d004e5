import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('PostgreSQL of the ledger'),
  DUBAN_SCHEMA: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,40}$/)
    .default('duban'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('duban'),
  DUBAN_TASK_QUEUE: z.string().default('duban-cases'),
  DUBAN_API_HOST: z.string().default('127.0.0.1'),
  DUBAN_API_PORT: port.default(3000),
  DUBAN_ANSWER_SECONDS: z.coerce.number().min(1).max(60).default(15),
  DUBAN_WORKER_PORT: port.default(3001),
  DUBAN_WORKER_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('where the api finds the worker’s port; default: DUBAN_WORKER_PORT here'),
  DUBAN_KEY_FILE: z.string().min(1).describe('file with the 32-byte key that encrypts payloads and personal data'),
  DUBAN_DEV_ISSUER: z.enum(['on', 'off']).default('off'),
  DUBAN_TOKEN_SECRET_FILE: z.string().optional(),
  DUBAN_CACHED_WORKFLOWS: z.coerce.number().int().min(10).max(5000).default(500),
  DUBAN_SPREAD_MINUTES: z.coerce.number().min(0).max(10).default(10),
  DUBAN_CONTINUE_AFTER_EVENTS: z.coerce.number().int().min(50).max(40000).default(2000),
  DUBAN_CHECK_ANSWERS: z
    .enum(['on', 'off'])
    .default('off')
    .describe('every answer is held against its schema before it goes out: for tests'),
  DUBAN_GEO_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('folder with the operator’s own boundaries.geojson; default: infra/geo'),
});

/** Everything the environment says, checked once before anything starts. */
export type Config = z.infer<typeof schema>;

/** Reads the environment; a faulty one is refused with every fault listed at once. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`配置有误，无法启动：\n${faults.join('\n')}`);
}
