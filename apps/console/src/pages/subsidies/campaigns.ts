import { read, type Page, type Query } from '../../api/client';
import type { CaseRow } from '../../cases/case-types';
import type { RegisterRow } from '../../registers/register-types';
import { session } from '../../api/session';

const most = 2_000;

/** What a year's campaigns count: by township, or for a village the rows of its own. */
export async function campaignRows(
  year: string,
  isVillage: boolean,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, unknown>>[]> {
  if (!isVillage)
    return (await whole<CaseRow>('cases', { process: 'subsidy-campaign', fact: `year=${year}` }, signal)).map(
      ({ listed }) => listed,
    );
  const rows = await whole<RegisterRow>('registers/subsidy', { period: year }, signal);
  return rows.filter(({ territory }) => territory === session.territory).map(({ body }) => body);
}

async function whole<Item>(path: string, query: Query, signal?: AbortSignal): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | null | undefined;
  do {
    const page: Page<Item> = await read<Page<Item>>(path, { ...query, limit: 200, after }, signal);
    items.push(...page.items);
    after = page.next;
  } while (after !== null && items.length < most);
  return items;
}
