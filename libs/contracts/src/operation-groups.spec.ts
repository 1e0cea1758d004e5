import type { ProcessName } from '@duban/policy/case/case';
import { processList } from '@duban/policy/case/process-list';
import { envelope } from './answers/envelope';
import { groupOf, groupOfProcess, operationGroups } from './operation-groups';

const processes = Object.keys(processList) as ProcessName[];

it.each(processes)('the operations of %s are its own, and are found under its resource', (process) => {
  const group = groupOfProcess(process);
  expect(group.process).toBe(process);
  expect(groupOf(processList[process].resource)).toBe(group);
});

it('a further opening stands behind the operations of its process', () => {
  const resources = operationGroups.map(({ resource }) => resource);
  expect(resources.indexOf('project-risks')).toBe(resources.indexOf('problems') + 1);
  expect(new Set(resources).size).toBe(resources.length);
});

it.each(operationGroups.map((group) => [group.resource, group] as const))(
  'no body of %s names what the envelope of an act says: it would never reach the rules',
  (_, { operations, opening }) => {
    const said = opening === undefined ? Object.values(operations) : [...Object.values(operations), opening];
    const bodies = said.map(({ body }) => body);
    const named = bodies.flatMap((body) => Object.keys((body as { shape?: object }).shape ?? {}));
    expect(named.filter((field) => Object.hasOwn(envelope, field))).toEqual([]);
  },
);
