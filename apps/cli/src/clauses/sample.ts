/** So many of a list, spread by a fixed seed: every run takes the same ones. */
export function sampleOf<One>(list: readonly One[], size: number, seed = 20231212): One[] {
  const left = [...list];
  const taken: One[] = [];
  for (let state = seed; left.length > 0 && taken.length < size;) {
    state = (state * 48_271) % 2_147_483_647;
    taken.push(...left.splice(state % left.length, 1));
  }
  return taken;
}
