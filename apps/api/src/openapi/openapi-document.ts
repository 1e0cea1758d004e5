import { refusal, refusedStatus, type RefusedCode } from '@duban/contracts/answers/refusal';
import { tags } from '@duban/contracts/answers/route';
import { operationGroups } from '@duban/contracts/operation-groups';
import { actPaths, answerSchema } from './act-paths';
import { schemaOf, type Described } from './json-schema';
import { registerPaths } from './register-paths';
import { routePaths } from './route-paths';

/** The OpenAPI description, made from the very rows the routes are made from. */
export function openApiDocument(): Described {
  return {
    openapi: '3.1.0',
    info: {
      title: '督办 duban',
      version: '1',
      description:
        '督办周期的办理、提醒与台账。每一项登记都可以带 Idempotency-Key 重复提交而不会重复登记；每一处退回都说明应当怎样、收到什么、依据哪一条。',
    },
    tags: [
      ...operationGroups.map(({ resource, title }) => ({ name: resource, description: title })),
      ...Object.entries(tags)
        .filter(([name]) => operationGroups.every(({ resource }) => resource !== name))
        .map(([name, description]) => ({ name, description })),
    ],
    paths: pathsOf(),
    components: {
      schemas: {
        Answer: answerSchema,
        Refusal: schemaOf(refusal(Object.keys(refusedStatus) as RefusedCode[]), 'output'),
      },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    security: [{ token: [] }],
  };
}

function pathsOf(): Record<string, Described> {
  const paths: Record<string, Described> = {};
  for (const { path, method, operation } of [...actPaths(), ...routePaths(), ...registerPaths()])
    paths[path] = { ...paths[path], [method]: operation };
  return paths;
}
