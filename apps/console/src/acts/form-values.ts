import type { FormField } from '@duban/contracts/form-fields';

/** What is being filled in: plain values by field name; what is empty is not sent. */
export type FormValue = string | number | boolean | null | FormValue[] | { [name: string]: FormValue };

/** A form's beginning: required groups and lists are open, the rest is empty. */
export function emptyValues(
  fields: readonly FormField[],
  given: Readonly<Record<string, FormValue>> = {},
): Record<string, FormValue> {
  return Object.fromEntries(fields.map((field) => [field.name, given[field.name] ?? emptyValue(field)]));
}

export function emptyValue(field: FormField): FormValue {
  if (field.kind === 'group') return field.isRequired ? emptyValues(field.fields ?? []) : null;
  if (field.kind === 'list')
    return field.isRequired && field.mayBeEmpty !== true && field.item?.kind === 'group'
      ? [emptyValue(field.item)]
      : [];
  return null;
}

/** The body as the api reads it: empty fields, empty optional lists and empty optional groups are left out. */
export function bodyOf(
  fields: readonly FormField[],
  values: Readonly<Record<string, FormValue>>,
): Record<string, FormValue> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = cleaned(field, values[field.name] ?? null);
      return value === undefined ? [] : [[field.name, value] as const];
    }),
  );
}

function cleaned(field: FormField, value: FormValue): FormValue | undefined {
  if (value === null || value === '') return undefined;
  if (field.kind === 'list') {
    const items = (value as FormValue[])
      .map((item) => (field.item === undefined ? item : cleaned(field.item, item)))
      .filter((item) => item !== undefined);
    return items.length === 0 && !field.isRequired ? undefined : items;
  }
  return field.kind === 'group' ? bodyOf(field.fields ?? [], value as Record<string, FormValue>) : value;
}

/** The fault that stands at a path, `scores.0.task`. */
export const faultAt = (faults: readonly { field: string; detail: string }[], path: string): string | undefined =>
  faults.find(({ field }) => field === path)?.detail;
