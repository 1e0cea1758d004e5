import { setImmediate } from 'node:timers/promises';

/** Works through a list item by item and lets other requests be answered after each: rules over a large case take half a second. */
export async function oneByOne<Item, Result>(items: readonly Item[], work: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    results.push(work(item));
    await setImmediate();
  }
  return results;
}
