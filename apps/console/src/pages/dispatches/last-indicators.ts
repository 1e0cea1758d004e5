import { dispatch } from '@duban/policy/processes/dispatch/dispatch';
import { readDispatch, type DispatchLine } from '@duban/policy/processes/dispatch/dispatch-facts';
import { read } from '../../api/client';
import { readCase } from '../../cases/case-file';

/** A month and a half back; who has not reported for longer begins anew. */
const mostPeriods = 3;

/** What the same department reported the same area by, in the latest half month before this one that it reported for. */
export async function lastIndicators(caseId: string, { area, department }: DispatchLine): Promise<string[]> {
  const [, territory = ''] = caseId.split(':');
  const { items } = await read('/cases', {
    process: 'dispatch',
    fact: [`territory=${territory}`],
    limit: 100,
  });
  const before = items.filter((row) => row.caseId < caseId).sort((one, other) => (one.caseId < other.caseId ? 1 : -1));
  for (const row of before.slice(0, mostPeriods)) {
    const found = await readCase(dispatch, row);
    const line =
      found === undefined
        ? undefined
        : readDispatch(found.file).lines.find((one) => one.area === area && one.department === department);
    const names = (line?.filed?.body.places ?? []).flatMap(({ figures }) => figures.map(({ name }) => name));
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
}
