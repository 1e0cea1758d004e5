import type { Page } from '@duban/contracts/answers/answer-fields';

/** What a list holds, as far as it was read. */
export interface Collected<Item> {
  items: Item[];
  total: number;
}

const mostAtOnce = 200;

/** Reads pages one after the other until so many items are there, or all; a page may hold fewer than were asked for and still not be the last. */
export async function collected<Item>(
  readPage: (page: { limit: number; after?: string }) => Promise<Page<Item>>,
  wanted: number,
): Promise<Collected<Item>> {
  const items: Item[] = [];
  let after: string | undefined;
  for (;;) {
    const limit = Math.min(mostAtOnce, wanted - items.length);
    const page = await readPage({ limit, ...(after !== undefined && { after }) });
    items.push(...page.items);
    if (page.next === null || items.length >= wanted) return { items, total: page.total };
    after = page.next;
  }
}
