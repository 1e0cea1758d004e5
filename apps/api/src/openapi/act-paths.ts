import { actAnswer } from '@duban/contracts/answers/acts';
import { envelope } from '@duban/contracts/answers/envelope';
import { refusalsOfActs } from '@duban/contracts/answers/refusals-of';
import type { Operation, OperationGroup } from '@duban/contracts/operation';
import { operationGroups, routeOf } from '@duban/contracts/operation-groups';
import { caseIdPrefixes } from '@duban/policy/case/case-id';
import { z } from 'zod';
import { grantNames } from '@duban/policy/case/admission';
import { json, schemaOf, type Described, type ObjectSchema } from './json-schema';
import { keyParameter } from './parameters';
import { refusedResponses } from './refused-responses';
import { requestBody, type DocumentedPath } from './route-paths';

/** Every act on a case, made from the very tables the routes are made from. */
export const actPaths = (): DocumentedPath[] => operationGroups.flatMap(pathsOf);

function pathsOf(group: OperationGroup): DocumentedPath[] {
  const acts = Object.entries(group.operations).map(([name, operation]) => ({
    path: `/api/v1/${group.resource}/{caseId}/${routeOf(name)}`,
    method: 'post',
    operation: describedAct(`${group.resource}.${name}`, group, operation, [caseIdOf(group), keyParameter]),
  }));
  if (group.opening === undefined) return acts;
  const opening = describedAct(`${group.resource}.${group.opening.name}`, group, group.opening, [keyParameter], '201');
  return [{ path: `/api/v1/${group.resource}`, method: 'post', operation: opening }, ...acts];
}

const describedAct = (
  operationId: string,
  group: OperationGroup,
  operation: Pick<Operation, 'title' | 'clause' | 'by' | 'body'>,
  parameters: Described[],
  success: '200' | '201' = '200',
): Described => ({
  operationId,
  tags: [group.resource],
  summary: operation.title,
  description: `依据：${operation.clause}。办理单位：${grantNames(operation.by)}。`,
  parameters,
  requestBody: requestBody(enveloped(schemaOf(operation.body, 'input'))),
  responses: {
    [success]: { description: '已受理并登记', content: json(answerRef) },
    '202': { description: '已受理；台账数据库恢复后补登', content: json(answerRef) },
    ...refusedResponses(refusalsOfActs),
  },
});

/** The body with its envelope: the date it took place on, and who did it. */
function enveloped(schema: ObjectSchema): ObjectSchema {
  const branches = (schema['anyOf'] ?? schema['oneOf']) as readonly ObjectSchema[] | undefined;
  if (branches !== undefined) return { anyOf: branches.map(enveloped) };
  return { ...schema, properties: { ...envelopeProperties, ...schema.properties } };
}

const envelopeProperties = schemaOf(z.object(envelope), 'input').properties;
const answerRef: Described = { $ref: '#/components/schemas/Answer' };
export const answerSchema = schemaOf(actAnswer, 'output');

/** A case of another process is not found there. */
const caseIdOf = ({ process }: OperationGroup): Described => ({
  name: 'caseId',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: `^${caseIdPrefixes[process]}:\\d{2,12}(:[A-Za-z0-9_~.:-]{1,100})?$` },
});
