/** What Element Plus leaves out for the keyboard: the same, wherever its parts are used. */
export function mendKeys(): void {
  addEventListener('keydown', clearByDelete);
  addEventListener('keydown', escapeFromSelect, { capture: true });
  addEventListener('focusin', showFocused);
}

/** A chosen option has only a small cross to be cleared by, for the mouse. */
function clearByDelete({ key, target }: KeyboardEvent): void {
  if (key !== 'Delete' || !(target instanceof HTMLInputElement)) return;
  const isTyping = !target.readOnly && target.value !== '';
  const cross = target.closest('.el-select, .el-cascader')?.querySelector('.el-select__clear, .icon-circle-close');
  if (!isTyping && cross instanceof HTMLElement) cross.click();
}

/** A select keeps Escape to itself when it is closed, too: the dialog it stands in would not close. */
function escapeFromSelect(event: KeyboardEvent): void {
  const { key, code, target, isTrusted } = event;
  if (
    key !== 'Escape' ||
    !isTrusted ||
    !(target instanceof HTMLElement) ||
    !target.matches('.el-select__input[aria-expanded=false]')
  )
    return;
  event.stopPropagation();
  target
    .closest('[role=dialog], .el-drawer')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
}

/** A dialog that leads from its end to its start does not scroll there. */
function showFocused({ target }: FocusEvent): void {
  if (target instanceof HTMLElement && target.closest('.el-overlay') !== null && target.matches(':focus-visible'))
    target.scrollIntoView({ block: 'nearest' });
}
