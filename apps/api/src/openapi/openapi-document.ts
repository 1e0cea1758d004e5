import { operationGroups, routeOf } from '@duban/contracts/operation-groups';
import type { Operation, OperationGroup } from '@duban/contracts/operation';
import { refusalCodes } from '@duban/policy/base/verdict';
import { z } from 'zod';
import { grantNames } from '@duban/policy/case/admission';
import { apiCodes } from '../refusals/refused-request';
import { deskOperations, type DeskOperation } from './desk-operations';

type Schema = Record<string, unknown>;

/** The OpenAPI description, made from the very tables the routes are made from. */
export function openApiDocument(): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: '督办 duban',
      version: '1',
      description:
        '督办周期的办理、提醒与台账。每一项登记都可以带 Idempotency-Key 重复提交而不会重复登记；每一处退回都说明应当怎样、收到什么、依据哪一条。',
    },
    tags: operationGroups.map((group) => ({ name: group.resource, description: group.title })),
    paths: { ...Object.fromEntries(operationGroups.flatMap(pathsOf)), ...deskPaths() },
    components: {
      schemas: { Answer: answerSchema, Problem: problemSchema },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    security: [{ token: [] }],
  };
}

function pathsOf(group: OperationGroup): [string, Schema][] {
  const acts = Object.entries(group.operations).map(([name, operation]): [string, Schema] => [
    `/api/v1/${group.resource}/{caseId}/${routeOf(name)}`,
    { post: describe(group, name, operation, [caseIdParameter, keyParameter], '200') },
  ]);
  if (group.opening === undefined) return acts;
  const { name } = group.opening;
  const operation = group.opening;
  return [[`/api/v1/${group.resource}`, { post: describe(group, name, operation, [keyParameter], '201') }], ...acts];
}

const describe = (
  group: OperationGroup,
  name: string,
  operation: Pick<Operation, 'title' | 'clause' | 'by' | 'body'>,
  parameters: Schema[],
  success: string,
): Schema => ({
  operationId: `${group.resource}.${name}`,
  tags: [group.resource],
  summary: operation.title,
  description: `依据：${operation.clause}。办理单位：${grantNames(operation.by)}。`,
  parameters,
  requestBody: { required: true, content: { 'application/json': { schema: bodySchema(operation.body) } } },
  responses: {
    [success]: { description: '已受理并登记', content: { 'application/json': { schema: ref('Answer') } } },
    '202': { description: '已受理；台账数据库恢复后补登', content: { 'application/json': { schema: ref('Answer') } } },
    default: { description: '退回', content: { 'application/problem+json': { schema: ref('Problem') } } },
  },
});

function deskPaths(): Schema {
  const paths: Record<string, Schema> = {};
  for (const desk of deskOperations) paths[desk.path] = { ...paths[desk.path], [desk.method ?? 'get']: deskPath(desk) };
  return paths;
}

const deskPath = ({ path, operationId, tag, summary, query, body, isPublic }: DeskOperation): Schema => ({
  operationId,
  ...(isPublic === true && { security: [] }),
  tags: [tag],
  summary,
  parameters: [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(query).map(([name, words]) => ({
      name,
      in: 'query',
      required: false,
      description: words,
      schema: { type: 'string' },
    })),
  ],
  ...(body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: plainBody(body) } } } }),
  responses: {
    '200': { description: '结果', content: { 'application/json': { schema: {} } } },
    default: { description: '退回', content: { 'application/problem+json': { schema: ref('Problem') } } },
  },
});

const plainBody = (fields: Readonly<Record<string, string>>): Schema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(fields).map(([name, description]) => [name, { description }])),
});

/** The body with its envelope: the date it took place on, and who did it. */
function bodySchema(body: z.ZodType): Schema {
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Schema;
  const { $schema: _, ...rest } = schema;
  if (rest['type'] !== 'object') return { allOf: [rest, { type: 'object', properties: envelope }] };
  return { ...rest, properties: { ...envelope, ...(rest['properties'] as Schema) } };
}

const envelope: Schema = {
  occurredOn: { type: 'string', format: 'date', description: '实际发生的日期；不填为今天' },
  person: { type: 'string', description: '经办人编号（不填为令牌中的人员）' },
};
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const caseIdParameter: Schema = {
  name: 'caseId',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  example: 'household:140423100:H001:1',
};
const keyParameter: Schema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 200 },
  description: '同一键重复提交只登记一次；内容不同则 409',
};
const answerSchema: Schema = {
  type: 'object',
  required: ['caseId', 'sequence', 'stage', 'stageName', 'ledger'],
  properties: {
    caseId: { type: 'string' },
    sequence: { type: 'integer' },
    stage: { type: 'string' },
    stageName: { type: 'string' },
    bodyHash: { type: 'string' },
    ledger: { enum: ['written', 'pending', 'set-aside'] },
    told: { type: 'string' },
    answer: {},
  },
};
const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: [...Object.keys(refusalCodes), ...Object.keys(apiCodes)] },
    detail: { type: 'string' },
    clause: { type: 'string' },
    field: { type: 'string' },
    faults: {
      type: 'array',
      items: { type: 'object', properties: { field: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
};
