import { numberedProcesses } from '@duban/policy/case/case-id';
import type { Opening } from './operation';
import { operationGroups } from './operation-groups';

const bodies: Record<string, object> = {
  'area-interviews': { office: 'party-committee:140423' },
};
const any = {
  county: '140423',
  territory: '140423',
  place: '140423100201',
  village: '140423100201',
  householdId: 'H1',
  cadreId: 'C1',
  province: '14',
  kind: 'flight-check',
  year: 2026,
};
const openings = operationGroups.flatMap(({ resource, process, opening }) =>
  opening === undefined ? [] : [{ resource, process, operation: opening }],
);
const isNumbered = (resource: string, operation: Opening): boolean =>
  operation.subject({ ...any, ...bodies[resource] } as never).numbered;

it.each(openings)(
  '$resource: a case opened under a number is found again under its subject, and no other',
  ({ resource, process, operation }) => {
    expect(isNumbered(resource, operation)).toBe(numberedProcesses.has(process));
  },
);
