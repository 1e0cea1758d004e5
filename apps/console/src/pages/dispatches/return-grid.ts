import type { PlaceReturn, PlaceState } from '@duban/policy/processes/dispatch/dispatch-acts';
import { writtenNumber } from '../../words/numbers';

/** A return as it is filled in: indicators across, places down. */
export interface ReturnGrid {
  summary: string;
  indicators: string[];
  places: GridPlace[];
}

export interface GridPlace {
  place: string;
  state: PlaceState | null;
  /** One pair for each indicator, in their order. */
  figures: { done: number | null; of: number | null }[];
  problems: { what: string; measure: string }[];
}

export const emptyGrid = (places: readonly string[], indicators: readonly string[] = ['']): ReturnGrid => ({
  summary: '',
  indicators: [...indicators],
  places: places.map((place) => emptyPlace(place, indicators.length)),
});

const emptyPlace = (place: string, indicators: number): GridPlace => ({
  place,
  state: null,
  figures: Array.from({ length: indicators }, () => ({ done: null, of: null })),
  problems: [],
});

/** What was filed, to be corrected; places it left out stand empty. */
export function gridOf(
  filed: { summary: string; places: readonly PlaceReturn[] },
  places: readonly string[],
): ReturnGrid {
  const indicators = [...new Set(filed.places.flatMap(({ figures }) => figures.map(({ name }) => name)))];
  return {
    summary: filed.summary,
    indicators,
    places: places.map((place) => {
      const known = filed.places.find((one) => one.place === place);
      if (known === undefined) return emptyPlace(place, indicators.length);
      return {
        place,
        state: known.state,
        figures: indicators.map((name) => {
          const figure = known.figures.find((one) => one.name === name);
          return { done: figure?.done ?? null, of: figure?.of ?? null };
        }),
        problems: (known.problems ?? []).map(({ what, measure }) => ({ what, measure: measure ?? '' })),
      };
    }),
  };
}

/** Is anything filled in for a place? */
export const isBegun = ({ state, figures, problems }: GridPlace): boolean =>
  state !== null || problems.length > 0 || figures.some(({ done, of }) => done !== null || of !== null);

/** What stands in the way of sending, by place; empty when nothing does. */
export function faultsOf(grid: ReturnGrid): { place: string; detail: string }[] {
  const begun = grid.places.filter(isBegun);
  const general: string[] = [
    ...(begun.length === 0 ? ['至少填报一个地区。'] : []),
    ...(grid.indicators.some((name) => name.trim() === '') ? ['请写明每项指标的名称。'] : []),
    ...(new Set(grid.indicators.map((name) => name.trim())).size < grid.indicators.length
      ? ['指标名称不能重复。']
      : []),
    ...(grid.summary.trim().length < 2 ? ['请填写情况综述（至少 2 个字）。'] : []),
  ];
  return [
    ...general.map((detail) => ({ place: '', detail })),
    ...begun.flatMap((one) => placeFaults(one).map((detail) => ({ place: one.place, detail }))),
  ];
}

function placeFaults({ state, figures, problems }: GridPlace): string[] {
  const whole = figures.filter(({ done, of }) => done !== null && of !== null);
  const half = figures.some(({ done, of }) => (done === null) !== (of === null));
  return [
    ...(state === null ? ['请选择落实情况。'] : []),
    ...(half ? ['完成数和应完成数应同时填写。'] : whole.length === 0 ? ['至少填一项指标。'] : []),
    ...(whole.some(({ of }) => of !== null && of <= 0) ? ['应完成数应大于 0；没有任务的指标请留空。'] : []),
    ...(problems.some(({ what }) => what.trim().length < 2) ? ['问题内容至少 2 个字，不需要的请删去。'] : []),
  ];
}

/** The places as the api reads them; what is empty is left out. */
export const placesOf = ({ indicators, places }: ReturnGrid): PlaceReturn[] =>
  places.filter(isBegun).map(({ place, state, figures, problems }) => ({
    place,
    state: state ?? 'advancing',
    figures: figures.flatMap(({ done, of }, index) =>
      done === null || of === null ? [] : [{ name: (indicators[index] ?? '').trim(), done, of }],
    ),
    ...(problems.length > 0 && {
      problems: problems.map(({ what, measure }) => ({
        what: what.trim(),
        ...(measure.trim() !== '' && { measure: measure.trim() }),
      })),
    }),
  }));

export function addIndicator(grid: ReturnGrid): void {
  grid.indicators.push('');
  for (const { figures } of grid.places) figures.push({ done: null, of: null });
}

export function removeIndicator(grid: ReturnGrid, index: number): void {
  grid.indicators.splice(index, 1);
  for (const { figures } of grid.places) figures.splice(index, 1);
}

/** Indicators by name, where none is named yet; what is filled in stays under its place in the order. */
export function nameIndicators(grid: ReturnGrid, names: readonly string[]): void {
  if (grid.indicators.some((name) => name.trim() !== '')) return;
  while (grid.indicators.length < names.length) addIndicator(grid);
  names.forEach((name, index) => (grid.indicators[index] = name));
}

/** A column copied from a table: one number in a line, from a place downward; what is no number leaves its cell as it is, and is told. */
export function pasteDown(
  grid: ReturnGrid,
  from: number,
  indicator: number,
  field: 'done' | 'of',
  text: string,
): string[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const unread: string[] = [];
  lines.forEach((line, offset) => {
    const cells = line.split('\t');
    const figure = grid.places[from + offset]?.figures[indicator];
    cells.slice(0, field === 'done' ? 2 : 1).forEach((cell, index) => {
      if (figure === undefined || cell.trim() === '') return;
      const value = writtenNumber(cell);
      if (value === undefined) unread.push(cell.trim());
      else figure[index === 0 ? field : 'of'] = value;
    });
  });
  return unread;
}
