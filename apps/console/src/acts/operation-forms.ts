import type { FormField } from '@duban/contracts/form-fields';
import type { Reading } from '@duban/contracts/read-input';

/** The form of one operation, and the very check the api will make. */
export interface OperationForm {
  summary: string;
  clause: string;
  /** Who acts must be named. */
  needsPerson: boolean;
  fields: readonly FormField[];
  /** Where it is sent, below `/api/v1`; without a case it opens one. */
  pathFor(caseId: string | undefined): string;
  check(body: unknown): Reading<unknown>;
}

/** The form of `identify` or of the opening of `households`. Loaded when the first form opens, not with the first page. */
export async function operationForm(resource: string, operation: string): Promise<OperationForm | undefined> {
  const [{ groupOf, routeOf }, { formFieldsOf }, { readInput }] = await Promise.all([
    import('@duban/contracts/operation-groups'),
    import('@duban/contracts/form-fields'),
    import('@duban/contracts/read-input'),
  ]);
  const group = groupOf(resource);
  const found = group?.opening?.name === operation ? group.opening : group?.operations[operation];
  if (found === undefined) return undefined;
  return {
    summary: found.title,
    clause: found.clause,
    needsPerson: 'needsPerson' in found && found.needsPerson,
    fields: formFieldsOf(found.body, operation),
    pathFor: (caseId) => (caseId === undefined ? resource : `${resource}/${caseId}/${routeOf(operation)}`),
    check: (body) => readInput(found.body, body),
  };
}
