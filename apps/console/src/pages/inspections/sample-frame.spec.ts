import type { CadreOnPost } from '../../parts/people';
import { frameOf, strataOf } from './sample-frame';

const cadre = (id: string, village: string): CadreOnPost => ({
  cadre: id,
  village,
  township: village.slice(0, 9),
  unit: 'u',
  role: 'member',
});
const cadres = [cadre('C2', '140423101200'), cadre('C1', '140423100204'), cadre('C3', '140423100204')];
const children: Record<string, string[]> = { '140423': ['140423100'], '140423100': ['140423100208', '140423100204'] };
const childrenOf = (code: string): string[] => children[code] ?? [];

it('a village with two cadres is one unit, of its township', () =>
  expect(frameOf('stationed', '140423', cadres, childrenOf)).toEqual([
    { id: '140423100204', stratum: '140423100' },
    { id: '140423101200', stratum: '140423101' },
  ]));

it('all villages come from the list of divisions', () =>
  expect(frameOf('villages', '140423', [], childrenOf).map(({ id }) => id)).toEqual(['140423100204', '140423100208']));

it('cadres are drawn by the township of their village', () =>
  expect(frameOf('cadres', '140423', cadres, childrenOf)).toEqual([
    { id: 'C1', stratum: '140423100' },
    { id: 'C2', stratum: '140423101' },
    { id: 'C3', stratum: '140423100' },
  ]));

it('every township gets its part of the sample', () =>
  expect(strataOf(frameOf('cadres', '140423', cadres, childrenOf), 2)).toEqual([
    { stratum: '140423100', units: 2, drawn: 1 },
    { stratum: '140423101', units: 1, drawn: 1 },
  ]));

it('a size of nothing draws nothing', () =>
  expect(strataOf([{ id: 'a', stratum: 's' }], 0)).toEqual([{ stratum: 's', units: 1, drawn: 0 }]));
