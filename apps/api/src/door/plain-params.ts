import { blemishesOf } from '@duban/contracts/clean-input';
import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { RefusedRequest } from '../refusals/refused-request';

/** Longer than the longest case id. */
const longestPart = 200;

/** What stands in an address is checked as what stands in a body or a query, once for every route. */
@Injectable()
export class PlainParams implements PipeTransform {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    if (type === 'param') refuseBlemished(typeof value === 'string' ? { [data ?? '']: value } : value);
    return value;
  }
}

function refuseBlemished(params: unknown): void {
  const faults = blemishesOf(params, 'line').map(({ path, detail }) => ({ field: path.join('.'), path, detail }));
  for (const [field, part] of Object.entries(params ?? {}))
    if (typeof part === 'string' && part.length > longestPart)
      faults.push({ field, path: [field], detail: `不超过 ${longestPart} 字` });
  if (faults.length === 0) return;
  const words = faults.map(({ field, detail }) => `${field}：${detail}`).join('；');
  throw RefusedRequest.ofFaults(`网址有误。${words}。`, faults);
}
