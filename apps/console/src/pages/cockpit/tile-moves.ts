/** Something that stands on a map. */
export interface Placed {
  code: string;
  x: number;
  y: number;
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key leads: the nearest place in that direction, one straight ahead before one aside; the first and last with Home and End. `undefined`: not a key for moving, or nothing there. */
export function placeAfter(places: readonly Placed[], from: string, key: string): string | undefined {
  if (key === 'Home') return places[0]?.code;
  if (key === 'End') return places.at(-1)?.code;
  const direction = directions[key];
  const here = places.find(({ code }) => code === from);
  if (direction === undefined || here === undefined) return undefined;
  const [dx, dy] = direction;
  const ahead = places.flatMap(({ code, x, y }) => {
    const forward = (x - here.x) * dx + (y - here.y) * dy;
    const aside = Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx);
    return forward > 0 && code !== from ? [{ code, cost: forward + aside * 2 }] : [];
  });
  return ahead.sort((one, other) => one.cost - other.cost)[0]?.code;
}
