import { pathDown, partsName, partsOf, territoryOf, wayTo } from './territory';

describe('what a cockpit is of', () => {
  it.each([
    [undefined, '14', '14', false],
    ['1404', '14', '1404', false],
    ['140423100', '1404', '140423100', false],
    ['1401', '1404', '1404', true],
    ['14', '1404', '1404', true],
    ['1499', '14', '14', true],
    ['140423100201', '14', '14', true],
    [['1404', '1401'], '14', '14', true],
  ])('asked for %s by %s: %s', (asked, own, territory, isForeign) => {
    expect(territoryOf(asked, own)).toEqual({ territory, isForeign });
  });

  it('leads up to the office’s own territory and no further', () => {
    expect(wayTo('140423', '14')).toEqual(['14', '1404', '140423']);
    expect(wayTo('140423', '1404')).toEqual(['1404', '140423']);
  });

  it('leads down to townships', () => {
    expect(pathDown('140423100', '140423')).toBe('/cockpit?territory=140423100');
    expect(pathDown('140423100201', '140423100')).toBeNull();
    expect(pathDown('140423', '140423')).toBeNull();
  });

  it('counts no scenic area among counties', () => {
    expect(partsOf('1409')).not.toContain('140971');
    expect(partsOf('1409').length).toBe(14);
    expect([partsName('14'), partsName('140423100')]).toEqual(['市', '村']);
  });
});
