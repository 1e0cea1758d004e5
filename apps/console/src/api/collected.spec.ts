import type { Page } from '@duban/contracts/answers/answer-fields';
import { collected } from './collected';

const all = Array.from({ length: 450 }, (_, index) => index);

/** A list whose pages hold so many at most, whatever was asked for. */
const pagesOf = (most: number) => {
  const asked: number[] = [];
  const readPage = ({ limit, after }: { limit: number; after?: string }): Promise<Page<number>> => {
    asked.push(limit);
    const from = Number(after ?? 0);
    const items = all.slice(from, from + Math.min(limit, most));
    const end = from + items.length;
    return Promise.resolve({
      items,
      next: end < all.length ? String(end) : null,
      total: all.length,
      isTotalCapped: false,
    });
  };
  return { asked, readPage };
};

describe('a list read from its beginning', () => {
  it('asks for no more than is wanted', async () => {
    const { asked, readPage } = pagesOf(200);
    expect(await collected(readPage, 30)).toEqual({ items: all.slice(0, 30), total: 450 });
    expect(asked).toEqual([30]);
  });

  it('goes on over pages that end early until there is enough', async () => {
    const { asked, readPage } = pagesOf(20);
    expect(await collected(readPage, 50)).toEqual({ items: all.slice(0, 50), total: 450 });
    expect(asked).toEqual([50, 30, 10]);
  });

  it('ends where the list ends', async () =>
    expect((await collected(pagesOf(200).readPage, 2_000)).items).toEqual(all));
});
