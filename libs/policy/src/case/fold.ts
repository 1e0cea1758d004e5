/** What a list amounts to, and what it amounts to with one item more. A step leaves the value it is given as it was. */
export interface Fold<Item, Value, Context = void> {
  whole: (items: readonly Item[], context: Context) => Value;
  step: (value: Value, item: Item, context: Context) => Value;
}

interface Known<Item, Value, Context> {
  items: readonly Item[];
  context: Context;
  value: Value;
  /** The last items of the shorter lists whose values are still kept, oldest first. */
  trail: readonly Item[];
}

/** Values of so many shorter lists are kept: an act that is only tried, or refused, is followed by another one on the same beginning. */
const keptBefore = 3;

/**
 * Computes the value of a list; when the list has grown, only the new items are worked through. This is a memory for speed alone: without
 * it the result is the same. Items must never change, since a list is recognised by holding the same objects, and a context by `isSame`.
 */
export function folded<Item extends object, Value, Context = void>(
  { whole, step }: Fold<Item, Value, Context>,
  isSame: (one: Context, other: Context) => boolean = () => true,
): (items: readonly Item[], context: Context) => Value {
  const known = new WeakMap<Item, Known<Item, Value, Context>>();

  function longestBeginning(items: readonly Item[], context: Context): Known<Item, Value, Context> | undefined {
    for (let length = items.length; length > 0; length -= 1) {
      const found = known.get(items[length - 1] as Item);
      if (found !== undefined && isSame(found.context, context) && isBeginning(found.items, items)) return found;
    }
    return undefined;
  }

  return (items, context) => {
    const before = longestBeginning(items, context);
    if (before?.items.length === items.length) return before.value;
    const news = items.slice(before?.items.length ?? 0);
    const value =
      before === undefined ? whole(items, context) : news.reduce((so, item) => step(so, item, context), before.value);
    const last = items.at(-1);
    if (last === undefined) return value;
    const trail = before === undefined ? [] : [...before.trail, before.items.at(-1) as Item];
    for (const old of trail.slice(0, -keptBefore)) known.delete(old);
    known.set(last, { items, context, value, trail: trail.slice(-keptBefore) });
    return value;
  };
}

const isBeginning = <Item>(short: readonly Item[], long: readonly Item[]): boolean =>
  short.length <= long.length && short.every((item, index) => item === long[index]);
