import { childrenOf, divisionName } from '@duban/contracts/divisions';

/** Where something can be found: the drawn places first, then the scope and all below it, by name; nothing where the scope is wider than a county. */
export function findingPlaces(scope: string, drawn: readonly string[]): { value: string; title: string }[] {
  if (scope.length < 6) return [];
  const places = drawn.filter((id) => /^\d{9,12}$/.test(id));
  const others = below(scope).filter((code) => !places.includes(code));
  return [
    ...places.map((value) => ({ value, title: `${fullName(value)}（抽中）` })),
    ...others.map((value) => ({ value, title: fullName(value) })),
  ];
}

const below = (code: string): string[] => [code, ...childrenOf(code).flatMap(below)];

const fullName = (code: string): string =>
  code.length === 12 ? `${divisionName(code.slice(0, 9))}${divisionName(code)}` : divisionName(code);
