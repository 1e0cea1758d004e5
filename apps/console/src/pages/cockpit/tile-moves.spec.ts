import { tileBlocks } from './tile-map';
import { placeAfter } from './tile-moves';

const places = tileBlocks().flatMap(({ tiles }) => tiles);
const code = (short: string, city: string): string =>
  places.find((one) => one.short === short && one.code.startsWith(city))?.code ?? '';

describe('arrow keys on the map', () => {
  it.each([
    ['ArrowRight', '襄垣', '潞城', '1404', '1404'],
    ['ArrowUp', '襄垣', '沁县', '1404', '1404'],
    ['ArrowDown', '壶关', '陵川', '1404', '1405'],
    ['ArrowLeft', '沁源', '古县', '1404', '1410'],
  ])('%s leads from %s to %s, over the city’s edge too', (key, from, to, fromCity, toCity) => {
    expect(placeAfter(places, code(from, fromCity), key)).toBe(code(to, toCity));
  });

  it('reach every county', () => {
    const reached = new Set([places[0]?.code ?? '']);
    for (const from of reached)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
        reached.add(placeAfter(places, from, key) ?? from);
    expect(reached.size).toBe(117);
  });

  it('end at the edge, and leave other keys alone', () => {
    expect(placeAfter(places, code('天镇', '1402'), 'ArrowRight')).toBeUndefined();
    expect(placeAfter(places, code('天镇', '1402'), 'a')).toBeUndefined();
    expect(placeAfter(places, '', 'End')).toBe(places.at(-1)?.code);
  });
});
