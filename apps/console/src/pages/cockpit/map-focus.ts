import { ref, watch, type Ref } from 'vue';
import { placeAfter, type Placed } from './tile-moves';

/** One place of the map is in the order of tabs; arrow keys lead from it to the others. */
export function useMapFocus(places: () => readonly Placed[], root: Ref<HTMLElement | SVGElement | null>) {
  const current = ref(places()[0]?.code ?? '');
  watch(places, (all) => {
    if (!all.some(({ code }) => code === current.value)) current.value = all[0]?.code ?? '';
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = placeAfter(places(), current.value, event.key);
    if (next === undefined) return;
    event.preventDefault();
    current.value = next;
    root.value?.querySelector<HTMLElement>(`[data-code="${next}"]`)?.focus();
  };
  return { current, onKey };
}
