import { areasBelow, childrenOf } from '@duban/contracts/divisions';
import { bandRows, mapColumns, shortName, sideBySide, tileBlocks } from './tile-map';

const blocks = tileBlocks();
const tiles = blocks.flatMap((block) => block.tiles);

describe('the tile map', () => {
  it('shows every county of the province exactly once', () => {
    expect(tiles.map(({ code }) => code).sort()).toEqual(areasBelow('14', 6).sort());
    expect(tiles.length).toBe(117);
  });

  it('has a block for every city, with its own counties', () => {
    expect(blocks.map(({ city }) => city).sort()).toEqual([...childrenOf('14')].sort());
    for (const { city, tiles: own } of blocks) expect(own.every(({ code }) => code.startsWith(city))).toBe(true);
  });

  it('puts no two counties, and no two cities’ blocks, on one place', () => {
    const places = blocks.flatMap(({ column, columns, band, bands }) =>
      Array.from(
        { length: columns * bands },
        (_, index) => `${column + (index % columns)} ${band + Math.floor(index / columns)}`,
      ),
    );
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size).toBe(tiles.length);
  });

  it('fits its bands and columns', () => {
    for (const { column, columns, band, bands, rows } of blocks) {
      expect(column + columns).toBeLessThanOrEqual(mapColumns);
      expect(rows).toBeLessThanOrEqual(
        bandRows.slice(band, band + bands).reduce<number>((sum, height) => sum + height, 0),
      );
    }
  });

  it('lies as the province does: 大同 north of 太原, 太原 of 长治, 吕梁 west of 阳泉, 运城 west of 晋城', () => {
    const at = (city: string) => tiles.filter(({ code }) => code.startsWith(city));
    const lowest = (city: string): number => Math.max(...at(city).map(({ y }) => y));
    const highest = (city: string): number => Math.min(...at(city).map(({ y }) => y));
    expect(lowest('1402')).toBeLessThan(highest('1401'));
    expect(lowest('1401')).toBeLessThan(highest('1404'));
    expect(Math.max(...at('1411').map(({ x }) => x))).toBeLessThan(Math.min(...at('1403').map(({ x }) => x)));
    expect(Math.max(...at('1408').map(({ x }) => x))).toBeLessThan(Math.min(...at('1405').map(({ x }) => x)));
  });
});

it.each([
  ['襄垣县', '襄垣'],
  ['祁县', '祁县'],
  ['城区', '城区'],
  ['杏花岭区', '杏花岭'],
  ['古韩镇', '古韩'],
  ['太行东街街道', '太行东街'],
])('calls %s %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});

it('puts townships side by side', () => {
  expect(sideBySide(['140423100', '140423101', '140423102'], 2)).toEqual([
    { code: '140423100', short: '古韩', x: 0, y: 0 },
    { code: '140423101', short: '王桥', x: 1, y: 0 },
    { code: '140423102', short: '侯堡', x: 0, y: 1 },
  ]);
});
