/**
 * Whoever works by keyboard stays where they are. A browser drops the focus when its element is disabled (a button that
 * waits for an answer, the last page of a list) or taken away (an act that is done): it is given back as soon as the
 * element is enabled again, or put where the element stood.
 */
export function keepFocus(): void {
  let last: HTMLElement | undefined;
  let around: HTMLElement[] = [];

  addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    around = holdersOf(target);
  });
  addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget !== null) return;
    // Once the page stands: left by the person if it is still there to be used, otherwise taken away.
    queueMicrotask(() => {
      if (target === last && last !== undefined && isUsable(last)) last = undefined;
    });
  });
  new MutationObserver(() => {
    if (last === undefined || (document.activeElement !== null && document.activeElement !== document.body)) return;
    if (last.isConnected) {
      if (isUsable(last)) last.focus({ preventScroll: true });
      return;
    }
    const holder = around.find(({ isConnected }) => isConnected);
    if (holder !== undefined) focusPlace(holder);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
}

/** Puts the focus, and with it the reading position, on a place that is no control. */
export function focusPlace(place: HTMLElement): void {
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

const isUsable = (element: HTMLElement): boolean => element.isConnected && !element.matches(':disabled');

/** The parts of the page that hold an element, the nearest first. */
function holdersOf(element: HTMLElement): HTMLElement[] {
  const holders: HTMLElement[] = [];
  for (
    let at = element.parentElement?.closest<HTMLElement>(parts);
    at;
    at = at.parentElement?.closest<HTMLElement>(parts)
  )
    holders.push(at);
  return holders;
}
const parts = 'section, form, aside, [role=dialog], main';
