import { read } from '../../api/client';
import { session } from '../../api/session';
import { wholeList } from '../../api/whole-list';

const pagesAtMost = 10;

/** What a year's campaigns count: by township, or for a village the rows of its own. */
export async function campaignRows(
  year: string,
  isVillage: boolean,
  signal?: AbortSignal,
): Promise<Readonly<Record<string, unknown>>[]> {
  if (!isVillage) {
    const ofYear = { process: 'subsidy-campaign', fact: [`year=${year}`] } as const;
    const cases = await wholeList((page) => read('/cases', { ...ofYear, ...page }, signal), pagesAtMost);
    return cases.map(({ listed }) => listed);
  }
  const rows = await wholeList(
    (page) => read('/registers/:kind', { kind: 'subsidy', period: year, ...page }, signal),
    pagesAtMost,
  );
  return rows.filter(({ territory }) => territory === session.territory).map(({ body }) => body);
}
