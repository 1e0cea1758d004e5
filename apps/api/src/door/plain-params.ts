import { blemishesOf } from '@duban/contracts/clean-input';
import { RefusedRequest } from '../refusals/refused-request';

/** Longer than the longest case id. */
const longestPart = 200;

/** What stands in an address is checked as what stands in a body or a query. */
export function ensurePlain(params: object): void {
  const faults = blemishesOf(params, 'line').map(({ path, detail }) => ({ field: path.join('.'), path, detail }));
  for (const [field, part] of Object.entries(params))
    if (typeof part === 'string' && part.length > longestPart)
      faults.push({ field, path: [field], detail: `不超过 ${longestPart} 字` });
  if (faults.length === 0) return;
  const words = faults.map(({ field, detail }) => `${field}：${detail}`).join('；');
  throw RefusedRequest.ofFaults(`网址有误。${words}。`, faults);
}
