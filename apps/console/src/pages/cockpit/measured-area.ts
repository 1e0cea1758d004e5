import type { MeasuredArea, MeasuredMap } from '@duban/contracts/answers/statistics';
import { valueWords } from './measure-scale';

/** 长治市襄垣县：逾期事项 325 项（2026年11月上半月） */
export function areaWords(
  { name, cityName, value, asOf }: MeasuredArea,
  map: Pick<MeasuredMap, 'name' | 'unit' | 'level'>,
  timeWords: (asOf: string) => string,
): string {
  const place = map.level === 'county' ? `${cityName}${name}` : name;
  const figure = value === null ? `没有${map.name}数值` : `${map.name} ${valueWords(value, map.unit)}`;
  return `${place}：${figure}${asOf === null ? '' : `（${timeWords(asOf)}）`}`;
}

/** The areas with the worst values, at most some; what needs no looking at is left out. */
export function worstOf(items: readonly MeasuredArea[], direction: 'good' | 'bad', most: number): MeasuredArea[] {
  const known = items.filter(({ value }) => value !== null && (direction === 'bad' ? value > 0 : value < 100));
  return known
    .sort(
      (one, other) =>
        (direction === 'bad' ? 1 : -1) * ((other.value ?? 0) - (one.value ?? 0)) || (one.area < other.area ? -1 : 1),
    )
    .slice(0, most);
}
