import { areasBelow, childrenOf, divisionName } from '@duban/contracts/divisions';

/** The cities of a province with their counties: the 117 of Shanxi. */
export const citiesOf = (
  province: string,
): { code: string; name: string; counties: { code: string; name: string }[] }[] =>
  childrenOf(province).map((city) => ({
    code: city,
    name: divisionName(city),
    counties: areasBelow(city, 6).map((county) => ({ code: county, name: divisionName(county) })),
  }));
