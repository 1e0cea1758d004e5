/** A class of values on the map: the darker, the more it needs looking at. */
export interface MeasureClass {
  /** 0 is not coloured; 4 is the darkest. */
  level: number;
  from: number;
  to: number;
  areas: number;
}

const mostClasses = 4;

/**
 * Values in at most four classes of about equally many areas, and one of their own for what needs no looking at: a bad thing's 0, a good thing's best.
 * Equal values are never parted.
 */
export function classesOf(values: readonly (number | null)[], direction: 'good' | 'bad'): MeasureClass[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const calm = direction === 'bad' ? 0 : 100;
  const isCalm = (value: number): boolean => (direction === 'bad' ? value <= calm : value >= calm);
  const calmOnes = known.filter(isCalm);
  const others = known.filter((value) => !isCalm(value));
  const groups = inGroups(others, mostClasses);
  const classes = groups.map((group, index) =>
    classOf(group, levelOf(direction === 'bad' ? index : groups.length - 1 - index, groups.length)),
  );
  const calmClass = calmOnes.length === 0 ? [] : [classOf(calmOnes, 0)];
  return direction === 'bad' ? [...calmClass, ...classes] : [...calmClass, ...classes.reverse()];
}

/** The level of a value; `null` where there is none. */
export const levelIn = (classes: readonly MeasureClass[], value: number | null): number | null =>
  value === null ? null : (classes.find(({ from, to }) => value >= from && value <= to)?.level ?? 0);

/** 3, 1–4, with the unit: 2.5–10%. */
export const classWords = ({ from, to }: MeasureClass, unit: string): string =>
  `${from === to ? from : `${from}–${to}`}${unit === '%' ? '%' : ` ${unit}`}`;

/** 3 项, 12.5%, — */
export const valueWords = (value: number | null, unit: string): string =>
  value === null ? '—' : `${value}${unit === '%' ? '%' : ` ${unit}`}`;

/** Fewer classes keep their distance: of two, the worse is still dark. */
const levelOf = (index: number, count: number): number => (count <= 1 ? 3 : Math.round(1 + (index * 3) / (count - 1)));

const classOf = (group: readonly number[], level: number): MeasureClass => ({
  level,
  from: group[0] ?? 0,
  to: group.at(-1) ?? 0,
  areas: group.length,
});

function inGroups(sorted: readonly number[], most: number): number[][] {
  const distinct = [...new Set(sorted)];
  if (distinct.length <= most) return distinct.map((value) => sorted.filter((one) => one === value));
  const groups: number[][] = [];
  let rest = [...sorted];
  for (let left = most; left > 0 && rest.length > 0; left -= 1) {
    const last = rest[Math.max(0, Math.round(rest.length / left) - 1)] ?? 0;
    groups.push(rest.filter((value) => value <= last));
    rest = rest.filter((value) => value > last);
  }
  return groups;
}
