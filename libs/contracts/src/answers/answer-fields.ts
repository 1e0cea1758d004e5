import { processNames, type ProcessName } from '@duban/policy/case/case';
import { officeKinds, type Level, type OfficeKind } from '@duban/policy/base/office';
import { z } from 'zod';

/** What an answer's fields are made of. */
export const day = z.iso.date();
export const instant = z.iso.datetime();
export const monthOfYear = z.string().regex(/^\d{4}-\d{2}$/);
export const division = z.string().regex(/^\d{2,12}$/);
export const count = z.int().min(0);
export const words = z.string();
export const id = z.string();

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  z.enum(Object.keys(table) as [Key, ...Key[]]);

/** One of a table's codes. */
export const codeOf = keysOf;
export const process = keysOf<ProcessName>(processNames);
export const officeKind = keysOf<OfficeKind>(officeKinds);
export const level = z.enum(['province', 'city', 'county', 'township', 'village'] satisfies Level[]);

/** Who did something: an office, and within it perhaps a person by surrogate id. */
export const actor = z.strictObject({ office: id, person: id.optional() });
export const policyRef = z.strictObject({ set: z.string(), version: z.int() });
export const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** All of a list at once. */
export const itemsOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item) });

/** A page of a list: `next` leads on; `total` is counted up to a limit, and `isTotalCapped` says when it was reached. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable(),
    total: count,
    isTotalCapped: z.boolean(),
  });

/** A page of a list, as it is read. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
  total: number;
  isTotalCapped: boolean;
}
