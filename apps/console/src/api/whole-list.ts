import type { Page } from '@duban/contracts/answers/answer-fields';

/** All of a list that is short by its nature, or its beginning: page after page, `pagesAtMost` of them. */
export async function wholeList<Item>(
  load: (page: { limit: number; after: string | null }) => Promise<Page<Item>>,
  pagesAtMost: number,
): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  for (let number = 0; number < pagesAtMost; number += 1) {
    const page: Page<Item> = await load({ limit: 200, after });
    items.push(...page.items);
    after = page.next;
    if (after === null) break;
  }
  return items;
}
