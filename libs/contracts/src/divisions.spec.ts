import { childrenOf, divisionName, divisionPath, isKnownDivision, officeName } from './divisions';

const below = (codes: readonly string[]): string[] => codes.flatMap((code) => childrenOf(code));
const cities = childrenOf('14');
const counties = below(cities);
const townships = below(counties);

describe('divisions of Shanxi', () => {
  test('are 11 cities, 117 counties and 1278 townships', () => {
    expect(cities).toHaveLength(11);
    expect(counties.filter((code) => code[4] !== '7')).toHaveLength(117);
    expect(townships).toHaveLength(1278);
  });

  test('have no statistical zone but the one with townships of its own', () => {
    expect(counties.filter((code) => code[4] === '7').map(divisionName)).toEqual(['五台山风景名胜区']);
    expect(townships.filter((code) => /^\d{6}[45]/.test(code))).toEqual([]);
  });

  test('have codes of their level, each once, below their parent', () => {
    const all = [...cities, ...counties, ...townships];
    expect(new Set(all).size).toBe(all.length);
    expect([cities, counties, townships].map((codes) => [...new Set(codes.map(({ length }) => length))])).toEqual([
      [4],
      [6],
      [9],
    ]);
  });

  test('all have a Chinese name', () =>
    expect(
      [...cities, ...counties, ...townships]
        .map(divisionName)
        .filter((name) => !/^[\p{Script=Han}]{2,20}$/u.test(name)),
    ).toEqual([]));
});

describe('names', () => {
  test.each([
    ['14', '山西省'],
    ['1404', '长治市'],
    ['140423', '襄垣县'],
    ['140423100', '古韩镇'],
    ['140423101200', '王桥村'],
    ['140423101001', '五阳煤矿居委会'],
    ['140428100999', '140428100999'],
    ['99', '99'],
  ])('%s is %s', (code, name) => expect(divisionName(code)).toBe(name));

  test.each([
    ['14', '山西省'],
    ['140423', '山西省长治市襄垣县'],
    ['140423104', '山西省长治市襄垣县虒亭镇'],
    ['140423104201', '山西省长治市襄垣县虒亭镇暖泉村'],
    ['140971100', '山西省忻州市五台山风景名胜区台怀镇'],
  ])('the path of %s is %s', (code, path) => expect(divisionPath(code)).toBe(path));
});

describe('known divisions', () => {
  test.each(['14', '1404', '140423', '140423100', '140423100201', '140423100999'])('%s is known', (code) =>
    expect(isKnownDivision(code)).toBe(true),
  );
  test.each([
    ['a village of no township', '140423999201'],
    ['a village code too short', '14042310020'],
    ['a village code with a letter', '14042310020a'],
    ['a statistical zone', '140423402'],
    ['another province', '11'],
    ['another county', '140499'],
    ['nothing', ''],
  ])('%s is not', (_, code) => expect(isKnownDivision(code)).toBe(false));

  test('the townships of 襄垣县', () =>
    expect(childrenOf('140423').map(divisionName)).toEqual([
      '古韩镇',
      '王桥镇',
      '侯堡镇',
      '夏店镇',
      '虒亭镇',
      '西营镇',
      '王村镇',
      '下良镇',
      '善福镇',
    ]));

  test('a village has no parts', () => expect(childrenOf('140423101200')).toEqual([]));
});

describe('names of offices', () => {
  test.each([
    ['system', '系统'],
    ['province-group:14', '山西省巩固衔接领导小组'],
    ['inspection-team:14', '山西省专项巡查组'],
    ['leading-group-office:1404', '长治市巩固衔接办'],
    ['revitalization-bureau:140423', '襄垣县乡村振兴局'],
    ['stationing-office:140423', '襄垣县驻村办'],
    ['organization-department:140423', '襄垣县委组织部'],
    ['discipline-commission:1404', '长治市纪委监委'],
    ['party-committee:140423', '襄垣县委'],
    ['party-committee:140423100', '古韩镇党委'],
    ['village-committee:140423101200', '王桥村村委会'],
    ['village-committee:140423100007', '永安社区居委会'],
    ['village-party-secretary:140423101200', '王桥村党组织书记'],
    ['department:140423', '襄垣县行业部门'],
    ['dispatching-unit:1404:U07', '派出单位U07'],
    ['minister:14', 'minister:14'],
  ])('%s is %s', (office, name) => expect(officeName(office)).toBe(name));

  test('a subdistrict has a working committee', () =>
    expect(officeName('party-committee:140105001')).toMatch(/街道党工委$/));
});
